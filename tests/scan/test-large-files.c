/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The largest files that honest people send: none of them is too much for the limits of the
 * helper, and what each took is told.
 */
#include <string.h>
#include <sys/resource.h>

#include "hall-error.h"
#include "hall-intake.h"
#include "hall-limits.h"
#include "hall-seal-extract.h"
#include "labelled-cases.h"
#include "sample.h"
#include "scan-maker.h"

typedef struct
{
  HallCatalog *catalog;
  LabelledPapers papers;
} Large;

static void
set_up (Large *self, gconstpointer data)
{
  (void) data;
  self->catalog = sample_catalog ();
  labelled_papers_init (&self->papers);
}

static void
tear_down (Large *self, gconstpointer data)
{
  (void) data;
  labelled_papers_clear (&self->papers);
  hall_catalog_unref (self->catalog);
}

/* Of the helpers that have ended. */
static double
get_children_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* @printed: what @bytes should be a scan of. */
static void
assert_looked_at (Large *self, const char *what, GBytes *bytes, Paper printed)
{
  const char *slot = printed == PAPER_FORM ? "application_form" : "seal_capture_sheet";
  const HallIntakeExpectation expected = { .order = SAMPLE_ORDER,
                                           .revision = SAMPLE_REVISION,
                                           .hash = self->papers.hashes[printed],
                                           .sheet = self->papers.sheets[printed] };
  double before_s = get_children_s ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report =
      hall_intake_inspect (bytes, NULL, hall_catalog_find_requirement (self->catalog, slot),
                           &expected, NULL, &error);
  struct rusage usage;

  g_assert_no_error (error);
  getrusage (RUSAGE_CHILDREN, &usage);
  g_test_message ("%s: %.1f s of the processor, %" G_GSIZE_FORMAT " KB; %ld MiB at most by now",
                  what, get_children_s () - before_s, g_bytes_get_size (bytes) / 1024,
                  usage.ru_maxrss / 1024);
  g_assert_cmpuint (g_bytes_get_size (bytes), <=, HALL_MAX_FILE_BYTES);
  for (guint i = 0; i < report->findings->len; i++)
    g_assert_cmpint (((HallFinding *) g_ptr_array_index (report->findings, i))->issue.code, !=,
                     HALL_ISSUE_FILE_DAMAGED);
  g_assert_cmpuint (report->pages, >, 0);
}

/* The seal sheet in colour at 600 dpi, as a JPEG and in a PDF; its seal is cut out too. */
static void
test_fine_scan (Large *self, gconstpointer data)
{
  ScanWay way = { .dpi = 600, .degrees = 0.7, .noise = 1, .quality = 60, .seal = TRUE };
  g_autoptr (GBytes) jpeg = scan_maker_scan (self->papers.sheets[PAPER_SEAL_SHEET]->pdf, 0, &way);
  g_autoptr (GBytes) pdf = scan_maker_wrap (jpeg);
  double before_s;

  (void) data;
  assert_looked_at (self, "600 dpi JPEG", jpeg, PAPER_SEAL_SHEET);
  assert_looked_at (self, "600 dpi PDF", pdf, PAPER_SEAL_SHEET);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallSealImage) image = NULL;

      before_s = get_children_s ();
      image = hall_seal_extract (i == 0 ? jpeg : pdf, i == 0 ? HALL_MEDIA_JPEG : HALL_MEDIA_PDF,
                                 self->papers.sheets[PAPER_SEAL_SHEET], NULL, &error);
      g_test_message ("the seal of it: %.1f s", get_children_s () - before_s);
      if (image == NULL)
        g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
    }
}

/* A photograph of 50 megapixels of something else: its code is looked for in vain. */
static void
test_large_photograph (Large *self, gconstpointer data)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (8160, 6120);

  (void) data;
  assert_looked_at (self, "50 megapixels", jpeg, PAPER_FORM);
}

/* As many pages as a form may have, and no code on any. */
static void
test_no_code (Large *self, gconstpointer data)
{
  ScanWay way = { .dpi = 500, .degrees = -1, .quality = 30 };
  g_autoptr (GBytes) page = scan_maker_pdf (1, 210, 297);
  g_autoptr (GBytes) jpeg = scan_maker_scan (page, 0, &way);
  g_autoptr (GBytes) one = scan_maker_wrap (jpeg);
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GBytes) four = NULL;

  (void) data;
  if (!scan_maker_has_qpdf ())
    return;
  two = scan_maker_join (one, one);
  four = scan_maker_join (two, two);
  assert_looked_at (self, "four pages without a code", four, PAPER_FORM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/large-files/fine-scan", Large, NULL, set_up, test_fine_scan, tear_down);
  g_test_add ("/large-files/photograph", Large, NULL, set_up, test_large_photograph, tear_down);
  g_test_add ("/large-files/no-code", Large, NULL, set_up, test_no_code, tear_down);
  return g_test_run ();
}
