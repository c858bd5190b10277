/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verdicts, the decision that follows from them, and the ten seconds in which it can be undone.
 */
#include <string.h>

#include "hall-deciding.h"
#include "hall-lease.h"
#include "hall-move.h"
#include "hall-order-decide.h"
#include "hall-order-walk.h"
#include "hall-view.h"

#define WECHAT HALL_PAY_WECHAT
#define PASSED HALL_EVENT_REVIEW_PASSED
#define BACK   HALL_EVENT_REVIEW_REJECTED

/* One call of a member of staff, in a transaction of its own. */
typedef struct
{
  HallContext context;
  HallCase *order;
} Call;

static void
begin (HallOrderFixture *fixture, Call *call, const char *who)
{
  *call = (Call){ 0 };
  hall_order_fixture_init_context (fixture, &call->context, who);
  call->order = hall_order_fixture_open (fixture, &call->context);
  g_assert_true (hall_db_begin (fixture->store.db, NULL));
}

static void
end (HallOrderFixture *fixture, Call *call, gboolean keep)
{
  if (keep)
    g_assert_true (hall_db_commit (fixture->store.db, NULL));
  else
    hall_db_rollback (fixture->store.db);
  g_clear_pointer (&call->order, hall_case_free);
  hall_context_clear (&call->context);
}

/* What the reviewer says: everything is accepted but @returned. */
static void
judge (HallOrderFixture *fixture, const char *who, HallReturn *returned)
{
  Call call;
  g_autoptr (GPtrArray) returns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
  g_autoptr (GError) error = NULL;

  if (returned != NULL)
    g_ptr_array_add (returns, returned);
  begin (fixture, &call, who);
  hall_order_decide_judge (&call.context, call.order, returns, &error);
  g_assert_no_error (error);
  end (fixture, &call, TRUE);
}

static gboolean
hold (HallOrderFixture *fixture, const char *who, HallEvent event, const char *text, GError **error)
{
  Call call;
  gboolean held;

  begin (fixture, &call, who);
  held = hall_deciding_hold (&call.context, call.order, event, text, error);
  end (fixture, &call, held);
  return held;
}

static void
must_hold (HallOrderFixture *fixture, const char *who, HallEvent event, const char *text)
{
  g_autoptr (GError) error = NULL;

  hold (fixture, who, event, text, &error);
  g_assert_no_error (error);
}

static void
must_not_hold (HallOrderFixture *fixture, const char *who, HallEvent event, HallError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hold (fixture, who, event, NULL, &error));
  g_assert_error (error, HALL_ERROR, (int) code);
}

static char *
see (HallOrderFixture *fixture, const char *who, HallOrder **view)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (GError) error = NULL;

  hall_order_fixture_init_context (fixture, &context, who);
  order = hall_order_fixture_open (fixture, &context);
  *view = hall_view_order (&context, order, &error);
  g_assert_no_error (error);
  return g_strdup (hall_state_get_name ((*view)->state));
}

static void
assert_state (HallOrderFixture *fixture, HallState state)
{
  g_assert_cmpstr (hall_state_get_name (hall_order_fixture_get_state (fixture)), ==,
                   hall_state_get_name (state));
}

static HallReturn *
blurred_licence (void)
{
  HallReturn *item = hall_return_new (HALL_REASON_L02, "business_licence", "右下角反光");

  item->mark = (HallPlace){ 1, 0.6, 0.7, 0.25, 0.125 };
  return item;
}

