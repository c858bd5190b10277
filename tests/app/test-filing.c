/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the uploads to the result, page by page, at a practice hall of its own: one person with
 * neither scanner nor phone nor money. With HALL_SHOTS=FOLDER a picture of each page is kept.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <json-glib/json-glib.h>

#include "far-reviewer.h"
#include "flow-fixture.h"
#include "hall-app-lang.h"
#include "hall-client-practice.h"
#include "hall-wizard.h"
#include "page-fixture.h"

#define PASSWORD "Ab12345678"
#define PATIENCE 400 /* times 50 ms */

typedef struct
{
  Page base; /* without its hall for tests */
  HallSession *session;
  HallDraft *draft;
  HallWizard *wizard;
  char *folder; /* of the hall: the one before may still be going */
} Filing;

static void
take_picture (Filing *f, const char *name)
{
  const char *folder = g_getenv ("HALL_SHOTS");

  if (folder == NULL)
    return;
  fake_pass_ms (1200);
  app_test_shoot (f->base.window, folder, name);
}

static char *
read_code (Filing *f)
{
  g_autoptr (GRegex) digits = g_regex_new ("\\d{6}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (HallMessages) messages = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < PATIENCE && (messages == NULL || messages->messages->len == 0); i++)
    {
      g_clear_pointer (&messages, hall_messages_free);
      fake_pass_ms (50);
      hall_client_list_messages_async (hall_session_get_client (f->session), NULL, NULL,
                                       page_on_done_cb, &f->base);
      hall_client_list_messages_finish (hall_session_get_client (f->session),
                                        page_wait_for (&f->base), &messages, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (messages->messages->len, >, 0);
  g_regex_match (digits, ((HallMessage *) g_ptr_array_index (messages->messages, 0))->text, 0,
                 &match);
  return g_match_info_fetch (match, 0);
}

static void
sign_up (Filing *f, const char *mobile)
{
  HallClient *client = hall_session_get_client (f->session);
  g_autoptr (HallSmsCode) sms = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  hall_session_connect_local_async (f->session, hall_app_get_local_hall (f->base.app), NULL,
                                    page_on_done_cb, &f->base);
  hall_session_connect_finish (f->session, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
  hall_client_request_sms_code_async (client, mobile, HALL_SMS_REGISTER, NULL, page_on_done_cb,
                                      &f->base);
  sms = hall_client_request_sms_code_finish (client, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
  code = read_code (f);
  hall_session_register_async (f->session, mobile, code, PASSWORD, FALSE, NULL, page_on_done_cb,
                               &f->base);
  hall_session_register_finish (f->session, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
}

/* (transfer full): ids of what is agreed to before an order begins */
static char **
list_consents (HallCatalog *catalog)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      if (consent->scope != HALL_CONSENT_FACE)
        g_strv_builder_add (ids, consent->id);
    }
  return g_strv_builder_end (ids);
}

static void
begin_order (Filing *f)
{
  g_auto (GStrv) consents = NULL;
  g_autoptr (HallCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  hall_session_load_catalog_async (f->session, "yinuo-bidding", NULL, page_on_done_cb, &f->base);
  catalog = hall_session_load_catalog_finish (f->session, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
  consents = list_consents (catalog);
  hall_draft_create_async (f->session, "yinuo-bidding", "organisation",
                           (const char *const *) consents, NULL, page_on_done_cb, &f->base);
  f->draft = hall_draft_create_finish (f->session, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
}

static void
fill_in (Filing *f)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "applications", "organisation.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init (&iter, json_object_get_object_member (json_node_get_object (
                                                                   json_parser_get_root (parser)),
                                                               "fields"));
  while (json_object_iter_next (&iter, &id, &value))
    hall_draft_set_value (f->draft, id, json_node_get_string (value));
  hall_draft_send_async (f->draft, HALL_EVENT_CONFIRM_INFO, NULL, NULL, page_on_done_cb, &f->base);
  hall_draft_send_finish (f->draft, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
}

static void
filing_set_up (Filing *f, gconstpointer data)
{
  GtkWidget *wizard;

  f->folder = g_dir_make_tmp ("hall-filing-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", f->folder, TRUE);
  g_setenv ("XDG_STATE_HOME", f->folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", f->folder, TRUE);
  page_make_window (&f->base);
  f->session = hall_frame_get_session (f->base.frame);
  sign_up (f, data);
  begin_order (f);
  fill_in (f);
  wizard = hall_wizard_new (f->base.frame, f->draft);
  f->wizard = HALL_WIZARD (wizard);
  gtk_widget_show (wizard);
  page_show (&f->base, wizard);
  hall_wizard_enter (f->wizard);
}

static void
filing_tear_down (Filing *f, gconstpointer data)
{
  g_clear_object (&f->base.result);
  app_test_close (f->base.window, f->wizard);
  fake_release (f->draft);
  hall_local_hall_stop (hall_app_get_local_hall (f->base.app));
  g_clear_object (&f->base.app);
  fake_pass_ms (200);
  flow_remove_folder (f->folder);
  g_free (f->folder);
}

static void
wait_for_step (Filing *f, HallStep step)
{
  for (guint i = 0; i < PATIENCE && hall_wizard_get_step (f->wizard) != step; i++)
    fake_pass_ms (50);
  g_assert_cmpint (hall_wizard_get_step (f->wizard), ==, step);
}

static gboolean
is_kept (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_KEPT && !hall_upload_wants_file (upload);
}

/* What the program makes for practice, it has nothing to say against. */
static void
assert_clean (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s", hall_issue_code_get_name (finding->issue.code));
      g_assert_cmpint (finding->severity, <, HALL_DOUBTFUL);
    }
}

/* "Use a practice scan", in the place of @slot. */
static void
use_practice_scan (Filing *f, const char *slot)
{
  HallUpload *upload = hall_uploads_find (hall_draft_get_uploads (f->draft), slot);
  g_autofree char *name =
      g_strdup_printf ("Use a practice scan %s",
                       hall_label_get (&hall_upload_get_requirement (upload)->label,
                                       hall_app_lang ()));
  GtkWidget *button = app_test_find (GTK_WIDGET (f->wizard), name);

  g_test_message ("%s", name);
  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
  app_test_wait (is_kept, upload);
  assert_clean (hall_upload_get_findings (upload));
}

/* What a phone does, without its camera. */
static GBytes *
call_phone (Filing *f, const char *method, const char *rest, const char *type, GBytes *body)
{
  const HallAuthLink *link = hall_draft_get_order (f->draft)->auth;
  g_autofree char *token = g_path_get_basename (link->url);
  g_autofree char *url =
      g_strdup_printf ("%s/v1/phone/%s%s", hall_session_get_address (f->session), token, rest);
  g_autoptr (SoupSession) soup = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GError) error = NULL;
  GBytes *answer;

  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, type, body);
  answer = soup_session_send_and_read (soup, message, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s %s: %u", method, rest, soup_message_get_status (message));
  g_assert_cmpuint (soup_message_get_status (message), <, 300);
  return answer;
}

static GBytes *
make_picture (void)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1200, 900);
  char *bytes;
  gsize length;

  gdk_pixbuf_fill (picture, 0x6688aaff);
  g_assert_true (
      gdk_pixbuf_save_to_buffer (picture, &bytes, &length, "jpeg", NULL, "quality", "90", NULL));
  return g_bytes_new_take (bytes, length);
}

static void
use_phone (Filing *f)
{
  g_autoptr (GBytes) visit = call_phone (f, "GET", "", NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) picture = make_picture ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) consent = NULL;
  g_autofree char *text = NULL;
  JsonObject *root, *given;
  JsonArray *captures;

  json_parser_load_from_data (parser, g_bytes_get_data (visit, NULL),
                              (gssize) g_bytes_get_size (visit), NULL);
  root = json_node_get_object (json_parser_get_root (parser));
  given = json_object_get_object_member (root, "consent");
  text = g_strdup_printf ("{\"id\":\"%s\",\"version\":\"%s\",\"sha256\":\"%s\"}",
                          json_object_get_string_member (given, "id"),
                          json_object_get_string_member (given, "version"),
                          json_object_get_string_member (given, "sha256"));
  consent = g_bytes_new (text, strlen (text));
  g_bytes_unref (call_phone (f, "PUT", "/consent", "application/json", consent));
  captures = json_object_get_array_member (root, "captures");
  for (guint i = 0; i < json_array_get_length (captures); i++)
    {
      JsonObject *capture = json_array_get_object_element (captures, i);
      g_autofree char *rest =
          g_strdup_printf ("/captures/%s", json_object_get_string_member (capture, "id"));

      g_bytes_unref (call_phone (f, "PUT", rest, "image/jpeg", picture));
      if (i == 1)
        take_picture (f, "2-auth-half");
    }
  g_bytes_unref (call_phone (f, "POST", "/finish", "application/json", nothing));
}

