/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order that is moved on, by the handler or by others, and what the hall may say to that.
 */
#include "draft-fixture.h"

/* Everything is right: confirmed, opened again, cancelled. */
static void
test_moves (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hall_draft_get_verdict (draft), <=, HALL_HINT);
  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_CONFIRM);
  hall_draft_set_value (draft, "handler.name", "王小明");
  g_assert_true (draft_send (f, draft, HALL_EVENT_CONFIRM_INFO, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "handler.name"), ==, "王小明");
  g_assert_cmpint (hall_draft_get_order (draft)->state, ==, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_DOCUMENTS);
  g_assert_true (hall_draft_is_step_done (draft, HALL_STEP_CONFIRM));
  g_assert_true (hall_draft_is_step_open (draft, HALL_STEP_FILL));
  g_assert_false (hall_draft_is_step_open (draft, HALL_STEP_AUTH));
  g_assert_false (hall_draft_is_editable (draft, "handler.name"));
  g_assert_false (hall_draft_set_value (draft, "handler.name", "不行"));

  g_assert_true (draft_send (f, draft, HALL_EVENT_EDIT_INFO, &error));
  g_assert_true (hall_draft_is_editable (draft, "handler.name"));
  g_assert_true (draft_send (f, draft, HALL_EVENT_CANCEL, &error));
  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_RESULT);
  g_assert_no_error (error);
  draft_close (draft);
}

/* What the hall finds wrong stands beside the fields. */
static void
test_refused_move (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  hall_draft_set_value (draft, "handler.name", "");
  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_FILL);
  g_assert_false (draft_send (f, draft, HALL_EVENT_CONFIRM_INFO, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpuint (hall_error_get_findings (error)->len, >=, 1);
  g_assert_nonnull (hall_draft_get_finding (draft, "handler.name"));
  draft_close (draft);
}

/* Touched elsewhere, but nothing the handler decides by: moved all the same. Changed: not. */
static void
test_touched_meanwhile (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft = draft_open (f, order->number);
  g_autoptr (GError) error = NULL;

  hall_order_watch_stop (hall_draft_get_watch (draft));
  fake_hall_touch (f->hall, order);
  g_assert_true (draft_send (f, draft, HALL_EVENT_CONFIRM_INFO, &error));
  g_assert_no_error (error);

  order->state = HALL_STATE_DRAFT;
  hall_application_set (order->application, "delivery.city", "广州市");
  fake_hall_touch (f->hall, order);
  g_assert_false (draft_send (f, draft, HALL_EVENT_CANCEL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
  g_assert_cmpint (order->state, ==, HALL_STATE_DRAFT);
  g_assert_cmpstr (hall_draft_get_value (draft, "delivery.city"), ==, "广州市");
  draft_close (draft);
}

/* The answer is lost: the event happens once. */
static void
test_lost_answer (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  hall_order_watch_stop (hall_draft_get_watch (draft));
  fake_pass_ms (50);
  fake_hall_set_mood (f->hall, FAKE_DROP_ANSWER, 1);
  g_assert_true (draft_send (f, draft, HALL_EVENT_CONFIRM_INFO, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (f->hall->n_events, ==, 1);
  g_assert_cmpuint (hall_draft_get_order (draft)->revision, ==, 1);
  draft_close (draft);
}

/* Returned: the fields that were are open, changed, and saved. */
static void
test_returned (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_REJECTED);
  HallDraft *draft;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (order->returns,
                   hall_return_new (HALL_REASON_X99, "organisation.name", "与执照不符"));
  draft = draft_open (f, order->number);
  g_assert_nonnull (hall_draft_get_return (draft, "organisation.name"));
  g_assert_null (hall_draft_get_return (draft, "handler.name"));
  g_assert_false (hall_draft_set_value (draft, "handler.name", "王小明"));
  g_assert_true (hall_draft_set_value (draft, "organisation.name", "深圳市正确样例有限公司"));
  g_assert_true (draft_save (f, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "invoice.title"), ==, "深圳市正确样例有限公司");
  draft_close (draft);
}

/* The hall locks a field that we think is open: kept here, said, and not asked for ever. */
static void
test_locked_at_hall (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_REJECTED);
  HallDraft *draft;
  g_autoptr (GError) error = NULL;
  guint before;

  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, "organisation.name", "-"));
  draft = draft_open (f, order->number);
  hall_order_watch_stop (hall_draft_get_watch (draft));
  g_ptr_array_set_size (order->returns, 0);
  hall_draft_set_value (draft, "organisation.name", "深圳市正确样例有限公司");
  g_assert_false (draft_save (f, draft, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_true (draft_is_refused (draft));
  g_assert_cmpstr (hall_draft_get_value (draft, "organisation.name"), ==, "深圳市正确样例有限公司");
  before = fake_hall_count (f->hall, "PUT", "/v1/orders/");
  fake_pass_ms (2000);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, before);
  hall_draft_discard_edits (draft);
  g_assert_true (draft_is_saved (draft));
  draft_close (draft);
}

static void
test_account (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_FIN_AUTH_FAILED);
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_draft_set_value (draft, "basic_account.account_no", "755900000010102"));
  g_assert_true (draft_send (f, draft, HALL_EVENT_RESUBMIT_ACCOUNT, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "basic_account.account_no"), ==, "755900000010102");
  g_assert_cmpint (hall_draft_get_order (draft)->state, ==, HALL_STATE_FIN_AUTH_PENDING);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 0);
  draft_close (draft);
}

static void
on_changed_cb (HallDraft *draft, Flow *f)
{
  if (hall_draft_get_step (draft) == HALL_STEP_PAYMENT)
    f->done = TRUE;
}

/* The phone finishes: the desktop moves on by itself. */
static void
test_moves_by_itself (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_HANDLER_AUTH);
  HallDraft *draft = draft_open (f, order->number);

  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_AUTH);
  g_signal_connect (draft, "changed", G_CALLBACK (on_changed_cb), f);
  order->state = HALL_STATE_AWAITING_PAYMENT;
  fake_hall_touch (f->hall, order);
  fake_wait_for (&f->done);
  draft_close (draft);
}

static const FlowTest tests[] = {
  { "/draft-moves/moves", NULL, test_moves },
  { "/draft-moves/refused-move", NULL, test_refused_move },
  { "/draft-moves/touched-meanwhile", NULL, test_touched_meanwhile },
  { "/draft-moves/lost-answer", NULL, test_lost_answer },
  { "/draft-moves/returned", NULL, test_returned },
  { "/draft-moves/locked-at-hall", NULL, test_locked_at_hall },
  { "/draft-moves/account", NULL, test_account },
  { "/draft-moves/moves-by-itself", NULL, test_moves_by_itself },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
