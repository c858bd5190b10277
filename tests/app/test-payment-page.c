/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page where an order is paid.
 */
#include "hall-app-lang.h"
#include "hall-payment-page.h"
#include "page-fixture.h"

#define WECHAT   "WeChat Pay"
#define ALIPAY   "Alipay"
#define TRANSFER "Corporate transfer"

static gboolean
has_code (gpointer draft)
{
  return hall_draft_get_order (draft)->payment != NULL;
}

static gboolean
has_alipay (gpointer draft)
{
  return has_code (draft) && hall_draft_get_order (draft)->payment->channel == HALL_PAY_ALIPAY;
}

static gboolean
can_go_on (gpointer page)
{
  return hall_wizard_page_get_next_label (page) != NULL;
}

static gboolean
is_kept (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_KEPT;
}

/* Nothing is chosen, nothing asked for, until the person has chosen. */
static void
test_online (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_PAYMENT);
  page_open (&page, hall_payment_page_new);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "900.00"));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "no money moves"));
  g_assert_cmpuint (fake_hall_count (page.hall, "POST", "/v1/orders/"), ==, 0);
  page_click (&page, WECHAT);
  app_test_wait (has_code, page.draft);
  page_wait_says (&page, "Scan with WeChat");
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "remark holds the initial PIN"));
  g_assert_null (hall_wizard_page_get_next_label (page.page));
  page_click (&page, "I have paid");
  page_wait_says (&page, "not arrived yet");
  page.order->state = HALL_STATE_UNDER_REVIEW;
  page.order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  fake_hall_touch (page.hall, page.order);
  app_test_wait (can_go_on, page.page);
  g_assert_true (page_next (&page));
  page_tear_down (&page);
}

/* Another choice while the code of the first is on its way: the second's is shown. */
static void
test_changed_mind (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_PAYMENT);
  page_open (&page, hall_payment_page_new);
  page_click (&page, WECHAT);
  page_click (&page, ALIPAY);
  app_test_wait (has_alipay, page.draft);
  page_wait_says (&page, "Scan with Alipay");
  page_tear_down (&page);
}

static void
test_transfer (void)
{
  Page page = { 0 };
  HallUpload *upload;

  page_set_up (&page, HALL_STATE_AWAITING_PAYMENT);
  page_open (&page, hall_payment_page_new);
  hall_uploads_set_inspect (hall_draft_get_uploads (page.draft), NULL, NULL, NULL);
  page_click (&page, TRANSFER);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "7559 0000 1234 5678"));
  g_assert_cmpstr (hall_wizard_page_get_next_label (page.page), ==, "_Submit");
  page_click (&page, "Copy: Account");
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Copied"));
  g_assert_false (page_next (&page));
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "has not been uploaded yet"));
  upload = hall_uploads_find_kind (hall_draft_get_uploads (page.draft), HALL_DOCUMENT_VOUCHER);
  page_click (&page, "Use a practice scan Transfer voucher");
  app_test_wait (is_kept, upload);
  g_assert_true (page_next (&page));
  g_assert_cmpint (page.order->state, ==, HALL_STATE_PAYMENT_VERIFYING);
  page_tear_down (&page);
}

/* The hall is out of reach: it is said, and asked again with the button. */
static void
test_refused (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_PAYMENT);
  page_open (&page, hall_payment_page_new);
  fake_hall_set_mood (page.hall, FAKE_GATEWAY, G_MAXUINT);
  page_click (&page, WECHAT);
  page_wait_says (&page, "expired");
  fake_hall_set_mood (page.hall, FAKE_NORMAL, 0);
  page_click (&page, "New code");
  app_test_wait (has_code, page.draft);
  page_tear_down (&page);
}

/* After a return only the receipt can be handed in again, without a second payment. */
static void
test_returned (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_REJECTED);
  page.order->channel = HALL_PAY_TRANSFER;
  page.order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_REJECTED;
  page_open (&page, hall_payment_page_new);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "Transfer voucher"));
  g_assert_false (app_test_says (GTK_WIDGET (page.page), WECHAT));
  g_assert_false (page_next (&page));
  g_assert_cmpuint (page.hall->n_events, ==, 0);
  page_tear_down (&page);
}

static void
test_closed (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_PAYMENT);
  page_open (&page, hall_payment_page_new);
  fake_hall_set_mood (page.hall, FAKE_HANG, G_MAXUINT);
  page_click (&page, WECHAT);
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/payment-page/online", test_online);
  g_test_add_func ("/payment-page/changed-mind", test_changed_mind);
  g_test_add_func ("/payment-page/transfer", test_transfer);
  g_test_add_func ("/payment-page/refused", test_refused);
  g_test_add_func ("/payment-page/returned", test_returned);
  g_test_add_func ("/payment-page/closed", test_closed);
  return g_test_run ();
}
