/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls against a hall for tests: what is sent and what comes back.
 */
#include "client-fixture.h"
#include "hall-client-account.h"
#include "hall-client-document.h"
#include "hall-client-list.h"
#include "hall-client-order.h"
#include "hall-client-practice.h"

static void
test_hall (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallInfo) info = NULL;
  g_autoptr (HallCatalog) first = NULL;
  g_autoptr (HallCatalog) second = NULL;

  hall_client_get_info_async (f->client, NULL, on_done_cb, f);
  info = hall_client_get_info_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (info->name, ==, "练习营业厅");
  g_assert_cmpstr (fake_hall_last (f->hall)->language, ==, "zh-CN");
  g_assert_null (fake_hall_last (f->hall)->authorization);

  hall_client_get_catalog_async (f->client, FAKE_PROJECT, NULL, NULL, on_done_cb, f);
  first = hall_client_get_catalog_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->sha256, ==, f->hall->catalog->sha256);

  hall_client_get_catalog_async (f->client, FAKE_PROJECT, first, NULL, on_done_cb, f);
  second = hall_client_get_catalog_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (first == second);

  hall_client_get_catalog_async (f->client, "other", NULL, NULL, on_done_cb, f);
  g_assert_null (hall_client_get_catalog_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

static void
test_account (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallSmsCode) code = NULL;
  g_autoptr (HallIdentity) registered = NULL;
  g_autoptr (HallIdentity) signed_in = NULL;
  g_autoptr (HallIdentity) account = NULL;

  hall_client_request_sms_code_async (f->client, FAKE_MOBILE, HALL_SMS_REGISTER, NULL, on_done_cb,
                                      f);
  code = hall_client_request_sms_code_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (code->expires_s, >, code->resend_s);

  hall_client_register_async (f->client, FAKE_MOBILE, FAKE_SMS_CODE, FAKE_PASSWORD, NULL,
                              on_done_cb, f);
  registered = hall_client_register_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_nonnull (registered->token);

  hall_client_sign_in_async (f->client, FAKE_MOBILE, FAKE_PASSWORD, NULL, on_done_cb, f);
  signed_in = hall_client_sign_in_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  hall_client_set_token (f->client, signed_in->token);

  hall_client_get_account_async (f->client, NULL, on_done_cb, f);
  account = hall_client_get_account_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->name, ==, "138****8000");
  g_assert_cmpuint (account->actors, ==, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER));
  g_assert_null (account->token);

  hall_client_sign_out_async (f->client, NULL, on_done_cb, f);
  g_assert_true (hall_client_sign_out_finish (f->client, wait_for (f), &error));
  g_assert_no_error (error);

  hall_client_reset_password_async (f->client, FAKE_MOBILE, FAKE_SMS_CODE, FAKE_PASSWORD, NULL,
                                    on_done_cb, f);
  g_assert_true (hall_client_reset_password_finish (f->client, wait_for (f), &error));
  g_assert_no_error (error);
}

/* Form errors arrive with the error. */
static void
test_wrong_password (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  const HallFinding *finding;

  hall_client_sign_in_async (f->client, FAKE_MOBILE, "wrong", NULL, on_done_cb, f);
  g_assert_null (hall_client_sign_in_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  copy = g_error_copy (error);
  g_assert_nonnull (hall_error_get_findings (copy));
  g_assert_cmpuint (hall_error_get_findings (copy)->len, ==, 1);
  finding = g_ptr_array_index (hall_error_get_findings (copy), 0);
  g_assert_cmpstr (finding->where, ==, "password");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_SIGN_IN_WRONG);
}

