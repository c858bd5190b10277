/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-lang.h"

static const char *const names[HALL_N_LANGS] = {
  [HALL_LANG_ZH_CN] = "zh_CN",
  [HALL_LANG_EN] = "en",
};

HallLang
hall_lang_from_tag (const char *tag)
{
  while (tag != NULL && g_ascii_isspace (*tag))
    tag++;
  if (tag == NULL || *tag == '\0' || *tag == '*')
    return HALL_LANG_ZH_CN;
  if (g_ascii_strncasecmp (tag, "zh", 2) == 0 && !g_ascii_isalpha (tag[2]))
    return HALL_LANG_ZH_CN;
  return HALL_LANG_EN;
}

const char *
hall_lang_get_name (HallLang lang)
{
  g_return_val_if_fail (lang < HALL_N_LANGS, NULL);
  return names[lang];
}

const char *
hall_label_get (const HallLabel *label, HallLang lang)
{
  g_return_val_if_fail (label != NULL && lang < HALL_N_LANGS, "");
  return label->text[lang] != NULL ? label->text[lang] : "";
}

void
hall_label_clear (HallLabel *label)
{
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    g_clear_pointer (&label->text[lang], g_free);
}
