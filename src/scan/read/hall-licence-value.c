/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-value.h"

#include <string.h>

#include "hall-check-text.h"
#include "hall-tidy.h"

#define BRACKET_OPENS  0xff08
#define BRACKET_CLOSES 0xff09
#define MIDDLE_DOT     0x00b7
#define LONG_TERM      "长期"

/* (nullable): the last date of @text, as applications hold it */
static char *
find_last_date (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("((?:19|20)\\d\\d)\\D{1,2}(\\d\\d?)\\D{1,2}(\\d\\d?)\\D?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  char *found = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *day = g_match_info_fetch (match, 3);
      g_autofree char *typed = g_strdup_printf ("%s-%s-%s", year, month, day);
      char *date = hall_tidy_date (typed);

      g_free (found);
      found = date;
    }
  return found;
}

/* (nullable): the end of "2015年03月18日至2045年03月17日", or LONG_TERM */
static char *
read_end (const char *text)
{
  const char *until = strstr (text, "至");
  g_autofree char *date = NULL;
  HallCheckContext context = { 0 };

  if (strstr (text, LONG_TERM) != NULL)
    return g_strdup (LONG_TERM);
  if (until == NULL)
    return NULL; /* a date alone can be the first day */
  date = find_last_date (until);
  g_date_set_dmy (&context.today, 1, 1, 1900);
  if (date == NULL || hall_check_date_or_long (date, &context, NULL) != HALL_GOOD)
    return NULL;
  return g_steal_pointer (&date);
}

/* (transfer full): without marks at its ends, and with the brackets that names have */
static char *
tidy_name (const char *text)
{
  static const char *const opening = "〈《〔【[{(<", *const closing = "〉》〕】]})>";
  GString *name = g_string_new (NULL);
  char *tidy;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_mark = !g_unichar_isalnum (character);

      if (g_utf8_strchr (opening, -1, character) != NULL)
        character = BRACKET_OPENS;
      else if (g_utf8_strchr (closing, -1, character) != NULL)
        character = BRACKET_CLOSES;
      else if (is_mark && character != BRACKET_OPENS && character != BRACKET_CLOSES
               && character != MIDDLE_DOT)
        continue;
      g_string_append_unichar (name, character);
    }
  tidy = hall_tidy_name (name->str);
  g_string_free (name, TRUE);
  return tidy;
}

/* (transfer full): a mark inside of a name of a person can only be the dot between its parts */
static char *
tidy_person_name (const char *text)
{
  GString *name = g_string_new (NULL);
  gboolean is_parted = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isalpha (character))
        {
          is_parted = name->len > 0;
          continue;
        }
      if (is_parted)
        g_string_append_unichar (name, MIDDLE_DOT);
      is_parted = FALSE;
      g_string_append_unichar (name, character);
    }
  return g_string_free (name, FALSE);
}

char *
hall_licence_value_tidy (HallLicenceItemId id, const char *text)
{
  g_autofree char *tidy = NULL;

  if (id == HALL_LICENCE_VALID_UNTIL)
    return read_end (text);
  tidy = id == HALL_LICENCE_PERSON_NAME ? tidy_person_name (text) : tidy_name (text);
  if (!hall_text_has_han (tidy) || g_utf8_strlen (tidy, -1) < 2)
    return NULL;
  return g_steal_pointer (&tidy);
}
