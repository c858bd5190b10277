/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-deed.h"

static const struct
{
  const char *name;
  HallStaticLabel label;
} deeds[HALL_N_DEEDS] = {
/* clang-format off */
#define DEED(id, name, en, zh) [HALL_DEED_##id] = { name, HALL_TEXTS (en, zh) },
#include "hall-deed-list.h"
#undef DEED
  /* clang-format on */
};

const char *
hall_deed_get_name (HallDeed deed)
{
  g_return_val_if_fail (deed < HALL_N_DEEDS, NULL);
  return deeds[deed].name;
}

HallDeed
hall_deed_from_name (const char *name)
{
  for (guint deed = 0; deed < HALL_N_DEEDS; deed++)
    if (g_strcmp0 (name, deeds[deed].name) == 0)
      return deed;
  return HALL_N_DEEDS;
}

const char *
hall_deed_get_label (HallDeed deed, HallLang lang)
{
  g_return_val_if_fail (deed < HALL_N_DEEDS, NULL);
  return deeds[deed].label.text[lang];
}
