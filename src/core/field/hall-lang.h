/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two languages the hall speaks, and texts that exist in both.
 * The language is always an argument: nothing in the core asks the locale.
 */
#pragma once

#include <glib.h>

typedef enum
{
  HALL_LANG_ZH_CN,
  HALL_LANG_EN,
  HALL_N_LANGS
} HallLang;

/* A text in every language. Owned strings; never NULL once loaded. */
typedef struct
{
  char *text[HALL_N_LANGS];
} HallLabel;

/* The same, for tables in the code. */
typedef struct
{
  const char *text[HALL_N_LANGS];
} HallStaticLabel;

/* The order in which the list headers write their texts: English, then Chinese. */
#define HALL_TEXTS(en, zh)                        \
  {                                               \
    {                                             \
      [HALL_LANG_EN] = en, [HALL_LANG_ZH_CN] = zh \
    }                                             \
  }

/**
 * hall_lang_from_tag:
 * @tag: (nullable): a BCP 47 tag, a POSIX locale name or an Accept-Language header
 *
 * Returns: Chinese if the first language named is any Chinese or nothing is named, else English
 */
HallLang hall_lang_from_tag (const char *tag);

/* The tag as written in JSON keys and headers: "zh_CN", "en". */
const char *hall_lang_get_name (HallLang lang);

const char *hall_label_get (const HallLabel *label, HallLang lang);
void hall_label_clear (HallLabel *label);
