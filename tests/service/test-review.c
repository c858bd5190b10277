/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Review, funds, returns and corrections.
 */
#include <string.h>

#include "hall-order-walk.h"

#define TRANSFER HALL_PAY_TRANSFER
#define WECHAT   HALL_PAY_WECHAT

/* Amount and payer as on the bank's statement. */
static const struct
{
  const char *body;
  gboolean good;
} statements[] = {
  { HALL_ORDER_FUNDS, TRUE },
  { "{\"amount_fen\":90000,\"payer\":\" 深圳市测试样例科技有限公司 \"}", TRUE },
  { "{\"amount_fen\":89999,\"payer\":\"深圳市测试样例科技有限公司\"}", FALSE },
  { "{\"amount_fen\":0,\"payer\":\"深圳市测试样例科技有限公司\"}", FALSE },
  { "{\"amount_fen\":-90000,\"payer\":\"深圳市测试样例科技有限公司\"}", FALSE },
  { "{\"amount_fen\":90000,\"payer\":\"张三\"}", FALSE },
  { "{\"amount_fen\":90000,\"payer\":\"\"}", FALSE },
  { "{\"amount_fen\":90000}", FALSE },
  { "{\"payer\":\"深圳市测试样例科技有限公司\"}", FALSE },
  { "{\"amount_fen\":\"90000\",\"payer\":\"深圳市测试样例科技有限公司\"}", FALSE },
  { "{\"amount_fen\":90000,\"payer\":\"深圳市测试样例科技有限公司\",\"more\":1}", FALSE },
  { "{}", FALSE },
};

static void
test_funds (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!statements[i].good)
      {
        g_test_message ("%s", statements[i].body);
        hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, statements[i].body,
                                   HALL_ERROR_INVALID);
      }
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, statements[1].body,
                           HALL_STATE_UNDER_REVIEW);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_VERIFIED);
}

/* The width of brackets is no difference between two payers. */
static void
test_payer_in_other_brackets (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const equal[] = { "organisation.name", "basic_account.account_name",
                                       "invoice.title" };

  for (gsize i = 0; i < G_N_ELEMENTS (equal); i++)
    hall_order_fixture_edit (fixture, equal[i], "样例（深圳）有限公司", FALSE);
  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED,
                           "{\"amount_fen\":90000,\"payer\":\"样例(深圳)有限公司\"}",
                           HALL_STATE_UNDER_REVIEW);
}

/* Funds and review may be done in either order; both make it accepted. */
static void
test_review_before_funds (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpstr (record->reviewed_by, ==, "shenhe");
  hall_order_fixture_refuse (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                             HALL_ERROR_CONFLICT);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                           HALL_STATE_ACCEPTED);
}

#define RETURN_(code, place) "{\"returns\":[{\"code\":\"" code "\",\"place\":\"" place "\"}]}"
#define RETURN_WITH(code, place, text) \
  "{\"returns\":[{\"code\":\"" code "\",\"place\":\"" place "\",\"text\":\"" text "\"}]}"

/* A voucher that does not hold goes back; what was approved stays approved. */
static void
test_funds_rejected (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;
  g_autofree char *sent = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  g_free (hall_order_fixture_take_outbox (fixture));
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED, "{\"returns\":[]}",
                             HALL_ERROR_INVALID);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED,
                           RETURN_ ("Y01", "payment_voucher"), HALL_STATE_REJECTED);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_VOUCHER_REJECTED);
  g_assert_cmpint (record->deadline_s, ==, 0);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==,
                   "sms " HALL_TEST_MOBILE " 【练习营业厅】业务单 " HALL_TEST_NUMBER
                   " 未通过。原因：未查询到该笔汇款，请核对后重新上传凭证。"
                   " 办理：请重新上传此项资料后再提交。\n");
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_upload (fixture, "payment_voucher");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                           HALL_STATE_ACCEPTED);
}

