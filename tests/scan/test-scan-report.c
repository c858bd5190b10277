/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as JSON: its keys are part of the interface.
 */
#include "hall-scan-report.h"

static HallScanReport *
make_report (void)
{
  HallScanReport *report = hall_scan_report_new ("申请表.pdf", "application_form");

  report->media_type = HALL_MEDIA_PDF;
  report->bytes = 57264;
  report->sha256 = g_strdup ("96da7e85");
  report->pages = 1;
  report->width = 210;
  report->height = 297;
  return report;
}

static char *
to_text (const HallScanReport *report, HallLang lang)
{
  g_autoptr (JsonNode) node = hall_scan_report_to_json (report, lang);

  return json_to_string (node, FALSE);
}

static void
test_good (void)
{
  g_autoptr (HallScanReport) report = make_report ();
  g_autofree char *text = NULL;

  report->form_code = hall_form_code_parse ("CH1.S.20261122000017.2.9F3A0C2B41D0");
  text = to_text (report, HALL_LANG_ZH_CN);
  g_assert_true (hall_scan_report_is_accepted (report));
  g_assert_cmpstr (text, ==,
                   "{\"file\":\"申请表.pdf\",\"slot\":\"application_form\","
                   "\"media_type\":\"application/pdf\",\"bytes\":57264,\"sha256\":\"96da7e85\","
                   "\"pages\":1,\"width\":210,\"height\":297,\"unit\":\"mm\",\"accepted\":true,"
                   "\"findings\":[],\"form_code\":{\"sheet\":\"seal-sheet\","
                   "\"order\":\"20261122000017\",\"revision\":2,\"hash\":\"9F3A0C2B41D0\"},"
                   "\"seals\":[],\"sharpness\":null}");
}

static void
test_findings (void)
{
  g_autoptr (HallScanReport) report = make_report ();
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  hall_scan_report_add (report, HALL_ISSUE_CODE_MISSING, NULL, NULL);
  g_assert_true (hall_scan_report_is_accepted (report));
  hall_scan_report_add_numbers (report, HALL_ISSUE_PDF_TOO_MANY_PAGES, 9, 4);
  g_assert_false (hall_scan_report_is_accepted (report));
  report->media_type = HALL_MEDIA_JPEG;
  chinese = to_text (report, HALL_LANG_ZH_CN);
  english = to_text (report, HALL_LANG_EN);
  g_assert_nonnull (g_strstr_len (chinese, -1,
                                  "\"accepted\":false,\"findings\":[{\"code\":"
                                  "\"form-code-missing\",\"severity\":\"warning\",\"detail\":"));
  g_assert_nonnull (g_strstr_len (chinese, -1,
                                  "{\"code\":\"pdf-too-many-pages\",\"severity\":\"error\","
                                  "\"detail\":\"PDF 有 9 页，此处最多 4 页。\"}"));
  g_assert_nonnull (g_strstr_len (english, -1, "The PDF has 9 pages; at most 4 are allowed here."));
  g_assert_nonnull (g_strstr_len (english, -1, "\"unit\":\"px\""));
  g_assert_nonnull (g_strstr_len (english, -1, "\"form_code\":null"));
  g_assert_cmpstr (((HallFinding *) g_ptr_array_index (report->findings, 0))->where, ==,
                   "application_form");
}

/* A file looked at on its own, of an unknown kind. */
static void
test_unknown (void)
{
  g_autoptr (HallScanReport) report = hall_scan_report_new (NULL, NULL);
  g_autofree char *text = NULL;

  report->sha256 = g_strdup ("");
  text = to_text (report, HALL_LANG_EN);
  g_assert_nonnull (g_strstr_len (text, -1, "{\"file\":\"\",\"slot\":\"\",\"media_type\":null"));
}

static void
test_sheet_names (void)
{
  g_assert_cmpstr (hall_sheet_get_name (HALL_SHEET_FORM), ==, "form");
  g_assert_cmpstr (hall_sheet_get_name (HALL_SHEET_SEAL), ==, "seal-sheet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-report/good", test_good);
  g_test_add_func ("/scan-report/findings", test_findings);
  g_test_add_func ("/scan-report/unknown", test_unknown);
  g_test_add_func ("/scan-report/sheet-names", test_sheet_names);
  return g_test_run ();
}
