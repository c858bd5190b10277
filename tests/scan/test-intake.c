/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Uploaded files, good and bad, each with what is said about it.
 */
#include "hall-intake.h"

#include <string.h>

#include "hall-limits.h"
#include "sample.h"
#include "scan-maker.h"

#define ORDER SAMPLE_ORDER

static const ScanWay plain_way = { 150, 0, 0, 90, FALSE };

static HallCatalog *catalog;
static char *form_hash;

static HallScanReport *
inspect (GBytes *bytes, const char *name, const char *slot, const HallIntakeExpectation *expected)
{
  const HallRequirement *requirement =
      slot != NULL ? hall_catalog_find_requirement (catalog, slot) : NULL;
  g_autoptr (GError) error = NULL;
  HallScanReport *report = hall_intake_inspect (bytes, name, requirement, expected, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* "file-too-large,file-extension": the codes of all findings but those about the picture of a
 * page: these files are drawn, not scanned, and test-labelled is about scans. */
static char *
list_codes (const HallScanReport *report)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (report->findings, i);
      const char *name = hall_issue_code_get_name (finding->issue.code);

      if (!g_str_has_prefix (name, "scan-"))
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", name);
    }
  return g_string_free (list, FALSE);
}

/* No seal is asked for. */
static const HallIntakeExpectation nothing_by_hand = { .unstamped = TRUE };

static void
assert_says (GBytes *bytes, const char *name, const char *slot, const char *codes)
{
  g_autoptr (HallScanReport) report = inspect (bytes, name, slot, &nothing_by_hand);
  g_autofree char *list = list_codes (report);

  g_assert_cmpstr (list, ==, codes);
}

static void
test_good_files (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, NULL);
  g_autoptr (GBytes) seal = scan_maker_sheet (HALL_SHEET_SEAL, ORDER, 2, NULL);
  g_autoptr (GBytes) scan = scan_maker_scan (form, 0, &plain_way);
  g_autoptr (GBytes) wrapped = scan_maker_wrap (scan);
  g_autoptr (GBytes) licence = scan_maker_jpeg (1240, 1754);
  g_autoptr (GBytes) pages = scan_maker_pdf (4, 210, 297);
  HallIntakeExpectation expected = { ORDER, 2, form_hash, .unstamped = TRUE };
  const struct
  {
    GBytes *bytes;
    const char *name, *slot;
    HallMediaType type;
    guint pages, width, height;
    gboolean has_code;
  } rows[] = {
    { form, "form.pdf", "application_form", HALL_MEDIA_PDF, 1, 210, 297, TRUE },
    { scan, "form.JPG", "application_form", HALL_MEDIA_JPEG, 1, 1241, 1754, TRUE },
    { wrapped, "form.PDF", "application_form", HALL_MEDIA_PDF, 1, 210, 297, TRUE },
    { seal, "印模.pdf", "seal_capture_sheet", HALL_MEDIA_PDF, 1, 210, 297, TRUE },
    { licence, "licence.jpeg", "business_licence", HALL_MEDIA_JPEG, 1, 1240, 1754, FALSE },
    { pages, NULL, "business_licence", HALL_MEDIA_PDF, 4, 210, 297, FALSE },
    { form, "form.pdf", "business_licence", HALL_MEDIA_PDF, 1, 210, 297, FALSE },
    { form, "form.pdf", NULL, HALL_MEDIA_PDF, 1, 210, 297, TRUE },
    { licence, "licence.jpg", NULL, HALL_MEDIA_JPEG, 1, 1240, 1754, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HallScanReport) report =
          inspect (rows[i].bytes, rows[i].name, rows[i].slot, &expected);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, rows[i].bytes);
      g_autofree char *list = list_codes (report);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (list, ==, "");
      g_assert_true (hall_scan_report_is_accepted (report));
      g_assert_cmpstr (report->slot, ==, rows[i].slot != NULL ? rows[i].slot : "");
      g_assert_cmpint (report->media_type, ==, rows[i].type);
      g_assert_cmpuint (report->pages, ==, rows[i].pages);
      g_assert_cmpuint (report->width, ==, rows[i].width);
      g_assert_cmpuint (report->height, ==, rows[i].height);
      g_assert_cmpuint (report->bytes, ==, g_bytes_get_size (rows[i].bytes));
      g_assert_cmpstr (report->sha256, ==, sha256);
      g_assert_cmpint (report->form_code != NULL, ==, rows[i].has_code);
    }
}

