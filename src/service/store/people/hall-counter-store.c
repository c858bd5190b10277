/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-counter-store.h"

static const char SQL_NEXT[] =
    "INSERT INTO counters (name, value) VALUES ($1, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value";
static const char SQL_GET[] = "SELECT value FROM counters WHERE name = $1";
static const char SQL_SETTING[] = "SELECT value FROM settings WHERE name = $1";
static const char SQL_SET[] = "INSERT INTO settings (name, value) VALUES ($1, $2) "
                              "ON CONFLICT (name) DO UPDATE SET value = excluded.value";

gint64
hall_counter_next (HallDb *db, const char *name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEXT, error);

  if (stmt == NULL)
    return 0;
  hall_stmt_bind_text (stmt, 1, name);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : 0;
}

gint64
hall_counter_get (HallDb *db, const char *name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_text (stmt, 1, name);
  switch (hall_stmt_step (stmt, error))
    {
    case HALL_STEP_ROW:
      return hall_stmt_get_int (stmt, 0);
    case HALL_STEP_DONE:
      return 0;
    case HALL_STEP_FAILED:
    default:
      return -1;
    }
}

char *
hall_setting_get (HallDb *db, const char *name, const char *missing, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SETTING, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, name);
  switch (hall_stmt_step (stmt, error))
    {
    case HALL_STEP_ROW:
      return g_strdup (hall_stmt_get_text (stmt, 0));
    case HALL_STEP_DONE:
      return g_strdup (missing);
    case HALL_STEP_FAILED:
    default:
      return NULL;
    }
}

gboolean
hall_setting_set (HallDb *db, const char *name, const char *value, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  hall_stmt_bind_text (stmt, 2, value);
  return hall_stmt_run (stmt, error);
}
