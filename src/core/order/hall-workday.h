/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working days: Monday to Friday, less the public holidays, plus the make-up days
 * that the State Council names each year. The table is a data file.
 */
#pragma once

#include <glib.h>

typedef struct _HallCalendar HallCalendar;

/**
 * hall_calendar_load_file:
 * @error: %HALL_ERROR_INVALID naming file, JSON path and reason
 */
HallCalendar *hall_calendar_load_file (const char *path, GError **error);

/* Saturdays and Sundays only. */
HallCalendar *hall_calendar_new (void);
HallCalendar *hall_calendar_ref (HallCalendar *self);
void hall_calendar_unref (HallCalendar *self);

gboolean hall_calendar_is_workday (const HallCalendar *self, const GDate *day);

/* Whether the table of @day's year has been published and is in the file. */
gboolean hall_calendar_knows (const HallCalendar *self, const GDate *day);

/* The @n-th working day after @start, not counting @start itself. */
void
hall_calendar_add_workdays (const HallCalendar *self, const GDate *start, guint n, GDate *result);

/* Working days after @from up to and including @to; negative if @to is before @from. */
int hall_calendar_count_workdays (const HallCalendar *self, const GDate *from, const GDate *to);

/* The day it is in China (UTC+8) at @now_s, seconds since 1970 UTC. */
void hall_date_in_china (gint64 now_s, GDate *date);

/* The last second of @date in China, as seconds since 1970 UTC. */
gint64 hall_date_end_in_china (const GDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCalendar, hall_calendar_unref)
