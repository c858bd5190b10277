/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-json-scan.h"

#include <math.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct
{
  const char *p;
  const char *end;
  guint line;
  guint depth;
  char *reason; /* the first thing that is wrong */
} Scan;

/* Every scan_* answers FALSE once something is wrong, and leaves @p where it was found. */
static gboolean scan_value (Scan *self); /* lists and objects hold values */

static gboolean
wrong (Scan *self, const char *reason)
{
  if (self->reason == NULL)
    self->reason = g_strdup (reason);
  return FALSE;
}

/* The next character, or NUL at the end: a NUL inside is no UTF-8 text and was refused before. */
static char
peek (const Scan *self)
{
  return self->p < self->end ? *self->p : '\0';
}

static void
skip_blanks (Scan *self)
{
  for (; self->p < self->end && strchr (" \t\r\n", *self->p) != NULL; self->p++)
    self->line += *self->p == '\n';
}

static gboolean
take (Scan *self, char c)
{
  skip_blanks (self);
  if (peek (self) != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
scan_word (Scan *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || strncmp (self->p, word, length) != 0)
    return wrong (self, "a value is needed here");
  self->p += length;
  return TRUE;
}

static guint
skip_digits (Scan *self)
{
  const char *start = self->p;

  while (g_ascii_isdigit (peek (self)))
    self->p++;
  return (guint) (self->p - start);
}

static gboolean
check_range (Scan *self, const char *start, gboolean whole)
{
  g_autofree char *number = g_strndup (start, (gsize) (self->p - start));

  if (whole && !g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return wrong (self, "the number is too large");
  if (!whole && !isfinite (g_ascii_strtod (number, NULL)))
    return wrong (self, "the number is too large");
  return TRUE;
}

static gboolean
scan_number (Scan *self)
{
  const char *start = self->p;
  gboolean whole = TRUE;

  if (peek (self) == '-')
    self->p++;
  if (peek (self) == '0')
    self->p++;
  else if (skip_digits (self) == 0)
    return wrong (self, "a value is needed here");
  if (g_ascii_isdigit (peek (self)))
    return wrong (self, "a number does not begin with 0");
  if (peek (self) == '.')
    {
      whole = FALSE;
      self->p++;
      if (skip_digits (self) == 0)
        return wrong (self, "a digit is needed after the point");
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      whole = FALSE;
      self->p++;
      if (peek (self) == '+' || peek (self) == '-')
        self->p++;
      if (skip_digits (self) == 0)
        return wrong (self, "a digit is needed in the exponent");
    }
  return check_range (self, start, whole);
}

/* The four hexadecimal digits after \u, or -1. */
static int
scan_hex (Scan *self)
{
  int number = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (self));

      if (digit < 0)
        return -1;
      number = number * 16 + digit;
      self->p++;
    }
  return number;
}

/* The second number of a surrogate pair, or -1. */
static int
scan_low_half (Scan *self)
{
  if (self->end - self->p < 2 || self->p[1] != 'u')
    return -1;
  self->p += 2;
  return scan_hex (self);
}

/* What follows \u: one number, or two for a character beyond U+FFFF. */
static gboolean
scan_unicode (Scan *self, GString *text)
{
  int c = scan_hex (self);
  int low;

  if (c < 0)
    return wrong (self, "four hexadecimal digits are needed after \\u");
  if (c == 0)
    return wrong (self, "a text cannot hold the character U+0000");
  if (c >= 0xD800 && c <= 0xDBFF && peek (self) == '\\')
    {
      low = scan_low_half (self);
      if (low < 0xDC00 || low > 0xDFFF)
        return wrong (self, "half of a surrogate pair is missing");
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
  if (c >= 0xD800 && c <= 0xDFFF)
    return wrong (self, "half of a surrogate pair is missing");
  g_string_append_unichar (text, (gunichar) c);
  return TRUE;
}

static gboolean
scan_escape (Scan *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char c = peek (self);
  const char *at = c != '\0' ? strchr (letters, c) : NULL;

  if (at == NULL && c != 'u')
    return wrong (self, "unknown escape in a text");
  self->p++;
  if (c == 'u')
    return scan_unicode (self, text);
  g_string_append_c (text, meanings[at - letters]);
  return TRUE;
}

/* Takes a text and gives what it means in @text. */
static gboolean
scan_string (Scan *self, GString *text)
{
  g_string_truncate (text, 0);
  if (!take (self, '"'))
    return wrong (self, "a text in double quotes is needed here");
  while (self->p < self->end && *self->p != '"')
    {
      char c = *self->p;

      if ((guchar) c < 0x20)
        return wrong (self, "a control character stands in a text; write it as an escape");
      self->p++;
      if (c != '\\')
        g_string_append_c (text, c);
      else if (!scan_escape (self, text))
        return FALSE;
    }
  return take (self, '"') || wrong (self, "a text does not end");
}

static gboolean
scan_members (Scan *self, GString *text)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  do
    {
      if (!scan_string (self, text))
        return FALSE;
      if (!g_hash_table_add (names, g_strdup (text->str)))
        {
          g_autofree char *reason = g_strdup_printf ("the member “%s” stands twice", text->str);

          return wrong (self, reason);
        }
      if (!take (self, ':'))
        return wrong (self, "“:” is needed here");
      if (!scan_value (self))
        return FALSE;
    }
  while (take (self, ','));
  return take (self, '}') || wrong (self, "“,” or “}” is needed here");
}

static gboolean
scan_elements (Scan *self)
{
  do
    if (!scan_value (self))
      return FALSE;
  while (take (self, ','));
  return take (self, ']') || wrong (self, "“,” or “]” is needed here");
}

static gboolean
scan_container (Scan *self)
{
  gboolean is_object = *self->p++ == '{';
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean good;

  if (++self->depth > HALL_JSON_MAX_DEPTH)
    return wrong (self, "nested too deeply");
  if (take (self, is_object ? '}' : ']'))
    good = TRUE;
  else
    good = is_object ? scan_members (self, text) : scan_elements (self);
  self->depth--;
  return good;
}

static gboolean
scan_value (Scan *self)
{
  skip_blanks (self);
  switch (peek (self))
    {
    case '{':
    case '[':
      return scan_container (self);
    case '"':
      {
        g_autoptr (GString) text = g_string_new (NULL);

        return scan_string (self, text);
      }
    case 't':
      return scan_word (self, "true");
    case 'f':
      return scan_word (self, "false");
    case 'n':
      return scan_word (self, "null");
    default:
      return scan_number (self);
    }
}

char *
hall_json_scan (const char *text, gsize length, guint *line)
{
  Scan scan = { .p = text, .end = text + length, .line = 1 };

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, 3) == 0)
    scan.p += strlen (BYTE_ORDER_MARK);
  skip_blanks (&scan);
  if (scan.p == scan.end)
    wrong (&scan, "the document is empty");
  else if (scan_value (&scan))
    {
      skip_blanks (&scan);
      if (scan.p < scan.end)
        wrong (&scan, "something follows the end of the document");
    }
  *line = scan.line;
  return scan.reason;
}
