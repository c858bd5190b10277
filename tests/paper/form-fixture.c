/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include <string.h>

#include "hall-form-sheet.h"
#include "hall-paper.h"
#include "page-code.h"
#include "page-text.h"
#include "sample.h"

static const char *const types[] = { "organisation", "organisation-person" };

void
form_fixture_set_up (FormFixture *self, gconstpointer type)
{
  self->catalog = sample_catalog ();
  self->application = sample_application (self->catalog, type);
  self->sha256 = hall_application_hash_printed (self->application, self->catalog);
  self->info = sample_info (self->sha256);
}

void
form_fixture_tear_down (FormFixture *self, gconstpointer type)
{
  (void) type;
  hall_application_free (self->application);
  hall_catalog_unref (self->catalog);
  g_free (self->sha256);
}

GBytes *
form_fixture_print (const FormFixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = hall_form_sheet_print (self->catalog, self->application, &self->info, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

int
form_count_pages (GBytes *pdf)
{
  PopplerDocument *document = page_text_open (pdf);
  int n = poppler_document_get_n_pages (document);

  g_object_unref (document);
  return n;
}

char *
form_read_squeezed (GBytes *pdf)
{
  g_autofree char *text = page_text_print (pdf);

  return page_text_squeeze (text);
}

void
form_assert_says (const char *squeezed, const char *text)
{
  g_autofree char *wanted = page_text_squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("“%s” is not on the form", text);
}

void
form_assert_in_a_column (GBytes *pdf, const char *value)
{
  static const double columns_mm[][2] = { { 44, 195 }, { 44, 105 }, { 134, 195 }, { 15, 195 } };
  g_autofree char *wanted = page_text_squeeze (value);

  for (gsize i = 0; i < G_N_ELEMENTS (columns_mm); i++)
    {
      g_autofree char *text = page_text_print_between (pdf, HALL_MM_TO_PT (columns_mm[i][0]),
                                                       HALL_MM_TO_PT (columns_mm[i][1]));
      g_autofree char *squeezed = page_text_squeeze (text);

      if (strstr (squeezed, wanted) != NULL)
        return;
    }
  g_error ("“%s” is not on the form in one piece", value);
}

void
form_assert_inside_margins (GBytes *pdf)
{
  double left = HALL_MM_TO_PT (HALL_PAPER_MARGIN_MM);
  double right = HALL_MM_TO_PT (HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM);
  double bottom = HALL_MM_TO_PT (HALL_PAPER_HEIGHT_MM - HALL_PAPER_MARGIN_MM);

  for (int i = 0; i < form_count_pages (pdf); i++)
    {
      PopplerRectangle all = page_text_bounds (pdf, i);

      g_assert_cmpfloat (all.x1, >=, left - 0.5);
      g_assert_cmpfloat (all.y1, >=, left - 0.5);
      g_assert_cmpfloat (all.x2, <=, right + 0.5);
      g_assert_cmpfloat (all.y2, <=, bottom + 0.5);
    }
}

void
form_assert_code (GBytes *pdf, const char *code)
{
  for (int i = 0; i < form_count_pages (pdf); i++)
    {
      cairo_surface_t *picture = page_text_render (pdf, i, 150);
      g_autofree char *text = page_code_read (picture);

      g_assert_cmpstr (text, ==, code);
      cairo_surface_destroy (picture);
    }
}

int
form_run_tests (const char *prefix, const FormTest *tests, gsize n_tests)
{
  for (gsize i = 0; i < n_tests; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
      {
        g_autofree char *path = g_strdup_printf ("/%s/%s/%s", prefix, tests[i].name, types[j]);

        g_test_add (path, FormFixture, types[j], form_fixture_set_up, tests[i].run,
                    form_fixture_tear_down);
      }
  return g_test_run ();
}
