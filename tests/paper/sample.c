/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include "hall-catalog-load.h"
#include "hall-data-dir.h"
#include "hall-wire-application.h"

HallCatalog *
sample_catalog (void)
{
  g_autofree char *path = hall_data_dir_find ("catalog/yinuo-bidding.json");
  g_autoptr (GError) error = NULL;
  HallCatalog *catalog = hall_catalog_load_file (path, &error);

  g_assert_no_error (error);
  return catalog;
}

HallApplication *
sample_application (const HallCatalog *catalog, const char *name)
{
  g_autofree char *file = g_strdup_printf ("applications/%s.json", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  HallApplication *application;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  application = hall_wire_parse_application (file, text, -1, &error);
  g_assert_no_error (error);
  hall_application_tidy (application, catalog);
  hall_application_fill_defaults (application, catalog);
  return application;
}

HallSheetInfo
sample_info (const char *sha256)
{
  return (HallSheetInfo){
    .hall_name = "测试营业厅",
    .order = SAMPLE_ORDER,
    .revision = SAMPLE_REVISION,
    .sha256 = sha256,
    .confirmed_at_s = SAMPLE_TIME_S,
  };
}

char *
sample_long_text (const char *start, const char *middle, const char *end, guint n)
{
  GString *text = g_string_new (start);
  gsize tail = (gsize) g_utf8_strlen (end, -1);

  while ((gsize) g_utf8_strlen (text->str, -1) + tail < n)
    {
      gsize room = n - tail - (gsize) g_utf8_strlen (text->str, -1);
      g_autofree char *piece =
          g_utf8_substring (middle, 0, (glong) MIN (room, (gsize) g_utf8_strlen (middle, -1)));

      g_string_append (text, piece);
    }
  g_string_append (text, end);
  g_assert_cmpint (g_utf8_strlen (text->str, -1), ==, n);
  return g_string_free (text, FALSE);
}
