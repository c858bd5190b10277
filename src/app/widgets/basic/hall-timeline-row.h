/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of a timeline: when, a mark on the line, what, by whom, a note. For hall-timeline.c.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

#define HALL_TYPE_TIMELINE_ROW (hall_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (HallTimelineRow, hall_timeline_row, HALL, TIMELINE_ROW, GtkBox)

/**
 * hall_timeline_row_new:
 * @is_first, @is_last: no line leads to it, none from it
 */
GtkWidget *
hall_timeline_row_new (const HallTimelineStep *step, gboolean is_first, gboolean is_last);
