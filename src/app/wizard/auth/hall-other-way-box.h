/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For who does not want to be verified by face: asking the hall for another way, with a note.
 * Folded to one line until it is wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-watch.h"

#define HALL_TYPE_OTHER_WAY_BOX (hall_other_way_box_get_type ())
G_DECLARE_FINAL_TYPE (HallOtherWayBox, hall_other_way_box, HALL, OTHER_WAY_BOX, GtkBox)

GtkWidget *hall_other_way_box_new (HallOrderWatch *watch);
