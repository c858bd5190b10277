/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-papers.h"

#include "hall-form-sheet.h"
#include "hall-paper.h"
#include "sample.h"

GBytes *
page_papers_print (guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPaper) paper = hall_paper_new ("test", NULL, 0, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  for (guint i = 0; i < n_pages; i++)
    {
      static const HallPen pen = { 0.5, 1, 0, 0, FALSE };
      HallBox box = { 20, 20 + 10 * i, 100, 100 };

      hall_paper_begin_page (paper);
      hall_paper_draw_box (paper, &pen, &box);
    }
  bytes = hall_paper_finish (paper, &error);
  g_assert_no_error (error);
  return bytes;
}

GBytes *
page_papers_print_form (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autofree char *hash = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (hash);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hall_form_sheet_print (catalog, application, &info, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}
