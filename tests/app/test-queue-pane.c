/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The staff's queue: tabs, rows that change in place, searching, and how urgent things are.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-due.h"
#include "hall-queue-list.h"
#include "hall-queue-pane.h"
#include "hall-queue-row.h"

#define HOUR_S        (60 * 60)
#define DAY_S         (24 * HOUR_S)
#define FRIDAY_NOON_S 1762488000 /* 2025-11-07 12:00 in China */

static GtkWidget *
open_pane (Flow *f, GtkWidget **window)
{
  GtkWidget *pane = hall_queue_pane_new (f->session);

  *window = app_test_show (pane);
  hall_queue_pane_start (HALL_QUEUE_PANE (pane));
  return pane;
}

static guint
count_rows (GtkWidget *pane)
{
  g_autoptr (GList) rows =
      gtk_container_get_children (GTK_CONTAINER (app_test_find (pane, "Queue")));
  guint n = 0;

  for (GList *row = rows; row != NULL; row = row->next)
    if (gtk_widget_get_visible (row->data))
      n++;
  return n;
}

static void
test_empty (Flow *f, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *pane = open_pane (f, &window);

  app_test_wait_to_say (pane, "“To review” is empty");
  desk_add_order (f);
  app_test_wait_to_say (pane, "20261122 000 001");
  app_test_close (window, pane);
}

static void
test_rows (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  GtkWidget *window;
  GtkWidget *pane = open_pane (f, &window);
  GtkWidget *row;

  app_test_wait_to_say (pane, "深圳市测试样例科技有限公司");
  app_test_wait_to_say (pane, "Organisation certificate");
  g_assert_true (app_test_says (pane, "Under review"));
  row = app_test_find_type (pane, HALL_TYPE_QUEUE_ROW);
  order->state = HALL_STATE_PAYMENT_VERIFYING;
  fake_hall_touch (f->hall, order);
  app_test_wait_to_say (pane, "Payment being verified");
  g_assert_true (app_test_find_type (pane, HALL_TYPE_QUEUE_ROW) == row);
  app_test_wait_to_rest (window);
  app_test_close (window, pane);
}

static void
on_open_cb (GtkWidget *pane, const char *number, char **opened)
{
  *opened = g_strdup (number);
}

static void
test_opens (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  GtkWidget *window;
  GtkWidget *pane = open_pane (f, &window);
  g_autofree char *opened = NULL;

  g_signal_connect (pane, "open", G_CALLBACK (on_open_cb), &opened);
  app_test_wait_to_say (pane, "20261122 000 001");
  gtk_widget_activate (app_test_find_type (pane, HALL_TYPE_QUEUE_ROW));
  g_assert_cmpstr (opened, ==, order->number);
  app_test_close (window, pane);
}

static gboolean
has_one_row (gpointer pane)
{
  return count_rows (pane) == 1;
}

static gboolean
has_two_rows (gpointer pane)
{
  return count_rows (pane) == 2;
}

static gboolean
is_not_found (gpointer pane)
{
  return app_test_says (pane, "Not found");
}

static void
test_search (Flow *f, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *pane;
  GtkEntry *search;

  desk_add_order (f);
  desk_add_order (f);
  pane = open_pane (f, &window);
  app_test_wait_to_say (pane, "20261122 000 002");
  g_assert_cmpuint (count_rows (pane), ==, 2);
  search = GTK_ENTRY (app_test_find (pane, "Search the queue"));
  gtk_entry_set_text (search, "22000002");
  app_test_wait (has_one_row, pane);
  gtk_entry_set_text (search, "样例科技");
  app_test_wait (has_two_rows, pane);
  gtk_entry_set_text (search, "somebody else");
  app_test_wait (is_not_found, pane);
  app_test_close (window, pane);
}

#define MANY 3000

typedef struct
{
  GtkWidget *list;
  guint first;
} Sight;

