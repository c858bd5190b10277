/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions that are no review wait too: money found, money not found, a refund. And the events of
 * a review are no way round its verdicts.
 */
#include <string.h>

#include "hall-deciding.h"
#include "hall-error.h"
#include "hall-move.h"
#include "hall-order-decide.h"
#include "hall-order-walk.h"
#include "hall-view.h"

#define NO_VOUCHER "{\"returns\":[{\"code\":\"Y04\",\"place\":\"payment_voucher\"}]}"

static void
must_hold (HallOrderFixture *fixture, const char *who, HallEvent event, const char *body)
{
  g_autoptr (GError) error = NULL;

  hall_order_decide_hold (fixture, who, event, body, &error);
  g_assert_no_error (error);
}

static void
must_not_hold (
    HallOrderFixture *fixture, const char *who, HallEvent event, const char *body, HallError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_order_decide_hold (fixture, who, event, body, &error));
  g_assert_error (error, HALL_ERROR, (int) code);
}

static HallOrder *
see (HallOrderFixture *fixture, const char *who)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (GError) error = NULL;
  HallOrder *view;

  hall_order_fixture_init_context (fixture, &context, who);
  order = hall_order_fixture_open (fixture, &context);
  view = hall_view_order (&context, order, &error);
  g_assert_no_error (error);
  return view;
}

static void
assert_state (HallOrderFixture *fixture, HallState state)
{
  g_assert_cmpstr (hall_state_get_name (hall_order_fixture_get_state (fixture)), ==,
                   hall_state_get_name (state));
}

/* Nothing leaves and nobody outside knows; undone, it is as before. */
static void
test_undo (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallOrder) staff = NULL;
  g_autoptr (HallOrder) handler = NULL;
  g_autoptr (HallRecord) before = NULL;
  g_autoptr (HallRecord) after = NULL;
  g_autoptr (GError) denied = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *trail = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  g_free (hall_order_fixture_take_outbox (fixture));
  before = hall_order_fixture_load (fixture);
  must_hold (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED, NO_VOUCHER);
  staff = see (fixture, "shenhe");
  g_assert_cmpstr (staff->held_by, ==, "chuna");
  g_assert_cmpint (staff->held_event, ==, HALL_EVENT_FUNDS_REJECTED);
  g_assert_false (hall_order_can (staff, HALL_ACTION_APPROVE));
  handler = see (fixture, "handler");
  g_assert_null (handler->held_by);
  must_not_hold (fixture, "guanli", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                 HALL_ERROR_CONFLICT);
  must_not_hold (fixture, "shenhe", HALL_EVENT_REQUEST_REFUND, "{}", HALL_ERROR_CONFLICT);
  g_assert_false (hall_order_decide_undo (fixture, "guanli", &denied));
  g_assert_error (denied, HALL_ERROR, HALL_ERROR_DENIED);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S);
  g_assert_true (hall_order_decide_undo (fixture, "chuna", NULL));
  hall_order_fixture_advance (fixture, 60);
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_NOTHING);
  after = hall_order_fixture_load (fixture);
  g_assert_cmpint (after->version, ==, before->version);
  assert_state (fixture, HALL_STATE_PAYMENT_VERIFYING);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==, "");
  trail = hall_order_fixture_list_trail (fixture);
  g_assert_true (g_str_has_suffix (trail, "decision-held decision-undone"));
}

/* It leaves once, after ten seconds and not before. */
static void
test_leaves_once (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *early = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *again = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  g_free (hall_order_fixture_take_outbox (fixture));
  must_hold (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED, NO_VOUCHER);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S);
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_NOTHING);
  early = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (early, ==, "");
  hall_order_fixture_advance (fixture, 1);
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_MOVED);
  assert_state (fixture, HALL_STATE_REJECTED);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_true (g_str_has_prefix (sent, "sms " HALL_TEST_MOBILE));
  g_assert_nonnull (strstr (sent, "汇款凭证模糊或信息不完整。"));
  hall_order_fixture_advance (fixture, 60);
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_NOTHING);
  again = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (again, ==, "");
}

/* Money that ends the review's way: PIN and message leave when it can no longer be undone. */
static void
test_funds_confirmed (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *early = NULL;
  g_autofree char *sent = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  g_free (hall_order_fixture_take_outbox (fixture));
  must_not_hold (fixture, "shenhe", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                 HALL_ERROR_DENIED);
  must_not_hold (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, "{\"amount_fen\":1,\"payer\":\"x\"}",
                 HALL_ERROR_INVALID);
  must_not_hold (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, "{\"amount\":1}",
                 HALL_ERROR_INVALID);
  must_hold (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS);
  early = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (early, ==, "");
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_MOVED);
  assert_state (fixture, HALL_STATE_ACCEPTED);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_nonnull (strstr (sent, "PIN"));
}

/* Who is no cashier any more, or an order that went another way: nothing happens, and it is said.
 */
static void
test_void (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = { "UPDATE staff SET disabled_s = 1 WHERE name = 'chuna'",
                                         "UPDATE staff SET disabled_s = 0, actors = 2 "
                                         "WHERE name = 'chuna'" };
  g_autofree char *trail = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      must_hold (fixture, "chuna", HALL_EVENT_FUNDS_REJECTED, NO_VOUCHER);
      hall_store_fixture_run (&fixture->store, changes[i]);
      hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
      g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "decision of *");
      g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_VOID);
      g_test_assert_expected_messages ();
    }
  must_hold (fixture, "shenhe", HALL_EVENT_REQUEST_REFUND, "{}");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_REQUEST_REFUND, NULL,
                           HALL_STATE_REFUND_PENDING);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "decision of *");
  g_assert_cmpint (hall_order_decide_run_jobs (fixture), ==, HALL_DECIDED_VOID);
  g_test_assert_expected_messages ();
  trail = hall_order_fixture_list_trail (fixture);
  g_assert_true (g_str_has_suffix (trail, "decision-void"));
}

/* Judged or not, the bare event of a review decides nothing, and says what is missing. */
static void
test_bare_event (HallOrderFixture *fixture, gconstpointer data)
{
  static const HallEvent events[] = { HALL_EVENT_REVIEW_PASSED, HALL_EVENT_REVIEW_REJECTED };

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, HALL_PAY_WECHAT);
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_auto (HallContext) context = { 0 };
      g_autoptr (HallCase) order = NULL;
      g_auto (HallMove) move = { 0 };
      g_autoptr (GError) error = NULL;
      const HallFinding *finding;

      hall_order_fixture_init_context (fixture, &context, "shenhe");
      order = hall_order_fixture_open (fixture, &context);
      g_assert_true (hall_order_decide_judge (&context, order, NULL, NULL));
      hall_move_init (&move, &context, order, events[i]);
      g_assert_true (hall_move_take_body (&move, HALL_ORDER_RETURN, NULL));
      g_assert_false (hall_move_run (&move, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      finding = g_ptr_array_index (hall_error_get_findings (error), 0);
      g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_NOT_JUDGED);
    }
  assert_state (fixture, HALL_STATE_UNDER_REVIEW);
}

#define ADD(name, test)                                                               \
  g_test_add ("/held/" name, HallOrderFixture, NULL, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo", test_undo);
  ADD ("leaves-once", test_leaves_once);
  ADD ("funds-confirmed", test_funds_confirmed);
  ADD ("void", test_void);
  ADD ("bare-event", test_bare_event);
  return g_test_run ();
}
