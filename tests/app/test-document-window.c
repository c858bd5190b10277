/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document looked at: what was found on it, where, and the electronic seal beside it.
 */
#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-document-window.h"
#include "hall-finding-list.h"
#include "hall-page-view.h"
#include "hall-seal-box.h"
#include "sample.h"
#include "scan-look.h"
#include "seal-maker.h"

#define WAIT_STEPS 2000 /* of 10 ms, for a busy machine */

static GtkWidget *
open_window (GtkWidget **parent)
{
  GtkWidget *window;

  *parent = app_test_show (gtk_label_new ("below"));
  gtk_window_resize (GTK_WINDOW (*parent), 1000, 800);
  app_test_settle ();
  window = g_object_ref (hall_document_window_new (GTK_WINDOW (*parent), "Application form"));
  gtk_window_present (GTK_WINDOW (window));
  app_test_settle ();
  return window;
}

static void
wait_for_last (gpointer object)
{
  for (int i = 0; i < WAIT_STEPS && G_OBJECT (object)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_finalize_object (object);
}

static void
close_window (GtkWidget *window, GtkWidget *parent)
{
  gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_DELETE_EVENT);
  wait_for_last (window);
  gtk_widget_destroy (parent);
}

static HallFinding *
find (HallIssueCode code, HallPlace place)
{
  HallIssue issue = { 0 };
  HallFinding *finding;

  hall_issue_set (&issue, code, NULL, NULL);
  finding = hall_finding_new ("application_form", &issue);
  finding->place = place;
  hall_issue_clear (&issue);
  return finding;
}

/* The worst first; what is somewhere leads there; without findings the page has all the room. */
static void
test_findings (void)
{
  static const HallPlace seal = { 1, 0.6, 0.7, 0.2, 0.15 };
  GtkWidget *parent;
  GtkWidget *window = open_window (&parent);
  GtkWidget *list = app_test_find_type (window, HALL_TYPE_FINDING_LIST);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, SAMPLE_ORDER, 2, NULL);
  g_autofree char *pale = NULL, *text = NULL;
  GtkWidget *link;

  g_assert_false (gtk_widget_get_mapped (list));
  hall_document_window_set_content (HALL_DOCUMENT_WINDOW (window), form);
  g_ptr_array_add (findings, find (HALL_ISSUE_SEAL_PALE, seal));
  g_ptr_array_add (findings, find (HALL_ISSUE_FILE_DAMAGED, (HallPlace){ 0 }));
  hall_document_window_set_findings (HALL_DOCUMENT_WINDOW (window), findings);
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (list));

  pale = hall_issue_format (&((HallFinding *) findings->pdata[0])->issue, HALL_LANG_EN);
  text = hall_issue_format (&((HallFinding *) findings->pdata[1])->issue, HALL_LANG_EN);
  g_assert_true (app_test_says (list, text));
  link = app_test_find (list, pale);
  g_assert_true (GTK_IS_BUTTON (link));
  g_assert_false (GTK_IS_BUTTON (app_test_find (list, text)));
  gtk_button_clicked (GTK_BUTTON (link));
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (app_test_find_type (window, HALL_TYPE_PAGE_VIEW)));

  hall_document_window_set_findings (HALL_DOCUMENT_WINDOW (window), NULL);
  app_test_settle ();
  g_assert_false (gtk_widget_get_mapped (list));
  close_window (window, parent);
}

/* --- the electronic seal ------------------------------------------------------------------ */

static void
stamp (cairo_t *cairo, gpointer data)
{
  SealImpression seal = { 0, 0, 40, 0.85, 0.2, 0.2 };
  HallPoint middle = scan_look_middle (data, HALL_REGION_OFFICIAL_FRAME, "2");

  seal.x = middle.x;
  seal.y = middle.y;
  seal_maker_stamp (cairo, &seal);
}

/* A capture sheet with one impression, scanned. */
static GBytes *
scan_sheet (void)
{
  g_autoptr (HallPrintedSheet) sheet = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");
  g_autoptr (GBytes) pdf = scan_maker_sheet (HALL_SHEET_SEAL, SAMPLE_ORDER, 2, NULL);
  ScanWay way = { .dpi = 300, .noise = 4, .quality = 85, .mark = stamp, .data = sheet };

  return scan_maker_scan (pdf, 0, &way);
}

static gboolean
is_visible (gpointer box)
{
  return gtk_widget_get_visible (box);
}

static void
test_seal_shown (void)
{
  GtkWidget *box = hall_seal_box_new (96);
  GtkWidget *window = app_test_show (box);
  g_autoptr (GdkPixbuf) seal = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 300, 200);
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_finding_free);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_assert_false (is_visible (box));
  gdk_pixbuf_fill (seal, 0xd0303080);
  hall_seal_box_show (HALL_SEAL_BOX (box), seal, 42, 28.04);
  app_test_settle ();
  g_assert_true (is_visible (box));
  g_assert_true (app_test_says (box, "42.0 × 28.0 mm"));
  g_assert_true (app_test_says (box, "This is how the electronic seal will look"));
  hall_issue_set (&issue, HALL_ISSUE_SEAL_NO_GOOD, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new ("", &issue));
  hall_seal_box_set_findings (HALL_SEAL_BOX (box), findings);
  g_assert_true (app_test_says (box, "not good enough yet"));
  hall_seal_box_show (HALL_SEAL_BOX (box), NULL, 0, 0);
  g_assert_false (is_visible (box));
  app_test_close (window, box);
}

