/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 我的业务单: the list that changes in place, an order with exactly its actions, and what each
 * of them comes to.
 */
#include "window-fixture.h"

#include "hall-busy-button.h"
#include "hall-new-view.h"
#include "hall-order-actions.h"
#include "hall-order-detail.h"
#include "hall-order-row.h"
#include "hall-orders-view.h"
#include "hall-paper-window.h"

static HallOrdersView *
get_view (Window *w)
{
  return HALL_ORDERS_VIEW (app_test_find_type (w->window, HALL_TYPE_ORDERS_VIEW));
}

static void
show_orders (Window *w)
{
  w->hall->wait_ms = 50;
  window_sign_in (w);
  hall_window_show_view (HALL_WINDOW (w->window), HALL_VIEW_ORDERS);
  app_test_settle ();
}

static HallOrder *
show_order (Window *w, HallState state)
{
  HallOrder *order = window_add_order (w, state);

  show_orders (w);
  hall_window_show_order (HALL_WINDOW (w->window), order->number);
  window_wait_to_say (w, hall_state_get_next_step (state, HALL_LANG_ZH_CN));
  app_test_settle ();
  return order;
}

static void
count_row (GtkWidget *widget, gpointer n)
{
  if (HALL_IS_ORDER_ROW (widget) && gtk_widget_get_visible (widget))
    (*(guint *) n)++;
}

static guint
count_rows (Window *w)
{
  GtkWidget *list = window_find (GTK_WIDGET (get_view (w)), GTK_TYPE_LIST_BOX, "My orders");
  guint n = 0;

  gtk_container_foreach (GTK_CONTAINER (list), count_row, &n);
  return n;
}