/* The cashier judges the money, not the form. */
static void
test_cashier_returns_the_voucher_only (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED,
                             RETURN_ ("F01", "application_form"), HALL_ERROR_INVALID);
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED,
                             RETURN_WITH ("X99", "handler.name", "x"), HALL_ERROR_INVALID);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED,
                           RETURN_WITH ("X99", "payment_voucher", "凭证没有日期"),
                           HALL_STATE_REJECTED);
}

static const struct
{
  const char *body;
  const char *where; /* of the finding; NULL for a body that cannot be read */
} bad_returns[] = {
  { "{\"returns\":{}}", NULL },
  { "{\"returns\":[1]}", NULL },
  { "{\"returns\":[{\"code\":\"F01\"}]}", NULL },
  { "{\"returns\":[{\"place\":\"application_form\"}]}", NULL },
  { RETURN_ ("F99", "application_form"), NULL },
  { RETURN_ ("", "application_form"), NULL },
  { RETURN_ ("F01", "business_licence"), "business_licence" },
  { RETURN_ ("F01", "nowhere"), "nowhere" },
  { RETURN_ ("S01", "organisation.name"), "organisation.name" },
  { RETURN_ ("P01", "subject_id_copy"), "subject_id_copy" }, /* not in this type */
  { RETURN_ ("P03", "subject_person.name"), "subject_person.name" },
  { RETURN_ ("D01", "handler_auth"), "handler_auth" },
  { RETURN_ ("X99", "application_form"), "application_form" }, /* says nothing */
  { RETURN_WITH ("X99", "application_form", ""), "application_form" },
};

static void
test_bad_returns (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_returns); i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *findings;

      g_test_message ("%s", bad_returns[i].body);
      g_assert_false (hall_order_fixture_send (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED,
                                               bad_returns[i].body, 0, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      findings = hall_error_get_findings (error);
      g_assert_cmpint (findings != NULL, ==, bad_returns[i].where != NULL);
      if (findings != NULL)
        g_assert_cmpstr (((HallFinding *) findings->pdata[0])->where, ==, bad_returns[i].where);
    }
  hall_order_fixture_refuse (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED, "{\"returns\":[]}",
                             HALL_ERROR_CONFLICT);
}

static void
test_too_many_returns (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("{\"returns\":[");

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  for (guint i = 0; i < 51; i++)
    g_string_append_printf (body, "%s{\"code\":\"F01\",\"place\":\"application_form\"}",
                            i > 0 ? "," : "");
  g_string_append (body, "]}");
  hall_order_fixture_refuse (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED, body->str,
                             HALL_ERROR_INVALID);
}

static void
test_rejected (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;
  g_autofree char *sent = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  g_free (hall_order_fixture_take_outbox (fixture));
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED, HALL_ORDER_RETURN,
                           HALL_STATE_REJECTED);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->deadline_s, ==, 0);
  g_assert_cmpint (record->return_round, >, 0);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_PAID);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==,
                   "sms " HALL_TEST_MOBILE " 【练习营业厅】业务单 " HALL_TEST_NUMBER
                   " 未通过。原因：1.营业执照复印件未加盖公章。"
                   "2.机构名称或统一社会信用代码与营业执照不一致。"
                   " 办理：请登录营业厅，在“我的业务单”中逐项修改后重新提交。\n");
}

