/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of an open order: whose it is, its number and state, and the buttons for what the
 * service offers.
 *
 * Signal "action" (guint action): the button of that HallAction was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

#define HALL_TYPE_DESK_HEADER (hall_desk_header_get_type ())
G_DECLARE_FINAL_TYPE (HallDeskHeader, hall_desk_header, HALL, DESK_HEADER, GtkBox)

GtkWidget *hall_desk_header_new (void);

/* @now_s: the hall's clock */
/* Whether the buttons can be pressed now. */
void hall_desk_header_set_sensitive (HallDeskHeader *self, gboolean sensitive);

void hall_desk_header_show (HallDeskHeader *self,
                            const HallOrder *order,
                            const HallCatalog *catalog,
                            gint64 now_s);
