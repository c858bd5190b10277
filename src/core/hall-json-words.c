/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-json-words.h"

static const struct
{
  const char *english;
  const char *chinese;
} rows[] = {
#define WORDS(en, zh) { en, zh },
#include "hall-json-words-list.h"
#undef WORDS
};

const char *
hall_json_words (const char *english, HallLang lang)
{
  for (gsize i = 0; lang == HALL_LANG_ZH_CN && i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].english, english))
      return rows[i].chinese;
  return english;
}
