/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is signed and stamped for practice is looked at like every scan, and nothing is said
 * against it.
 */
#include "form-fixture.h"
#include "hall-intake.h"
#include "hall-practice-paper.h"
#include "hall-printed-sheet.h"

static HallScanReport *
look (const FormFixture *f, const HallPrintedSheet *sheet, HallDocumentKind kind, GBytes *scan)
{
  HallIntakeExpectation expected = {
    .order = f->info.order, .revision = f->info.revision, .hash = f->sha256, .sheet = sheet
  };
  g_autoptr (GError) error = NULL;
  HallScanReport *report =
      hall_intake_inspect (scan, "practice.pdf",
                           hall_catalog_find_requirement (f->catalog,
                                                          kind == HALL_DOCUMENT_SEAL_SHEET
                                                              ? "seal_capture_sheet"
                                                              : "application_form"),
                           &expected, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static guint
count_doubts (const HallScanReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (report->findings, i);

      g_test_message ("%s", hall_issue_code_get_name (finding->issue.code));
      n += finding->severity >= HALL_DOUBTFUL;
    }
  return n;
}

/* What a reviewer is told of it; the stamp of practice is 42 mm wide. */
static void
check_sight (const FormFixture *f, const HallScanReport *report, gboolean stamped)
{
  HallSight sight;

  hall_scan_report_get_sight (report, &sight);
  g_assert_cmpuint (sight.form_revision, ==, f->info.revision);
  g_assert_true (stamped ? sight.seal_mm >= 41 && sight.seal_mm <= 43 : sight.seal_mm == 0);
  g_assert_cmpuint (sight.seal_place.page, ==, stamped ? 1 : 0);
}

static void
check (gconstpointer type, HallDocumentKind kind)
{
  FormFixture f = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (GBytes) stamped = NULL;
  g_autoptr (GBytes) bare = NULL;
  g_autoptr (HallScanReport) good = NULL;
  g_autoptr (HallScanReport) poor = NULL;

  form_fixture_set_up (&f, type);
  sheet = hall_printed_sheet_print (kind, f.catalog, f.application, &f.info, &error);
  g_assert_no_error (error);
  stamped = hall_practice_paper_scan (sheet->pdf, sheet->plan, &error);
  g_assert_no_error (error);
  bare = hall_practice_paper_scan (sheet->pdf, NULL, &error);
  g_assert_no_error (error);
  good = look (&f, sheet, kind, stamped);
  g_assert_true (hall_scan_report_is_accepted (good));
  g_assert_cmpuint (count_doubts (good), ==, 0);
  check_sight (&f, good, TRUE);
  poor = look (&f, sheet, kind, bare);
  g_assert_true (hall_scan_report_is_accepted (poor));
  g_assert_cmpuint (count_doubts (poor), >, 0); /* nobody signed or stamped it */
  check_sight (&f, poor, FALSE);
  form_fixture_tear_down (&f, type);
}

static void
test_form (gconstpointer type)
{
  check (type, HALL_DOCUMENT_APPLICATION_FORM);
}

static void
test_seal_sheet (gconstpointer type)
{
  check (type, HALL_DOCUMENT_SEAL_SHEET);
}

int
main (int argc, char **argv)
{
  static const char *const types[] = { "organisation", "organisation-person" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *form = g_strconcat ("/practice-paper/form/", types[i], NULL);
      g_autofree char *sheet = g_strconcat ("/practice-paper/seal-sheet/", types[i], NULL);

      g_test_add_data_func (form, types[i], test_form);
      g_test_add_data_func (sheet, types[i], test_seal_sheet);
    }
  return g_test_run ();
}
