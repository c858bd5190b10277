/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders on a real database: who may not do what in which state, and everything up to payment.
 */
#include <string.h>

#include "hall-error.h"
#include "hall-order-walk.h"

/* Staff in roles of their own. */
static const char *const people[] = {
  "handler", "shenhe", "chuna", "zhizheng", "provider", "timer"
};

static guint
actor_of (const char *who)
{
  static const HallActor actors[] = { HALL_ACTOR_HANDLER,  HALL_ACTOR_REVIEWER, HALL_ACTOR_CASHIER,
                                      HALL_ACTOR_PRODUCER, HALL_ACTOR_PROVIDER, HALL_ACTOR_TIMER };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_str_equal (people[i], who))
      return HALL_ACTOR_BIT (actors[i]);
  g_assert_not_reached ();
}

/* In every state, every event by everybody whom the table of moves does not name: refused, and
 * nothing changes. What is wrong with the body is nobody's business then. */
static void
test_not_allowed (HallOrderFixture *fixture, gconstpointer data)
{
  const HallState state = GPOINTER_TO_UINT (data);
  const gboolean verifying = state == HALL_STATE_PAYMENT_VERIFYING;

  hall_order_walk (fixture, state, verifying ? HALL_PAY_TRANSFER : HALL_PAY_WECHAT);
  for (guint event = 0; event < HALL_N_EVENTS; event++)
    for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
      {
        if (hall_state_allows (state, event, actor_of (people[i])))
          continue;
        hall_order_fixture_refuse (fixture, people[i], event, NULL,
                                   hall_state_allows (state, event, ~0u) ? HALL_ERROR_DENIED
                                                                         : HALL_ERROR_CONFLICT);
      }
}

/* The order as it is now. */
static HallRecord *
look (HallOrderFixture *fixture)
{
  return hall_order_fixture_load (fixture);
}

static gboolean
is_current (HallOrderFixture *fixture, const char *slot)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_fixture_init_context (fixture, &context, "handler");
  order = hall_order_fixture_open (fixture, &context);
  return hall_case_find_document (order, slot)->document->current;
}

static void
test_confirm (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;
  g_autofree char *hash = NULL;

  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL,
                           HALL_STATE_AWAITING_DOCUMENTS);
  record = look (fixture);
  hash = hall_application_hash_printed (record->application, fixture->catalog);
  g_assert_cmpint (record->revision, ==, 1);
  g_assert_cmpstr (record->printed_hash, ==, hash);
  g_assert_cmpstr (record->organisation, ==, "深圳市测试样例科技有限公司");
  g_assert_cmpint (record->amount_fen, ==, 90000);
  g_assert_cmpint (hall_store_fixture_get_int (&fixture->store, "SELECT COUNT (*) FROM revisions"),
                   ==, 1);
}

/* What is wrong must be mended, what is doubtful answered for. */
static void
test_confirm_needs_valid_fields (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;
  const HallFinding *finding;

  hall_order_fixture_edit (fixture, "organisation.uscc", "9135", FALSE);
  g_assert_false (
      hall_order_fixture_send (fixture, "handler", HALL_EVENT_CONFIRM_INFO, "{}", 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  findings = hall_error_get_findings (error);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->where, ==, "organisation.uscc");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_USCC_LENGTH);
  hall_order_fixture_edit (fixture, "organisation.uscc", "91350211M0000XUF46", FALSE);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_edit (fixture, "organisation.uscc", "91350211M0000XUF46", TRUE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL,
                           HALL_STATE_AWAITING_DOCUMENTS);
}

static void
test_edit_info (HallOrderFixture *fixture, gconstpointer data)
{
  static const HallState from[] = { HALL_STATE_AWAITING_DOCUMENTS, HALL_STATE_AWAITING_HANDLER_AUTH,
                                    HALL_STATE_AWAITING_PAYMENT };

  for (gsize i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_autoptr (HallRecord) record = NULL;

      hall_order_walk (fixture, from[i], HALL_PAY_WECHAT);
      if (from[i] == HALL_STATE_AWAITING_PAYMENT)
        hall_order_fixture_choose_channel (fixture, HALL_PAY_WECHAT);
      hall_order_fixture_move (fixture, "handler", HALL_EVENT_EDIT_INFO, NULL, HALL_STATE_DRAFT);
      record = look (fixture);
      g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_NONE);
      g_assert_cmpint (record->revision, ==, 1);
    }
}

/* Confirmed again without a change it is the same revision; what is not printed makes a new one
 * but leaves the form; what is printed voids the form and nothing else. */
