/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document to hand in; sizes; the square code and its time.
 */
#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-document-card.h"
#include "hall-document-chooser.h"
#include "hall-file-size.h"
#include "hall-finding-list.h"
#include "hall-qr-view.h"
#include "hall-time-ring.h"
#include "sample.h"

#define MB (1024 * 1024)

static void
test_size (void)
{
  static const struct
  {
    gint64 bytes;
    const char *text;
  } cases[] = {
    { 0, "0 KB" },
    { 1, "1 KB" },
    { 812345, "794 KB" },
    { 2 * MB, "2 MB" },
    { 2 * MB + 1, "2.00 MB" },
    { 2 * MB + 60000, "2.1 MB" },
    { 3250000, "3.1 MB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hall_file_size_format (cases[i].bytes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static GtkWidget *
find_button (GtkWidget *card, const char *verb, const HallRequirement *requirement)
{
  g_autofree char *name =
      g_strdup_printf ("%s %s", verb, hall_label_get (&requirement->label, hall_app_lang ()));
  GtkWidget *button = app_test_find (card, name);

  g_assert_nonnull (button);
  return button;
}

static void
test_card (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, 0);
  GtkWidget *widget = hall_document_card_new (requirement);
  HallDocumentCard *card = HALL_DOCUMENT_CARD (widget);
  GtkWidget *window = app_test_show (widget);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  guint viewed = 0;
  guint discarded = 0;
  guint cancelled = 0;

  g_signal_connect (card, "view", G_CALLBACK (app_test_count_cb), &viewed);
  g_signal_connect (card, "discard", G_CALLBACK (app_test_count_cb), &discarded);
  g_signal_connect (card, "cancel", G_CALLBACK (app_test_count_cb), &cancelled);
  g_assert_true (app_test_says (widget, "JPG or PDF, up to 2 MB"));
  g_assert_true (gtk_widget_is_drawable (find_button (widget, "Choose a file", requirement)));

  hall_document_card_show_file (card, "form.pdf", 812345, 2);
  hall_issue_set (&issue, HALL_ISSUE_CODE_MISSING, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new (requirement->slot, &issue));
  hall_document_card_set_findings (card, findings);
  hall_document_card_add_mark (card, HALL_GOOD, "清晰");
  app_test_settle ();
  g_assert_true (app_test_says (widget, "form.pdf"));
  g_assert_true (app_test_says (widget, "794 KB of 2 MB, 2 pages"));
  g_assert_true (app_test_says (widget, "清晰"));
  gtk_button_clicked (GTK_BUTTON (find_button (widget, "View", requirement)));
  gtk_button_clicked (GTK_BUTTON (find_button (widget, "Remove", requirement)));
  g_assert_cmpuint (viewed, ==, 1);
  g_assert_cmpuint (discarded, ==, 1);

  hall_document_card_set_progress (card, 0.5);
  app_test_settle ();
  gtk_button_clicked (GTK_BUTTON (find_button (widget, "Cancel", requirement)));
  g_assert_cmpuint (cancelled, ==, 1);
  g_assert_false (gtk_widget_is_drawable (find_button (widget, "View", requirement)));
  hall_document_card_set_progress (card, -1);

  hall_document_card_set_return (card, "未盖公章。");
  hall_document_card_set_locked (card, TRUE);
  app_test_settle ();
  g_assert_true (app_test_says (widget, "未盖公章。"));
  g_assert_false (gtk_widget_get_visible (find_button (widget, "Replace", requirement)));
  g_assert_true (gtk_widget_get_visible (find_button (widget, "View", requirement)));

  hall_document_card_show_empty (card);
  app_test_settle ();
  g_assert_false (app_test_says (widget, "清晰"));
  app_test_close (window, widget);
}

static void
add_finding (GPtrArray *findings, HallIssueCode code, guint page)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallFinding *finding;

  hall_issue_set (&issue, code, "1", "2");
  finding = hall_finding_new ("business_licence", &issue);
  finding->place = (HallPlace){ page, 0.1, 0.2, 0.3, 0.1 };
  g_ptr_array_add (findings, finding);
}

static void
on_place_chosen_cb (HallFindingList *list, const HallPlace *place, HallPlace *chosen)
{
  *chosen = *place;
}

/* The worst first, what has a place leads there, and what is beyond the first few can be seen. */
static void
test_findings (void)
{
  GtkWidget *list = hall_finding_list_new (2);
  GtkWidget *window = app_test_show (list);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  HallPlace chosen = { 0 };
  g_autofree char *text = NULL;

  add_finding (findings, HALL_ISSUE_SEAL_FRAME_EMPTY, 0);
  add_finding (findings, HALL_ISSUE_SCAN_BLURRED, 0);
  add_finding (findings, HALL_ISSUE_SEAL_PALE, 3);
  g_signal_connect (list, "place-chosen", G_CALLBACK (on_place_chosen_cb), &chosen);
  hall_finding_list_set (HALL_FINDING_LIST (list), findings);
  app_test_settle ();
  g_assert_true (app_test_says (list, "1 more"));
  g_assert_false (app_test_says (list, "Frame 1 is empty"));
  gtk_button_clicked (GTK_BUTTON (app_test_find (list, "1 more")));
  app_test_settle ();
  g_assert_true (app_test_says (list, "Frame 1 is empty"));

  text = hall_issue_format (&((HallFinding *) findings->pdata[2])->issue, hall_app_lang ());
  gtk_button_clicked (GTK_BUTTON (app_test_find (list, text)));
  g_assert_cmpuint (chosen.page, ==, 3);
  g_assert_cmpfloat (chosen.width, ==, 0.3);

  hall_finding_list_set (HALL_FINDING_LIST (list), NULL);
  hall_finding_list_add_mark (HALL_FINDING_LIST (list), HALL_GOOD, "The file opens");
  app_test_settle ();
  g_assert_false (app_test_says (list, "Frame 1 is empty"));
  g_assert_true (app_test_says (list, "The file opens"));
  app_test_close (window, list);
}

/* What a file manager hands over. */
static void
test_drop (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_document_card_new (g_ptr_array_index (catalog->requirements, 0));
  GtkWidget *window = app_test_show (widget);
  GtkTargetList *targets = gtk_drag_dest_get_target_list (widget);
  guint info;

  g_assert_nonnull (targets);
  g_assert_true (gtk_target_list_find (targets, gdk_atom_intern ("text/uri-list", FALSE), &info));
  app_test_close (window, widget);
}

static void
test_code (void)
{
  GtkWidget *widget = hall_qr_view_new ();
  HallQrView *view = HALL_QR_VIEW (widget);
  GtkWidget *window = app_test_show (widget);
  GtkWidget *code;
  guint renewed = 0;
  guint opened = 0;

  g_signal_connect (view, "renew", G_CALLBACK (app_test_count_cb), &renewed);
  g_signal_connect (view, "open", G_CALLBACK (app_test_count_cb), &opened);
  hall_qr_view_set_words (view, "用微信扫一扫", "支付证书费用。");
  hall_qr_view_set_amount (view, 90000);
  hall_qr_view_set_text (view, "http://127.0.0.1:1/cashier/0123456789abcdef0123456789abcdef");
  hall_qr_view_set_time_left (view, 600, 7200);
  app_test_settle ();
  code = app_test_find (widget, "用微信扫一扫");
  g_assert_true (app_test_says (widget, "¥ 900.00"));
  g_assert_true (app_test_says (widget, "10:00 left"));
  code = app_test_find_type (widget, GTK_TYPE_DRAWING_AREA);
  g_assert_cmpint (gtk_widget_get_allocated_width (code), >=, 240);
  g_assert_null (app_test_find (widget, "This code has expired"));

  g_assert_false (gtk_widget_get_visible (app_test_find (widget, "Open on this computer")));
  hall_qr_view_set_can_open (view, TRUE);
  gtk_button_clicked (GTK_BUTTON (app_test_find (widget, "Open on this computer")));
  g_assert_cmpuint (opened, ==, 1);
  gtk_button_clicked (GTK_BUTTON (app_test_find (widget, "New code")));
  g_assert_cmpuint (renewed, ==, 1);

  hall_qr_view_set_time_left (view, 0, 7200);
  app_test_settle ();
  g_assert_true (app_test_says (widget, "This code has expired"));
  hall_qr_view_set_text (view, "another");
  app_test_settle ();
  g_assert_false (app_test_says (widget, "This code has expired"));
  hall_qr_view_set_done (view, "已收到付款");
  app_test_settle ();
  g_assert_true (app_test_says (widget, "已收到付款"));
  app_test_close (window, widget);
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

static void
test_ring (void)
{
  GtkWidget *ring = hall_time_ring_new ();
  GtkWidget *window = app_test_show (ring);
  guint ended = 0;

  g_signal_connect (ring, "ended", G_CALLBACK (app_test_count_cb), &ended);
  hall_time_ring_start (HALL_TIME_RING (ring), 1, 10);
  g_assert_cmpuint (hall_time_ring_get_left_s (HALL_TIME_RING (ring)), ==, 1);
  app_test_wait (is_counted, &ended);
  g_assert_cmpuint (hall_time_ring_get_left_s (HALL_TIME_RING (ring)), ==, 0);
  hall_time_ring_start (HALL_TIME_RING (ring), 100, 10); /* and goes while it counts */
  app_test_close (window, ring);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/document-card/findings", test_findings);
  g_test_add_func ("/document-card/size", test_size);
  g_test_add_func ("/document-card/states", test_card);
  g_test_add_func ("/document-card/drop", test_drop);
  g_test_add_func ("/qr-view/states", test_code);
  g_test_add_func ("/time-ring/ends", test_ring);
  return g_test_run ();
}
