/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What staff works with: the queue, walking through it, having an order on the desk.
 */
#include <string.h>

#include "flow-fixture.h"
#include "hall-hold.h"
#include "hall-queue.h"

static gboolean
is_queue_loaded (gpointer queue)
{
  return hall_queue_is_loaded (queue);
}

static void
test_queue (Flow *f, gconstpointer data)
{
  HallQueue *queue = hall_queue_new (f->session);

  fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  hall_queue_start (queue);
  flow_wait_until (is_queue_loaded, queue);
  g_assert_cmpuint (hall_queue_get_n (queue), ==, 1);
  g_assert_cmpuint (hall_queue_get_count (queue, HALL_TAB_REVIEW), ==, 1);
  g_assert_cmpuint (hall_queue_get_count (queue, HALL_TAB_FUNDS), ==, 0);

  hall_queue_set_tab (queue, HALL_TAB_REVIEW);
  g_assert_cmpuint (hall_queue_get_n (queue), ==, 0);
  g_assert_false (hall_queue_is_loaded (queue));
  flow_wait_until (is_queue_loaded, queue);
  g_assert_cmpuint (hall_queue_get_n (queue), ==, 1);
  g_assert_finalize_object (queue);
}

static gboolean
has_last_row (gpointer queue)
{
  return hall_queue_get_n (queue) == 130 && hall_queue_get (queue, 129) != NULL;
}

static gboolean
has_first_row (gpointer queue)
{
  return hall_queue_get (queue, 0) != NULL;
}

/* Pages come where one looks; what is found again is the same item. */
static void
test_queue_pages (Flow *f, gconstpointer data)
{
  HallQueue *queue = hall_queue_new (f->session);
  HallOrderItem *first;

  for (guint i = 0; i < 130; i++)
    fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  hall_queue_start (queue);
  flow_wait_until (has_first_row, queue);
  first = hall_queue_get (queue, 0);
  hall_queue_look (queue, 40, 15);
  for (guint place = 60; place < 130; place += 10)
    {
      fake_pass_ms (20);
      hall_queue_look (queue, place, 15);
    }
  flow_wait_until (has_last_row, queue);
  g_assert_null (hall_queue_get (queue, 130));
  g_assert_true (hall_queue_get (queue, 0) == first);
  g_assert_cmpint (hall_queue_find (queue,
                                    hall_order_item_get_order (hall_queue_get (queue, 77))->number),
                   ==, 77);

  hall_queue_search (queue, "000007");
  flow_wait_until (is_queue_loaded, queue);
  g_assert_cmpuint (hall_queue_get_n (queue), ==, 1);
  hall_queue_search (queue, "7"); /* one character finds too much: no search */
  flow_wait_until (is_queue_loaded, queue);
  g_assert_cmpuint (hall_queue_get_n (queue), >, 1);
  g_assert_finalize_object (queue);
}