static const struct
{
  const char *field; /* or NULL */
  const char *value;
  gint64 revision;
  gboolean form_current;
} reprints[] = {
  { NULL, NULL, 1, TRUE },
  { "delivery.city", "广州市", 2, TRUE },
  { "basic_account.account_no", "755900000010102", 2, TRUE },
  { "organisation.address", "广东省深圳市福田区样例路2号", 2, FALSE },
  { "handler.email", "other@example.com", 2, FALSE },
};

static void
test_reprint (HallOrderFixture *fixture, gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_HANDLER_AUTH, HALL_PAY_WECHAT);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_EDIT_INFO, NULL, HALL_STATE_DRAFT);
  if (reprints[row].field != NULL)
    hall_order_fixture_edit (fixture, reprints[row].field, reprints[row].value, FALSE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL,
                           HALL_STATE_AWAITING_DOCUMENTS);
  record = look (fixture);
  g_assert_cmpint (record->revision, ==, reprints[row].revision);
  g_assert_cmpint (is_current (fixture, "application_form"), ==, reprints[row].form_current);
  g_assert_true (is_current (fixture, "business_licence"));
  g_assert_true (is_current (fixture, "seal_capture_sheet"));
  if (reprints[row].form_current)
    return;
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_DOCUMENTS_COMPLETE, NULL,
                             HALL_ERROR_INVALID);
  hall_order_fixture_upload (fixture, "application_form");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_DOCUMENTS_COMPLETE, NULL,
                           HALL_STATE_AWAITING_HANDLER_AUTH);
}

/* Every slot of the type, each missed once. */
static void
test_documents (HallOrderFixture *fixture, gconstpointer data)
{
  const gboolean for_person = g_strcmp0 (data, "organisation-person") == 0;
  const char *slots[] = { "application_form", "business_licence", "seal_capture_sheet",
                          for_person ? "subject_id_copy" : NULL, NULL };

  hall_order_walk (fixture, HALL_STATE_AWAITING_DOCUMENTS, HALL_PAY_WECHAT);
  for (guint i = 0; slots[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *findings;

      g_assert_false (hall_order_fixture_send (fixture, "handler", HALL_EVENT_DOCUMENTS_COMPLETE,
                                               "{}", 0, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      findings = hall_error_get_findings (error);
      g_assert_cmpuint (findings->len, ==, g_strv_length ((char **) slots) - i);
      for (guint n = 0; n < findings->len; n++)
        {
          const HallFinding *finding = g_ptr_array_index (findings, n);

          g_assert_cmpstr (finding->where, ==, slots[i + n]);
          g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_DOCUMENT_MISSING);
        }
      hall_order_fixture_upload (fixture, slots[i]);
    }
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_DOCUMENTS_COMPLETE, NULL,
                           HALL_STATE_AWAITING_HANDLER_AUTH);
}

static void
test_authenticated (HallOrderFixture *fixture, gconstpointer data)
{
  static const guint needed[] = { HALL_FACT_FACE_CONSENTED, HALL_FACT_IDENTITY_MATCHES };
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_HANDLER_AUTH, HALL_PAY_WECHAT);
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hall_order_fixture_send (fixture, "provider", HALL_EVENT_AUTH_PASSED, NULL,
                                               needed[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
  hall_order_fixture_move (fixture, "provider", HALL_EVENT_AUTH_PASSED, NULL,
                           HALL_STATE_AWAITING_PAYMENT);
  record = look (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_PASSED);
  g_assert_cmpint (record->identity_s, ==, fixture->now_s);
  g_assert_nonnull (record->identity_key);
}

static void
test_authentication_failed (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) failed = NULL;
  g_autoptr (HallRecord) expired = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_HANDLER_AUTH, HALL_PAY_WECHAT);
  hall_order_fixture_move (fixture, "provider", HALL_EVENT_AUTH_FAILED, NULL,
                           HALL_STATE_AWAITING_HANDLER_AUTH);
  failed = look (fixture);
  g_assert_cmpint (failed->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_FAILED);
  hall_order_fixture_move (fixture, "timer", HALL_EVENT_AUTH_FAILED, NULL,
                           HALL_STATE_AWAITING_HANDLER_AUTH);
  expired = look (fixture);
  g_assert_cmpint (expired->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_EXPIRED);
}