/* Two MiB are allowed, a byte more is not, and the sentence shows a difference. */
static void
test_size_limit (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (1240, 1754);
  gsize size = g_bytes_get_size (jpeg);
  g_autofree char *padding = g_malloc0 (HALL_MAX_FILE_BYTES);
  g_autoptr (GBytes) full = scan_maker_insert (jpeg, size, padding, HALL_MAX_FILE_BYTES - size);
  g_autoptr (GBytes) over = scan_maker_insert (full, HALL_MAX_FILE_BYTES, "x", 1);
  g_autoptr (HallScanReport) report = NULL;
  const HallFinding *finding;

  g_assert_cmpuint (g_bytes_get_size (full), ==, 2097152);
  assert_says (full, "a.jpg", "business_licence", "");
  report = inspect (over, "a.jpg", "business_licence", NULL);
  g_assert_cmpuint (report->findings->len, ==, 1);
  finding = g_ptr_array_index (report->findings, 0);
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_FILE_TOO_LARGE);
  g_assert_cmpstr (finding->issue.args[0], ==, "2049 KB");
  g_assert_cmpstr (finding->issue.args[1], ==, "2048 KB");
  g_assert_false (hall_scan_report_is_accepted (report));
  g_assert_cmpuint (report->pages, ==, 0); /* not opened */
}

static void
test_outside (void)
{
  static const char png[] = "\x89PNG\r\n\x1A\n, as good as any";
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) picture = g_bytes_new_static (png, sizeof png - 1);
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (1240, 1754);
  g_autoptr (GBytes) pdf = scan_maker_pdf (1, 210, 297);
  g_autofree char *zeros = g_malloc0 (15000000);
  g_autoptr (GBytes) huge = scan_maker_insert (pdf, 9, zeros, 15000000);

  assert_says (empty, "a.jpg", "business_licence", "file-empty");
  assert_says (picture, "a.png", "business_licence", "file-type");
  assert_says (picture, "a.jpg", "business_licence", "file-type");
  assert_says (jpeg, "a.pdf", "business_licence", "file-extension");
  assert_says (jpeg, "a", "business_licence", "file-extension");
  assert_says (pdf, "a.jpg", "business_licence", "file-extension");
  assert_says (pdf, NULL, "business_licence", "");
  assert_says (huge, "a.jpg", "business_licence", "file-too-large,file-extension");
}

static GBytes *
with_height (GBytes *jpeg, guint8 high)
{
  gsize size = 0;
  guint8 *copy = g_memdup2 (g_bytes_get_data (jpeg, &size), g_bytes_get_size (jpeg));

  for (gsize i = 2; i + 9 < size; i++)
    if (copy[i] == 0xFF && copy[i + 1] == 0xC0)
      {
        copy[i + 5] = copy[i + 7] = high;
        return g_bytes_new_take (copy, size);
      }
  g_assert_not_reached ();
}

static void
test_broken_pictures (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (1240, 1754);
  g_autoptr (GBytes) small = scan_maker_jpeg (599, 800);
  g_autoptr (GBytes) enough = scan_maker_jpeg (600, 800);
  g_autoptr (GBytes) cut = scan_maker_cut (jpeg, g_bytes_get_size (jpeg) / 2);
  g_autoptr (GBytes) start = scan_maker_cut (jpeg, 3);
  g_autoptr (GBytes) torn = scan_maker_insert (jpeg, 20, "not a marker", 12);
  g_autoptr (GBytes) bomb = with_height (jpeg, 0xFD);

  assert_says (small, "a.jpg", "business_licence", "image-too-small");
  assert_says (enough, "a.jpg", "business_licence", "");
  assert_says (cut, "a.jpg", "business_licence", "file-truncated");
  assert_says (start, "a.jpg", "business_licence", "file-truncated");
  assert_says (torn, "a.jpg", "business_licence", "file-damaged");
  assert_says (bomb, "a.jpg", "business_licence", "image-too-many-pixels");
}

