/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One connection to the hall's database, owned by one thread. The SQL above it is
 * written once, with $1, $2 … parameters bound by name and no words of one dialect,
 * so that another driver can be added below without touching a query or a route.
 */
#pragma once

#include <glib.h>

typedef struct _HallDb HallDb;
typedef struct _HallStmt HallStmt;

typedef enum
{
  HALL_DB_READ,  /* sees committed data only and cannot change it */
  HALL_DB_WRITE, /* there is one of these in a process: the writer's */
  HALL_DB_LOCK,  /* holds nothing but a lock, which ends with the process */
  HALL_N_DB_MODES
} HallDbMode;

typedef enum
{
  HALL_STEP_FAILED = -1,
  HALL_STEP_DONE = 0,
  HALL_STEP_ROW = 1
} HallStep;

/**
 * hall_db_open:
 * @target: path of an SQLite file
 * @error: %HALL_ERROR_UNAVAILABLE with the reason
 */
HallDb *hall_db_open (const char *target, HallDbMode mode, GError **error);
void hall_db_close (HallDb *self);

/**
 * hall_db_query:
 * @sql: (not nullable): one statement; the text must live as long as the connection,
 *   since prepared statements are kept by its address
 *
 * Returns: (transfer full): a statement without values, or NULL and HALL_ERROR_INTERNAL
 *   if the database refuses the text
 */
HallStmt *hall_db_query (HallDb *self, const char *sql, GError **error);

/* Binds parameter $@n. A parameter that does not exist is our bug. NULL binds NULL. */
void hall_stmt_bind_text (HallStmt *self, guint n, const char *text);
void hall_stmt_bind_int (HallStmt *self, guint n, gint64 number);

/**
 * hall_stmt_step:
 * @error: %HALL_ERROR_CONFLICT when a row must be unique and is not, %HALL_ERROR_UNAVAILABLE
 *   when the disk is full or the database busy, else %HALL_ERROR_INTERNAL
 */
HallStep hall_stmt_step (HallStmt *self, GError **error);

/* Columns of the row that step() stands on, from 0. The text lives until the next step. */
const char *hall_stmt_get_text (HallStmt *self, guint column);
gint64 hall_stmt_get_int (HallStmt *self, guint column);

/* Gives the statement back to its connection. */
void hall_stmt_done (HallStmt *self);

/* A statement without result. Returns: FALSE with @error */
gboolean hall_stmt_run (HallStmt *self, GError **error);

/* Adds the text of every statement kept for use again. @texts: (element-type utf8): borrowed */
void hall_db_list_texts (HallDb *self, GPtrArray *texts);

/* Rows that the last statement run on this connection changed. */
gint64 hall_db_get_changes (HallDb *self);

/* Runs several statements without parameters. */
gboolean hall_db_script (HallDb *self, const char *sql, GError **error);

/* A transaction, and a part of one that can be taken back alone. */
gboolean hall_db_begin (HallDb *self, GError **error);
gboolean hall_db_commit (HallDb *self, GError **error);
void hall_db_rollback (HallDb *self);

/* FALSE as well after the database took a transaction back by itself, as on a full disk. */
gboolean hall_db_is_in_transaction (HallDb *self);
gboolean hall_db_savepoint (HallDb *self, GError **error);
gboolean hall_db_release (HallDb *self, GError **error);
void hall_db_rollback_to_savepoint (HallDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallDb, hall_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStmt, hall_stmt_done)
