/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One year of the working-day calendar as text, judged while it is typed.
 *
 * Signal "changed" (): ask hall_calendar_editor_is_good().
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-workday.h"

#define HALL_TYPE_CALENDAR_EDITOR (hall_calendar_editor_get_type ())
G_DECLARE_FINAL_TYPE (HallCalendarEditor, hall_calendar_editor, HALL, CALENDAR_EDITOR, GtkBox)

GtkWidget *hall_calendar_editor_new (void);

void hall_calendar_editor_show (HallCalendarEditor *self, const HallCalendarYear *year);

/* Returns: (transfer full): as it stands there */
HallCalendarYear *hall_calendar_editor_get (HallCalendarEditor *self);

/* Whether it could be saved. */
gboolean hall_calendar_editor_is_good (HallCalendarEditor *self);