static void
test_locked_pdf (void)
{
  static const char *const lock[] = {
    "--encrypt", "", "o", "256", "--", "in.pdf", "out.pdf", NULL
  };
  g_autoptr (GBytes) pdf = scan_maker_pdf (1, 210, 297);
  g_autoptr (GBytes) locked = NULL;

  if (!scan_maker_has_qpdf ())
    return;
  locked = scan_maker_qpdf (pdf, lock);
  assert_says (locked, "a.pdf", "business_licence", "pdf-encrypted");
}

static void
test_broken_pdfs (void)
{
  g_autoptr (GBytes) pdf = scan_maker_pdf (1, 210, 297);
  g_autoptr (GBytes) cut = scan_maker_cut (pdf, g_bytes_get_size (pdf) - 20);
  g_autoptr (GBytes) damaged = g_bytes_new_static ("%PDF-1.7\n%%EOF\n", 15);
  g_autoptr (GBytes) many = scan_maker_pdf (5, 210, 297);
  g_autoptr (GBytes) strip = scan_maker_pdf (2, 210, 7);
  g_autoptr (GBytes) bomb = scan_maker_bomb ("q ", 100000000);

  assert_says (cut, "a.pdf", "business_licence", "file-truncated");
  assert_says (damaged, "a.pdf", "business_licence", "file-damaged");
  assert_says (many, "a.pdf", "business_licence", "pdf-too-many-pages");
  assert_says (strip, "a.pdf", "business_licence", "page-size,page-size");
  assert_says (bomb, "a.pdf", "business_licence", "file-damaged");
}

/* The pages that the rows below are about. */
enum
{
  FORM,
  DRAFT,
  SEAL,
  OTHER_SEAL,
  BOTH,
  EMPTY,
  ATTACHED,
  STRANGER,
  N_PAGES
};

/* Whole pages of another order, an older printout, other data, the other sheet, no code.
 * The hash "right" stands for that of the form. */
static const struct
{
  guint page;
  const char *slot;
  HallIntakeExpectation expected;
  const char *codes;
  gboolean is_accepted;
} code_rows[] = {
  { FORM, "application_form", { ORDER, 2, "right" }, "", TRUE },
  { FORM, "application_form", { NULL, 0, NULL }, "", TRUE },
  { FORM, "application_form", { "18", 2, "right" }, "form-code-other-order", FALSE },
  { DRAFT, "application_form", { ORDER, 2, "right" }, "form-code-other-order", FALSE },
  { FORM, "application_form", { ORDER, 3, "right" }, "", TRUE },
  { FORM, "application_form", { ORDER, 1, "right" }, "", TRUE },
  { FORM, "application_form", { ORDER, 3, "0123456789ab" }, "form-code-older-revision", FALSE },
  { FORM,
    "application_form",
    { ORDER, 3, NULL, .unstamped = TRUE },
    "form-code-older-revision",
    FALSE },
  { FORM, "application_form", { ORDER, 1, NULL }, "form-code-other-content", FALSE },
  { FORM, "application_form", { ORDER, 1, "0123456789ab" }, "form-code-other-content", FALSE },
  { FORM, "application_form", { ORDER, 2, "0123456789abcdef" }, "form-code-other-content", FALSE },
  { FORM, "application_form", { NULL, 0, "0123456789AB" }, "form-code-other-content", FALSE },
  { SEAL, "application_form", { ORDER, 2, "right" }, "form-code-wants-form", FALSE },
  { FORM, "seal_capture_sheet", { ORDER, 2, "right" }, "form-code-wants-seal-sheet", FALSE },
  { OTHER_SEAL,
    "application_form",
    { ORDER, 2, "right" },
    "form-code-wants-form,form-code-other-order",
    FALSE },
  { BOTH, "application_form", { ORDER, 2, "right" }, "form-code-wants-form", FALSE },
  { ATTACHED, "application_form", { ORDER, 2, "right" }, "", TRUE },
  { EMPTY, "application_form", { ORDER, 2, "right" }, "form-code-missing", TRUE },
  { EMPTY, NULL, { ORDER, 2, "right" }, "", TRUE },
  { STRANGER, "application_form", { ORDER, 2, "right" }, "form-code-unknown", FALSE },
  { STRANGER, "business_licence", { ORDER, 2, "right" }, "", TRUE },
  { FORM, NULL, { "18", 2, "right" }, "form-code-other-order", FALSE },
};