/* Each thing returned must be another before the order comes again: one is not enough. */
static void
test_flagged_must_change (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallRecord) record = NULL;
  GPtrArray *findings;
  const HallFinding *finding;

  hall_order_walk (fixture, HALL_STATE_REJECTED, WECHAT);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_upload (fixture, "business_licence");
  g_assert_false (
      hall_order_fixture_send (fixture, "handler", HALL_EVENT_RESUBMIT, "{}", 0, &error));
  findings = hall_error_get_findings (error);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->where, ==, "organisation.uscc");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_NOT_CHANGED);
  /* another value is printed: the form goes with it */
  hall_order_fixture_edit (fixture, "organisation.uscc", "91999999MA00001460", FALSE);
  hall_order_fixture_edit (fixture, "invoice.tax_no", "91999999MA00001460", FALSE);
  g_clear_error (&error);
  g_assert_false (
      hall_order_fixture_send (fixture, "handler", HALL_EVENT_RESUBMIT, "{}", 0, &error));
  finding = g_ptr_array_index (hall_error_get_findings (error), 0);
  g_assert_cmpstr (finding->where, ==, "application_form");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_DOCUMENT_OUTDATED);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_CONFIRM_INFO, NULL, HALL_STATE_REJECTED);
  hall_order_fixture_upload (fixture, "application_form");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->revision, ==, 2);
  g_assert_cmpint (record->return_round, ==, 0);
  g_assert_cmpint (record->submitted_s, ==, fixture->now_s);
  g_assert_cmpint (record->deadline_s, >, fixture->now_s);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_PAID);
}

/* The value is right as it is: the handler answers for it with a tick. */
static void
test_ticked (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED,
                           RETURN_ ("H02", "handler.name"), HALL_STATE_REJECTED);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_edit (fixture, "handler.name", "张三", TRUE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
}

/* A warning answered for once, and returned, must be answered for again. */
static void
test_tick_is_taken_away (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_fixture_edit (fixture, "organisation.uscc", "91350211M0000XUF46", TRUE);
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED,
                           RETURN_ ("L03", "organisation.uscc"), HALL_STATE_REJECTED);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_edit (fixture, "organisation.uscc", "91350211M0000XUF46", TRUE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
}

static void
test_identity_returned (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED,
                           RETURN_ ("H01", "handler_auth"), HALL_STATE_REJECTED);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_NONE);
  hall_order_fixture_refuse (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_ERROR_INVALID);
  hall_order_fixture_move (fixture, "provider", HALL_EVENT_AUTH_PASSED, NULL, HALL_STATE_REJECTED);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
}

static void
test_whole_order_returned (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED, RETURN_ ("D01", "order"),
                           HALL_STATE_REJECTED);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
}

/* An approval holds for exactly what was looked at. */
static void
test_approval_is_void (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED,
                           RETURN_ ("Y04", "payment_voucher"), HALL_STATE_REJECTED);
  hall_order_fixture_upload (fixture, "payment_voucher");
  if (g_strcmp0 (data, "file") == 0)
    hall_order_fixture_upload (fixture, "business_licence");
  else
    hall_order_fixture_edit (fixture, "delivery.city", "广州市", FALSE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                           HALL_STATE_UNDER_REVIEW);
}

/* Returned by the reviewer after the money was found: no second payment, and no second look at it.
 */
static void
test_settled_stays_settled (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED,
                           RETURN_ ("A01", "delivery.detail_address"), HALL_STATE_REJECTED);
  hall_order_fixture_edit (fixture, "delivery.detail_address", "样例路2号B座202", FALSE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpint (record->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_VERIFIED);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL, HALL_STATE_ACCEPTED);
}

/* What is open after a return is what was returned and what hangs on it: the client's rule. */
static const struct
{
  const char *returned;
  const char *code;
  const char *field;
  gboolean open;
} locks[] = {
  { "handler.name", "H02", "handler.name", TRUE },
  { "handler.name", "H02", "handler.id_number", FALSE },
  { "handler.name", "H02", "delivery.recipient", TRUE },
  { "organisation.name", "L03", "invoice.title", TRUE },
  { "organisation.name", "L03", "basic_account.account_name", TRUE },
  { "invoice.title", "I01", "organisation.name", TRUE },
  { "organisation.uscc", "L03", "invoice.tax_no", TRUE },
  { "business_licence", "L01", "organisation.name", FALSE },
  { "order", "D01", "delivery.city", TRUE },
};

