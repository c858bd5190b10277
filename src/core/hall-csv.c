/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-csv.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _HallCsv
{
  GString *text;
  gboolean in_line;
};

HallCsv *
hall_csv_new (void)
{
  HallCsv *self = g_new0 (HallCsv, 1);

  self->text = g_string_new (BYTE_ORDER_MARK);
  return self;
}

void
hall_csv_free (HallCsv *self)
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
separate (HallCsv *self)
{
  if (self->in_line)
    g_string_append_c (self->text, ',');
  self->in_line = TRUE;
}

void
hall_csv_add (HallCsv *self, const char *text)
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
hall_csv_add_int (HallCsv *self, gint64 number)
{
  separate (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
hall_csv_end_line (HallCsv *self)
{
  g_string_append (self->text, "\r\n");
  self->in_line = FALSE;
}

GBytes *
hall_csv_get_bytes (HallCsv *self)
{
  return g_bytes_new (self->text->str, self->text->len);
}
