/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working days: Monday to Friday, less the public holidays, plus the make-up days
 * that the State Council names each year. The table is a data file.
 */
#pragma once

#include "hall-json.h"
#include "hall-lang.h"

typedef struct _HallCalendar HallCalendar;

/**
 * hall_calendar_load_file:
 * @error: %HALL_ERROR_INVALID naming file, JSON path and reason
 */
HallCalendar *hall_calendar_load_file (const char *path, GError **error);

/* Saturdays and Sundays only. */
HallCalendar *hall_calendar_new (void);

/* One of its own, to be changed. */
HallCalendar *hall_calendar_copy (const HallCalendar *self);

/* What is out of the ordinary in one year: days and short ranges of days as in the file. */
typedef struct
{
  int year;
  char *source;    /* who says so: the notice of the State Council */
  char **holidays; /* days off: "2026-02-15/2026-02-23" */
  char **workdays; /* Saturdays and Sundays that are worked */
} HallCalendarYear;

void hall_calendar_year_free (HallCalendarYear *self);

/* Reads such an object, strictly; see hall_json_failed(). Returns: (transfer full) (nullable) */
HallCalendarYear *hall_calendar_year_read (HallJson *json);

/* Adds the members to the object that is being built. */
void hall_calendar_year_write (const HallCalendarYear *self, JsonBuilder *builder);

/**
 * hall_calendar_set_year:
 * @self: one that nobody else has yet
 * @lang: of what is said when it cannot be
 * @error: %HALL_ERROR_INVALID: a day that is none, that lies in another year or is listed twice,
 *   or a working day that is one already
 *
 * Puts the year in place of what was known of it.
 */
gboolean hall_calendar_set_year (HallCalendar *self,
                                 const HallCalendarYear *year,
                                 HallLang lang,
                                 GError **error);

/* Returns: (transfer full) (element-type HallCalendarYear): the years known, the oldest first */
GPtrArray *hall_calendar_list_years (const HallCalendar *self);
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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCalendarYear, hall_calendar_year_free)
