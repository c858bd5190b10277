/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a database driver does. Known to hall-db.c and the drivers only.
 */
#pragma once

#include "hall-db.h"

typedef struct
{
  gpointer (*open) (const char *target, HallDbMode mode, GError **error);
  void (*close) (gpointer connection);
  gpointer (*prepare) (gpointer connection, const char *sql, GError **error);
  void (*finalize) (gpointer statement);
  void (*reset) (gpointer statement);
  gboolean (*bind_text) (gpointer statement, guint n, const char *text);
  gboolean (*bind_int) (gpointer statement, guint n, gint64 number);
  HallStep (*step) (gpointer connection, gpointer statement, GError **error);
  const char *(*get_text) (gpointer statement, guint column);
  gint64 (*get_int) (gpointer statement, guint column);
  gint64 (*get_changes) (gpointer connection);
  gboolean (*is_in_transaction) (gpointer connection);
  gboolean (*script) (gpointer connection, const char *sql, GError **error);
  const char *begin; /* the words that begin a writing transaction */
} HallDbDriver;

extern const HallDbDriver hall_db_sqlite;