/* The whole way of a return: verdicts, letter, ten seconds, and what the handler then has. */
static void
test_return (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *trail = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *nothing = NULL;
  g_autoptr (HallOrder) before = NULL;
  g_autoptr (HallOrder) after = NULL;
  const HallReturn *item;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  g_free (hall_order_fixture_take_outbox (fixture));
  judge (fixture, "shenhe", blurred_licence ());
  must_not_hold (fixture, "shenhe", PASSED, HALL_ERROR_CONFLICT);
  must_hold (fixture, "shenhe", BACK, "执照右下角反光，看不清登记机关印章。");
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S);
  hall_order_decide_run_jobs (fixture);
  assert_state (fixture, HALL_STATE_UNDER_REVIEW);
  g_free (see (fixture, "handler", &before));
  g_assert_null (before->held_by);
  g_assert_null (before->letter);
  g_assert_cmpuint (before->returns->len, ==, 0);
  nothing = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (nothing, ==, "");
  hall_order_fixture_advance (fixture, 1);
  hall_order_decide_run_jobs (fixture);
  assert_state (fixture, HALL_STATE_REJECTED);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==,
                   "sms " HALL_TEST_MOBILE " 【练习营业厅】业务单 " HALL_TEST_NUMBER
                   " 未通过。原因：执照右下角反光，看不清登记机关印章。"
                   " 办理：请重新上传此项资料后再提交。\n");
  g_free (see (fixture, "handler", &after));
  g_assert_cmpstr (after->letter, ==,
                   "业务单 " HALL_TEST_NUMBER " 未通过。原因：执照右下角反光，看不清登记机关印章。"
                   " 办理：请重新上传此项资料后再提交。");
  g_assert_cmpuint (after->returns->len, ==, 1);
  item = g_ptr_array_index (after->returns, 0);
  g_assert_cmpuint (item->mark.page, ==, 1);
  g_assert_cmpfloat_with_epsilon (item->mark.x, 0.6, 0.0001);
  g_assert_cmpfloat_with_epsilon (item->mark.height, 0.125, 0.0001);
  trail = hall_order_fixture_list_trail (fixture);
  g_assert_true (g_str_has_suffix (trail, "decision-held review-rejected"));
}

static void
test_approve (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  must_not_hold (fixture, "shenhe", PASSED, HALL_ERROR_INVALID);
  judge (fixture, "shenhe", NULL);
  must_not_hold (fixture, "shenhe", BACK, HALL_ERROR_CONFLICT);
  must_hold (fixture, "shenhe", PASSED, NULL);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  hall_order_decide_run_jobs (fixture);
  assert_state (fixture, HALL_STATE_FIN_AUTH_PENDING);
  record = hall_order_fixture_load (fixture);
  g_assert_cmpstr (record->reviewed_by, ==, "shenhe");
}

/* Undone: as if it had not been, but in the trail. */
static void
test_undo (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) denied = NULL;
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *trail = NULL;
  g_autofree char *sent = NULL;
  g_autoptr (HallOrder) staff = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  g_free (hall_order_fixture_take_outbox (fixture));
  judge (fixture, "shenhe", blurred_licence ());
  must_hold (fixture, "shenhe", BACK, NULL);
  must_not_hold (fixture, "shenhe", BACK, HALL_ERROR_CONFLICT);
  g_free (see (fixture, "shenhe", &staff));
  g_assert_cmpstr (staff->held_by, ==, "shenhe");
  g_assert_cmpint (staff->held_event, ==, BACK);
  g_assert_cmpint (staff->held_until_s, ==, fixture->now_s + HALL_DECISION_HOLD_S + 1);
  g_assert_false (hall_order_can (staff, HALL_ACTION_REJECT));
  g_assert_false (hall_order_decide_undo (fixture, "guanli", &denied));
  g_assert_error (denied, HALL_ERROR, HALL_ERROR_DENIED);
  hall_order_fixture_refuse (fixture, "guanli", PASSED, NULL, HALL_ERROR_CONFLICT);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S - 1);
  g_assert_true (hall_order_decide_undo (fixture, "shenhe", &error));
  g_assert_no_error (error);
  hall_order_fixture_advance (fixture, 60);
  hall_order_decide_run_jobs (fixture);
  assert_state (fixture, HALL_STATE_UNDER_REVIEW);
  sent = hall_order_fixture_take_outbox (fixture);
  g_assert_cmpstr (sent, ==, "");
  trail = hall_order_fixture_list_trail (fixture);
  g_assert_true (g_str_has_suffix (trail, "decision-held decision-undone"));
  g_assert_false (hall_order_decide_undo (fixture, "shenhe", &late));
  g_assert_error (late, HALL_ERROR, HALL_ERROR_CONFLICT);
  /* the verdicts are as they were: it can be decided again */
  must_hold (fixture, "shenhe", BACK, NULL);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  g_clear_error (&late);
  g_assert_false (hall_order_decide_undo (fixture, "shenhe", &late));
  g_assert_error (late, HALL_ERROR, HALL_ERROR_CONFLICT);
}