static void
test_locks (HallOrderFixture *fixture, gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strdup_printf ("{\"returns\":[{\"code\":\"%s\",\"place\":\"%s\"}]}",
                                           locks[row].code, locks[row].returned);
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_REJECTED, body,
                           HALL_STATE_REJECTED);
  hall_order_fixture_init_context (fixture, &context, "handler");
  order = hall_order_fixture_open (fixture, &context);
  g_assert_cmpint (hall_case_is_field_open (order, hall_catalog_find_field (fixture->catalog,
                                                                            locks[row].field)),
                   ==, locks[row].open);
}

static gboolean
is_slot_open (HallOrderFixture *fixture, const char *slot)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_fixture_init_context (fixture, &context, "handler");
  order = hall_order_fixture_open (fixture, &context);
  return hall_case_is_slot_open (order, hall_catalog_find_requirement (fixture->catalog, slot));
}

static void
test_slots (HallOrderFixture *fixture, gconstpointer data)
{
  g_assert_false (is_slot_open (fixture, "application_form"));
  hall_order_walk (fixture, HALL_STATE_AWAITING_DOCUMENTS, WECHAT);
  g_assert_true (is_slot_open (fixture, "application_form"));
  g_assert_false (is_slot_open (fixture, "payment_voucher"));
  g_assert_false (is_slot_open (fixture, "subject_id_copy"));
  hall_order_walk (fixture, HALL_STATE_AWAITING_PAYMENT, WECHAT);
  g_assert_true (is_slot_open (fixture, "payment_voucher"));
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  g_assert_false (is_slot_open (fixture, "application_form"));
  hall_order_walk (fixture, HALL_STATE_REJECTED, WECHAT);
  g_assert_true (is_slot_open (fixture, "business_licence"));
  g_assert_false (is_slot_open (fixture, "seal_capture_sheet"));
  g_assert_false (is_slot_open (fixture, "application_form"));
  g_assert_false (is_slot_open (fixture, "payment_voucher")); /* paid online */
  hall_order_fixture_edit (fixture, "organisation.uscc", "91999999MA00001460", FALSE);
  g_assert_true (is_slot_open (fixture, "application_form"));
}

#define ADD(name, data, test)                                                           \
  g_test_add ("/review/" name, HallOrderFixture, data, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

static void
set_up_row (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_fixture_set_up (fixture, NULL);
}

#define ADD_WITH(name, data, test)                                       \
  g_test_add ("/review/" name, HallOrderFixture, data, set_up_row, test, \
              hall_order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("funds", NULL, test_funds);
  ADD ("payer-in-other-brackets", NULL, test_payer_in_other_brackets);
  ADD ("review-before-funds", NULL, test_review_before_funds);
  ADD ("funds-rejected", NULL, test_funds_rejected);
  ADD ("cashier-returns-the-voucher-only", NULL, test_cashier_returns_the_voucher_only);
  ADD ("bad-returns", NULL, test_bad_returns);
  ADD ("too-many-returns", NULL, test_too_many_returns);
  ADD ("rejected", NULL, test_rejected);
  ADD ("flagged-must-change", NULL, test_flagged_must_change);
  ADD ("ticked", NULL, test_ticked);
  ADD ("tick-is-taken-away", NULL, test_tick_is_taken_away);
  ADD ("identity-returned", NULL, test_identity_returned);
  ADD ("whole-order-returned", NULL, test_whole_order_returned);
  ADD_WITH ("approval-is-void/field", "field", test_approval_is_void);
  ADD_WITH ("approval-is-void/file", "file", test_approval_is_void);
  ADD ("settled-stays-settled", NULL, test_settled_stays_settled);
  for (gsize i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/review/locks/%s-%s", locks[i].returned, locks[i].field);

      g_test_add (path, HallOrderFixture, GSIZE_TO_POINTER (i), set_up_row, test_locks,
                  hall_order_fixture_tear_down);
    }
  ADD ("slots", NULL, test_slots);
  return g_test_run ();
}
