/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the handler is told of: what others did to an order, and what happened while nobody was
 * looking; not what they have just done themselves.
 */
#include "hall-order-news.h"
#include "window-fixture.h"

typedef struct
{
  gboolean order_in_view;
  gboolean window_in_view;
  guint n_told;
  HallState told; /* the last one */
} Reader;

static gboolean
is_order_in_view (gpointer owner, const char *number)
{
  return ((Reader *) owner)->order_in_view;
}

static gboolean
is_window_in_view (gpointer owner)
{
  return ((Reader *) owner)->window_in_view;
}

static void
tell (gpointer owner, const HallOrder *order)
{
  Reader *reader = owner;

  reader->n_told++;
  reader->told = order->state;
}

static void
count (gpointer owner)
{
}

static const HallOrderNewsFuncs funcs = { is_order_in_view, is_window_in_view, tell, count };

typedef struct
{
  HallOrderList *list;
  const char *number;
  HallState state;
} Expected;

static gboolean
has_state (gpointer data)
{
  Expected *expected = data;
  HallOrderItem *item = hall_order_list_find (expected->list, expected->number);

  return item != NULL && hall_order_item_get_order (item)->state == expected->state;
}

static void
move (Window *w, HallOrderList *list, HallOrder *order, HallState state)
{
  Expected expected = { list, order->number, state };

  order->state = state;
  fake_hall_touch (w->hall, order);
  app_test_wait (has_state, &expected);
}

static const struct
{
  const char *name;
  gboolean order_in_view, window_in_view;
  HallState from, to;
  gboolean told;
} rows[] = {
  { "returned while away", FALSE, FALSE, HALL_STATE_UNDER_REVIEW, HALL_STATE_REJECTED, TRUE },
  { "returned, elsewhere in the window", FALSE, TRUE, HALL_STATE_UNDER_REVIEW, HALL_STATE_REJECTED,
    TRUE },
  { "returned before one's eyes", TRUE, TRUE, HALL_STATE_UNDER_REVIEW, HALL_STATE_REJECTED, FALSE },
  { "paid by oneself", FALSE, TRUE, HALL_STATE_AWAITING_PAYMENT, HALL_STATE_UNDER_REVIEW, FALSE },
  { "paid on the phone, the window behind", FALSE, FALSE, HALL_STATE_AWAITING_PAYMENT,
    HALL_STATE_UNDER_REVIEW, TRUE },
  { "shipped while in the window", FALSE, TRUE, HALL_STATE_IN_PRODUCTION, HALL_STATE_SHIPPED,
    TRUE },
  { "nothing happened", FALSE, FALSE, HALL_STATE_UNDER_REVIEW, HALL_STATE_UNDER_REVIEW, FALSE },
};

static void
test_told (Window *w, gconstpointer data)
{
  w->hall->wait_ms = 50;
  window_sign_in (w);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HallOrder *order = window_add_order (w, rows[i].from);
      HallOrderList *list = hall_order_list_new (w->session);
      Reader reader = { rows[i].order_in_view, rows[i].window_in_view, 0, HALL_N_STATES };
      HallOrderNews *news = hall_order_news_new (list, &funcs, &reader);
      Expected loaded = { list, order->number, rows[i].from };

      g_test_message ("%s", rows[i].name);
      hall_order_list_start (list);
      app_test_wait (has_state, &loaded);
      g_assert_cmpuint (reader.n_told, ==, 0); /* what was there before is no news */
      move (w, list, order, rows[i].to);
      g_assert_cmpuint (reader.n_told, ==, rows[i].told ? 1 : 0);
      if (rows[i].told)
        g_assert_cmpint (reader.told, ==, rows[i].to);
      hall_order_news_free (news);
      hall_order_list_stop (list);
      g_assert_finalize_object (list);
    }
}

/* Orders that wait for the handler, and only those; nobody's are counted after another sign-in. */
static void
test_counted (Window *w, gconstpointer data)
{
  HallOrderList *list;
  Reader reader = { 0 };
  HallOrderNews *news;
  HallOrder *last;
  Expected loaded;

  window_sign_in (w);
  window_add_order (w, HALL_STATE_UNDER_REVIEW);
  window_add_order (w, HALL_STATE_REJECTED);
  window_add_order (w, HALL_STATE_COMPLETED);
  last = window_add_order (w, HALL_STATE_AWAITING_PAYMENT);
  list = hall_order_list_new (w->session);
  news = hall_order_news_new (list, &funcs, &reader);
  loaded = (Expected){ list, last->number, last->state };
  hall_order_list_start (list);
  app_test_wait (has_state, &loaded);
  g_assert_cmpuint (hall_order_news_get_n_waiting (news), ==, 2);
  hall_order_list_clear (list);
  hall_order_news_clear (news);
  g_assert_cmpuint (hall_order_news_get_n_waiting (news), ==, 0);
  hall_order_news_free (news);
  hall_order_list_stop (list);
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/order-news/told", test_told },
    { "/order-news/counted", test_counted },
  };

  return window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
