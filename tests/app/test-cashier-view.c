/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cashier's day: transfers beside their vouchers, a statement imported, refunds.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-action-dialog.h"
#include "hall-cashier-view.h"
#include "hall-notice.h"
#include "hall-refund-list.h"
#include "hall-refund-row.h"
#include "hall-statement-dialog.h"
#include "hall-statement-row.h"
#include "hall-transfer-pane.h"

#define ORGANISATION "深圳市测试样例科技有限公司"
#define HEADER       "交易日期,贷方发生额,对方户名,对方账号,附言,流水号\n"

static HallOrder *
add_transfer_order (Flow *f)
{
  HallOrder *order = desk_add_order (f);

  order->state = HALL_STATE_PAYMENT_VERIFYING;
  order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_UPLOADED;
  order->channel = HALL_PAY_TRANSFER;
  fake_hall_touch (f->hall, order);
  return order;
}

static void
add_line (Flow *f, const HallOrder *order, const char *payer, gint64 amount_fen)
{
  HallTransfer *transfer = hall_transfer_new ();

  transfer->line = f->hall->transfers->len + 1;
  transfer->date = g_strdup ("2026-11-22");
  transfer->amount_fen = amount_fen;
  transfer->payer = g_strdup (payer);
  transfer->account = g_strdup ("755900000010101");
  transfer->remark = g_strdup (order->number);
  transfer->reference = g_strdup ("A1");
  g_ptr_array_add (f->hall->transfers, transfer);
}

static GtkWidget *
open_view (Flow *f, GtkWidget **window)
{
  GtkWidget *view = hall_cashier_view_new_for_session (f->session);

  *window = app_test_show (view);
  hall_cashier_view_enter (view);
  return view;
}

static void
close_view (GtkWidget *window, GtkWidget *view)
{
  hall_cashier_view_leave (view);
  app_test_close (window, view);
}

static void
open_order (GtkWidget *view, const HallOrder *order)
{
  GtkWidget *pane = app_test_find_type (view, HALL_TYPE_TRANSFER_PANE);

  hall_transfer_pane_open (HALL_TRANSFER_PANE (pane), order->number);
  app_test_wait_to_say (pane, "Payer expected");
}

static gboolean
is_decided (gpointer data)
{
  return ((HallOrder *) data)->state != HALL_STATE_PAYMENT_VERIFYING;
}

/* A proposal says what agrees, and is confirmed by one button; all of it on a small screen. */
static void
test_confirms (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window, *view;
  int width;

  add_line (f, order, ORGANISATION, order->amount_fen);
  view = open_view (f, &window);
  open_order (view, order);
  g_assert_true (app_test_says (view, ORGANISATION));
  app_test_wait_to_say (view, "Agreement 100 of 100: ✓\302\240order number in the remark");
  gtk_widget_get_preferred_width (view, &width, NULL);
  g_assert_cmpint (width, <=, APP_TEST_WIDTH_PX);
  desk_press (app_test_find_type (view, HALL_TYPE_STATEMENT_ROW), "This is it");
  app_test_wait (is_decided, order);
  g_assert_cmpint (order->state, ==, HALL_STATE_UNDER_REVIEW);
  close_view (window, view);
}

static gboolean
is_held (gpointer data)
{
  return ((HallOrder *) data)->held_by != NULL;
}

static gboolean
is_not_held (gpointer data)
{
  return ((HallOrder *) data)->held_by == NULL;
}

static void
press_key (GtkWidget *view, guint keyval)
{
  const GdkEventKey event = { .type = GDK_KEY_PRESS, .keyval = keyval };

  g_assert_true (hall_cashier_view_take_key (view, &event));
}

/* Ten seconds to think better of it, at the place where it was decided. */
static void
test_undoes (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window, *view;

  f->hall->holds = TRUE;
  add_line (f, order, ORGANISATION, order->amount_fen);
  view = open_view (f, &window);
  open_order (view, order);
  app_test_wait_to_say (view, "Agreement 100 of 100");
  desk_press (app_test_find_type (view, HALL_TYPE_STATEMENT_ROW), "This is it");
  app_test_wait (is_held, order);
  app_test_wait_to_say (view, hall_event_get_label (HALL_EVENT_FUNDS_CONFIRMED, HALL_LANG_EN));
  desk_press (view, "Undo");
  app_test_wait (is_not_held, order);
  app_test_wait_to_say (view, "Undone: nothing has been sent");
  desk_press (app_test_find_type (view, HALL_TYPE_STATEMENT_ROW), "This is it");
  app_test_wait (is_held, order);
  app_test_wait_to_say (view, hall_event_get_label (HALL_EVENT_FUNDS_CONFIRMED, HALL_LANG_EN));
  press_key (view, GDK_KEY_u);
  app_test_wait (is_not_held, order);
  g_assert_cmpint (order->state, ==, HALL_STATE_PAYMENT_VERIFYING);
  close_view (window, view);
}