/* Another way is the handler's wish and a reviewer's record, never one of them alone. */
static void
test_alternative (HallOrderFixture *fixture, gconstpointer data)
{
  static const char note[] = "{\"note\":\"柜台核验原件\"}";

  hall_order_walk (fixture, HALL_STATE_AWAITING_HANDLER_AUTH, HALL_PAY_WECHAT);
  hall_order_fixture_refuse (fixture, "shenhe", HALL_EVENT_AUTH_PASSED, note, HALL_ERROR_INVALID);
  hall_store_fixture_run (&fixture->store, "UPDATE orders SET handler_auth = 'alternative'");
  hall_order_fixture_refuse (fixture, "shenhe", HALL_EVENT_AUTH_PASSED, "{}", HALL_ERROR_INVALID);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_AUTH_PASSED, note, HALL_ERROR_DENIED);
  hall_order_fixture_refuse (fixture, "zhizheng", HALL_EVENT_AUTH_PASSED, note, HALL_ERROR_DENIED);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_AUTH_PASSED, note,
                           HALL_STATE_AWAITING_PAYMENT);
}

/* Who was verified is a name and a number, for thirty days. */
static const struct
{
  const char *field; /* or NULL */
  const char *value;
  gint64 later_s;
  HallState to;
} identities[] = {
  { NULL, NULL, 0, HALL_STATE_AWAITING_PAYMENT },
  { NULL, NULL, 29 * 24 * 3600, HALL_STATE_AWAITING_PAYMENT },
  { NULL, NULL, 30 * 24 * 3600, HALL_STATE_AWAITING_HANDLER_AUTH },
  { "handler.email", "other@example.com", 0, HALL_STATE_AWAITING_PAYMENT },
  { "handler.mobile", "13900139000", 0, HALL_STATE_AWAITING_PAYMENT },
  { "handler.name", "张四", 0, HALL_STATE_AWAITING_HANDLER_AUTH },
  { "handler.id_number", "34052419800101001X", 0, HALL_STATE_AWAITING_HANDLER_AUTH },
};

static void
test_identity (HallOrderFixture *fixture, gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);

  hall_order_walk (fixture, HALL_STATE_AWAITING_PAYMENT, HALL_PAY_WECHAT);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_EDIT_INFO, NULL, HALL_STATE_DRAFT);
  if (identities[row].field != NULL)
    hall_order_fixture_edit (fixture, identities[row].field, identities[row].value, FALSE);
  if (g_strcmp0 (identities[row].field, "handler.name") == 0)
    hall_order_fixture_edit (fixture, "delivery.recipient", identities[row].value, FALSE);
  hall_order_fixture_advance (fixture, identities[row].later_s);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL,
                           HALL_STATE_AWAITING_DOCUMENTS);
  hall_order_fixture_upload_all (fixture);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_DOCUMENTS_COMPLETE, NULL,
                           identities[row].to);
}

/* The third working day after submission, by the calendar of the State Council. */
static const struct
{
  const char *submitted; /* in China */
  const char *deadline;
} deadlines[] = {
  { "2026-11-20T10:00:00+08:00", "2026-11-25T23:59:59+08:00" }, /* Friday */
  { "2026-11-21T10:00:00+08:00", "2026-11-25T23:59:59+08:00" }, /* Saturday */
  { "2026-11-23T23:59:00+08:00", "2026-11-26T23:59:59+08:00" },
  { "2026-11-24T00:30:00+08:00", "2026-11-27T23:59:59+08:00" }, /* still Monday by UTC */
  { "2025-01-24T12:00:00+08:00", "2025-02-05T23:59:59+08:00" }, /* Spring Festival */
  { "2026-09-30T12:00:00+08:00", "2026-10-10T23:59:59+08:00" }, /* National Day, make-up Saturday */
};

static gint64
seconds_of (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time);
}

static void
test_deadline (HallOrderFixture *fixture, gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_PAYMENT, HALL_PAY_WECHAT);
  hall_order_fixture_choose_channel (fixture, HALL_PAY_WECHAT);
  fixture->now_s = seconds_of (deadlines[row].submitted) - 1;
  hall_order_fixture_move (fixture, "provider", HALL_EVENT_PAY_NOTIFY, NULL,
                           HALL_STATE_UNDER_REVIEW);
  record = look (fixture);
  g_assert_cmpint (record->submitted_s, ==, seconds_of (deadlines[row].submitted));
  g_assert_cmpint (record->deadline_s, ==, seconds_of (deadlines[row].deadline));
}

