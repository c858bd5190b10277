/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-mask.h"

#include <string.h>

/* Keeps @head and @tail characters, one star for each between. Of a value so short that these
 * were two thirds of it, a sixth at each end. */
static char *
keep_ends (const char *value, glong head, glong tail)
{
  glong length = g_utf8_strlen (value, -1);
  GString *out = g_string_new (NULL);
  const char *p = value;

  if (length * 2 <= (head + tail) * 3)
    {
      head = MIN (head, length / 6);
      tail = MIN (tail, length / 6);
    }
  for (glong i = 0; i < length; i++, p = g_utf8_next_char (p))
    if (i < head || i >= length - tail)
      g_string_append_unichar (out, g_utf8_get_char (p));
    else
      g_string_append_c (out, '*');
  return g_string_free (out, FALSE);
}

char *
hall_mask_nothing (const char *value)
{
  return g_strdup (value);
}

char *
hall_mask_all (const char *value)
{
  return g_strdup (*value == '\0' ? "" : "****");
}

char *
hall_mask_name (const char *value)
{
  return keep_ends (value, 1, 0);
}

char *
hall_mask_id (const char *value)
{
  return keep_ends (value, 3, 4);
}

char *
hall_mask_code (const char *value)
{
  return keep_ends (value, 4, 4);
}

char *
hall_mask_mobile (const char *value)
{
  return keep_ends (value, 3, 4);
}

char *
hall_mask_account (const char *value)
{
  return keep_ends (value, 0, 4);
}

char *
hall_mask_email (const char *value)
{
  const char *at = strrchr (value, '@');
  g_autofree char *first = NULL;

  if (at == NULL || at == value)
    return hall_mask_all (value);
  first = g_utf8_substring (value, 0, 1);
  return g_strdup_printf ("%s***%s", first, at);
}

char *
hall_mask_address (const char *value)
{
  glong keep = MIN (6, g_utf8_strlen (value, -1) / 2);
  g_autofree char *head = g_utf8_substring (value, 0, keep);

  return *value == '\0' ? g_strdup ("") : g_strconcat (head, "****", NULL);
}
