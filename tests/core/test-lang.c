/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which language is meant, and texts that exist in both.
 */
#include "hall-lang.h"

static void
test_from_tag (void)
{
  static const struct
  {
    const char *tag;
    HallLang lang;
  } rows[] = {
    { NULL, HALL_LANG_ZH_CN },
    { "", HALL_LANG_ZH_CN },
    { "  ", HALL_LANG_ZH_CN },
    { "*", HALL_LANG_ZH_CN },
    { "zh", HALL_LANG_ZH_CN },
    { "zh-CN", HALL_LANG_ZH_CN },
    { "zh_CN.UTF-8", HALL_LANG_ZH_CN },
    { "ZH-Hans-CN", HALL_LANG_ZH_CN },
    { "zh-TW,en;q=0.5", HALL_LANG_ZH_CN },
    { " zh;q=0.9", HALL_LANG_ZH_CN },
    { "en", HALL_LANG_EN },
    { "en-US,zh;q=0.9", HALL_LANG_EN },
    { "C", HALL_LANG_EN },
    { "POSIX", HALL_LANG_EN },
    { "de_DE.UTF-8", HALL_LANG_EN },
    { "zha", HALL_LANG_EN }, /* Zhuang is another language */
    { "z", HALL_LANG_EN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].tag);
      g_assert_cmpint (hall_lang_from_tag (rows[i].tag), ==, rows[i].lang);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (hall_lang_get_name (HALL_LANG_ZH_CN), ==, "zh_CN");
  g_assert_cmpstr (hall_lang_get_name (HALL_LANG_EN), ==, "en");
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    g_assert_cmpint (hall_lang_from_tag (hall_lang_get_name (lang)), ==, lang);
}

static void
test_label (void)
{
  HallLabel label = { { NULL, NULL } };

  g_assert_cmpstr (hall_label_get (&label, HALL_LANG_EN), ==, "");
  label.text[HALL_LANG_ZH_CN] = g_strdup ("甲");
  g_assert_cmpstr (hall_label_get (&label, HALL_LANG_ZH_CN), ==, "甲");
  g_assert_cmpstr (hall_label_get (&label, HALL_LANG_EN), ==, "");
  hall_label_clear (&label);
  g_assert_null (label.text[HALL_LANG_ZH_CN]);
  hall_label_clear (&label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lang/from-tag", test_from_tag);
  g_test_add_func ("/lang/names", test_names);
  g_test_add_func ("/lang/label", test_label);
  return g_test_run ();
}