static void
test_staff (Fixture *f, gconstpointer data)
{
  HallPageQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallIdentity) identity = NULL;
  g_autoptr (HallOrderPage) page = NULL;
  g_autoptr (GBytes) capture = NULL;

  fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  hall_client_list_queue_async (f->client, HALL_TAB_REVIEW, &query, NULL, on_done_cb, f);
  g_assert_false (hall_client_list_queue_finish (f->client, wait_for (f), &page, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_DENIED);
  g_clear_error (&error);

  hall_client_sign_in_staff_async (f->client, FAKE_STAFF, "practice1", NULL, NULL, on_done_cb, f);
  identity = hall_client_sign_in_staff_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (hall_identity_is_staff (identity));
  hall_client_set_token (f->client, identity->token);

  hall_client_list_queue_async (f->client, HALL_TAB_REVIEW, &query, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_queue_finish (f->client, wait_for (f), &page, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (page->orders->len, ==, 1);
  g_assert_cmpuint (page->counts[HALL_TAB_REVIEW], ==, 1);
  g_assert_cmpuint (page->counts[HALL_TAB_REFUND], ==, 0);

  hall_client_get_capture_async (f->client, "20261122000001", "id-portrait", NULL, on_done_cb, f);
  capture = hall_client_get_capture_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (capture), >, 3);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new ();
  const HallNewOrder order = { FAKE_PROJECT, "organisation", consents, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) created = NULL;
  g_autoptr (HallOrder) saved = NULL;
  g_autoptr (HallOrder) moved = NULL;

  g_ptr_array_add (consents, g_ptr_array_index (f->hall->catalog->consents, 0));
  hall_client_create_order_async (f->client, &order, NULL, on_done_cb, f);
  created = hall_client_create_order_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (created->state, ==, HALL_STATE_DRAFT);
  g_assert_nonnull (fake_hall_last (f->hall)->key);

  hall_application_set (created->application, "organisation.name", "深圳市测试样例科技有限公司");
  hall_client_put_application_async (f->client, created->number, created->version,
                                     created->application, NULL, on_done_cb, f);
  saved = hall_client_put_application_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->version, >, created->version);
  g_assert_cmpstr (hall_application_get (saved->application, "organisation.name"), ==,
                   "深圳市测试样例科技有限公司");

  hall_client_put_application_async (f->client, created->number, created->version,
                                     created->application, NULL, on_done_cb, f);
  g_assert_null (hall_client_put_application_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
  g_clear_error (&error);

  hall_client_send_event_async (f->client, saved->number, saved->version, HALL_EVENT_CONFIRM_INFO,
                                NULL, NULL, on_done_cb, f);
  g_assert_null (hall_client_send_event_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpuint (hall_error_get_findings (error)->len, >, 5);
  g_clear_error (&error);

  hall_client_send_event_async (f->client, saved->number, saved->version, HALL_EVENT_CANCEL, NULL,
                                NULL, on_done_cb, f);
  moved = hall_client_send_event_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (moved->state, ==, HALL_STATE_CANCELLED);
}

static void
test_event_bodies (Fixture *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_FIN_AUTH_FAILED);
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  HallEventBody body = { .fields = fields };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) moved = NULL;

  g_hash_table_insert (fields, (gpointer) "basic_account.account_no", (gpointer) "755900000010102");
  hall_client_send_event_async (f->client, order->number, order->version,
                                HALL_EVENT_RESUBMIT_ACCOUNT, &body, NULL, on_done_cb, f);
  moved = hall_client_send_event_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (moved->state, ==, HALL_STATE_FIN_AUTH_PENDING);
  g_assert_cmpstr (hall_application_get (order->application, "basic_account.account_no"), ==,
                   "755900000010102");
}

static void
test_auth_and_payment (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT)->number;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) linked = NULL;
  g_autoptr (HallOrder) asked = NULL;
  g_autoptr (HallOrder) billed = NULL;
  g_autoptr (HallCashierBill) bill = NULL;

  hall_client_renew_auth_link_async (f->client, number, NULL, on_done_cb, f);
  linked = hall_client_renew_auth_link_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->auth->url, ==, "https://hall.example.com/phone/token");

  hall_client_request_alternative_auth_async (f->client, number, "没有智能手机", NULL, on_done_cb,
                                              f);
  asked = hall_client_request_alternative_auth_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (asked->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_ALTERNATIVE);

  hall_client_create_payment_async (f->client, number, HALL_PAY_WECHAT, NULL, on_done_cb, f);
  billed = hall_client_create_payment_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpint (billed->payment->channel, ==, HALL_PAY_WECHAT);

  hall_client_get_bill_async (f->client, billed->payment->id, NULL, on_done_cb, f);
  bill = hall_client_get_bill_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bill->state, ==, "issued");
  g_assert_cmpint (bill->amount_fen, ==, 90000);
  hall_client_pay_bill_async (f->client, billed->payment->id, NULL, on_done_cb, f);
  g_assert_true (hall_client_pay_bill_finish (f->client, wait_for (f), &error));
  g_assert_no_error (error);
}

