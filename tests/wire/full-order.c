/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-order.h"

#include "hall-test.h"

#define DAY_S (24 * 60 * 60)

static void
add_finding (GPtrArray *findings, const char *where, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (findings, hall_finding_new (where, &issue));
}

static void
fill_summary (HallOrder *order)
{
  order->project = g_strdup ("yinuo-bidding");
  order->certificate_type = g_strdup ("organisation-person");
  order->organisation = g_strdup ("深圳市测试样例科技有限公司");
  order->state = HALL_STATE_REJECTED;
  order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  order->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_FAILED;
  order->sub[HALL_SUBSTATE_INVOICE] = HALL_INVOICE_REQUESTED;
  order->version = G_MAXINT64;
  order->revision = 3;
  order->amount_fen = 90000;
  order->channel = HALL_PAY_ALIPAY;
  order->created_s = 1795276800;
  order->changed_s = order->created_s + 1;
  order->submitted_s = order->created_s + 2;
  order->deadline_s = order->created_s + 3 * DAY_S;
  order->practice = TRUE;
  order->actions = HALL_ACTION_BIT (HALL_ACTION_VIEW) | HALL_ACTION_BIT (HALL_ACTION_EDIT)
                   | HALL_ACTION_BIT (HALL_ACTION_REFUND_DONE);
}

static void
fill_document (HallOrder *order)
{
  HallDocument *document = hall_document_new ("application_form");

  document->file_name = g_strdup ("申请表 (1).pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strnfill (64, 'a');
  document->bytes = 2097152;
  document->pages = 2;
  document->revision = 3;
  document->uploaded_s = order->created_s + 4;
  document->current = TRUE;
  document->sight = (HallSight){ 3, 41, { 2, 0.25, 0.5, 0.125, 0.0625 } };
  add_finding (document->findings, "application_form", HALL_ISSUE_CODE_MISSING, NULL);
  g_ptr_array_add (order->documents, document);
}

static void
fill_timeline (HallOrder *order)
{
  for (guint event = 0; event < HALL_N_EVENTS; event++)
    {
      HallTimelineStep *step = hall_timeline_step_new ();

      step->at_s = order->created_s + event;
      step->event = event;
      step->state = event % HALL_N_STATES;
      step->actor = event % HALL_N_ACTORS;
      step->who = event % 2 == 0 ? g_strdup ("reviewer1") : NULL;
      step->note = event % 3 == 0 ? g_strdup ("SF1234567890") : NULL;
      g_ptr_array_add (order->timeline, step);
    }
}

HallOrder *
full_order_new (void)
{
  HallOrder *order = hall_order_new ("20261122000017");

  fill_summary (order);
  order->application = hall_test_application ("organisation-person");
  hall_application_set_confirmed (order->application, "organisation.uscc", TRUE);
  order->printed_hash = g_strnfill (64, 'b');
  order->changed_since_confirmed = TRUE;
  add_finding (order->findings, "handler.name", HALL_ISSUE_NAME_SCRIPT, "3");
  add_finding (order->findings, "organisation.uscc", HALL_ISSUE_USCC_CHECK_DIGIT, "Y");
  ((HallFinding *) order->findings->pdata[1])->confirmed = TRUE;
  fill_document (order);
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_F01, "application_form", NULL));
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, "order", "请来电“核对”。\n"));
  fill_timeline (order);
  order->payment = g_new0 (HallPaymentCode, 1);
  order->payment->id = g_strdup ("pay-1");
  order->payment->channel = HALL_PAY_WECHAT;
  order->payment->amount_fen = 90000;
  order->payment->qr = g_strdup ("http://127.0.0.1:8080/cashier/pay-1");
  order->payment->expires_s = order->created_s + 7200;
  order->payment->sandbox = TRUE;
  order->auth = g_new0 (HallAuthLink, 1);
  order->auth->url = g_strdup ("http://127.0.0.1:8080/phone/x");
  order->auth->expires_s = order->created_s + 600;
  order->account_tries_left = 2;
  order->bank_reason = g_strdup ("B01");
  order->courier = g_strdup ("顺丰");
  order->tracking_number = g_strdup ("SF1234567890");
  order->serial = g_strdup ("2F0011AA");
  order->valid_from = g_strdup ("2026-11-22");
  order->valid_to = g_strdup ("2027-11-22");
  order->workdays_left = -2;
  order->pin = hall_pin_rule (HALL_PAY_ALIPAY, TRUE, HALL_FIN_AUTH_REMARK_IS_PIN);
  order->pin_sent_s = order->created_s + 5;
  order->captures = g_strsplit ("id-portrait id-emblem action-1", " ", -1);
  order->alternative_note = g_strdup ("不便使用人脸核验");
  order->reviewed_by = g_strdup ("reviewer1");
  order->letter = g_strdup ("业务单 1 未通过。");
  order->held_by = g_strdup ("reviewer2");
  order->held_event = HALL_EVENT_REVIEW_REJECTED;
  order->held_until_s = 1763800010;
  return order;
}
