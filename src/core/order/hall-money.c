/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-money.h"

#include "hall-tidy.h"

char *
hall_money_format (gint64 fen)
{
  guint64 amount = fen < 0 ? -(guint64) fen : (guint64) fen;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", fen < 0 ? "-" : "", amount / 100,
                          (guint) (amount % 100));
}

gboolean
hall_money_parse (const char *text, gint64 *fen)
{
  g_autofree char *tidy = hall_tidy_compact (text);
  g_autoptr (GRegex) regex =
      g_regex_new ("^[¥￥]?([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\\.([0-9])([0-9])?)?元?$",
                   G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) groups = NULL;
  g_autofree char *yuan = NULL;

  if (!g_regex_match (regex, tidy, 0, &match))
    return FALSE;
  parts = g_match_info_fetch_all (match);
  groups = g_strsplit (parts[1], ",", -1);
  yuan = g_strjoinv ("", groups);
  *fen = g_ascii_strtoll (yuan, NULL, 10) * 100;
  if (parts[2] != NULL)
    *fen += (parts[2][0] - '0') * 10;
  if (parts[2] != NULL && parts[3] != NULL)
    *fen += parts[3][0] - '0';
  return TRUE;
}
