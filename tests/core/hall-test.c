/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-test.h"

#include <string.h>

#include "hall-catalog-load.h"

void
hall_test_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_dmy (today, 22, G_DATE_NOVEMBER, 2026);
}

void
hall_test_context (HallCheckContext *context)
{
  GDate today;

  hall_test_today (&today);
  hall_check_context_init (context, &today);
}

char *
hall_test_shipped_path (const char *name)
{
  return g_build_filename (g_getenv ("HALL_DATA_DIR"), name, NULL);
}

char *
hall_test_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

char *
hall_test_read (const char *name)
{
  g_autofree char *path = hall_test_path (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

const HallCatalog *
hall_test_catalog (void)
{
  static HallCatalog *catalog;

  if (catalog == NULL)
    {
      g_autofree char *path = hall_test_shipped_path ("catalog/yinuo-bidding.json");
      g_autoptr (GError) error = NULL;

      catalog = hall_catalog_load_file (path, &error);
      g_assert_no_error (error);
    }
  return catalog;
}

HallApplication *
hall_test_application (const char *certificate_type)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *type = hall_catalog_find_type (catalog, certificate_type);
  HallApplication *application = hall_application_new (catalog->id, certificate_type);

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      for (guint j = 0; hall_section_is_in_type (section, type) && j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          if (field->required)
            hall_application_set (application, field->id, field->example);
        }
    }
  hall_application_fill_defaults (application, catalog);
  return application;
}

static void
compare_lines (const char *name, const char *found, const char *expected)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (!g_str_equal (found_lines[i], expected_lines[i]))
      {
        g_test_message ("%s, line %u; HALL_UPDATE_GOLDEN=1 writes the file anew", name, i + 1);
        g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
      }
  g_assert_cmpuint (g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

void
hall_test_assert_golden (const char *name, const char *text)
{
  g_autofree char *path = hall_test_path (name);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("HALL_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  expected = hall_test_read (name);
  compare_lines (name, text, expected);
}

/* Pieces that checks and tidying care about, some of them no UTF-8. */
/* clang-format off */
static const char *const pieces[] = {
  "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "86", "+86", "0755", "138", "9135", "1949",
  "A", "Z", "x", "X", "i", "q", " ", "\t", "　", "-", "—", "·", ".", "．", "@", "（", ")", "<",
  "&", "张", "三", "〇", "𠮷", "䶮", "省", "市", "公司", "年", "月", "日", "长期", "转", "#", "０",
  "Ａ", "ｅ", "é", "\xCC\x81", "\xCC\xA7", "\x01", "\x7F", "/", ":", "'", ",", "¥", "️",
  "\xE2\x80\x8B", "\xE2\x80\x8E", "\xFF", "\xC3", "\xE5\xBC", "\xED\xA0\x80", "\xF4\x90\x80\x80",
  "Å", "Ω", "ﾞ", "が"
};
/* clang-format on */

char *
hall_test_random_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, 41);

  while (n-- > 0)
    if (g_rand_int_range (random, 0, 12) == 0)
      g_string_append_unichar (text, (gunichar) g_rand_int_range (random, 1, 0xD800));
    else
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}
