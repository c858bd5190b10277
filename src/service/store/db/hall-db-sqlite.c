/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite: write-ahead log, every commit on the disk before it is answered.
 */
#include "hall-db-driver.h"

#include <sqlite3.h>

#include "hall-error.h"

#define BUSY_MS 10000

static void
set_error (sqlite3 *db, int code, GError **error)
{
  HallError hall_code = HALL_ERROR_INTERNAL;

  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
      hall_code = HALL_ERROR_CONFLICT;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      hall_code = HALL_ERROR_UNAVAILABLE;
      break;
    default:
      break;
    }
  g_set_error (error, HALL_ERROR, hall_code, "database: %s (%s)", sqlite3_errmsg (db),
               sqlite3_errstr (code));
}

static gboolean
sqlite_script (gpointer connection, const char *sql, GError **error)
{
  int code = sqlite3_exec (connection, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  set_error (connection, code, error);
  return FALSE;
}

static gpointer
sqlite_open (const char *target, HallDbMode mode, GError **error)
{
  static const char *const settings[HALL_N_DB_MODES] = {
    [HALL_DB_READ] = "PRAGMA query_only = ON; PRAGMA cache_size = -8000;",
    [HALL_DB_LOCK] = "PRAGMA journal_mode = MEMORY;",
    [HALL_DB_WRITE] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;",
  };
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE;
  sqlite3 *db = NULL;
  int code;

  if (mode != HALL_DB_READ)
    flags |= SQLITE_OPEN_CREATE;
  code = sqlite3_open_v2 (target, &db, flags, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_extended_result_codes (db, 1);
      sqlite3_busy_timeout (db, mode == HALL_DB_LOCK ? 0 : BUSY_MS);
      if (sqlite_script (db, settings[mode], error))
        return db;
    }
  else
    g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "database %s: %s", target,
                 db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
  sqlite3_close (db);
  return NULL;
}

static void
sqlite_close (gpointer connection)
{
  if (sqlite3_close (connection) != SQLITE_OK)
    g_critical ("a statement outlived its connection: %s", sqlite3_errmsg (connection));
}

static gpointer
sqlite_prepare (gpointer connection, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3 (connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code == SQLITE_OK)
    return statement;
  set_error (connection, code, error);
  return NULL;
}

static void
sqlite_finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
sqlite_reset (gpointer statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static int
find_parameter (gpointer statement, guint n)
{
  char name[16];

  g_snprintf (name, sizeof name, "$%u", n);
  return sqlite3_bind_parameter_index (statement, name);
}

static gboolean
sqlite_bind_text (gpointer statement, guint n, const char *text)
{
  int index = find_parameter (statement, n);

  return index > 0 && sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

static gboolean
sqlite_bind_int (gpointer statement, guint n, gint64 number)
{
  int index = find_parameter (statement, n);

  return index > 0 && sqlite3_bind_int64 (statement, index, number) == SQLITE_OK;
}

static HallStep
sqlite_step (gpointer connection, gpointer statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return HALL_STEP_ROW;
  if (code == SQLITE_DONE)
    return HALL_STEP_DONE;
  set_error (connection, code, error);
  return HALL_STEP_FAILED;
}

static const char *
sqlite_get_text (gpointer statement, guint column)
{
  return (const char *) sqlite3_column_text (statement, (int) column);
}

static gint64
sqlite_get_int (gpointer statement, guint column)
{
  return sqlite3_column_int64 (statement, (int) column);
}

static gint64
sqlite_get_changes (gpointer connection)
{
  return sqlite3_changes (connection);
}

static gboolean
sqlite_is_in_transaction (gpointer connection)
{
  return sqlite3_get_autocommit (connection) == 0;
}

const HallDbDriver hall_db_sqlite = {
  .open = sqlite_open,
  .close = sqlite_close,
  .prepare = sqlite_prepare,
  .finalize = sqlite_finalize,
  .reset = sqlite_reset,
  .bind_text = sqlite_bind_text,
  .bind_int = sqlite_bind_int,
  .step = sqlite_step,
  .get_text = sqlite_get_text,
  .get_int = sqlite_get_int,
  .get_changes = sqlite_get_changes,
  .is_in_transaction = sqlite_is_in_transaction,
  .script = sqlite_script,
  .begin = "BEGIN IMMEDIATE",
};
