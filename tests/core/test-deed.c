/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-deed.h"

static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint deed = 0; deed < HALL_N_DEEDS; deed++)
    {
      const char *name = hall_deed_get_name (deed);

      g_test_message ("%s", name);
      g_assert_true (g_hash_table_add (seen, (gpointer) name));
      g_assert_cmpint (hall_deed_from_name (name), ==, deed);
      for (guint lang = 0; lang < HALL_N_LANGS; lang++)
        g_assert_cmpint (*hall_deed_get_label (deed, lang), !=, '\0');
      g_assert_cmpstr (hall_deed_get_label (deed, HALL_LANG_EN), !=,
                       hall_deed_get_label (deed, HALL_LANG_ZH_CN));
    }
  g_assert_cmpint (hall_deed_from_name ("nothing"), ==, HALL_N_DEEDS);
  g_assert_cmpint (hall_deed_from_name (NULL), ==, HALL_N_DEEDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deed/table", test_table);
  return g_test_run ();
}