/* The order went another way meanwhile: the decision is void, and says so in the trail. */
static void
test_void (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *trail = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  judge (fixture, "shenhe", NULL);
  must_hold (fixture, "shenhe", PASSED, NULL);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_REQUEST_REFUND, NULL,
                           HALL_STATE_REFUND_PENDING);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S);
  g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "decision of *");
  hall_order_decide_run_jobs (fixture);
  g_test_assert_expected_messages ();
  assert_state (fixture, HALL_STATE_REFUND_PENDING);
  trail = hall_order_fixture_list_trail (fixture);
  g_assert_true (g_str_has_suffix (trail, "decision-void"));
  hall_order_decide_run_jobs (fixture);
}

/* Somebody who is no reviewer any more decides nothing. */
static void
test_disabled (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  judge (fixture, "shenhe", NULL);
  must_hold (fixture, "shenhe", PASSED, NULL);
  hall_store_fixture_run (&fixture->store, "UPDATE staff SET disabled_s = 1 WHERE name = 'shenhe'");
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "decision of *");
  hall_order_decide_run_jobs (fixture);
  g_test_assert_expected_messages ();
  assert_state (fixture, HALL_STATE_UNDER_REVIEW);
}

/* The claim lasts as long as the decision can be undone. */
static void
test_claim_stays (HallOrderFixture *fixture, gconstpointer data)
{
  Call call;
  g_autoptr (GError) error = NULL;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  judge (fixture, "shenhe", NULL);
  must_hold (fixture, "shenhe", PASSED, NULL);
  begin (fixture, &call, "shenhe");
  g_assert_true (hall_lease_release (&call.context, call.order->record, &error));
  end (fixture, &call, TRUE);
  begin (fixture, &call, "guanli");
  g_assert_false (hall_lease_take (&call.context, call.order->record, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CLAIMED);
  end (fixture, &call, FALSE);
}

static guint
count_open (HallOrderFixture *fixture, const char *place, gboolean *is_open)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (HallJudging) judging = NULL;

  hall_order_fixture_init_context (fixture, &context, "shenhe");
  order = hall_order_fixture_open (fixture, &context);
  judging = hall_judging_load (&context, order, NULL);
  *is_open = hall_judgements_find (judging->judgements, place) == NULL;
  return hall_judgements_count_open (judging->judgements, judging->places);
}

/* What was accepted stays accepted while it stays as it is; only what came back is judged anew. */
static void
test_second_round (HallOrderFixture *fixture, gconstpointer data)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  gboolean is_open;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  judge (fixture, "shenhe", blurred_licence ());
  must_hold (fixture, "shenhe", BACK, NULL);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  hall_order_decide_run_jobs (fixture);
  hall_order_fixture_init_context (fixture, &context, "handler");
  order = hall_order_fixture_open (fixture, &context);
  for (guint i = 0; i < fixture->catalog->requirements->len; i++)
    {
      const HallRequirement *slot = g_ptr_array_index (fixture->catalog->requirements, i);

      g_assert_cmpint (hall_case_is_slot_open (order, slot), ==,
                       g_str_equal (slot->slot, "business_licence"));
    }
  for (guint i = 0; i < fixture->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (fixture->catalog->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        g_assert_false (hall_case_is_field_open (order, g_ptr_array_index (section->fields, j)));
    }
  hall_order_fixture_upload (fixture, "business_licence");
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
  g_assert_cmpuint (count_open (fixture, "business_licence", &is_open), ==, 1);
  g_assert_true (is_open);
  must_not_hold (fixture, "shenhe", PASSED, HALL_ERROR_INVALID);
  judge (fixture, "shenhe", NULL);
  must_hold (fixture, "shenhe", PASSED, NULL);
}

