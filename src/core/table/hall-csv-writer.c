/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-csv-writer.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _HallCsvWriter
{
  GString *text;
  gboolean in_line;
};

HallCsvWriter *
hall_csv_writer_new (void)
{
  HallCsvWriter *self = g_new0 (HallCsvWriter, 1);

  self->text = g_string_new (BYTE_ORDER_MARK);
  return self;
}

void
hall_csv_writer_free (HallCsvWriter *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Blanks before it do not keep a spreadsheet from calculating. */
static gboolean
is_formula (const char *text)
{
  const char *first = text + strspn (text, " \t\r\n");

  return *first != '\0' && strchr ("=+-@", *first) != NULL;
}

static void
separate (HallCsvWriter *self)
{
  if (self->in_line)
    g_string_append_c (self->text, ',');
  self->in_line = TRUE;
}

void
hall_csv_writer_add (HallCsvWriter *self, const char *text)
{
  const char *cell = text != NULL ? text : "";
  gboolean formula = is_formula (cell);
  gboolean quoted = formula || strpbrk (cell, ",\"\r\n\t") != NULL || g_str_has_prefix (cell, " ")
                    || g_str_has_suffix (cell, " ");

  separate (self);
  if (quoted)
    g_string_append_c (self->text, '"');
  if (formula)
    g_string_append_c (self->text, '\'');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *c);
    }
  if (quoted)
    g_string_append_c (self->text, '"');
}

/* A number of ours is no formula, whatever its sign. */
void
hall_csv_writer_add_int (HallCsvWriter *self, gint64 number)
{
  separate (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
hall_csv_writer_end_line (HallCsvWriter *self)
{
  g_string_append (self->text, "\r\n");
  self->in_line = FALSE;
}

GBytes *
hall_csv_writer_get_bytes (HallCsvWriter *self)
{
  return g_bytes_new (self->text->str, self->text->len);
}