static void
look_for (Window *w, const char *text)
{
  GtkWidget *entry = window_find (w->window, GTK_TYPE_ENTRY, "Search the orders");

  gtk_entry_set_text (GTK_ENTRY (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  app_test_settle ();
}

static void
test_none (Window *w, gconstpointer data)
{
  guint n_wanted = 0;

  show_orders (w);
  window_wait_to_say (w, "No orders yet");
  g_signal_connect (get_view (w), "new-order", G_CALLBACK (app_test_count_cb), &n_wanted);
  window_press (w, "Apply for a certificate");
  g_assert_cmpuint (n_wanted, ==, 1);
}

static void
test_list (Window *w, gconstpointer data)
{
  HallOrder *first = window_add_order (w, HALL_STATE_UNDER_REVIEW);
  GtkWidget *row;

  window_add_order (w, HALL_STATE_DRAFT);
  show_orders (w);
  window_wait_to_say (w, "审核中");
  g_assert_cmpuint (count_rows (w), ==, 2);
  g_assert_cmpuint (hall_orders_view_get_n_waiting (get_view (w)), ==, 1);
  g_assert_true (app_test_says (w->window, "My orders (1)"));

  /* a row changes in place */
  row = app_test_find_type (w->window, HALL_TYPE_ORDER_ROW);
  first->state = HALL_STATE_REJECTED;
  fake_hall_touch (w->hall, first);
  window_wait_to_say (w, "未通过");
  g_assert_true (row == app_test_find_type (w->window, HALL_TYPE_ORDER_ROW));
  g_assert_cmpuint (hall_orders_view_get_n_waiting (get_view (w)), ==, 2);
  g_assert_true (app_test_says (w->window, "My orders (2)"));
  app_test_wait_to_rest (w->window);
}

static void
test_search (Window *w, gconstpointer data)
{
  HallOrder *first = window_add_order (w, HALL_STATE_UNDER_REVIEW);
  HallOrder *second = window_add_order (w, HALL_STATE_DRAFT);
  g_autofree char *grouped = hall_order_format_number (second->number);

  g_free (first->organisation);
  first->organisation = g_strdup ("广州市样例贸易有限公司");
  show_orders (w);
  window_wait_to_say (w, "审核中");
  look_for (w, "广州");
  g_assert_cmpuint (count_rows (w), ==, 1);
  look_for (w, grouped);
  g_assert_cmpuint (count_rows (w), ==, 1);
  look_for (w, "nobody");
  g_assert_cmpuint (count_rows (w), ==, 0);
  g_assert_true (app_test_says (w->window, "No order here has this number"));
  look_for (w, "");
  g_assert_cmpuint (count_rows (w), ==, 2);
}

/* Somebody else must not see what was there. */
static void
test_signed_out (Window *w, gconstpointer data)
{
  show_order (w, HALL_STATE_UNDER_REVIEW);
  hall_session_sign_out (w->session);
  app_test_settle ();
  g_assert_null (app_test_find_type (w->window, HALL_TYPE_ORDER_ROW));
  g_assert_null (app_test_find_type (w->window, HALL_TYPE_ORDER_DETAIL));
  g_assert_cmpuint (hall_orders_view_get_n_waiting (get_view (w)), ==, 0);
  g_assert_false (app_test_says (w->window, "My orders ("));
}

static void
count_button (GtkWidget *widget, gpointer n)
{
  if (HALL_IS_BUSY_BUTTON (widget))
    (*(guint *) n)++;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_foreach (GTK_CONTAINER (widget), count_button, n);
}

/* A button for each action that the hall offers, and no other. */
static void
test_actions (Window *w, gconstpointer data)
{
  GtkWidget *box = hall_order_actions_new ();
  GtkWidget *window = app_test_show (box);

  for (HallState state = 0; state < HALL_N_STATES; state++)
    {
      HallActions actions = hall_actions_for (state, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER), 0);
      guint n_offered = 0, n_buttons = 0;

      g_test_message ("%s", hall_state_get_name (state));
      hall_order_actions_show (HALL_ORDER_ACTIONS (box), actions);
      for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
        if ((actions & HALL_ACTION_BIT (action)) != 0)
          {
            n_offered++;
            g_assert_cmpint (hall_order_deed_get (action)->kind, !=, HALL_DEED_NOTHING);
            g_assert_nonnull (app_test_find (box, hall_action_get_label (action, HALL_LANG_ZH_CN)));
          }
      gtk_container_foreach (GTK_CONTAINER (box), count_button, &n_buttons);
      g_assert_cmpuint (n_buttons, ==, n_offered);
    }
  app_test_close (window, box);
}

typedef struct
{
  HallOrder *order;
  HallState state;
} Expected;

static gboolean
has_state (gpointer data)
{
  Expected *expected = data;

  return expected->order->state == expected->state;
}

/* (nullable): The question that is asked. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (GTK_IS_MESSAGE_DIALOG (window->data) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

static void
answer (int response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  app_test_settle ();
}

/* What gives something up asks first; no is no. */
static void
test_cancel (Window *w, gconstpointer data)
{
  HallOrder *order = show_order (w, HALL_STATE_AWAITING_PAYMENT);
  Expected expected = { order, HALL_STATE_CANCELLED };

  window_press (w, "取消业务单");
  answer (GTK_RESPONSE_CANCEL);
  fake_pass_ms (100);
  g_assert_cmpint (order->state, ==, HALL_STATE_AWAITING_PAYMENT);
  window_press (w, "取消业务单");
  answer (GTK_RESPONSE_YES);
  app_test_wait (has_state, &expected);
  window_wait_to_say (w, hall_state_get_next_step (HALL_STATE_CANCELLED, HALL_LANG_ZH_CN));
}

static void
test_receive (Window *w, gconstpointer data)
{
  HallOrder *order = show_order (w, HALL_STATE_SHIPPED);
  Expected expected = { order, HALL_STATE_COMPLETED };

  window_press (w, "确认收货");
  answer (GTK_RESPONSE_YES);
  app_test_wait (has_state, &expected);
}

/* The window is closed with the question open. */
static void
test_closed_with_question (Window *w, gconstpointer data)
{
  show_order (w, HALL_STATE_AWAITING_PAYMENT);
  window_press (w, "取消业务单");
  g_assert_nonnull (find_dialog ());
}

static void
on_open_order_cb (HallOrdersView *view, const char *number, char **opened)
{
  g_free (*opened);
  *opened = g_strdup (number);
}

/* What is returned is named, and leads to where it is mended. */
static void
test_returned (Window *w, gconstpointer data)
{
  HallOrder *order = window_add_order (w, HALL_STATE_REJECTED);
  g_autofree char *opened = NULL;

  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, "organisation.address",
                                                    "地址与营业执照不一致。"));
  order->letter = g_strdup ("业务单 1 未通过。原因：地址不一致。");
  show_orders (w);
  hall_window_show_order (HALL_WINDOW (w->window), order->number);
  window_wait_to_say (w, "地址与营业执照不一致。");
  g_assert_true (app_test_says (w->window, "单位地址"));
  g_assert_true (app_test_says (w->window, "原因：地址不一致。"));
  g_signal_connect (get_view (w), "open-order", G_CALLBACK (on_open_order_cb), &opened);
  window_press (w, "Correct: 单位地址");
  g_assert_cmpstr (opened, ==, order->number);
}

