/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review: what is said of each item, kept at the hall, decided and undone.
 */
#include <string.h>

#include "flow-fixture.h"
#include "hall-error.h"
#include "hall-review.h"

static guint n_changed;

static void
count_change (void)
{
  n_changed++;
}

/* An item is open, returned or accepted; never two of them. */
static void
test_basket (void)
{
  static const HallPlace box = { 2, 0.1, 0.2, 0.3, 0.4 };
  g_autoptr (HallReturnBasket) basket = hall_return_basket_new ();
  g_autoptr (HallReturnBasket) other = hall_return_basket_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) judgements = NULL;

  n_changed = 0;
  g_signal_connect (basket, "changed", G_CALLBACK (count_change), NULL);
  g_ptr_array_add (places, (gpointer) "a");
  g_ptr_array_add (places, (gpointer) "b");
  g_ptr_array_add (places, (gpointer) "c");
  g_assert_cmpuint (hall_return_basket_count_open (basket, places), ==, 3);
  hall_return_basket_set_accepted (basket, "a", TRUE);
  hall_return_basket_set_accepted (basket, "a", TRUE);
  g_assert_cmpuint (n_changed, ==, 1);
  hall_return_basket_put (basket, HALL_REASON_L02, "a", NULL);
  g_assert_false (hall_return_basket_is_accepted (basket, "a"));
  hall_return_basket_set_mark (basket, "a", &box);
  hall_return_basket_put (basket, HALL_REASON_X99, "a", "x");
  g_assert_cmpuint (hall_return_basket_find (basket, HALL_REASON_X99, "a")->mark.page, ==, 2);
  hall_return_basket_accept_rest (basket, places);
  g_assert_cmpuint (hall_return_basket_count_open (basket, places), ==, 0);
  g_assert_true (hall_return_basket_is_returned (basket, "a"));
  judgements = hall_return_basket_list_judgements (basket);
  g_assert_cmpint (hall_judgements_decide (judgements, places), ==, HALL_EVENT_REVIEW_REJECTED);
  hall_return_basket_take_judgements (other, judgements);
  g_assert_cmpuint (hall_return_basket_get_n (other), ==, 2);
  g_assert_true (hall_return_basket_is_accepted (other, "c"));
  g_assert_cmpfloat (hall_return_basket_get_mark (other, "a")->height, ==, 0.4);
  hall_return_basket_set_accepted (basket, "a", TRUE);
  g_assert_cmpuint (hall_return_basket_get_n (basket), ==, 0);
  g_assert_null (hall_return_basket_get_mark (basket, "a"));
  hall_return_basket_clear (basket);
  g_assert_cmpuint (hall_return_basket_count_open (basket, places), ==, 3);
}

typedef struct
{
  Flow *flow;
  HallOrder *order;
  HallOrderWatch *watch;
  HallReturnBasket *basket;
  HallReview *review;
  gboolean done;
  GError *error;
  HallLetter *letter;
} Review;

static gboolean
is_there (gpointer data)
{
  return hall_order_watch_get_order (((Review *) data)->watch) != NULL;
}

static gboolean
has_places (gpointer data)
{
  return hall_review_get_places (((Review *) data)->review)->len > 0;
}

static gboolean
is_done (gpointer data)
{
  return ((Review *) data)->done;
}

static void
begin (Flow *f, Review *r)
{
  *r = (Review){ .flow = f, .order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW) };
  r->order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  r->watch = hall_order_watch_new (f->session, r->order->number);
  r->basket = hall_return_basket_new ();
  hall_order_watch_start (r->watch);
  flow_wait_until (is_there, r);
  r->review = hall_review_new (r->watch, r->basket);
  flow_wait_until (has_places, r);
}

static void
end (Review *r)
{
  hall_review_stop (r->review);
  hall_order_watch_stop (r->watch);
  fake_release (r->review);
  fake_release (r->watch);
  g_assert_finalize_object (r->basket);
  g_clear_error (&r->error);
  g_clear_pointer (&r->letter, hall_letter_free);
}