static void
make_pages (GBytes **pages)
{
  pages[FORM] = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, NULL);
  pages[DRAFT] = scan_maker_sheet (HALL_SHEET_FORM, NULL, 0, NULL);
  pages[SEAL] = scan_maker_sheet (HALL_SHEET_SEAL, ORDER, 2, NULL);
  pages[OTHER_SEAL] = scan_maker_sheet (HALL_SHEET_SEAL, "20261122000018", 2, NULL);
  pages[BOTH] = scan_maker_join (pages[FORM], pages[SEAL]);
  pages[EMPTY] = scan_maker_pdf (1, 210, 297);
  pages[ATTACHED] = scan_maker_join (pages[EMPTY], pages[FORM]);
  pages[STRANGER] = scan_maker_stranger ("https://example.com/licence");
}

static void
test_codes (void)
{
  GBytes *pages[N_PAGES];

  if (!scan_maker_has_qpdf ())
    return;
  make_pages (pages);
  for (gsize i = 0; i < G_N_ELEMENTS (code_rows); i++)
    {
      HallIntakeExpectation expected = code_rows[i].expected;
      g_autoptr (HallScanReport) report = NULL;
      g_autofree char *list = NULL;

      expected.unstamped = TRUE;
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (g_strcmp0 (expected.hash, "right") == 0)
        expected.hash = form_hash;
      report = inspect (pages[code_rows[i].page], NULL, code_rows[i].slot, &expected);
      list = list_codes (report);
      g_assert_cmpstr (list, ==, code_rows[i].codes);
      g_assert_cmpint (hall_scan_report_is_accepted (report), ==, code_rows[i].is_accepted);
    }
  for (guint i = 0; i < N_PAGES; i++)
    g_bytes_unref (pages[i]);
}

/* The sentences name what they found. */
static void
test_sentences (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, NULL);
  HallIntakeExpectation newer = { ORDER, 3, NULL, .unstamped = TRUE };
  HallIntakeExpectation other = { "20261122000018", 2, NULL, .unstamped = TRUE };
  g_autoptr (HallScanReport) old_report = inspect (form, "a.pdf", "application_form", &newer);
  g_autoptr (HallScanReport) other_report = inspect (form, "a.pdf", "application_form", &other);
  const HallFinding *old = g_ptr_array_index (old_report->findings, old_report->findings->len - 1);
  const HallFinding *wrong =
      g_ptr_array_index (other_report->findings, other_report->findings->len - 1);
  g_autofree char *old_text = hall_issue_format (&old->issue, HALL_LANG_ZH_CN);
  g_autofree char *wrong_text = hall_issue_format (&wrong->issue, HALL_LANG_ZH_CN);

  g_assert_nonnull (strstr (old_text, "第 2 版"));
  g_assert_nonnull (strstr (old_text, "第 3 版"));
  g_assert_nonnull (strstr (wrong_text, ORDER));
  g_assert_cmpstr (old->where, ==, "application_form");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hall_intake_inspect (form, "a.pdf", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
inspect_many (gpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      HallIntakeExpectation expected = { ORDER, 2, form_hash, .unstamped = TRUE };
      g_autoptr (HallScanReport) report = inspect (data, "a.pdf", "application_form", &expected);

      g_autofree char *list = list_codes (report);

      g_assert_cmpstr (list, ==, "");
      g_assert_cmpstr (report->form_code->order, ==, ORDER);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, NULL);
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("intake", inspect_many, form);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = sample_catalog ();
  g_bytes_unref (scan_maker_sheet (HALL_SHEET_FORM, ORDER, 2, &form_hash));
  g_test_add_func ("/intake/good-files", test_good_files);
  g_test_add_func ("/intake/size-limit", test_size_limit);
  g_test_add_func ("/intake/outside", test_outside);
  g_test_add_func ("/intake/broken-pictures", test_broken_pictures);
  g_test_add_func ("/intake/broken-pdfs", test_broken_pdfs);
  g_test_add_func ("/intake/locked-pdf", test_locked_pdf);
  g_test_add_func ("/intake/codes", test_codes);
  g_test_add_func ("/intake/sentences", test_sentences);
  g_test_add_func ("/intake/cancelled", test_cancelled);
  g_test_add_func ("/intake/threads", test_threads);
  status = g_test_run ();
  hall_catalog_unref (catalog);
  g_free (form_hash);
  return status;
}
