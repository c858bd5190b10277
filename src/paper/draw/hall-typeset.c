/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-typeset.h"

#include <string.h>

/* Characters at the end of a paragraph that stay on one line, its full stop among them. */
#define TAIL 3

/* Full-width marks whose ink is in the left half, and those whose ink is in the right half. */
#define CLOSING "，。、；：）》」』】〉”"
#define OPENING "（《「『【〈“"

static void
insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* Lines do not break between @start and @end. */
static void
keep (PangoAttrList *list, const char *text, const char *start, const char *end)
{
  insert (list, pango_attr_allow_breaks_new (FALSE), (gsize) (start - text), (gsize) (end - text));
}

static gboolean
is_one_of (const char *set, const char *p)
{
  return *p != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

/* From the last digit of a number at @p to its unit, if there is one. */
static void
keep_unit (PangoAttrList *list, const char *text, const char *p)
{
  const char *end = p + 1;

  if (!g_ascii_isdigit (*p) || g_ascii_isdigit (*end))
    return;
  if (*end == ' ')
    end++;
  if (*end == '\0' || is_one_of (CLOSING OPENING, end) || g_unichar_isspace (g_utf8_get_char (end)))
    return;
  keep (list, text, p, g_utf8_next_char (end));
}

/* @p: the end of a paragraph that begins at @start */
static void
keep_tail (PangoAttrList *list, const char *text, const char *start, const char *p)
{
  const char *tail = p;

  for (guint i = 0; i < TAIL && tail > start; i++)
    tail = g_utf8_prev_char (tail);
  if (tail > start)
    keep (list, text, tail, p);
}

static void
squeeze (PangoAttrList *list, const char *text, const char *p)
{
  const char *next = g_utf8_next_char (p);

  if (is_one_of (OPENING, p) && (p == text || p[-1] == '\n'))
    insert (list, pango_attr_font_features_new ("halt=1"), (gsize) (p - text),
            (gsize) (next - text));
  if (is_one_of (CLOSING, p) && is_one_of (CLOSING OPENING, next))
    insert (list, pango_attr_font_features_new ("halt=1"), (gsize) (p - text),
            (gsize) (next - text));
  else if (is_one_of (OPENING, p) && is_one_of (OPENING, next))
    insert (list, pango_attr_font_features_new ("halt=1"), (gsize) (next - text),
            (gsize) (g_utf8_next_char (next) - text));
}

void
hall_typeset_add (PangoAttrList *list, const char *text)
{
  const char *start = text;

  insert (list, pango_attr_insert_hyphens_new (FALSE), 0, strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      keep_unit (list, text, p);
      squeeze (list, text, p);
      if (*p == '\n')
        {
          keep_tail (list, text, start, p);
          start = p + 1;
        }
    }
  keep_tail (list, text, start, text + strlen (text));
}
