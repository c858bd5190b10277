/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-load.h"
#include "hall-sample.h"
#include "hall-test.h"

/* Whatever is printed is there, for every type of the shipped catalogue. */
static void
test_complete (void)
{
  g_autofree char *path = hall_test_shipped_path ("catalog/yinuo-bidding.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog = hall_catalog_load_file (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < catalog->types->len; i++)
    {
      const HallCertificateType *type = g_ptr_array_index (catalog->types, i);
      g_autoptr (HallApplication) sample = hall_sample_new (catalog, type);

      g_assert_cmpstr (sample->certificate_type, ==, type->id);
      for (guint s = 0; s < catalog->sections->len; s++)
        {
          const HallSection *section = g_ptr_array_index (catalog->sections, s);
          gboolean in_type = hall_section_is_in_type (section, type);

          for (guint f = 0; f < section->fields->len; f++)
            {
              const HallField *field = g_ptr_array_index (section->fields, f);
              const char *value = hall_application_get (sample, field->id);

              g_test_message ("%s", field->id);
              g_assert_cmpint (*value != '\0', ==, in_type);
              if (in_type && field->choices->len > 0)
                g_assert_nonnull (hall_field_find_choice (field, value));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/complete", test_complete);
  return g_test_run ();
}
