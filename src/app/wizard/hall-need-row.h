/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing to have at hand: what it is, and what is done with it.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_NEED_ROW (hall_need_row_get_type ())
G_DECLARE_FINAL_TYPE (HallNeedRow, hall_need_row, HALL, NEED_ROW, GtkListBoxRow)

/* @icon: a symbolic icon */
GtkWidget *hall_need_row_new (const char *icon, const char *title, const char *text);
