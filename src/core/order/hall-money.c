/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-money.h"

#include <string.h>

#include "hall-tidy.h"

char *
hall_money_format (gint64 fen)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", fen < 0 ? "-" : "", ABS (fen) / 100,
                          (int) (ABS (fen) % 100));
}

gboolean
hall_money_parse (const char *text, gint64 *fen)
{
  g_autofree char *tidy = hall_tidy_digits (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *point;
  gsize decimals;

  for (const char *p = tidy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ',' && c != 0xA5 && c != 0xFFE5 && c != 0x5143) /* ¥ ￥ 元 */
        g_string_append_unichar (digits, c);
    }
  if (!g_regex_match_simple ("^[0-9]{1,12}(\\.[0-9]{1,2})?$", digits->str, G_REGEX_DOLLAR_ENDONLY,
                             0))
    return FALSE;
  point = strchr (digits->str, '.');
  decimals = point != NULL ? strlen (point + 1) : 0;
  *fen = g_ascii_strtoll (digits->str, NULL, 10) * 100;
  if (decimals > 0)
    *fen += g_ascii_strtoll (point + 1, NULL, 10) * (decimals == 1 ? 10 : 1);
  return TRUE;
}