static void
choose (Filing *f, HallPayChannel channel)
{
  GtkWidget *button = app_test_find (GTK_WIDGET (f->wizard),
                                     hall_pay_channel_get_label (channel, hall_app_lang ()));

  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
}

static gboolean
has_link (gpointer draft)
{
  return hall_draft_get_order (draft)->auth != NULL;
}

static gboolean
has_bill (gpointer draft)
{
  return hall_draft_get_order (draft)->payment != NULL;
}

/* Documents and verification, which go before either way of paying. */
static void
get_to_payment (Filing *f)
{
  g_assert_cmpint (hall_wizard_get_step (f->wizard), ==, HALL_STEP_DOCUMENTS);
  hall_wizard_go_next (f->wizard);
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (f->wizard), ==, HALL_STEP_DOCUMENTS);
  use_practice_scan (f, "application_form");
  use_practice_scan (f, "business_licence");
  take_picture (f, "1-documents");
  use_practice_scan (f, "seal_capture_sheet");
  hall_wizard_go_next (f->wizard);
  wait_for_step (f, HALL_STEP_AUTH);
  app_test_wait (has_link, f->draft);
  take_picture (f, "2-auth");
  use_phone (f);
  wait_for_step (f, HALL_STEP_PAYMENT);
}

static void
pay_online (Filing *f)
{
  HallClient *client = hall_session_get_client (f->session);
  g_autoptr (GError) error = NULL;

  get_to_payment (f);
  take_picture (f, "3-payment");
  choose (f, HALL_PAY_WECHAT);
  app_test_wait (has_bill, f->draft);
  take_picture (f, "4-payment-wechat");
  hall_client_pay_bill_async (client, hall_draft_get_order (f->draft)->payment->id, NULL,
                              page_on_done_cb, &f->base);
  hall_client_pay_bill_finish (client, page_wait_for (&f->base), &error);
  g_assert_no_error (error);
  wait_for_step (f, HALL_STEP_RESULT);
  g_assert_cmpint (hall_draft_get_order (f->draft)->state, ==, HALL_STATE_UNDER_REVIEW);
  app_test_settle ();
  take_picture (f, "5-result");
}

