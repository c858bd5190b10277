/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders that are followed: one, and the handler's list.
 */
#include "flow-fixture.h"
#include "hall-order-watch.h"
#include "hall-order-list.h"

static gboolean
has_order (gpointer data)
{
  return hall_order_watch_get_order (data) != NULL;
}

static gboolean
is_in_review (gpointer data)
{
  const HallOrder *order = hall_order_watch_get_order (data);

  return order != NULL && order->state == HALL_STATE_UNDER_REVIEW;
}

/* A watch that has loaded its order. */
static HallOrderWatch *
new_watch (Flow *f, const char *number)
{
  HallOrderWatch *watch = hall_order_watch_new (f->session, number);

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (flow_count_signal), f);
  hall_order_watch_start (watch);
  flow_wait_until (has_order, watch);
  return watch;
}

static void
test_watch (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);

  g_assert_cmpuint (f->n_signals, ==, 1);
  f->hall->wait_ms = 60 * 1000;
  fake_pass_ms (50);
  order->state = HALL_STATE_UNDER_REVIEW;
  fake_hall_touch (f->hall, order);
  flow_wait_until (is_in_review, watch);
  g_assert_cmpuint (f->n_signals, ==, 2);
  g_assert_cmpint (hall_order_watch_get_previous (watch)->state, ==, HALL_STATE_AWAITING_PAYMENT);
  fake_release (watch);
}

/* A hall that answers at once, although nothing is new, is not asked in a rush. */
static void
test_no_rush (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch;

  f->hall->wait_ms = 1;
  watch = new_watch (f, order->number);
  fake_pass_ms (700);
  g_assert_cmpuint (fake_hall_count (f->hall, "GET", "/v1/orders/"), <=, 3);
  g_assert_finalize_object (watch);
}

static void
test_watch_survives (Flow *f, gconstpointer data)
{
  static const FakeMood moods[] = { FAKE_DROP, FAKE_HALF_ANSWER, FAKE_GATEWAY, FAKE_TOO_MANY };
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);

  for (gsize i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      gint64 version = order->version;

      fake_hall_set_mood (f->hall, moods[i], 3);
      fake_hall_touch (f->hall, order);
      for (guint j = 0; j < 1000 && hall_order_watch_get_order (watch)->version == version; j++)
        fake_pass_ms (10);
      g_assert_cmpint (hall_order_watch_get_order (watch)->version, ==, order->version);
    }
  g_assert_finalize_object (watch);
}

static gboolean
is_offline (gpointer data)
{
  return hall_session_get_link (data) == HALL_LINK_OFFLINE;
}

static void
test_watch_offline (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);

  fake_hall_stop (f->hall);
  flow_wait_until (is_offline, f->session);
  order->state = HALL_STATE_UNDER_REVIEW;
  order->version++;
  fake_hall_start (f->hall);
  flow_wait_until (is_in_review, watch);
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_ONLINE);
  g_assert_finalize_object (watch);
}

static gboolean
is_signed_out (gpointer data)
{
  return hall_session_get_identity (data) == NULL;
}

/* Signed out while following: it goes on when somebody has signed in again. */
static void
test_watch_signed_out (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);

  g_hash_table_remove_all (f->hall->tokens);
  order->state = HALL_STATE_UNDER_REVIEW;
  fake_hall_touch (f->hall, order);
  flow_wait_until (is_signed_out, f->session);
  fake_pass_ms (50);
  g_assert_false (is_in_review (watch));
  flow_sign_in (f, FALSE);
  flow_wait_until (is_in_review, watch);
  g_assert_finalize_object (watch);
}

static void
on_failed_cb (GObject *object, const GError *error, Flow *f)
{
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  f->done = TRUE;
}

static void
test_watch_not_found (Flow *f, gconstpointer data)
{
  HallOrderWatch *watch = hall_order_watch_new (f->session, "20990101000001");

  g_signal_connect (watch, "failed", G_CALLBACK (on_failed_cb), f);
  hall_order_watch_start (watch);
  fake_wait_for (&f->done);
  g_assert_finalize_object (watch);
}