typedef struct
{
  guint n;
  gint64 last;
  gint64 total;
} Progress;

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, >=, progress->last);
  g_assert_cmpint (done, <=, total);
  progress->n++;
  progress->last = done;
  progress->total = total;
}

static void
test_document (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_DOCUMENTS)->number;
  gsize length = 2 * 1024 * 1024;
  g_autofree char *content = g_malloc (length);
  Progress progress = { 0 };
  HallFile file = { "business_licence", "营业执照 (扫描).pdf", NULL, on_progress, &progress };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) form = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) filled = NULL;
  g_autoptr (HallOrder) emptied = NULL;
  const HallDocument *document;

  memset (content, 'x', length);
  memcpy (content, "%PDF-1.5", 8);
  file.bytes = bytes = g_bytes_new (content, length);
  hall_client_put_document_async (f->client, number, &file, NULL, on_done_cb, f);
  filled = hall_client_put_document_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  document = hall_order_find_document (filled, "business_licence");
  g_assert_cmpstr (document->file_name, ==, "营业执照 (扫描).pdf");
  g_assert_cmpint (document->bytes, ==, (gint64) length);
  g_assert_cmpuint (progress.n, >, 3);
  g_assert_cmpint (progress.last, ==, (gint64) length);
  g_assert_cmpint (progress.total, ==, (gint64) length);

  hall_client_get_document_async (f->client, number, "business_licence", NULL, on_done_cb, f);
  back = hall_client_get_document_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, bytes));

  hall_client_delete_document_async (f->client, number, "business_licence", NULL, on_done_cb, f);
  emptied = hall_client_delete_document_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_null (hall_order_find_document (emptied, "business_licence"));

  hall_client_get_form_async (f->client, number, NULL, on_done_cb, f);
  form = hall_client_get_form_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (form), >, 4);
}

/* Before the data are confirmed there is nothing to tell the accountant of. */
static void
test_finance_note (Fixture *f, gconstpointer data)
{
  const char *confirmed = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_DOCUMENTS)->number;
  HallOrder *draft = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) note = NULL;

  hall_client_get_finance_note_async (f->client, confirmed, NULL, on_done_cb, f);
  note = hall_client_get_finance_note_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (note), >, 4);
  draft->revision = 0;
  hall_client_get_finance_note_async (f->client, draft->number, NULL, on_done_cb, f);
  g_assert_null (hall_client_get_finance_note_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

/* A name of any length fits the hall's limit and keeps its ending. */
static void
test_long_name (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_DOCUMENTS)->number;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.5", 8);
  HallFile file = { "business_licence", NULL, bytes, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) filled = NULL;
  const char *kept;

  for (guint i = 0; i < 80; i++)
    g_string_append (name, "执照");
  g_string_append (name, ".pdf");
  file.file_name = name->str;
  hall_client_put_document_async (f->client, number, &file, NULL, on_done_cb, f);
  filled = hall_client_put_document_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  kept = hall_order_find_document (filled, "business_licence")->file_name;
  g_assert_true (g_str_has_prefix (kept, "执照执照"));
  g_assert_true (g_str_has_suffix (kept, "执照.pdf"));
  g_assert_cmpuint (strlen (kept), <, 200);
}

