/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-calendar-store.h"

#include "hall-wire-finding.h"

static const char SQL_SET[] =
    "INSERT INTO calendar_years (year, days, changed_by, changed_s) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (year) DO UPDATE SET days = excluded.days, changed_by = excluded.changed_by, "
    "changed_s = excluded.changed_s";
static const char SQL_ALL[] = "SELECT days FROM calendar_years ORDER BY year";
static const char SQL_LIST[] =
    "SELECT year, changed_by, changed_s FROM calendar_years ORDER BY year";

void
hall_calendar_change_free (HallCalendarChange *self)
{
  g_free (self->changed_by);
  g_free (self);
}

gboolean
hall_calendar_store_set (
    HallDb *db, const HallCalendarYear *year, const char *changed_by, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *days = NULL;

  if (stmt == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  hall_calendar_year_write (year, builder);
  json_builder_end_object (builder);
  days = hall_wire_to_text (json_builder_get_root (builder));
  hall_stmt_bind_int (stmt, 1, year->year);
  hall_stmt_bind_text (stmt, 2, days);
  hall_stmt_bind_text (stmt, 3, changed_by);
  hall_stmt_bind_int (stmt, 4, now_s);
  return hall_stmt_run (stmt, error);
}

static gboolean
apply_year (HallCalendar *calendar, const char *days, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("calendar", days, -1, error);
  g_autoptr (HallJson) json = root != NULL ? hall_json_new ("calendar", root) : NULL;
  g_autoptr (HallCalendarYear) year = json != NULL ? hall_calendar_year_read (json) : NULL;

  if (json == NULL || !hall_json_finish (json, error))
    return FALSE;
  return hall_calendar_set_year (calendar, year, HALL_LANG_EN, error);
}

gboolean
hall_calendar_store_apply (HallDb *db, HallCalendar *calendar, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ALL, error);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    if (!apply_year (calendar, hall_stmt_get_text (stmt, 0), error))
      return FALSE;
  return step == HALL_STEP_DONE;
}

GPtrArray *
hall_calendar_store_list (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_calendar_change_free);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallCalendarChange *change = g_new0 (HallCalendarChange, 1);

      change->year = (int) hall_stmt_get_int (stmt, 0);
      change->changed_by = g_strdup (hall_stmt_get_text (stmt, 1));
      change->changed_s = hall_stmt_get_int (stmt, 2);
      g_ptr_array_add (list, change);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