/* Cut out of the scan of a sheet, at its true size. */
static void
test_seal_cut (void)
{
  GtkWidget *parent;
  GtkWidget *window = open_window (&parent);
  GtkWidget *box = app_test_find_type (window, HALL_TYPE_SEAL_BOX);
  g_autoptr (GBytes) scan = scan_sheet ();

  g_assert_false (is_visible (box));
  hall_document_window_set_seal_sheet (HALL_DOCUMENT_WINDOW (window));
  hall_document_window_set_content (HALL_DOCUMENT_WINDOW (window), scan);
  app_test_wait (is_visible, box);
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (box));
  g_assert_true (app_test_says (box, "mm, true size, without the paper"));
  close_window (window, parent);
}

static int
get_bottom (GtkWidget *widget, GtkWidget *root)
{
  int y = 0;

  gtk_widget_translate_coordinates (widget, root, 0, gtk_widget_get_allocated_height (widget), NULL,
                                    &y);
  return y;
}

/* However much is found, the seal stands below the last of it: a hint. */
static void
test_seal_below (void)
{
  static const HallPlace place = { 1, 0.1, 0.1, 0.2, 0.1 };
  GtkWidget *parent;
  GtkWidget *window = open_window (&parent);
  GtkWidget *box = app_test_find_type (window, HALL_TYPE_SEAL_BOX);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autoptr (GBytes) scan = scan_sheet ();
  g_autofree char *last = NULL;
  int y = 0;

  hall_document_window_set_seal_sheet (HALL_DOCUMENT_WINDOW (window));
  g_ptr_array_add (findings, find (HALL_ISSUE_SEAL_COARSE, place));
  g_ptr_array_add (findings, find (HALL_ISSUE_SEAL_OVER_FRAME, place));
  g_ptr_array_add (findings, find (HALL_ISSUE_SEAL_FRAME_EMPTY, place));
  g_ptr_array_add (findings, find (HALL_ISSUE_SEAL_OVER_FRAME, place));
  hall_document_window_set_content (HALL_DOCUMENT_WINDOW (window), scan);
  hall_document_window_set_findings (HALL_DOCUMENT_WINDOW (window), findings);
  app_test_settle ();
  app_test_wait (is_visible, box);
  app_test_settle ();
  last = hall_issue_format (&((HallFinding *) findings->pdata[2])->issue, HALL_LANG_EN);
  gtk_widget_translate_coordinates (box, window, 0, 0, NULL, &y);
  g_assert_cmpint (y, >=, get_bottom (app_test_find (window, last), window));
  close_window (window, parent);
}

/* Closed while the seal is looked for. */
static void
test_seal_closed (void)
{
  GtkWidget *box = g_object_ref_sink (hall_seal_box_new (96));
  g_autoptr (GBytes) scan = scan_sheet ();

  hall_seal_box_load (HALL_SEAL_BOX (box), scan);
  gtk_widget_destroy (box);
  wait_for_last (box);
}

/* Where a reviewer has drawn on it, in another colour than what was found. */
static void
test_mark (void)
{
  static const HallPlace mark = { 1, 0.6, 0.7, 0.2, 0.15 };
  GtkWidget *parent;
  GtkWidget *window = open_window (&parent);
  HallPageView *view = HALL_PAGE_VIEW (app_test_find_type (window, HALL_TYPE_PAGE_VIEW));
  HallPageMarks *marks = hall_page_canvas_get_marks (hall_page_view_get_canvas (view));
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, SAMPLE_ORDER, 2, NULL);

  hall_document_window_set_return (HALL_DOCUMENT_WINDOW (window), &mark, "Too dark to read.");
  g_assert_true (app_test_says (window, "Why it was returned"));
  g_assert_true (app_test_says (window, "Too dark to read."));
  hall_document_window_set_content (HALL_DOCUMENT_WINDOW (window), form);
  hall_document_window_set_findings (HALL_DOCUMENT_WINDOW (window), NULL);
  app_test_settle ();
  g_assert_cmpuint (hall_page_marks_count_drawn (marks), ==, 1);
  hall_document_window_set_return (HALL_DOCUMENT_WINDOW (window), NULL, NULL);
  g_assert_false (app_test_says (window, "Why it was returned"));
  g_assert_cmpuint (hall_page_marks_count_drawn (marks), ==, 0);
  close_window (window, parent);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/document-window/findings", test_findings);
  g_test_add_func ("/document-window/seal/shown", test_seal_shown);
  g_test_add_func ("/document-window/seal/cut", test_seal_cut);
  g_test_add_func ("/document-window/seal/below", test_seal_below);
  g_test_add_func ("/document-window/seal/closed", test_seal_closed);
  g_test_add_func ("/document-window/mark", test_mark);
  return g_test_run ();
}