static char *
walk (Flow *f, HallQueue *queue, gboolean backward)
{
  g_autoptr (GError) error = NULL;
  char *number;

  hall_queue_walk_async (queue, backward, NULL, flow_on_done_cb, f);
  number = hall_queue_walk_finish (queue, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return number;
}

/* From one to the next, over the edge of what is loaded, and after the list was left. */
static void
test_queue_walk (Flow *f, gconstpointer data)
{
  HallQueue *queue = hall_queue_new (f->session);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *back = NULL;
  g_autofree char *none = NULL;

  for (guint i = 0; i < 3; i++)
    fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  hall_queue_start (queue);
  flow_wait_until (has_first_row, queue);
  g_assert_null (walk (f, queue, FALSE));
  hall_queue_set_current (queue, "20261122000003");
  g_assert_cmpstr (hall_queue_peek (queue, FALSE), ==, "20261122000002");
  g_assert_null (hall_queue_peek (queue, TRUE));
  second = walk (f, queue, FALSE);
  g_assert_cmpstr (second, ==, "20261122000002");
  hall_queue_search (queue, "000003");
  third = walk (f, queue, FALSE);
  g_assert_cmpstr (third, ==, "20261122000001");
  none = walk (f, queue, FALSE);
  g_assert_null (none);
  back = walk (f, queue, TRUE);
  g_assert_cmpstr (back, ==, "20261122000002");
  g_assert_finalize_object (queue);
}

/* A handler has no queue: said once, not asked for ever. */
static void
on_denied_cb (GObject *object, const GError *error, Flow *f)
{
  g_assert_error (error, HALL_ERROR, HALL_ERROR_DENIED);
  f->n_signals++;
}

static void
test_queue_denied (Flow *f, gconstpointer data)
{
  HallQueue *queue = hall_queue_new (f->session);

  g_signal_connect (queue, "failed", G_CALLBACK (on_denied_cb), f);
  hall_queue_start (queue);
  fake_pass_ms (400);
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpuint (fake_hall_count (f->hall, "GET", "/v1/queue"), ==, 1);
  g_assert_finalize_object (queue);
}

static gboolean
is_mine (gpointer hold)
{
  return hall_hold_get_state (hold) == HALL_HOLD_MINE;
}

static gboolean
is_others (gpointer hold)
{
  return hall_hold_get_state (hold) == HALL_HOLD_OTHERS;
}

static gboolean
is_idle (gpointer hold)
{
  return hall_hold_get_state (hold) == HALL_HOLD_IDLE;
}

static gboolean
is_free (gpointer order)
{
  return ((HallOrder *) order)->claimed_by == NULL;
}

/* Taken when it is opened, given up for the next and on leaving. */
static void
test_hold (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  HallOrder *next = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  HallHold *hold = hall_hold_new (f->session, HALL_HOLD_IDLE_S);

  hall_hold_take (hold, order->number);
  g_assert_cmpint (hall_hold_get_state (hold), ==, HALL_HOLD_ASKING);
  flow_wait_until (is_mine, hold);
  g_assert_cmpstr (order->claimed_by, ==, FAKE_STAFF);
  hall_hold_take (hold, next->number);
  flow_wait_until (is_mine, hold);
  g_assert_cmpstr (next->claimed_by, ==, FAKE_STAFF);
  flow_wait_until (is_free, order);
  hall_hold_release (hold);
  g_assert_cmpint (hall_hold_get_state (hold), ==, HALL_HOLD_NONE);
  flow_wait_until (is_free, next);
  g_assert_finalize_object (hold);
}

static void
test_hold_others (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  HallHold *hold = hall_hold_new (f->session, HALL_HOLD_IDLE_S);

  order->claimed_by = g_strdup ("张三");
  hall_hold_take (hold, order->number);
  flow_wait_until (is_others, hold);
  g_assert_nonnull (strstr (hall_hold_get_sentence (hold), "张三"));
  hall_hold_release (hold);
  fake_pass_ms (50);
  g_assert_cmpstr (order->claimed_by, ==, "张三"); /* not ours to give up */
  g_assert_finalize_object (hold);
}

/* Renewed while somebody works, given up when nobody does, taken again by who comes back. */
static void
test_hold_idle (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  HallHold *hold = hall_hold_new (f->session, 3);

  hall_hold_take (hold, order->number);
  flow_wait_until (is_mine, hold);
  for (guint i = 0; i < 4; i++)
    {
      fake_pass_ms (1000);
      hall_hold_touch (hold);
      g_assert_true (is_mine (hold));
    }
  g_assert_cmpuint (fake_hall_count (f->hall, "POST", "/v1/orders/"), >=, 3);
  flow_wait_until (is_idle, hold);
  flow_wait_until (is_free, order);
  hall_hold_touch (hold);
  flow_wait_until (is_mine, hold);
  hall_hold_release (hold);
  flow_wait_until (is_free, order);
  g_assert_finalize_object (hold);
}

/* What the widget that owns it does as the last window is closed. */
static void
on_activated_cb (GApplication *application, HallHold *hold)
{
  g_object_unref (hold);
}

/* A program that ends stays until the hall has been told. */
static void
test_hold_ends (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  HallHold *hold = hall_hold_new (f->session, HALL_HOLD_IDLE_S);
  g_autoptr (GApplication) application =
      g_application_new ("io.github.certhall.Desk", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activated_cb), hold);
  hall_hold_take (hold, order->number);
  flow_wait_until (is_mine, hold);
  g_application_set_default (application);
  g_application_run (application, 0, NULL);
  g_application_set_default (NULL);
  g_assert_true (is_free (order));
}

static const FlowTest tests[] = {
  { "/desk/queue", FLOW_STAFF, test_queue },
  { "/desk/queue-pages", FLOW_STAFF, test_queue_pages },
  { "/desk/queue-walk", FLOW_STAFF, test_queue_walk },
  { "/desk/queue-denied", NULL, test_queue_denied },
  { "/desk/hold", FLOW_STAFF, test_hold },
  { "/desk/hold-others", FLOW_STAFF, test_hold_others },
  { "/desk/hold-idle", FLOW_STAFF, test_hold_idle },
  { "/desk/hold-ends", FLOW_STAFF, test_hold_ends },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