static GtkWidget *
get_first_row (GtkWidget *pane)
{
  return app_test_find_type (pane, HALL_TYPE_QUEUE_ROW);
}

/* The list grows while one looks further down, so one has to try again. */
static gboolean
shows_order (gpointer data)
{
  const Sight *sight = data;
  g_autofree char *number = g_strdup_printf ("20261122%06u", MANY - sight->first);

  hall_queue_list_scroll_to (HALL_QUEUE_LIST (sight->list), sight->first);
  return g_str_equal (hall_queue_row_get_number (HALL_QUEUE_ROW (get_first_row (sight->list))),
                      number);
}

/* However long the list, there are as many rows as fit, and a step costs the same everywhere. */
static void
test_long (Flow *f, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *pane;
  HallQueueList *list;
  gint64 worst_us = 0;

  for (guint i = 0; i < MANY; i++)
    fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);
  pane = open_pane (f, &window);
  app_test_wait_to_say (pane, "20261122 003 000");
  list = HALL_QUEUE_LIST (app_test_find_type (pane, HALL_TYPE_QUEUE_LIST));
  for (guint first = 0; first + 40 < MANY; first += 25)
    {
      Sight sight = { GTK_WIDGET (list), first };
      gint64 begun_us = g_get_monotonic_time ();

      hall_queue_list_scroll_to (list, first);
      worst_us = MAX (worst_us, g_get_monotonic_time () - begun_us);
      app_test_wait (shows_order, &sight);
    }
  g_test_message ("worst step: %" G_GINT64_FORMAT " us with %u widgets", worst_us,
                  hall_queue_list_get_n_widgets (list));
  g_assert_cmpuint (hall_queue_list_get_n_widgets (list), <, 60);
  hall_queue_list_scroll_to (list, 0);
  app_test_wait_to_say (pane, "20261122 003 000");
  app_test_close (window, pane);
}

static void
test_closed_in_flight (Flow *f, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *pane;

  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  pane = open_pane (f, &window);
  app_test_settle ();
  app_test_close (window, pane);
}

static void
test_due (Flow *f, gconstpointer data)
{
  static const struct
  {
    gint64 deadline_s;
    int workdays_left;
    const char *begins;
    HallVerdict verdict;
  } cases[] = {
    { 0, 0, "since ", HALL_HINT },
    { FRIDAY_NOON_S + 3 * DAY_S, 1, "1 working day left", HALL_HINT },
    { FRIDAY_NOON_S + 4 * DAY_S, 2, "2 working days left", HALL_HINT },
    { FRIDAY_NOON_S + 2 * HOUR_S + 60, 1, "2:01 h left", HALL_DOUBTFUL },
    { FRIDAY_NOON_S - 20 * 60, 0, "overdue by 0:20 h", HALL_WRONG },
    { FRIDAY_NOON_S - 3 * DAY_S, -3, "3 working days overdue", HALL_WRONG },
  };
  g_autoptr (HallOrder) order = hall_order_new ("20261122000001");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      order->deadline_s = cases[i].deadline_s;
      order->workdays_left = cases[i].workdays_left;
      g_assert_cmpint (hall_due_format (order, FRIDAY_NOON_S, &text), ==, cases[i].verdict);
      g_assert_true (g_str_has_prefix (text, cases[i].begins));
    }
}

int
main (int argc, char **argv)
{
  static const FlowTest tests[] = {
    { "/queue-pane/empty", NULL, test_empty },
    { "/queue-pane/rows", NULL, test_rows },
    { "/queue-pane/opens", NULL, test_opens },
    { "/queue-pane/search", NULL, test_search },
    { "/queue-pane/long", NULL, test_long },
    { "/queue-pane/closed-in-flight", NULL, test_closed_in_flight },
    { "/queue-pane/due", NULL, test_due },
  };

  desk_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Flow, tests[i].data, desk_set_up, tests[i].test, desk_tear_down);
  return g_test_run ();
}
