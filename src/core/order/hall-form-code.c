/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-code.h"

#include <string.h>

#define FORMAT      "CH1"
#define HASH_DIGITS 12

static const char sheet_letters[HALL_N_SHEETS] = {
  [HALL_SHEET_FORM] = 'F', [HALL_SHEET_SEAL] = 'S'
};

char *
hall_form_code_shorten_hash (const char *sha256)
{
  g_autofree char *start = g_strndup (sha256, HASH_DIGITS);

  return g_ascii_strup (start, -1);
}

HallFormCode *
hall_form_code_new (HallSheet sheet, const char *order, guint revision, const char *sha256)
{
  HallFormCode *self = g_new0 (HallFormCode, 1);

  self->sheet = sheet;
  self->order = g_strdup (order);
  self->revision = revision;
  self->hash = hall_form_code_shorten_hash (sha256);
  return self;
}

void
hall_form_code_free (HallFormCode *self)
{
  g_free (self->order);
  g_free (self->hash);
  g_free (self);
}

char *
hall_form_code_to_text (const HallFormCode *self)
{
  return g_strdup_printf ("%s.%c.%s.%u.%s", FORMAT, sheet_letters[self->sheet], self->order,
                          self->revision, self->hash);
}

HallFormCode *
hall_form_code_parse (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^CH1\\.([FS])\\.([A-Z0-9-]{1,24})\\.(0|[1-9][0-9]{0,5})\\.([0-9A-F]{12})$",
                   G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_utf8_validate (text, -1, NULL) || !g_regex_match (regex, text, 0, &match))
    return NULL;
  parts = g_match_info_fetch_all (match);
  return hall_form_code_new (parts[1][0] == 'F' ? HALL_SHEET_FORM : HALL_SHEET_SEAL, parts[2],
                             (guint) g_ascii_strtoull (parts[3], NULL, 10), parts[4]);
}
