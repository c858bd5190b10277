/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table in a text file (CSV), as banks and couriers hand it out: in UTF-8 or GB18030, with
 * commas, semicolons or tabs. A line that cannot be read is named and the others are read on.
 */
#pragma once

#include "hall-check.h"

#define HALL_TABLE_MAX_BYTES (4 * 1024 * 1024)
#define HALL_TABLE_MAX_LINES 20000

typedef enum
{
  HALL_ENCODING_AUTO,
  HALL_ENCODING_UTF_8,
  HALL_ENCODING_GB18030, /* holds GBK and GB 2312 */
  HALL_N_ENCODINGS
} HallEncoding;

typedef struct
{
  guint line;   /* in the file, from 1; of a row with line ends inside, the first */
  char **cells; /* UTF-8, ends trimmed */
  guint n_cells;
} HallTableRow;

typedef struct
{
  GPtrArray *rows;       /* (element-type HallTableRow): empty lines are left out */
  GPtrArray *problems;   /* (element-type HallFinding): "where" is the number of the line */
  HallEncoding encoding; /* what it was read as, never AUTO */
  char separator;
  guint n_columns; /* of the widest row */
} HallTable;

/**
 * hall_table_parse:
 * @encoding: AUTO: UTF-8 if all of it is, else GB18030
 * @separator: ',', ';' or '\t'; 0: the one that the first lines hold most of
 * @error: %HALL_ERROR_INVALID for what is no text table at all (empty, a workbook),
 *   %HALL_ERROR_TOO_LARGE
 */
HallTable *hall_table_parse (GBytes *bytes, HallEncoding encoding, char separator, GError **error);
void hall_table_free (HallTable *self);

/* The text of column @column, from 1; "" where the row has none, and for column 0. */
const char *hall_table_row_get (const HallTableRow *self, guint column);

/* Adds a finding about a line; @arg1, @arg2: (nullable). */
void hall_table_add_problem (
    GPtrArray *problems, guint line, HallIssueCode code, const char *arg1, const char *arg2);

/* "auto", "utf-8", "gb18030" */
const char *hall_encoding_get_name (HallEncoding encoding);
/* HALL_N_ENCODINGS if there is no such name. */
HallEncoding hall_encoding_from_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallTable, hall_table_free)
