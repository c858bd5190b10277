/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-table.h"

#include <string.h>

#include "hall-application.h"
#include "hall-error.h"

#define BOM           "\xEF\xBB\xBF"
#define GUESSED_LINES 20
#define SEPARATORS    ",;\t"

static const char *const names[HALL_N_ENCODINGS] = { "auto", "utf-8", "gb18030" };

/* Bytes are cut into cells before they are decoded: no byte of a character beyond ASCII is a
 * separator, a quote or a line end, in UTF-8 as in GB18030. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  char separator;
  HallTable *csv;
} Reader;

/* What is read of one row before it is kept. */
typedef struct
{
  GPtrArray *cells; /* (element-type GString): as bytes */
  guint line;
} RawRow;

const char *
hall_encoding_get_name (HallEncoding encoding)
{
  g_return_val_if_fail (encoding < HALL_N_ENCODINGS, NULL);

  return names[encoding];
}

HallEncoding
hall_encoding_from_name (const char *name)
{
  guint i = 0;

  while (i < HALL_N_ENCODINGS && g_strcmp0 (names[i], name) != 0)
    i++;
  return i;
}

static void
free_row (HallTableRow *self)
{
  g_strfreev (self->cells);
  g_free (self);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

void
hall_table_free (HallTable *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

const char *
hall_table_row_get (const HallTableRow *self, guint column)
{
  return column > 0 && column <= self->n_cells ? self->cells[column - 1] : "";
}

void
hall_table_add_problem (
    GPtrArray *problems, guint line, HallIssueCode code, const char *arg1, const char *arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *where = g_strdup_printf ("%u", line);

  hall_issue_set (&issue, code, arg1, arg2);
  g_ptr_array_add (problems, hall_finding_new (where, &issue));
}

/* Returns: (transfer full) (nullable): NULL if the bytes are not in that encoding */
static char *
decode (const GString *bytes, HallEncoding encoding)
{
  gsize written = 0;
  g_autofree char *text = NULL;

  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    return NULL;
  if (encoding == HALL_ENCODING_UTF_8)
    text = g_utf8_validate (bytes->str, (gssize) bytes->len, NULL) ? g_strdup (bytes->str) : NULL;
  else
    text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", "GB18030", NULL, &written, NULL);
  return text != NULL ? g_strdup (g_strstrip (text)) : NULL;
}

static gboolean
is_empty (const RawRow *raw)
{
  for (guint i = 0; i < raw->cells->len; i++)
    {
      const GString *cell = g_ptr_array_index (raw->cells, i);

      for (gsize k = 0; k < cell->len; k++)
        if (!g_ascii_isspace (cell->str[k]))
          return FALSE;
    }
  return TRUE;
}

static void
keep_row (HallTable *csv, const RawRow *raw)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  HallTableRow *row;

  if (is_empty (raw))
    return;
  for (guint i = 0; i < raw->cells->len; i++)
    {
      g_autofree char *text = decode (g_ptr_array_index (raw->cells, i), csv->encoding);

      if (text == NULL)
        {
          hall_table_add_problem (csv->problems, raw->line, HALL_ISSUE_LINE_ENCODING,
                                  csv->encoding == HALL_ENCODING_UTF_8 ? "UTF-8" : "GB18030", NULL);
          return;
        }
      g_strv_builder_add (cells, text);
    }
  row = g_new0 (HallTableRow, 1);
  row->line = raw->line;
  row->cells = g_strv_builder_end (cells);
  row->n_cells = raw->cells->len;
  csv->n_columns = MAX (csv->n_columns, row->n_cells);
  g_ptr_array_add (csv->rows, row);
}

static gboolean
is_line_end (const Reader *self)
{
  return self->at >= self->end || *self->at == '\n' || *self->at == '\r';
}

static void
skip_line_end (Reader *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

/* From behind the opening quote. Returns: FALSE if there is no closing one */
static gboolean
read_quoted (Reader *self, GString *cell)
{
  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '"' && self->at + 1 < self->end && self->at[1] == '"')
        self->at++;
      else if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }
      else if (*self->at == '\n')
        self->line++;
      g_string_append_c (cell, *self->at);
    }
  return FALSE;
}

