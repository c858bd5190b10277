/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The years of the working-day calendar that administrators have set.
 */
#pragma once

#include "hall-db.h"
#include "hall-workday.h"

/* Who has set a year. */
typedef struct
{
  int year;
  char *changed_by;
  gint64 changed_s;
} HallCalendarChange;

void hall_calendar_change_free (HallCalendarChange *self);

gboolean hall_calendar_store_set (
    HallDb *db, const HallCalendarYear *year, const char *changed_by, gint64 now_s, GError **error);

/* Puts every year that is kept over those of @calendar, which nobody else has yet. */
gboolean hall_calendar_store_apply (HallDb *db, HallCalendar *calendar, GError **error);

/* Returns: (transfer full) (element-type HallCalendarChange) */
GPtrArray *hall_calendar_store_list (HallDb *db, GError **error);