/* A refused file says why. */
static void
test_refused_document (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_DOCUMENTS)->number;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("GIF89a", 6);
  HallFile file = { "business_licence", "a.gif", bytes, NULL, NULL };
  g_autoptr (GError) error = NULL;
  const HallFinding *finding;

  f->hall->refused_slot = g_strdup ("business_licence");
  hall_client_put_document_async (f->client, number, &file, NULL, on_done_cb, f);
  g_assert_null (hall_client_put_document_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  finding = g_ptr_array_index (hall_error_get_findings (error), 0);
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_FILE_DAMAGED);
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  HallPageQuery query = { .limit = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrderPage) first = NULL;
  g_autoptr (HallOrderPage) second = NULL;
  g_autoptr (HallOrderPage) none = NULL;

  for (guint i = 0; i < 3; i++)
    fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  hall_client_list_orders_async (f->client, &query, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_orders_finish (f->client, wait_for (f), &first, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (first->orders->len, ==, 2);
  g_assert_nonnull (first->next);

  query.cursor = first->next;
  hall_client_list_orders_async (f->client, &query, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_orders_finish (f->client, wait_for (f), &second, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (second->orders->len, ==, 1);
  g_assert_null (second->next);

  query = (HallPageQuery){ .limit = 2, .etag = first->etag, .wait = TRUE };
  hall_client_list_orders_async (f->client, &query, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_orders_finish (f->client, wait_for (f), &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpstr (fake_hall_last (f->hall)->prefer, ==, "wait=25");
}

static void
test_practice (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallMessages) messages = NULL;
  g_autoptr (HallMessages) none = NULL;
  g_autoptr (HallPracticeSettings) got = NULL;
  g_autoptr (HallPracticeSettings) put = NULL;
  const HallMessage *message;

  fake_hall_add_message (f->hall, "验证码 493027");
  hall_client_list_messages_async (f->client, NULL, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_messages_finish (f->client, wait_for (f), &messages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (messages->messages->len, ==, 1);
  message = g_ptr_array_index (messages->messages, 0);
  g_assert_cmpstr (message->text, ==, "验证码 493027");
  g_assert_cmpint (message->at_s, ==, 1795334400);

  hall_client_list_messages_async (f->client, messages->etag, NULL, on_done_cb, f);
  g_assert_true (hall_client_list_messages_finish (f->client, wait_for (f), &none, &error));
  g_assert_null (none);

  hall_client_get_practice_settings_async (f->client, NULL, on_done_cb, f);
  got = hall_client_get_practice_settings_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (got->staff->len, ==, 1);
  hall_client_put_practice_settings_async (f->client, TRUE, NULL, on_done_cb, f);
  put = hall_client_put_practice_settings_finish (f->client, wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (put->two_person_rule);
}

static gboolean
touch_first_order (gpointer data)
{
  FakeHall *hall = data;

  fake_hall_touch (hall, g_ptr_array_index (hall->orders, 0));
  return G_SOURCE_REMOVE;
}

static void
test_wait (Fixture *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) none = NULL;
  g_autoptr (HallOrder) news = NULL;
  gint64 begun_us;

  hall_client_wait_order_async (f->client, order->number, order->version, NULL, on_done_cb, f);
  g_assert_true (hall_client_wait_order_finish (f->client, wait_for (f), &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);

  f->hall->wait_ms = 60 * 1000;
  begun_us = g_get_monotonic_time ();
  g_timeout_add (50, touch_first_order, f->hall);
  hall_client_wait_order_async (f->client, order->number, order->version, NULL, on_done_cb, f);
  g_assert_true (hall_client_wait_order_finish (f->client, wait_for (f), &news, &error));
  g_assert_no_error (error);
  g_assert_cmpint (news->version, ==, order->version);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 10 * G_USEC_PER_SEC);
}

static const struct
{
  const char *path;
  void (*test) (Fixture *f, gconstpointer data);
} tests[] = {
  { "/client/hall", test_hall },
  { "/client/account", test_account },
  { "/client/wrong-password", test_wrong_password },
  { "/client/staff", test_staff },
  { "/client/order", test_order },
  { "/client/event-bodies", test_event_bodies },
  { "/client/auth-and-payment", test_auth_and_payment },
  { "/client/document", test_document },
  { "/client/finance-note", test_finance_note },
  { "/client/long-name", test_long_name },
  { "/client/refused-document", test_refused_document },
  { "/client/lists", test_lists },
  { "/client/practice", test_practice },
  { "/client/wait", test_wait },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
