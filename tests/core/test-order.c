/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order as plain data: how it begins, and finding things in it.
 */
#include "hall-order.h"

static void
test_new (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("20261122000017");

  g_assert_cmpstr (order->number, ==, "20261122000017");
  g_assert_cmpint (order->state, ==, HALL_STATE_DRAFT);
  g_assert_cmpint (order->channel, ==, -1);
  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    g_assert_cmpint (hall_substate_get_group (order->sub[group]), ==, group);
  g_assert_cmpint (order->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_NONE);
  g_assert_cmpint (order->sub[HALL_SUBSTATE_FIN_AUTH], ==, HALL_FIN_AUTH_NOT_REQUIRED);
  g_assert_cmpuint (order->documents->len + order->returns->len + order->timeline->len
                        + order->findings->len,
                    ==, 0);
  g_assert_null (order->application);
}

static void
test_can (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("1");

  order->actions = HALL_ACTION_BIT (HALL_ACTION_VIEW) | HALL_ACTION_BIT (HALL_ACTION_REFUND_DONE);
  for (guint action = 0; action < HALL_N_ACTIONS; action++)
    g_assert_cmpint (hall_order_can (order, action), ==,
                     action == HALL_ACTION_VIEW || action == HALL_ACTION_REFUND_DONE);
}

static void
test_label (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("1");

  g_assert_cmpstr (hall_order_get_label (order, HALL_LANG_ZH_CN), ==, "草稿");
  order->state = HALL_STATE_ACCEPTED;
  g_assert_cmpstr (hall_order_get_label (order, HALL_LANG_ZH_CN), ==, "成功受理");
  order->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SUCCEEDED;
  g_assert_cmpstr (hall_order_get_label (order, HALL_LANG_ZH_CN), ==, "金融认证成功");
}

static void
test_find (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("1");

  g_ptr_array_add (order->documents, hall_document_new ("application_form"));
  g_ptr_array_add (order->documents, hall_document_new ("business_licence"));
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_F01, "application_form", NULL));
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_F02, "application_form", NULL));
  g_assert_cmpstr (hall_order_find_document (order, "business_licence")->slot, ==,
                   "business_licence");
  g_assert_null (hall_order_find_document (order, "payment_voucher"));
  g_assert_null (hall_order_find_document (order, NULL));
  g_assert_cmpint (hall_order_find_return (order, "application_form")->reason, ==, HALL_REASON_F01);
  g_assert_null (hall_order_find_return (order, "business_licence"));
}

static void
test_number (void)
{
  static const struct
  {
    const char *number;
    const char *shown;
  } rows[] = {
    { "20261122000017", "20261122 000 017" },
    { "2026112200001", "2026112200001" },
    { "202611220000171", "202611220000171" },
    { "DRAFT", "DRAFT" },
    { "", "" },
    { "张三李四1x", "张三李四1x" }, /* 14 bytes, but no number to cut up */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = hall_order_format_number (rows[i].number);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

/* Everything an order can hold is freed with it. */
static void
test_free (void)
{
  HallOrder *order = hall_order_new ("1");
  HallTimelineStep *step = hall_timeline_step_new ();
  HallDocument *document = hall_document_new ("application_form");
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_CODE_MISSING, NULL, NULL);
  document->file_name = g_strdup ("form.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup ("00");
  g_ptr_array_add (document->findings, hall_finding_new ("application_form", &issue));
  g_ptr_array_add (order->documents, document);
  step->who = g_strdup ("w");
  step->note = g_strdup ("n");
  g_ptr_array_add (order->timeline, step);
  order->application = hall_application_new ("p", "t");
  order->payment = g_new0 (HallPaymentCode, 1);
  order->payment->qr = g_strdup ("q");
  order->auth = g_new0 (HallAuthLink, 1);
  order->auth->url = g_strdup ("u");
  order->captures = g_strsplit ("a b", " ", -1);
  order->project = g_strdup ("p");
  order->bank_reason = g_strdup ("B01");
  hall_order_free (order);
}

static void
add_step (HallOrder *order, HallEvent event, HallState state, gint64 at_s)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  step->event = event;
  step->state = state;
  step->at_s = at_s;
  g_ptr_array_add (order->timeline, step);
}

/* The box is on the file that was returned, not on the one that took its place. */
static void
test_mark (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("1");
  HallDocument *document = hall_document_new ("business_licence");
  HallReturn *item = hall_return_new (HALL_REASON_L02, "business_licence", NULL);

  g_ptr_array_add (order->documents, document);
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_L01, "business_licence", NULL));
  g_ptr_array_add (order->returns, item);
  add_step (order, HALL_EVENT_REVIEW_REJECTED, HALL_STATE_REJECTED, 100);
  add_step (order, HALL_EVENT_AUTH_PASSED, HALL_STATE_REJECTED, 150);
  order->state = HALL_STATE_REJECTED;
  document->uploaded_s = 50;
  g_assert_null (hall_order_find_mark (order, "business_licence"));
  item->mark = (HallPlace){ 1, 0.1, 0.2, 0.3, 0.4 };
  g_assert_true (hall_order_find_mark (order, "business_licence") == &item->mark);
  g_assert_null (hall_order_find_mark (order, "application_form"));
  document->uploaded_s = 120;
  g_assert_null (hall_order_find_mark (order, "business_licence"));
  document->uploaded_s = 50;
  order->state = HALL_STATE_UNDER_REVIEW;
  g_assert_null (hall_order_find_mark (order, "business_licence"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/new", test_new);
  g_test_add_func ("/order/can", test_can);
  g_test_add_func ("/order/label", test_label);
  g_test_add_func ("/order/find", test_find);
  g_test_add_func ("/order/number", test_number);
  g_test_add_func ("/order/free", test_free);
  g_test_add_func ("/order/mark", test_mark);
  return g_test_run ();
}
