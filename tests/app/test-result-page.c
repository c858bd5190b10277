/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that says what has become of an application.
 */
#include "hall-app-lang.h"
#include "hall-finance-note-button.h"
#include "hall-paper-window.h"
#include "hall-result-page.h"
#include "page-fixture.h"

static void
prepare_paid (Page *page, HallPayChannel channel)
{
  page->order->channel = (int) channel;
  page->order->submitted_s = g_get_real_time () / G_USEC_PER_SEC;
  page->order->pin = hall_pin_rule (channel, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN);
  page->order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  page->order->sub[HALL_SUBSTATE_PAYMENT] =
      channel == HALL_PAY_TRANSFER ? HALL_PAYMENT_VOUCHER_UPLOADED : HALL_PAYMENT_PAID;
}

static void
on_step_cb (HallWizardPage *page, guint step, guint *wanted)
{
  *wanted = step;
}

static void
test_online (void)
{
  Page page = { 0 };
  guint shown = 0;

  page_set_up (&page, HALL_STATE_UNDER_REVIEW);
  prepare_paid (&page, HALL_PAY_WECHAT);
  page_open (&page, hall_result_page_new);
  g_signal_connect (page.page, "show-order", G_CALLBACK (app_test_count_cb), &shown);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "has been submitted"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "0.01 yuan"));
  g_assert_nonnull (app_test_find (GTK_WIDGET (page.page), "Copy: Order number"));
  g_assert_cmpstr (hall_wizard_page_get_next_label (page.page), ==, "_Show in My orders");
  g_assert_false (page_next (&page));
  g_assert_cmpuint (shown, ==, 1);
  page_tear_down (&page);
}

/* (nullable) */
static GtkWidget *
find_paper_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (HALL_IS_PAPER_WINDOW (at->data))
      return at->data;
  return NULL;
}

/* Whoever waits for the 0.01 yuan gets a page for the accountant; it closes while it is fetched. */
static void
test_finance_note (void)
{
  Page page = { 0 };
  GtkWidget *button, *window;

  page_set_up (&page, HALL_STATE_UNDER_REVIEW);
  prepare_paid (&page, HALL_PAY_WECHAT);
  page_open (&page, hall_result_page_new);
  button = app_test_find_type (GTK_WIDGET (page.page), HALL_TYPE_FINANCE_NOTE_BUTTON);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_null (find_paper_window ());
  gtk_button_clicked (GTK_BUTTON (button));
  window = find_paper_window ();
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Note for finance");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (page.window));
  g_object_ref (window);
  app_test_key (window, GDK_KEY_Escape);
  for (int i = 0; i < 300 && G_OBJECT (window)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_finalize_object (window);
  page_tear_down (&page);
}

static void
test_transfer (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_PAYMENT_VERIFYING);
  prepare_paid (&page, HALL_PAY_TRANSFER);
  page_open (&page, hall_result_page_new);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Result of the application"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "3 working days"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "by text message to"));
  g_assert_false (app_test_says (GTK_WIDGET (page.page), "0.01"));
  page_tear_down (&page);
}

static void
test_returned (void)
{
  Page page = { 0 };
  guint wanted = HALL_N_STEPS;

  page_set_up (&page, HALL_STATE_REJECTED);
  prepare_paid (&page, HALL_PAY_WECHAT);
  g_ptr_array_add (page.order->returns,
                   hall_return_new (HALL_REASON_S01, "seal_capture_sheet", "章有一半没有印上"));
  page_open (&page, hall_result_page_new);
  g_signal_connect (page.page, "go-to", G_CALLBACK (on_step_cb), &wanted);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Not passed"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "章有一半没有印上"));
  page_click (&page, "Correct Seal capture sheet");
  g_assert_cmpuint (wanted, ==, HALL_STEP_DOCUMENTS);
  g_assert_cmpstr (hall_wizard_page_get_next_label (page.page), ==, "_Submit again");
  g_assert_true (page_next (&page));
  g_assert_cmpint (page.order->state, ==, HALL_STATE_UNDER_REVIEW);
  page_wait_says (&page, "has been submitted");
  page_tear_down (&page);
}

/* Only where the order asks for a code is there a place for one. */
static void
test_code (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_FIN_AUTH_PENDING);
  prepare_paid (&page, HALL_PAY_WECHAT);
  page_open (&page, hall_result_page_new);
  g_assert_false (hall_result_page_fill_code (HALL_RESULT_PAGE (page.page), "123456"));
  page.hall->code_wanted = TRUE;
  fake_hall_touch (page.hall, page.order);
  page_wait_says (&page, "The code from the transfer");
  g_assert_cmpstr (hall_wizard_page_get_next_label (page.page), ==, "_Submit");
  g_assert_false (page_next (&page));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Please enter the code"));
  g_assert_true (hall_result_page_fill_code (HALL_RESULT_PAGE (page.page), "123456"));
  g_assert_true (page_next (&page));
  g_assert_cmpint (page.order->state, ==, HALL_STATE_ACCEPTED);
  page_tear_down (&page);
}

/* It follows the order. */
static void
test_follows (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_ACCEPTED);
  prepare_paid (&page, HALL_PAY_WECHAT);
  page.order->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SUCCEEDED;
  page_open (&page, hall_result_page_new);
  page.order->state = HALL_STATE_SHIPPED;
  page.order->courier = g_strdup ("顺丰");
  page.order->tracking_number = g_strdup ("SF0001");
  fake_hall_touch (page.hall, page.order);
  page_wait_says (&page, "SF0001");
  page_tear_down (&page);
}

static void
test_closed (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_REJECTED);
  prepare_paid (&page, HALL_PAY_WECHAT);
  page_open (&page, hall_result_page_new);
  fake_hall_set_mood (page.hall, FAKE_HANG, G_MAXUINT);
  hall_wizard_page_next_async (page.page, cancellable, page_on_done_cb, &page);
  app_test_settle ();
  g_cancellable_cancel (cancellable);
  app_test_settle ();
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/result-page/online", test_online);
  g_test_add_func ("/result-page/finance-note", test_finance_note);
  g_test_add_func ("/result-page/transfer", test_transfer);
  g_test_add_func ("/result-page/returned", test_returned);
  g_test_add_func ("/result-page/code", test_code);
  g_test_add_func ("/result-page/follows", test_follows);
  g_test_add_func ("/result-page/closed", test_closed);
  return g_test_run ();
}