static void
on_decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Review *r = data;

  hall_review_decide_finish (HALL_REVIEW (source), result, &r->error);
  r->done = TRUE;
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Review *r = data;

  hall_order_watch_undo_finish (HALL_ORDER_WATCH (source), result, &r->error);
  r->done = TRUE;
}

static void
on_letter_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Review *r = data;

  r->letter = hall_review_get_letter_finish (HALL_REVIEW (source), result, &r->error);
  r->done = TRUE;
}

static void
decide (Review *r, const char *text)
{
  r->done = FALSE;
  g_clear_error (&r->error);
  hall_review_decide_async (r->review, text, NULL, on_decided_cb, r);
  flow_wait_until (is_done, r);
}

/* What was said is kept before it is decided, whatever else is on its way. */
static void
test_decide (Flow *f, gconstpointer data)
{
  Review r;

  begin (f, &r);
  g_assert_cmpint (hall_review_get_decision (r.review), ==, HALL_N_EVENTS);
  hall_return_basket_accept_rest (r.basket, hall_review_get_places (r.review));
  g_assert_cmpint (hall_review_get_decision (r.review), ==, HALL_EVENT_REVIEW_PASSED);
  decide (&r, NULL);
  g_assert_no_error (r.error);
  g_assert_cmpuint (fake_hall_get_verdicts (f->hall, r.order)->len, ==,
                    hall_review_get_places (r.review)->len);
  g_assert_cmpstr (hall_order_watch_get_order (r.watch)->held_by, ==, FAKE_STAFF);
  g_assert_false (hall_review_is_open (hall_order_watch_get_order (r.watch)));
  r.done = FALSE;
  hall_order_watch_undo_async (r.watch, NULL, on_undone_cb, &r);
  flow_wait_until (is_done, &r);
  g_assert_no_error (r.error);
  g_assert_null (hall_order_watch_get_order (r.watch)->held_by);
  g_assert_true (hall_review_is_open (hall_order_watch_get_order (r.watch)));
  end (&r);
}

static void
test_letter (Flow *f, gconstpointer data)
{
  Review r;

  begin (f, &r);
  hall_return_basket_put (r.basket, HALL_REASON_X99, "organisation.name", "名称有误。");
  hall_review_get_letter_async (r.review, NULL, on_letter_cb, &r);
  flow_wait_until (is_done, &r);
  g_assert_no_error (r.error);
  g_assert_nonnull (strstr (r.letter->text, "名称有误。"));
  decide (&r, "换一种说法。");
  g_assert_no_error (r.error);
  g_assert_cmpstr (f->hall->letter, ==, "换一种说法。");
  end (&r);
}

/* Refused while something is open; the newest order is there when the error is. */
static void
test_refused (Flow *f, gconstpointer data)
{
  Review r;

  f->hall->wait_ms = 60000;
  begin (f, &r);
  decide (&r, NULL);
  g_assert_error (r.error, HALL_ERROR, HALL_ERROR_CONFLICT);
  hall_return_basket_accept_rest (r.basket, hall_review_get_places (r.review));
  r.order->version++;
  decide (&r, NULL);
  g_assert_error (r.error, HALL_ERROR, HALL_ERROR_STALE);
  decide (&r, NULL);
  decide (&r, NULL);
  g_assert_cmpint (hall_order_watch_get_order (r.watch)->version, ==, r.order->version);
  end (&r);
}

/* Who closes the order at once loses nothing. */
static void
test_closed (Flow *f, gconstpointer data)
{
  Review r;

  begin (f, &r);
  hall_return_basket_set_accepted (r.basket, "organisation.name", TRUE);
  end (&r);
  fake_pass_ms (500);
  g_assert_cmpuint (fake_hall_get_verdicts (f->hall, r.order)->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/basket", test_basket);
  g_test_add ("/review/decide", Flow, FLOW_STAFF, flow_set_up, test_decide, flow_tear_down);
  g_test_add ("/review/letter", Flow, FLOW_STAFF, flow_set_up, test_letter, flow_tear_down);
  g_test_add ("/review/refused", Flow, FLOW_STAFF, flow_set_up, test_refused, flow_tear_down);
  g_test_add ("/review/closed", Flow, FLOW_STAFF, flow_set_up, test_closed, flow_tear_down);
  return g_test_run ();
}
