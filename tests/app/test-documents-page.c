/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page where documents are handed in.
 */
#include "hall-app-lang.h"
#include "hall-document-slot.h"
#include "hall-documents-page.h"
#include "page-fixture.h"

#define FORM    "Application form"
#define LICENCE "Business licence"
#define MISSING "This document has not been uploaded yet."

static HallUpload *
find_upload (Page *page, const char *slot)
{
  return hall_uploads_find (hall_draft_get_uploads (page->draft), slot);
}

static gboolean
is_kept (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_KEPT;
}

static gboolean
is_refused (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_REFUSED;
}

static gboolean
is_failed (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_FAILED;
}

/* The files of the hall for tests are not real ones: nothing looks into them here. */
static void
open_page (Page *page, HallState state)
{
  page_set_up (page, state);
  page_open (page, hall_documents_page_new);
  hall_uploads_set_inspect (hall_draft_get_uploads (page->draft), NULL, NULL, NULL);
}

static void
test_missing (void)
{
  Page page = { 0 };

  open_page (&page, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "0 of 3 uploaded"));
  g_assert_cmpstr (hall_wizard_page_get_next_label (page.page), ==, "_Next");
  g_assert_false (app_test_says (GTK_WIDGET (page.page), MISSING));
  g_assert_false (page_next (&page));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), MISSING));
  g_assert_true (
      gtk_widget_has_focus (app_test_find (GTK_WIDGET (page.page), "Choose a file " FORM)));
  g_assert_cmpuint (page.hall->n_events, ==, 0);
  page_tear_down (&page);
}

static void
test_practice (void)
{
  static const char *const slots[] = { "application_form", "business_licence",
                                       "seal_capture_sheet" };
  Page page = { 0 };

  open_page (&page, HALL_STATE_AWAITING_DOCUMENTS);
  page_click (&page, "Use a practice scan " FORM);
  page_click (&page, "Use a practice scan " LICENCE);
  page_click (&page, "Use a practice scan Seal capture sheet");
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    app_test_wait (is_kept, find_upload (&page, slots[i]));
  page_wait_says (&page, "3 of 3 uploaded");
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Form code found"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Practice " FORM ".pdf"));
  g_assert_true (page_next (&page));
  g_assert_cmpint (page.order->state, ==, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_tear_down (&page);
}

/* At a hall that counts, nothing is made up. */
static void
test_earnest (void)
{
  Page page = { 0 };
  GtkWidget *button;

  page_set_up (&page, HALL_STATE_AWAITING_DOCUMENTS);
  page_set_practice (&page, FALSE);
  page_open (&page, hall_documents_page_new);
  button = app_test_find (GTK_WIDGET (page.page), "Use a practice scan " FORM);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_false (app_test_says (GTK_WIDGET (page.page), "Practice"));
  page_tear_down (&page);
}

static void
put (Page *page, const char *slot)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.5 x", 10);

  hall_upload_put_bytes_async (find_upload (page, slot), bytes, "扫描.pdf", NULL, page_on_done_cb,
                               page);
}

static void
test_refused (void)
{
  Page page = { 0 };
  g_autoptr (GError) error = NULL;

  open_page (&page, HALL_STATE_AWAITING_DOCUMENTS);
  page.hall->refused_slot = g_strdup ("business_licence");
  put (&page, "business_licence");
  hall_upload_put_finish (find_upload (&page, "business_licence"), page_wait_for (&page), &error);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_true (is_refused (find_upload (&page, "business_licence")));
  page_wait_says (&page, "cannot be opened");
  page_click (&page, "Remove " LICENCE);
  g_assert_cmpint (hall_upload_get_state (find_upload (&page, "business_licence")), ==,
                   HALL_UPLOAD_EMPTY);
  page_tear_down (&page);
}

static void
test_retry (void)
{
  Page page = { 0 };
  g_autoptr (GError) error = NULL;
  HallUpload *upload;

  open_page (&page, HALL_STATE_AWAITING_DOCUMENTS);
  upload = find_upload (&page, "business_licence");
  fake_hall_set_mood (page.hall, FAKE_DROP, G_MAXUINT);
  put (&page, "business_licence");
  app_test_wait (is_failed, upload);
  g_clear_object (&page.result);
  page.done = FALSE;
  fake_hall_set_mood (page.hall, FAKE_NORMAL, 0);
  page_click (&page, "Try again " LICENCE);
  app_test_wait (is_kept, upload);
  page_click (&page, "Remove " LICENCE);
  page_wait_says (&page, "0 of 3 uploaded");
  page_tear_down (&page);
}

/* What the reviewer said stands beside the document; what was accepted is closed. */
static void
test_returned (void)
{
  Page page = { 0 };
  HallDocument *document = hall_document_new ("application_form");
  HallTimelineStep *step = hall_timeline_step_new ();

  page_set_up (&page, HALL_STATE_REJECTED);
  document->file_name = g_strdup ("申请表.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup ("00");
  document->bytes = 10;
  document->current = TRUE;
  document->uploaded_s = 100;
  g_ptr_array_add (page.order->documents, document);
  step->at_s = 200;
  step->event = HALL_EVENT_REVIEW_REJECTED;
  step->state = HALL_STATE_REJECTED;
  step->actor = HALL_ACTOR_REVIEWER;
  g_ptr_array_add (page.order->timeline, step);
  g_ptr_array_add (page.order->returns,
                   hall_return_new (HALL_REASON_F02, "application_form", "章在左下角"));
  page_open (&page, hall_documents_page_new);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "章在左下角"));
  g_assert_false (page_next (&page));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "has not been changed yet"));
  page_tear_down (&page);
}

/* A window closed while a document is on its way leaves nothing behind. */
static void
test_closed (void)
{
  Page page = { 0 };

  open_page (&page, HALL_STATE_AWAITING_DOCUMENTS);
  fake_hall_set_mood (page.hall, FAKE_HANG, G_MAXUINT);
  page_click (&page, "Use a practice scan " LICENCE);
  g_assert_false (page_next (&page));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "on its way"));
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/documents-page/missing", test_missing);
  g_test_add_func ("/documents-page/practice", test_practice);
  g_test_add_func ("/documents-page/earnest", test_earnest);
  g_test_add_func ("/documents-page/refused", test_refused);
  g_test_add_func ("/documents-page/retry", test_retry);
  g_test_add_func ("/documents-page/returned", test_returned);
  g_test_add_func ("/documents-page/closed", test_closed);
  return g_test_run ();
}
