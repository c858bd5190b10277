/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where shipped files are found: in the chosen folder first, in no other than the two.
 */
#include "hall-data-dir.h"

#include <glib/gstdio.h>

static void
test_shipped (void)
{
  g_autofree char *catalog = hall_data_dir_find ("catalog");
  g_autofree char *days = hall_data_dir_find ("workdays/cn.json");

  g_assert_true (g_file_test (catalog, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (days, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_path_is_absolute (days));
}

static void
test_chosen_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "only-here.json", NULL);
  g_autofree char *before = g_strdup (g_getenv ("HALL_DATA_DIR"));
  g_autofree char *found = NULL;
  g_autofree char *missing = NULL;

  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  missing = hall_data_dir_find ("only-here.json");
  g_assert_null (missing);
  g_setenv ("HALL_DATA_DIR", folder, TRUE);
  found = hall_data_dir_find ("only-here.json");
  g_assert_cmpstr (found, ==, file);
  g_setenv ("HALL_DATA_DIR", before, TRUE);
  g_remove (file);
  g_rmdir (folder);
}

static void
test_translations (void)
{
  g_autofree char *before = g_strdup (g_getenv ("HALL_LOCALE_DIR"));
  g_autofree char *installed = NULL;
  g_autofree char *chosen = NULL;

  g_unsetenv ("HALL_LOCALE_DIR");
  installed = hall_data_dir_get_translations ();
  g_assert_true (g_path_is_absolute (installed));
  g_assert_true (g_str_has_suffix (installed, "locale"));
  g_setenv ("HALL_LOCALE_DIR", "po", TRUE);
  chosen = hall_data_dir_get_translations ();
  g_assert_cmpstr (chosen, ==, "po");
  if (before != NULL)
    g_setenv ("HALL_LOCALE_DIR", before, TRUE);
  else
    g_unsetenv ("HALL_LOCALE_DIR");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-dir/shipped", test_shipped);
  g_test_add_func ("/data-dir/chosen-folder", test_chosen_folder);
  g_test_add_func ("/data-dir/translations", test_translations);
  return g_test_run ();
}
