/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of the program. gettext and this look at the same list of languages, so the
 * words of the window and the words of the domain never differ.
 */
#include "hall-app-lang.h"

static HallLang app_lang = HALL_N_LANGS;

HallLang
hall_app_lang (void)
{
  if (app_lang == HALL_N_LANGS)
    app_lang = hall_lang_from_tag (g_get_language_names ()[0]);
  return app_lang;
}

void
hall_app_set_lang (HallLang lang)
{
  g_return_if_fail (lang < HALL_N_LANGS);

  app_lang = lang;
}
