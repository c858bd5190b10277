/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times as people read them. Digits in the order that both languages understand, so there is
 * nothing to translate.
 */
#include "hall-when.h"

static char *
format_local (gint64 at_s, const char *format)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_s);
  char *text = at != NULL ? g_date_time_format (at, format) : NULL;

  return text != NULL ? text : g_strdup ("");
}

char *
hall_when_format (gint64 at_s)
{
  return format_local (at_s, "%Y-%m-%d %H:%M");
}

char *
hall_when_format_day (gint64 at_s)
{
  return format_local (at_s, "%Y-%m-%d");
}

char *
hall_when_format_clock (gint64 at_s)
{
  return format_local (at_s, "%H:%M");
}

char *
hall_when_format_left (guint left_s)
{
  guint hours = left_s / 3600;
  guint minutes = left_s / 60 % 60;
  guint seconds = left_s % 60;

  if (hours > 0)
    return g_strdup_printf ("%u:%02u:%02u", hours, minutes, seconds);
  return g_strdup_printf ("%u:%02u", minutes, seconds);
}
