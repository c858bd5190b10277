/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet line on top of a window while the hall cannot be reached. Comes and goes by itself.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_OFFLINE_BAR (hall_offline_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallOfflineBar, hall_offline_bar, HALL, OFFLINE_BAR, GtkRevealer)

GtkWidget *hall_offline_bar_new (HallSession *session);