/* What the hall would refuse cannot be pressed; and it says why. */
static void
test_differs (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window, *view, *row;

  add_line (f, order, "张三", order->amount_fen);
  view = open_view (f, &window);
  open_order (view, order);
  app_test_wait_to_say (view, "✗\302\240payer is not the organisation");
  row = app_test_find_type (view, HALL_TYPE_STATEMENT_ROW);
  g_assert_false (gtk_widget_get_sensitive (app_test_find (row, "This is it")));
  close_view (window, view);
}

/* Not accepted: a coded reason, looked at once more before it goes. */
static void
test_rejects (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window;
  GtkWidget *view = open_view (f, &window);
  GtkWidget *dialog;

  open_order (view, order);
  app_test_wait_to_say (view, "No imported transfer has this payer");
  {
    GtkWidget *button = app_test_find (view, "Transfer not accepted");
    GtkPopover *popover;

    while (!GTK_IS_MENU_BUTTON (button))
      button = gtk_widget_get_parent (button);
    popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
    desk_press (GTK_WIDGET (popover),
                hall_reason_get_label (hall_reason_from_code ("Y01"), HALL_LANG_EN));
  }
  dialog = desk_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpint (hall_action_dialog_get_action (HALL_ACTION_DIALOG (dialog)), ==,
                   HALL_ACTION_REJECT_FUNDS);
  g_signal_emit_by_name (dialog, "confirmed");
  app_test_wait (is_decided, order);
  g_assert_cmpint (order->state, ==, HALL_STATE_REJECTED);
  close_view (window, view);
}

static gboolean
has_transfers (gpointer data)
{
  return ((FakeHall *) data)->transfers->len == 2;
}

static gboolean
is_told_twice (gpointer data)
{
  return app_test_says (data, "0 transfers are new, 2 were known already.");
}

/* The file is seen before it is sent; a line that cannot be read is named; again adds nothing. */
static void
test_imports (Flow *f, gconstpointer data)
{
  static const char text[] = HEADER "2026-11-22,900.00," ORGANISATION ",1,20261122000001,A1\n"
                                    "2026-11-22,九百,甲公司,2,,A2\n"
                                    "2026-11-23,,乙公司,3,付款,A3\n"
                                    "2026-11-23,12.00,丙公司,4,其他,A4\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GtkWidget *dialog = hall_statement_dialog_new (f->session);
  GtkWidget *form;

  gtk_window_present (GTK_WINDOW (dialog));
  app_test_settle ();
  hall_statement_dialog_take (HALL_STATEMENT_DIALOG (dialog), bytes);
  app_test_wait_to_say (dialog, "Which bank is it?");
  app_test_wait_to_say (dialog,
                        "2 transfers in, 1 lines of money that went out, 1 lines that need");
  g_assert_true (app_test_says (dialog, "Line 3: “九百” is no amount"));
  form = app_test_find (dialog, "Bank of the statement");
  gtk_entry_set_text (GTK_ENTRY (gtk_bin_get_child (GTK_BIN (form))), "工商银行");
  desk_press (dialog, "Import");
  app_test_wait (has_transfers, f->hall);
  app_test_wait_to_say (dialog, "2 transfers are new, 0 were known already.");
  g_assert_cmpuint (f->hall->formats->len, ==, 1);
  hall_statement_dialog_take (HALL_STATEMENT_DIALOG (dialog), bytes);
  desk_press (dialog, "Import");
  app_test_wait (is_told_twice, dialog);
  gtk_widget_destroy (dialog);
}

/* What is for no order is set aside. */
static void
test_left_over (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window, *view;

  add_line (f, order, ORGANISATION, order->amount_fen);
  view = open_view (f, &window);
  desk_press (view, "Bank statement");
  app_test_wait_to_say (view, "Agreement 100 of 100");
  desk_press (app_test_find_type (view, HALL_TYPE_STATEMENT_ROW), "Set aside");
  app_test_wait_to_say (view, "Nothing is left over");
  close_view (window, view);
}

static gboolean
is_refunded (gpointer data)
{
  return ((HallOrder *) data)->state == HALL_STATE_REFUNDED;
}

/* To whom and how much; written down with the bank's number. */
static void
test_refunds (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  GtkWidget *window, *view, *entry, *row;

  order->state = HALL_STATE_REFUND_PENDING;
  fake_hall_touch (f->hall, order);
  view = open_view (f, &window);
  desk_press (view, "Refunds");
  app_test_wait_to_say (view, "755900000010101");
  row = app_test_find_type (view, HALL_TYPE_REFUND_ROW);
  entry = app_test_find (row, "Bank record of 20261122000001");
  g_assert_nonnull (entry);
  gtk_widget_activate (entry);
  g_assert_cmpint (order->state, ==, HALL_STATE_REFUND_PENDING);
  gtk_entry_set_text (GTK_ENTRY (entry), "TK1");
  gtk_widget_activate (entry);
  app_test_wait (is_refunded, order);
  app_test_wait_to_say (view, "Nothing to refund");
  close_view (window, view);
}