static void
test_paid_online (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallRecord) record = NULL;
  g_autofree char *sent = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_PAYMENT, HALL_PAY_WECHAT);
  hall_order_fixture_choose_channel (fixture, HALL_PAY_WECHAT);
  g_assert_false (
      hall_order_fixture_send (fixture, "provider", HALL_EVENT_PAY_NOTIFY, NULL, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_free (hall_order_fixture_take_outbox (fixture));
  hall_order_fixture_move (fixture, "provider", HALL_EVENT_PAY_NOTIFY, NULL,
                           HALL_STATE_UNDER_REVIEW);
  record = look (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_PAID);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_INVOICE], ==, HALL_INVOICE_REQUESTED);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==,
                   "sms " HALL_TEST_MOBILE " 【练习营业厅】业务单 " HALL_TEST_NUMBER
                   " 已提交，三个工作日内告知审核结果。\n");
}

static void
test_no_invoice (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_fixture_edit (fixture, "invoice.invoice_type", "none", FALSE);
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, HALL_PAY_ALIPAY);
  record = look (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_INVOICE], ==, HALL_INVOICE_NONE);
}

static void
test_voucher (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_AWAITING_PAYMENT, HALL_PAY_TRANSFER);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_VOUCHER_UPLOADED, NULL,
                             HALL_ERROR_INVALID);
  hall_order_fixture_choose_channel (fixture, HALL_PAY_WECHAT); /* and then changed their mind */
  hall_order_fixture_upload (fixture, "payment_voucher");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_VOUCHER_UPLOADED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  record = look (fixture);
  g_assert_cmpstr (record->channel, ==, "transfer");
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_VOUCHER_UPLOADED);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_FIN_AUTH], ==, HALL_FIN_AUTH_NOT_REQUIRED);
  g_assert_cmpint (record->deadline_s, >, fixture->now_s);
}

/* What was paid is what stands on the bill: a later price is for later orders. */
static void
test_price_is_frozen (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;
  HallCertificateType *type = g_ptr_array_index (fixture->catalog->types, 0);

  hall_order_walk (fixture, HALL_STATE_REJECTED, HALL_PAY_WECHAT);
  type->amount_fen = 120000;
  hall_order_fixture_upload (fixture, "business_licence");
  hall_order_fixture_edit (fixture, "organisation.uscc", "91999999MA00001460", FALSE);
  hall_order_fixture_edit (fixture, "invoice.tax_no", "91999999MA00001460", FALSE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL, HALL_STATE_REJECTED);
  hall_order_fixture_upload (fixture, "application_form");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
  record = look (fixture);
  g_assert_cmpint (record->amount_fen, ==, 90000);
}

#define ADD(path, data, test)                                                \
  g_test_add (path, HallOrderFixture, data, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

/* The fixture of a row begins with an organisation's order. */
static void
set_up_row (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_fixture_set_up (fixture, NULL);
}

static void
add_rows (const char *name, gsize n, void (*test) (HallOrderFixture *, gconstpointer))
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/moves/%s/%" G_GSIZE_FORMAT, name, i);

      g_test_add (path, HallOrderFixture, GSIZE_TO_POINTER (i), set_up_row, test,
                  hall_order_fixture_tear_down);
    }
}

static void
add_states (void)
{
  for (guint state = 0; state < HALL_N_STATES; state++)
    {
      g_autofree char *path =
          g_strconcat ("/moves/not-allowed/", hall_state_get_name (state), NULL);

      g_test_add (path, HallOrderFixture, GUINT_TO_POINTER (state), set_up_row, test_not_allowed,
                  hall_order_fixture_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_states ();
  ADD ("/moves/confirm", NULL, test_confirm);
  ADD ("/moves/confirm-needs-valid-fields", NULL, test_confirm_needs_valid_fields);
  ADD ("/moves/edit-info", NULL, test_edit_info);
  add_rows ("reprint", G_N_ELEMENTS (reprints), test_reprint);
  ADD ("/moves/documents/organisation", "organisation", test_documents);
  ADD ("/moves/documents/person", "organisation-person", test_documents);
  ADD ("/moves/authenticated", NULL, test_authenticated);
  ADD ("/moves/authentication-failed", NULL, test_authentication_failed);
  ADD ("/moves/alternative", NULL, test_alternative);
  add_rows ("identity", G_N_ELEMENTS (identities), test_identity);
  add_rows ("deadline", G_N_ELEMENTS (deadlines), test_deadline);
  ADD ("/moves/paid-online", NULL, test_paid_online);
  ADD ("/moves/no-invoice", NULL, test_no_invoice);
  ADD ("/moves/voucher", NULL, test_voucher);
  ADD ("/moves/price-is-frozen", NULL, test_price_is_frozen);
  return g_test_run ();
}
