/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-record-list.h"

#include <string.h>

#include "hall-error.h"

#define DIGITS "0123456789"

static const char SQL_OF_ACCOUNT[] = " WHERE account = $1 AND (created_s, number) < ($2, $3) "
                                     "ORDER BY created_s DESC, number DESC LIMIT $4";
static const char SQL_IDLE[] =
    "SELECT number FROM orders WHERE state || '' = $1 AND changed_s < $2 "
    "ORDER BY changed_s LIMIT $3";

static const char *
account_sql (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql, (gsize) g_strconcat ("SELECT ", hall_record_summary_columns (),
                                                  " FROM orders", SQL_OF_ACCOUNT, NULL));
  return (const char *) sql;
}

/* "1790000000-20261122000017": the sorting number and the order of the last row seen. */
static gboolean
parse_cursor (const char *cursor, gint64 *number, char **order, GError **error)
{
  gsize digits = cursor != NULL ? strspn (cursor, DIGITS) : 0;

  if (cursor == NULL)
    return TRUE;
  if (digits > 0 && digits < 19 && cursor[digits] == '-' && strlen (cursor + digits) == 15
      && strspn (cursor + digits + 1, DIGITS) == 14)
    {
      *number = g_ascii_strtoll (cursor, NULL, 10);
      g_free (*order);
      *order = g_strdup (cursor + digits + 1);
      return TRUE;
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "“%s” is not a cursor of this list", cursor);
  return FALSE;
}

static HallStmt *
query_of_account (
    HallDb *db, const HallRecordQuery *query, gint64 last, const char *order, GError **error)
{
  HallStmt *stmt = hall_db_query (db, account_sql (), error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, query->account);
  hall_stmt_bind_int (stmt, 2, last);
  hall_stmt_bind_text (stmt, 3, order);
  hall_stmt_bind_int (stmt, 4, (gint64) query->limit + 1);
  return stmt;
}

GPtrArray *
hall_record_list (HallDb *db, const HallRecordQuery *query, char **next, GError **error)
{
  gint64 last = G_MAXINT64;
  g_autofree char *order = g_strdup ("");
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_record_free);
  g_autoptr (HallStmt) stmt = NULL;
  HallStep step;

  *next = NULL;
  if (!parse_cursor (query->cursor, &last, &order, error))
    return NULL;
  stmt = query_of_account (db, query, last, order, error);
  if (stmt == NULL)
    return NULL;
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW && records->len < query->limit)
    {
      HallRecord *record = hall_record_read_row (stmt, NULL, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  if (step == HALL_STEP_FAILED)
    return NULL;
  if (step == HALL_STEP_ROW)
    {
      const HallRecord *end = g_ptr_array_index (records, records->len - 1);

      *next = g_strdup_printf ("%" G_GINT64_FORMAT "-%s", end->created_s, end->number);
    }
  return g_steal_pointer (&records);
}

GPtrArray *
hall_record_list_idle (HallDb *db, HallState state, gint64 before_s, guint limit, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_IDLE, error);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, hall_state_get_name (state));
  hall_stmt_bind_int (stmt, 2, before_s);
  hall_stmt_bind_int (stmt, 3, limit);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (numbers, g_strdup (hall_stmt_get_text (stmt, 0)));
  return step == HALL_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}
