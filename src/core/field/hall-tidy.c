/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-tidy.h"

#include <string.h>

#define MIDDLE_DOT 0x00B7

gboolean
hall_char_is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000 || c == 0x00A0 || c == 0x200B || c == 0xFEFF;
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

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Half width, without the characters that @drop names. */
static char *
squeeze (const char *text, gboolean (*drop) (gunichar c))
{
  g_autofree char *nfc = to_nfc (text);
  GString *out = g_string_new (NULL);

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = half_width (g_utf8_get_char (p));

      if (!drop (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_blank_or_hyphen (gunichar c)
{
  return is_blank (c) || is_hyphen (c);
}

char *
hall_tidy_text (const char *text)
{
  g_autofree char *nfc = to_nfc (text);
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
looks_like_middle_dot (gunichar c)
{
  return c == MIDDLE_DOT || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65 || c == '.'
         || c == 0xFF0E;
}

char *
hall_tidy_name (const char *text)
{
  g_autofree char *tidy = hall_tidy_text (text);
  GString *out = g_string_new (NULL);
  gboolean has_han = FALSE;

  for (const char *p = tidy; *p != '\0'; p = g_utf8_next_char (p))
    has_han = has_han || hall_char_is_han (g_utf8_get_char (p));
  for (const char *p = tidy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, has_han && looks_like_middle_dot (c) ? MIDDLE_DOT : c);
    }
  return g_string_free (out, FALSE);
}

char *
hall_tidy_digits (const char *text)
{
  return squeeze (text, is_blank_or_hyphen);
}

char *
hall_tidy_code (const char *text)
{
  g_autofree char *squeezed = hall_tidy_digits (text);

  return g_ascii_strup (squeezed, -1);
}

char *
hall_tidy_mobile (const char *text)
{
  static const char *const prefixes[] = { "+86", "0086", "86" };
  g_autofree char *digits = hall_tidy_digits (text);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (digits, prefixes[i]) && strlen (digits) == strlen (prefixes[i]) + 11)
      return g_strdup (digits + strlen (prefixes[i]));
  return g_steal_pointer (&digits);
}

/* Area codes have three digits (010, 02x) or four. */
static gsize
area_code_length (const char *digits)
{
  if (digits[0] != '0')
    return 0;
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

char *
hall_tidy_phone (const char *text)
{
  g_autofree char *mobile = hall_tidy_mobile (text);
  g_autofree char *half = squeeze (text, is_blank);
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize area = area_code_length (mobile);
  char *extension;

  if (area == 0)
    return g_steal_pointer (&mobile);

  /* (0755)26500000转8001, 0755 2650 0000-8001: brackets away, the extension kept apart */
  for (const char *p = half; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x8F6C || c == '#' || (is_hyphen (c) && marked->len > area + 6))
        g_string_append_c (marked, '#');
      else if (c != '(' && c != ')' && !is_hyphen (c))
        g_string_append_unichar (marked, c);
    }
  if (marked->len <= area)
    return g_strdup (marked->str);
  extension = strchr (marked->str, '#');
  if (extension != NULL)
    *extension++ = '\0';
  return g_strdup_printf ("%.*s-%s%s%s", (int) area, marked->str, marked->str + area,
                          extension != NULL ? "-" : "", extension != NULL ? extension : "");
}

char *
hall_tidy_email (const char *text)
{
  g_autofree char *half = squeeze (text, is_blank);
  char *at = strrchr (half, '@');

  for (; at != NULL && *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  return g_steal_pointer (&half);
}

char *
hall_tidy_date (const char *text)
{
  g_autofree char *half = squeeze (text, is_blank);
  g_autoptr (GRegex) regex = g_regex_new ("^(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
                                          "|(\\d{2})(\\d{2}))$",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, half, 0, &match))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *day = g_match_info_fetch (match, 3);

      if (month == NULL || *month == '\0')
        {
          g_free (month);
          g_free (day);
          month = g_match_info_fetch (match, 4);
          day = g_match_info_fetch (match, 5);
        }
      return g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day));
    }
  return g_steal_pointer (&half);
}

static char *
fold (const char *text)
{
  g_autofree char *tidy = hall_tidy_text (text);
  GString *out = g_string_new (NULL);

  for (const char *p = tidy; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, half_width (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

gboolean
hall_text_equal_folded (const char *a, const char *b)
{
  g_autofree char *folded_a = fold (a);
  g_autofree char *folded_b = fold (b);

  return strcmp (folded_a, folded_b) == 0;
}
