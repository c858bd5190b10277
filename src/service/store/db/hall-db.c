/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-db.h"

#include "hall-db-driver.h"
#include "hall-error.h"

struct _HallDb
{
  const HallDbDriver *driver;
  gpointer connection;
  GHashTable *idle; /* address of an SQL text -> HallStmt waiting to be used again */
};

struct _HallStmt
{
  HallDb *db; /* borrowed */
  const char *sql;
  gpointer statement;
};

static void
stmt_free (gpointer data)
{
  HallStmt *stmt = data;

  stmt->db->driver->finalize (stmt->statement);
  g_free (stmt);
}

HallDb *
hall_db_open (const char *target, HallDbMode mode, GError **error)
{
  const HallDbDriver *driver = &hall_db_sqlite;
  gpointer connection = driver->open (target, mode, error);
  HallDb *self;

  if (connection == NULL)
    return NULL;
  self = g_new0 (HallDb, 1);
  self->driver = driver;
  self->connection = connection;
  self->idle = g_hash_table_new_full (NULL, NULL, NULL, stmt_free);
  return self;
}

void
hall_db_close (HallDb *self)
{
  g_hash_table_unref (self->idle);
  self->driver->close (self->connection);
  g_free (self);
}

HallStmt *
hall_db_query (HallDb *self, const char *sql, GError **error)
{
  HallStmt *stmt = NULL;
  gpointer statement;

  if (g_hash_table_steal_extended (self->idle, sql, NULL, (gpointer *) &stmt))
    return stmt;
  statement = self->driver->prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stmt = g_new0 (HallStmt, 1);
  stmt->db = self;
  stmt->sql = sql;
  stmt->statement = statement;
  return stmt;
}

void
hall_stmt_done (HallStmt *self)
{
  self->db->driver->reset (self->statement);
  g_hash_table_replace (self->db->idle, (gpointer) self->sql, self);
}

void
hall_stmt_bind_text (HallStmt *self, guint n, const char *text)
{
  if (!self->db->driver->bind_text (self->statement, n, text))
    g_critical ("no parameter $%u in: %s", n, self->sql);
}

void
hall_stmt_bind_int (HallStmt *self, guint n, gint64 number)
{
  if (!self->db->driver->bind_int (self->statement, n, number))
    g_critical ("no parameter $%u in: %s", n, self->sql);
}

HallStep
hall_stmt_step (HallStmt *self, GError **error)
{
  return self->db->driver->step (self->db->connection, self->statement, error);
}

gboolean
hall_stmt_run (HallStmt *self, GError **error)
{
  return hall_stmt_step (self, error) != HALL_STEP_FAILED;
}

const char *
hall_stmt_get_text (HallStmt *self, guint column)
{
  return self->db->driver->get_text (self->statement, column);
}

gint64
hall_stmt_get_int (HallStmt *self, guint column)
{
  return self->db->driver->get_int (self->statement, column);
}

void
hall_db_list_texts (HallDb *self, GPtrArray *texts)
{
  GHashTableIter iter;
  gpointer sql;

  g_hash_table_iter_init (&iter, self->idle);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    g_ptr_array_add (texts, sql);
}

gint64
hall_db_get_changes (HallDb *self)
{
  return self->driver->get_changes (self->connection);
}

gboolean
hall_db_script (HallDb *self, const char *sql, GError **error)
{
  return self->driver->script (self->connection, sql, error);
}

gboolean
hall_db_begin (HallDb *self, GError **error)
{
  return hall_db_script (self, self->driver->begin, error);
}

gboolean
hall_db_is_in_transaction (HallDb *self)
{
  return self->driver->is_in_transaction (self->connection);
}

gboolean
hall_db_commit (HallDb *self, GError **error)
{
  return hall_db_script (self, "COMMIT", error);
}

/* Taking back can only fail when there is nothing to take back. */
static void
take_back (HallDb *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!hall_db_script (self, sql, &error))
    g_warning ("%s: %s", sql, error->message);
}

void
hall_db_rollback (HallDb *self)
{
  take_back (self, "ROLLBACK");
}

gboolean
hall_db_savepoint (HallDb *self, GError **error)
{
  return hall_db_script (self, "SAVEPOINT step", error);
}

gboolean
hall_db_release (HallDb *self, GError **error)
{
  return hall_db_script (self, "RELEASE SAVEPOINT step", error);
}

void
hall_db_rollback_to_savepoint (HallDb *self)
{
  take_back (self, "ROLLBACK TO SAVEPOINT step");
  take_back (self, "RELEASE SAVEPOINT step");
}
