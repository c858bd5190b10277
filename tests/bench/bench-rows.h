/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that one database has and another has not, and writing the very same into that other:
 * what a change costs the database, and nothing else.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct _BenchRows BenchRows;

/* A table and how its rows are written. */
typedef struct
{
  const char *select; /* the rows of one change: parameter 1 is its order's number */
  const char *write;  /* parameters are the columns selected */
} BenchTable;

/* @numbers: of the orders that changed, one change each */
BenchRows *bench_rows_read (const char *path,
                            const BenchTable *tables,
                            guint n_tables,
                            const char *const *numbers);
void bench_rows_free (BenchRows *self);

/* Writes every change in transactions of @group changes. Returns: changes per second */
double bench_rows_write (BenchRows *self, const char *path, guint group);
