/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rows.h"

typedef struct
{
  guint n_values;
  sqlite3_value **values;
} Row;

struct _BenchRows
{
  const BenchTable *tables;
  guint n_tables;
  guint n_changes;
  GPtrArray *rows; /* of all changes and tables: n_changes * n_tables arrays of Row */
};

static void
check (sqlite3 *db, gboolean good)
{
  if (!good)
    g_error ("sqlite: %s", sqlite3_errmsg (db));
}

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_values; i++)
    sqlite3_value_free (row->values[i]);
  g_free (row->values);
  g_free (row);
}

static Row *
read_row (sqlite3_stmt *stmt)
{
  Row *row = g_new0 (Row, 1);

  row->n_values = (guint) sqlite3_column_count (stmt);
  row->values = g_new0 (sqlite3_value *, row->n_values);
  for (guint i = 0; i < row->n_values; i++)
    row->values[i] = sqlite3_value_dup (sqlite3_column_value (stmt, (int) i));
  return row;
}

/* The rows of one change in one table. */
static GPtrArray *
read_table (sqlite3 *db, const char *select, const char *number)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  sqlite3_stmt *stmt = NULL;

  check (db, sqlite3_prepare_v2 (db, select, -1, &stmt, NULL) == SQLITE_OK);
  if (sqlite3_bind_parameter_count (stmt) > 0)
    sqlite3_bind_text (stmt, 1, number, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (rows, read_row (stmt));
  sqlite3_finalize (stmt);
  return rows;
}

BenchRows *
bench_rows_read (const char *path,
                 const BenchTable *tables,
                 guint n_tables,
                 const char *const *numbers)
{
  BenchRows *self = g_new0 (BenchRows, 1);
  sqlite3 *db = NULL;

  self->tables = tables;
  self->n_tables = n_tables;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  check (db, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
  for (; numbers[self->n_changes] != NULL; self->n_changes++)
    for (guint i = 0; i < n_tables; i++)
      g_ptr_array_add (self->rows, read_table (db, tables[i].select, numbers[self->n_changes]));
  sqlite3_close (db);
  return self;
}

void
bench_rows_free (BenchRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
write_rows (sqlite3 *db, sqlite3_stmt *stmt, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->n_values; j++)
        sqlite3_bind_value (stmt, (int) j + 1, row->values[j]);
      check (db, sqlite3_step (stmt) == SQLITE_DONE);
      sqlite3_reset (stmt);
    }
}

static void
run (sqlite3 *db, const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK);
}

static void
write_all (BenchRows *self, sqlite3 *db, sqlite3_stmt **stmts, guint group)
{
  for (guint change = 0; change < self->n_changes; change++)
    {
      if (change % group == 0)
        run (db, "BEGIN IMMEDIATE");
      for (guint i = 0; i < self->n_tables; i++)
        write_rows (db, stmts[i], g_ptr_array_index (self->rows, change * self->n_tables + i));
      if (change % group == group - 1 || change == self->n_changes - 1)
        run (db, "COMMIT");
    }
}

double
bench_rows_write (BenchRows *self, const char *path, guint group)
{
  g_autofree sqlite3_stmt **stmts = g_new0 (sqlite3_stmt *, self->n_tables);
  sqlite3 *db = NULL;
  gint64 begun_us, took_us;

  check (db, sqlite3_open (path, &db) == SQLITE_OK);
  run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
           "PRAGMA cache_size = -32000;");
  for (guint i = 0; i < self->n_tables; i++)
    check (db, sqlite3_prepare_v3 (db, self->tables[i].write, -1, SQLITE_PREPARE_PERSISTENT,
                                   &stmts[i], NULL)
                   == SQLITE_OK);
  begun_us = g_get_monotonic_time ();
  write_all (self, db, stmts, group);
  took_us = g_get_monotonic_time () - begun_us;
  for (guint i = 0; i < self->n_tables; i++)
    sqlite3_finalize (stmts[i]);
  sqlite3_close (db);
  return (double) self->n_changes * G_USEC_PER_SEC / (double) took_us;
}