/* A quote opens a cell only at its start; inside one it is a character like others. */
static gboolean
read_cell (Reader *self, GString *cell)
{
  if (self->at < self->end && *self->at == '"')
    {
      self->at++;
      if (!read_quoted (self, cell))
        return FALSE;
    }
  while (!is_line_end (self) && *self->at != self->separator)
    g_string_append_c (cell, *self->at++);
  return TRUE;
}

static gboolean
read_cells (Reader *self, RawRow *raw)
{
  gboolean more;

  do
    {
      GString *cell = g_string_new (NULL);

      g_ptr_array_add (raw->cells, cell);
      if (!read_cell (self, cell))
        return FALSE;
      more = !is_line_end (self);
      self->at += more;
    }
  while (more);
  return TRUE;
}

/* A quote that is never closed spoils its own line, not the rest of the file. */
static void
read_row (Reader *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (free_text);
  RawRow raw = { cells, self->line };
  const char *start = self->at;

  if (read_cells (self, &raw))
    {
      keep_row (self->csv, &raw);
      skip_line_end (self);
      return;
    }
  hall_table_add_problem (self->csv->problems, raw.line, HALL_ISSUE_LINE_QUOTE, NULL, NULL);
  self->at = start;
  self->line = raw.line;
  while (!is_line_end (self))
    self->at++;
  skip_line_end (self);
}

static char
guess_separator (const char *text, gsize length)
{
  guint count[3] = { 0 };
  guint lines = 0, best = 0;

  for (gsize i = 0; i < length && lines < GUESSED_LINES; i++)
    {
      const char *found = strchr (SEPARATORS, text[i]);

      lines += text[i] == '\n';
      if (found != NULL && *found != '\0')
        count[found - SEPARATORS]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (count); i++)
    if (count[i] > count[best])
      best = i;
  return SEPARATORS[best];
}

static gboolean
check_file (const char *text, gsize length, GError **error)
{
  if (length == 0)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "the file is empty");
  else if (length > HALL_TABLE_MAX_BYTES)
    g_set_error (error, HALL_ERROR, HALL_ERROR_TOO_LARGE, "the file is larger than %d MiB",
                 HALL_TABLE_MAX_BYTES / (1024 * 1024));
  else if (memchr (text, '\0', length) != NULL || g_str_has_prefix (text, "PK\003\004"))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                         "this is no text table; save the sheet as CSV first");
  else
    return TRUE;
  return FALSE;
}

HallTable *
hall_table_parse (GBytes *bytes, HallEncoding encoding, char separator, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_strndup (text != NULL ? text : "", length);
  g_autoptr (HallTable) self = NULL;
  Reader reader = { .at = copy, .end = copy + length, .line = 1 };

  if (!check_file (copy, length, error))
    return NULL;
  if (g_str_has_prefix (copy, BOM))
    reader.at += strlen (BOM);
  self = g_new0 (HallTable, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->problems = hall_findings_new ();
  self->encoding = encoding;
  if (encoding == HALL_ENCODING_AUTO)
    self->encoding = g_utf8_validate (reader.at, reader.end - reader.at, NULL)
                         ? HALL_ENCODING_UTF_8
                         : HALL_ENCODING_GB18030;
  self->separator =
      separator != 0 ? separator : guess_separator (reader.at, (gsize) (reader.end - reader.at));
  reader.separator = self->separator;
  reader.csv = self;
  while (reader.at < reader.end && reader.line <= HALL_TABLE_MAX_LINES)
    read_row (&reader);
  if (reader.at < reader.end)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_TOO_LARGE, "the file has more than %d lines",
                   HALL_TABLE_MAX_LINES);
      return NULL;
    }
  return g_steal_pointer (&self);
}