static void
on_changed_drop_cb (HallOrderWatch *watch, HallOrderWatch **owner)
{
  g_clear_object (owner);
}

/* A page closed by what it shows. */
static void
test_watch_dropped_by_handler (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = hall_order_watch_new (f->session, order->number);

  g_signal_connect (watch, "changed", G_CALLBACK (on_changed_drop_cb), &watch);
  hall_order_watch_start (watch);
  for (guint i = 0; i < 200 && watch != NULL; i++)
    fake_pass_ms (10);
  g_assert_null (watch);
}

static void
test_send (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_DOCUMENTS);
  HallOrderWatch *watch = new_watch (f, order->number);
  g_autoptr (GError) error = NULL;

  hall_order_watch_stop (watch);
  hall_order_watch_send_async (watch, HALL_EVENT_DOCUMENTS_COMPLETE, NULL, NULL, flow_on_done_cb,
                               f);
  g_assert_true (hall_order_watch_send_finish (watch, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_cmpint (hall_order_watch_get_order (watch)->state, ==, HALL_STATE_AWAITING_HANDLER_AUTH);

  /* somebody was faster: the newest is there, nothing was done */
  fake_hall_touch (f->hall, order);
  hall_order_watch_send_async (watch, HALL_EVENT_CANCEL, NULL, NULL, flow_on_done_cb, f);
  g_assert_false (hall_order_watch_send_finish (watch, flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
  g_clear_error (&error);
  g_assert_cmpint (hall_order_watch_get_order (watch)->version, ==, order->version);
  g_assert_cmpint (order->state, ==, HALL_STATE_AWAITING_HANDLER_AUTH);

  hall_order_watch_send_async (watch, HALL_EVENT_SHIP, NULL, NULL, flow_on_done_cb, f);
  g_assert_false (hall_order_watch_send_finish (watch, flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_object (&f->result);
  g_assert_finalize_object (watch);
}

static void
test_pay_and_authenticate (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);
  g_autoptr (GError) error = NULL;

  hall_order_watch_renew_auth_async (watch, NULL, flow_on_done_cb, f);
  g_assert_true (hall_order_watch_renew_auth_finish (watch, flow_wait_for (f), &error));
  g_assert_nonnull (hall_order_watch_get_order (watch)->auth);
  hall_order_watch_request_alternative_async (watch, "没有智能手机", NULL, flow_on_done_cb, f);
  g_assert_true (hall_order_watch_request_alternative_finish (watch, flow_wait_for (f), &error));
  g_assert_cmpint (hall_order_watch_get_order (watch)->sub[HALL_SUBSTATE_AUTH], ==,
                   HALL_AUTH_ALTERNATIVE);
  hall_order_watch_pay_async (watch, HALL_PAY_ALIPAY, NULL, flow_on_done_cb, f);
  g_assert_true (hall_order_watch_pay_finish (watch, flow_wait_for (f), &error));
  g_assert_cmpint (hall_order_watch_get_order (watch)->payment->channel, ==, HALL_PAY_ALIPAY);
  hall_order_watch_load_async (watch, NULL, flow_on_done_cb, f);
  g_assert_true (hall_order_watch_load_finish (watch, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_clear_object (&f->result);
  g_assert_finalize_object (watch);
}

static guint
get_n (gpointer list)
{
  return g_list_model_get_n_items (list);
}

static gboolean
is_loaded (gpointer data)
{
  return hall_order_list_is_loaded (data);
}

static gboolean
has_three (gpointer data)
{
  return get_n (data) == 3;
}

typedef struct
{
  guint n;
  guint position, removed, added;
} Change;

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, Change *change)
{
  change->n++;
  change->position = position;
  change->removed = removed;
  change->added = added;
}

static void
test_list (Flow *f, gconstpointer data)
{
  HallOrderList *list = hall_order_list_new (f->session);
  Change change = { 0 };
  g_autoptr (HallOrderItem) second = NULL;
  HallOrder *order;

  fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  hall_order_list_start (list);
  flow_wait_until (is_loaded, list);
  g_assert_cmpuint (get_n (list), ==, 2);
  g_assert_false (hall_order_list_has_more (list));

  /* one more in front: the others stay the same objects */
  second = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), &change);
  fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  flow_wait_until (has_three, list);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_true (hall_order_list_find (list, order->number) == second);

  /* a change in place */
  g_signal_connect_swapped (second, "changed", G_CALLBACK (flow_count_signal), f);
  order->state = HALL_STATE_CANCELLED;
  fake_hall_touch (f->hall, order);
  for (guint i = 0; i < 500 && f->n_signals == 0; i++)
    fake_pass_ms (10);
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpint (hall_order_item_get_order (second)->state, ==, HALL_STATE_CANCELLED);

  /* the last one goes: nothing is said of those before it */
  g_ptr_array_remove_index (f->hall->orders, 2);
  fake_hall_touch (f->hall, order);
  for (guint i = 0; i < 500 && get_n (list) != 2; i++)
    fake_pass_ms (10);
  g_assert_cmpuint (change.n, ==, 2);
  g_assert_cmpuint (change.position, ==, 2);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
  fake_release (list);
}

/* More than a page: loaded on demand, and kept when the first page changes. */
static void
test_pages (Flow *f, gconstpointer data)
{
  HallOrderList *list = hall_order_list_new (f->session);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  hall_order_list_start (list);
  flow_wait_until (is_loaded, list);
  g_assert_cmpuint (get_n (list), ==, 50);
  g_assert_true (hall_order_list_has_more (list));
  for (guint i = 0; i < 2; i++)
    {
      hall_order_list_load_more_async (list, NULL, flow_on_done_cb, f);
      g_assert_true (hall_order_list_load_more_finish (list, flow_wait_for (f), &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (get_n (list), ==, 120);
  g_assert_false (hall_order_list_has_more (list));

  fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  for (guint i = 0; i < 500 && get_n (list) != 121; i++)
    fake_pass_ms (10);
  g_assert_cmpuint (get_n (list), ==, 121);
  hall_order_list_load_more_async (list, NULL, flow_on_done_cb, f);
  g_assert_true (hall_order_list_load_more_finish (list, flow_wait_for (f), &error));
  g_clear_object (&f->result);
  g_assert_finalize_object (list);
}

/* Another hall: what was followed at the old one is not asked for there. */
static void
test_left (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_AWAITING_PAYMENT);
  HallOrderWatch *watch = new_watch (f, order->number);
  guint before;

  hall_session_disconnect (f->session);
  fake_pass_ms (50);
  before = f->hall->log->len;
  flow_connect (f);
  flow_sign_in (f, FALSE);
  fake_pass_ms (200);
  g_assert_cmpuint (f->hall->log->len - before, ==, 2);
  g_assert_finalize_object (watch);
}

static const FlowTest tests[] = {
  { "/orders/watch", NULL, test_watch },
  { "/orders/no-rush", NULL, test_no_rush },
  { "/orders/watch-survives", NULL, test_watch_survives },
  { "/orders/watch-offline", NULL, test_watch_offline },
  { "/orders/watch-signed-out", NULL, test_watch_signed_out },
  { "/orders/watch-not-found", NULL, test_watch_not_found },
  { "/orders/watch-dropped-by-handler", NULL, test_watch_dropped_by_handler },
  { "/orders/send", NULL, test_send },
  { "/orders/pay-and-authenticate", NULL, test_pay_and_authenticate },
  { "/orders/list", NULL, test_list },
  { "/orders/pages", NULL, test_pages },
  { "/orders/left", NULL, test_left },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