/* An order changes while it is looked at. */
static void
test_live (Window *w, gconstpointer data)
{
  HallOrder *order = show_order (w, HALL_STATE_IN_PRODUCTION);

  order->state = HALL_STATE_SHIPPED;
  order->courier = g_strdup ("顺丰速运");
  order->tracking_number = g_strdup ("SF1234567890123");
  fake_hall_touch (w->hall, order);
  window_wait_to_say (w, "SF1234567890123");
  window_press (w, "Copy: Courier number");
}

static gboolean
is_unmasked (gpointer view)
{
  return !app_test_says (view, "138****");
}

/* Hidden from who looks over the shoulder, until it is asked for. */
static void
test_masked (Window *w, gconstpointer data)
{
  const char *id;
  HallOrder *order = show_order (w, HALL_STATE_UNDER_REVIEW);

  id = hall_application_get_role (order->application, w->hall->catalog,
                                  HALL_FIELD_ROLE_HANDLER_MOBILE);
  g_assert_cmpstr (id, !=, "");
  window_press (w, "查看");
  window_wait_to_say (w, "138****");
  window_press (w, "Show in full");
  app_test_wait (is_unmasked, get_view (w));
}

/* The account that the bank refused is handed in again, and nothing else. */
static void
test_account (Window *w, gconstpointer data)
{
  HallOrder *order = window_add_order (w, HALL_STATE_FIN_AUTH_FAILED);
  Expected expected = { order, HALL_STATE_FIN_AUTH_PENDING };

  order->bank_reason = g_strdup ("B01");
  order->account_tries_left = 2;
  show_orders (w);
  hall_window_show_order (HALL_WINDOW (w->window), order->number);
  window_wait_to_say (w, "户名与账号不符");
  window_press (w, "金融认证");
  window_wait_to_say (w, "Bank proof again");
  fake_pass_ms (300);
  window_press (w, "重新提交");
  app_test_wait (has_state, &expected);
  window_wait_to_say (w, hall_state_get_next_step (HALL_STATE_FIN_AUTH_PENDING, HALL_LANG_ZH_CN));
}

/* Back goes up one place at a time. */
static void
test_back (Window *w, gconstpointer data)
{
  show_order (w, HALL_STATE_FIN_AUTH_FAILED);
  window_press (w, "金融认证");
  g_assert_true (hall_orders_view_go_back (get_view (w)));
  app_test_settle ();
  g_assert_nonnull (app_test_find_type (w->window, HALL_TYPE_ORDER_DETAIL));
  g_assert_true (hall_orders_view_go_back (get_view (w)));
  g_assert_false (hall_orders_view_go_back (get_view (w)));
  app_test_settle ();
  g_assert_null (app_test_find_type (w->window, HALL_TYPE_ORDER_DETAIL));
}

static gboolean
is_paper_open (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *window = windows; window != NULL; window = window->next)
    found = found || HALL_IS_PAPER_WINDOW (window->data);
  return found;
}

/* The form in a window of its own; it goes with the window it belongs to. */
static void
test_paper (Window *w, gconstpointer data)
{
  show_order (w, HALL_STATE_AWAITING_DOCUMENTS);
  window_press (w, "打印申请表");
  app_test_wait (is_paper_open, NULL);
}

static void
test_not_found (Window *w, gconstpointer data)
{
  show_orders (w);
  hall_window_show_order (HALL_WINDOW (w->window), "20990101000001");
  window_wait_to_say (w, "Try again");
}

/* The window is closed while the order is being fetched. */
static void
test_closed_while_loading (Window *w, gconstpointer data)
{
  HallOrder *order = window_add_order (w, HALL_STATE_UNDER_REVIEW);

  show_orders (w);
  fake_hall_set_mood (w->hall, FAKE_HANG, G_MAXUINT);
  hall_window_show_order (HALL_WINDOW (w->window), order->number);
  app_test_settle ();
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/orders/none", test_none },
    { "/orders/list", test_list },
    { "/orders/search", test_search },
    { "/orders/signed-out", test_signed_out },
    { "/orders/actions", test_actions },
    { "/orders/cancel", test_cancel },
    { "/orders/receive", test_receive },
    { "/orders/closed-with-question", test_closed_with_question },
    { "/orders/returned", test_returned },
    { "/orders/live", test_live },
    { "/orders/masked", test_masked },
    { "/orders/account", test_account },
    { "/orders/back", test_back },
    { "/orders/paper", test_paper },
    { "/orders/not-found", test_not_found },
    { "/orders/closed-while-loading", test_closed_while_loading },
  };

  return window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