static gboolean
offers_more (gpointer view)
{
  GtkWidget *list = app_test_find_type (view, HALL_TYPE_REFUND_LIST);
  GtkWidget *more = app_test_find (list, "Show more");

  return more != NULL && gtk_widget_get_mapped (more);
}

/* That nothing was heard is not that there is nothing; the same button tries again. */
static void
test_power_cut (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  GtkWidget *window, *view, *list;
  HallNotice *notice;

  order->state = HALL_STATE_REFUND_PENDING;
  fake_hall_touch (f->hall, order);
  view = open_view (f, &window);
  list = app_test_find_type (view, HALL_TYPE_REFUND_LIST);
  notice = HALL_NOTICE (app_test_find_type (list, HALL_TYPE_NOTICE));
  fake_hall_stop (f->hall);
  desk_press (view, "Refunds");
  app_test_wait (offers_more, view);
  g_assert_false (app_test_says (view, "Nothing to refund"));
  g_assert_cmpstr (hall_notice_get_text (notice), !=, "");
  fake_hall_start (f->hall);
  desk_press (list, "Show more");
  app_test_wait_to_say (view, "755900000010101");
  g_assert_cmpstr (hall_notice_get_text (notice), ==, "");
  g_assert_false (offers_more (view));
  close_view (window, view);
}

/* A page and the import are one key away. */
static void
test_keys (Flow *f, gconstpointer data)
{
  GdkEventKey event = { .type = GDK_KEY_PRESS, .keyval = GDK_KEY_2 };
  GtkWidget *window;
  GtkWidget *view = open_view (f, &window);

  g_assert_true (hall_cashier_view_take_key (view, &event));
  app_test_wait_to_say (view, "Nothing is left over");
  event.keyval = GDK_KEY_3;
  g_assert_true (hall_cashier_view_take_key (view, &event));
  app_test_wait_to_say (view, "Nothing to refund");
  event.keyval = GDK_KEY_j; /* no transfers are seen here */
  g_assert_false (hall_cashier_view_take_key (view, &event));
  close_view (window, view);
}

/* From transfer to transfer, and both decisions, without a pointer. */
static void
test_walks (Flow *f, gconstpointer data)
{
  GtkWidget *window, *view;
  HallTransferPane *pane;
  char *first;

  add_transfer_order (f);
  add_transfer_order (f);
  view = open_view (f, &window);
  pane = HALL_TRANSFER_PANE (app_test_find_type (view, HALL_TYPE_TRANSFER_PANE));
  app_test_wait_to_say (view, ORGANISATION);
  press_key (view, GDK_KEY_j);
  app_test_wait_to_say (GTK_WIDGET (pane), "Payer expected");
  first = g_strdup (hall_transfer_pane_get_number (pane));
  press_key (view, GDK_KEY_k); /* there is none before it */
  g_assert_cmpstr (hall_transfer_pane_get_number (pane), ==, first);
  press_key (view, GDK_KEY_j);
  g_assert_cmpstr (hall_transfer_pane_get_number (pane), !=, first);
  press_key (view, GDK_KEY_k);
  g_assert_cmpstr (hall_transfer_pane_get_number (pane), ==, first);
  app_test_wait_to_say (GTK_WIDGET (pane), "Payer expected");
  press_key (view, GDK_KEY_a);
  g_assert_nonnull (desk_find_dialog ());
  g_free (first);
  close_view (window, view);
}

/* Closed while everything is still on its way. */
static void
test_closed_early (Flow *f, gconstpointer data)
{
  HallOrder *order = add_transfer_order (f);
  GtkWidget *window, *view;

  f->hall->delay_ms = 200;
  view = open_view (f, &window);
  hall_transfer_pane_open (HALL_TRANSFER_PANE (app_test_find_type (view, HALL_TYPE_TRANSFER_PANE)),
                           order->number);
  app_test_settle ();
  app_test_close (window, view);
}

static void
set_up (Flow *f, gconstpointer data)
{
  desk_set_up (f, data);
  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_CASHIER));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Flow *f, gconstpointer data);
  } tests[] = {
    { "/cashier-view/confirms", test_confirms },
    { "/cashier-view/differs", test_differs },
    { "/cashier-view/rejects", test_rejects },
    { "/cashier-view/imports", test_imports },
    { "/cashier-view/left-over", test_left_over },
    { "/cashier-view/undoes", test_undoes },
    { "/cashier-view/refunds", test_refunds },
    { "/cashier-view/power-cut", test_power_cut },
    { "/cashier-view/keys", test_keys },
    { "/cashier-view/walks", test_walks },
    { "/cashier-view/closed-early", test_closed_early },
  };

  desk_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Flow, NULL, set_up, tests[i].run, desk_tear_down);
  return g_test_run ();
}
