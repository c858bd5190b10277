/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-tidy.h"

#include <stdlib.h>
#include <string.h>

#define MIDDLE_DOT 0x00B7

gboolean
hall_char_is_han (gunichar c)
{
  return c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF);
}

gboolean
hall_text_has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (hall_char_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Zero-width blanks, direction marks, soft hyphens: copied along, seen and meant by nobody. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Full-width forms U+FF01-FF5E are ASCII moved by 0xFEE0. */
static gunichar
half_width (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFEE0;
  return c == 0x3000 ? ' ' : c;
}

static char *
to_nfc (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_str_is_ascii (valid))
    return g_steal_pointer (&valid);
  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

#define DROPPED 0

/* Puts @map (c) in the place of each character. Normalised once more at the end, as what
 * now stands side by side may be one character. */
static char *
map_text (const char *text, gunichar (*map) (gunichar c))
{
  g_autofree char *nfc = to_nfc (text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = map (g_utf8_get_char (p));

      if (c != DROPPED)
        g_string_append_unichar (out, c);
    }
  return to_nfc (out->str);
}

static gunichar
map_no_blank (gunichar c)
{
  return g_unichar_isspace (c) || is_invisible (c) ? DROPPED : half_width (c);
}

static gunichar
map_digit (gunichar c)
{
  return is_hyphen (half_width (c)) ? DROPPED : map_no_blank (c);
}

static gunichar
map_code (gunichar c)
{
  gunichar mapped = map_digit (c);

  return mapped < 128 ? (gunichar) g_ascii_toupper ((char) mapped) : mapped;
}

char *
hall_tidy_text (const char *text)
{
  g_autofree char *nfc = to_nfc (text);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (g_unichar_isspace (c))
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return to_nfc (out->str);
}

/* The look-alikes that input methods give for the middle dot. */
static gunichar
map_han_name (gunichar c)
{
  static const gunichar dots[] = { 0x2022, 0x2027, 0x30FB, 0xFF65, '.', 0xFF0E };

  for (gsize i = 0; i < G_N_ELEMENTS (dots); i++)
    if (c == dots[i])
      return MIDDLE_DOT;
  return c;
}

static gunichar
map_latin_name (gunichar c)
{
  return c == 0x2018 || c == 0x2019 ? '\'' : half_width (c);
}

char *
hall_tidy_name (const char *text)
{
  g_autofree char *tidy = hall_tidy_text (text);

  return map_text (tidy, hall_text_has_han (tidy) ? map_han_name : map_latin_name);
}

char *
hall_tidy_compact (const char *text)
{
  return map_text (text, map_no_blank);
}

char *
hall_tidy_digits (const char *text)
{
  return map_text (text, map_digit);
}

char *
hall_tidy_code (const char *text)
{
  return map_text (text, map_code);
}

/* A number of 11 digits without the country before it. */
static const char *
skip_country_of_mobile (const char *digits)
{
  static const char *const prefixes[] = { "+86", "0086", "86" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (digits, prefixes[i]) && strlen (digits) == strlen (prefixes[i]) + 11)
      return digits + strlen (prefixes[i]);
  return digits;
}

char *
hall_tidy_mobile (const char *text)
{
  g_autofree char *digits = hall_tidy_digits (text);

  return g_strdup (skip_country_of_mobile (digits));
}

/* Brackets away, every hyphen the same. */
static gunichar
map_phone (gunichar c)
{
  gunichar mapped = map_no_blank (c);

  if (mapped == '(' || mapped == ')')
    return DROPPED;
  return is_hyphen (mapped) ? '-' : mapped;
}

/* Compiles @pattern when it is first needed; shared by all threads from then on. */
static GRegex *
compile_once (gsize *place, const char *pattern)
{
  if (g_once_init_enter (place))
    g_once_init_leave (place, (gsize) g_regex_new (pattern,
                                                   G_REGEX_DOLLAR_ENDONLY | G_REGEX_CASELESS
                                                       | G_REGEX_OPTIMIZE,
                                                   0, NULL));
  return (GRegex *) *place;
}

/* [country] area code, number of 7 or 8 digits, [extension]. 400 and 800 are no area codes. */
static const char LANDLINE[] = "^(?:(?:\\+|00)86-?0?|0)(10|2[0-9]|(?![48]00)[3-9][0-9]{2})"
                               "-?([0-9]{3,4})-?([0-9]{4})"
                               "(?:(?:-|#|转|分机|ext\\.?)([0-9]{1,6}))?$";

char *
hall_tidy_phone (const char *text)
{
  static gsize landline;
  g_autofree char *line = map_text (text, map_phone);
  g_autofree char *mobile = hall_tidy_mobile (line);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;

  if (mobile[0] == '1' && strlen (mobile) == 11)
    return g_steal_pointer (&mobile);
  if (!g_regex_match (compile_once (&landline, LANDLINE), line, 0, &match))
    return g_steal_pointer (&line);
  parts = g_match_info_fetch_all (match);
  return g_strconcat ("0", parts[1], "-", parts[2], parts[3], parts[4] != NULL ? "-" : NULL,
                      parts[4], NULL);
}

char *
hall_tidy_email (const char *text)
{
  g_autofree char *line = hall_tidy_compact (text);
  char *at = strrchr (line, '@');

  for (; at != NULL && *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  return to_nfc (line);
}

static const char DATE[] = "^([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
                           "|([0-9]{2})([0-9]{2}))$";

char *
hall_tidy_date (const char *text)
{
  static gsize date;
  g_autofree char *line = hall_tidy_compact (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  const char *month;
  const char *day;

  if (!g_regex_match (compile_once (&date, DATE), line, 0, &match))
    return g_steal_pointer (&line);
  parts = g_match_info_fetch_all (match);
  month = *parts[2] != '\0' ? parts[2] : parts[4];
  day = *parts[3] != '\0' ? parts[3] : parts[5];
  return g_strdup_printf ("%s-%02d-%02d", parts[1], atoi (month), atoi (day));
}

static char *
fold (const char *text)
{
  g_autofree char *tidy = hall_tidy_text (text);

  return map_text (tidy, half_width);
}

gboolean
hall_text_equal_folded (const char *a, const char *b)
{
  g_autofree char *folded_a = fold (a);
  g_autofree char *folded_b = fold (b);

  return strcmp (folded_a, folded_b) == 0;
}