static void
test_online (Filing *f, gconstpointer data)
{
  pay_online (f);
}

static void
test_transfer (Filing *f, gconstpointer data)
{
  get_to_payment (f);
  choose (f, HALL_PAY_TRANSFER);
  hall_wizard_go_next (f->wizard);
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (f->wizard), ==, HALL_STEP_PAYMENT);
  take_picture (f, "6-transfer-missing");
  use_practice_scan (f, "payment_voucher");
  take_picture (f, "7-transfer");
  hall_wizard_go_next (f->wizard);
  wait_for_step (f, HALL_STEP_RESULT);
  g_assert_cmpint (hall_draft_get_order (f->draft)->state, ==, HALL_STATE_PAYMENT_VERIFYING);
  take_picture (f, "8-transfer-result");
}

static gboolean
wants_file (gpointer upload)
{
  return hall_upload_wants_file (upload);
}

static gboolean
is_under_review (gpointer draft)
{
  return hall_draft_get_order (draft)->state == HALL_STATE_UNDER_REVIEW;
}

/* Not passed: the one document is replaced, and the order handed in again without paying. */
static void
test_returned (Filing *f, gconstpointer data)
{
  HallUpload *sheet = hall_uploads_find (hall_draft_get_uploads (f->draft), "seal_capture_sheet");

  pay_online (f);
  far_reviewer_return (hall_session_get_address (f->session),
                       hall_draft_get_order (f->draft)->number, HALL_REASON_S01,
                       "seal_capture_sheet", "请重新盖章");
  wait_for_step (f, HALL_STEP_DOCUMENTS);
  app_test_wait (wants_file, sheet);
  take_picture (f, "9-returned");
  g_assert_true (app_test_says (GTK_WIDGET (f->wizard), "请重新盖章"));
  fake_pass_ms (1100); /* the hall counts in seconds: the new file is younger than the return */
  use_practice_scan (f, "seal_capture_sheet");
  g_assert_false (hall_upload_wants_file (sheet));
  hall_wizard_go_next (f->wizard);
  wait_for_step (f, HALL_STEP_RESULT);
  take_picture (f, "10-mended");
  hall_wizard_go_next (f->wizard);
  app_test_wait (is_under_review, f->draft);
  app_test_settle ();
  g_assert_true (app_test_says (GTK_WIDGET (f->wizard), "has been submitted"));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/filing/online", Filing, "13800138000", filing_set_up, test_online,
              filing_tear_down);
  g_test_add ("/filing/transfer", Filing, "13800138001", filing_set_up, test_transfer,
              filing_tear_down);
  g_test_add ("/filing/returned", Filing, "13800138002", filing_set_up, test_returned,
              filing_tear_down);
  return g_test_run ();
}