/* Nothing printed was returned and nothing printed changed: the form of the first round holds. */
static void
test_no_reprint (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) before = NULL;
  g_autoptr (HallRecord) after = NULL;
  gboolean is_open;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  before = hall_order_fixture_load (fixture);
  judge (fixture, "shenhe",
         hall_return_new (HALL_REASON_A01, "delivery.detail_address", "没有门牌号"));
  must_hold (fixture, "shenhe", BACK, NULL);
  hall_order_fixture_advance (fixture, HALL_DECISION_HOLD_S + 1);
  hall_order_decide_run_jobs (fixture);
  hall_order_fixture_edit (fixture, "delivery.detail_address", "样例路2号B座202", FALSE);
  hall_order_fixture_move (fixture, "handler", HALL_EVENT_RESUBMIT, NULL, HALL_STATE_UNDER_REVIEW);
  after = hall_order_fixture_load (fixture);
  g_assert_cmpstr (after->printed_hash, ==, before->printed_hash);
  count_open (fixture, "application_form", &is_open);
  g_assert_false (is_open);
  count_open (fixture, "delivery.detail_address", &is_open);
  g_assert_true (is_open);
}

/* Past the program: the schema keeps verdicts and decision together. */
static void
test_schema (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE decisions SET event = 'review-rejected'",
    "UPDATE decisions SET staff = 'guanli'",
    "UPDATE decisions SET due_s = due_s + 60",
    "DELETE FROM verdicts",
    "UPDATE verdicts SET accepted = 0, returns_sealed = 'x'",
    "INSERT INTO verdicts VALUES ('" HALL_TEST_NUMBER "', 'x', 0, 1, NULL, '', 'shenhe', 0)",
    "INSERT INTO decisions VALUES ('" HALL_TEST_NUMBER "', 'review-passed', 'guanli', '', NULL, "
    "0, 20)",
  };

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  judge (fixture, "shenhe", NULL);
  must_hold (fixture, "shenhe", PASSED, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hall_db_script (fixture->store.db, statements[i], &error));
      g_assert_nonnull (error);
    }
}

/* Reasons that do not fit, boxes where there is no page. */
static void
test_bad_verdicts (HallOrderFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HallReason reason;
    const char *place;
    guint page;
  } rows[] = {
    { HALL_REASON_F01, "business_licence", 0 }, { HALL_REASON_P01, "subject_id_copy", 0 },
    { HALL_REASON_L01, "business_licence", 9 }, { HALL_REASON_A01, "delivery.city", 1 },
    { HALL_REASON_X99, "nowhere", 0 },
  };

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, WECHAT);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) judgements = hall_judgements_new ();
      HallJudgement *judgement = hall_judgement_new (rows[i].place);
      HallReturn *item = hall_return_new (rows[i].reason, rows[i].place, "x");
      g_autoptr (GError) error = NULL;
      Call call;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      item->mark = (HallPlace){ rows[i].page, 0.1, 0.1, 0.2, 0.2 };
      if (rows[i].reason == HALL_REASON_X99)
        item->mark.page = 1;
      g_ptr_array_add (judgement->returns, item);
      g_ptr_array_add (judgements, judgement);
      begin (fixture, &call, "shenhe");
      g_assert_false (
          hall_judging_keep (&call.context, call.order, g_steal_pointer (&judgements), &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      end (fixture, &call, FALSE);
    }
  judge (fixture, "shenhe", hall_return_new (HALL_REASON_X99, "business_licence", NULL));
  must_not_hold (fixture, "shenhe", BACK, HALL_ERROR_INVALID);
}

#define ADD(name, test)                                                                   \
  g_test_add ("/verdicts/" name, HallOrderFixture, NULL, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("return", test_return);
  ADD ("approve", test_approve);
  ADD ("undo", test_undo);
  ADD ("void", test_void);
  ADD ("disabled", test_disabled);
  ADD ("claim-stays", test_claim_stays);
  ADD ("second-round", test_second_round);
  ADD ("no-reprint", test_no_reprint);
  ADD ("schema", test_schema);
  ADD ("bad-verdicts", test_bad_verdicts);
  return g_test_run ();
}
