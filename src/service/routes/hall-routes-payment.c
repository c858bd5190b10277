/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paying: a code for the order, what the providers report, the sandbox cashier.
 */
#include "hall-limits.h"
#include "hall-move.h"
#include "hall-provider.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-wire-finding.h"

static gboolean
may_pay (HallContext *context, const HallCase *order, GError **error)
{
  if (order->record->state == HALL_STATE_AWAITING_PAYMENT)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
               hall_reply_say (context, "业务单当前状态为“%s”，不能支付。",
                               "The order's state is “%s”; it cannot be paid now."),
               hall_state_get_label (order->record->state, context->lang));
  return FALSE;
}

/* Asks the provider for a code. It may take as long as a network takes. */
static HallAnswer *
prepare_payment (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "channel", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallCase) order = NULL;
  g_autoptr (HallBill) bill = g_new0 (HallBill, 1);
  g_autofree char *digits = hall_random_digits (6);
  const HallPaymentProvider *provider;

  hall_json_expect (json, members);
  bill->channel = hall_pay_channel_from_name (hall_json_string (json, "channel"));
  if (!hall_json_finish (json, error))
    return NULL;
  provider = bill->channel < HALL_N_PAY_CHANNELS ? context->setup->payment[bill->channel] : NULL;
  if (provider == NULL)
    {
      hall_reply_set_field_error (error, context, "channel", HALL_ISSUE_NOT_A_CHOICE,
                                  json_object_get_string_member (json_node_get_object (
                                                                     request->json),
                                                                 "channel"));
      return NULL;
    }
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !may_pay (context, order, error))
    return NULL;
  bill->id = g_strdup_printf ("P%s%s", order->record->number, digits);
  bill->order = g_strdup (order->record->number);
  bill->amount_fen = order->record->amount_fen;
  bill->created_s = context->now_s;
  bill->expires_s = context->now_s + HALL_PAYMENT_LIFE_S;
  bill->qr = provider->create (context->setup, bill, error);
  if (bill->qr == NULL)
    return NULL;
  hall_context_set_prepared (context, g_steal_pointer (&bill), (GDestroyNotify) hall_bill_free);
  return NULL;
}

static HallAnswer *
post_payment (HallContext *context, const HallRequest *request, GError **error)
{
  const HallBill *bill = context->prepared;
  g_autoptr (HallCase) order = hall_case_load (context, bill->order, error);
  HallAnswer *answer;

  if (order == NULL || !may_pay (context, order, error))
    return NULL;
  order->record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_QR_ISSUED;
  hall_record_set (order->record, channel, hall_pay_channel_get_name (bill->channel));
  if (!hall_payment_store_close (context->db, bill->order, error)
      || !hall_payment_store_add (context->db, bill, error)
      || !hall_move_touch (context, order, HALL_ACTOR_HANDLER, "payment-code", bill->id, error))
    return NULL;
  answer = hall_reply_moved (context, order, error);
  if (answer != NULL)
    answer->status = 201;
  return answer;
}

/* Refuses a payment, but writes down that it was reported: money may be on its way. */
static HallAnswer *
refuse_notice (HallContext *context,
               const HallPaymentNotice *notice,
               HallError code,
               const char *verdict,
               GError **error)
{
  HallAnswer *answer;

  if (!hall_payment_store_note (context->db, notice->payment, notice->transaction,
                                notice->amount_fen, verdict, context->now_s, error))
    return NULL;
  g_message ("payment %s: %s", notice->payment, verdict);
  answer = hall_answer_new_problem (
      code,
      code == HALL_ERROR_INVALID
          ? hall_reply_say (context, "付款金额与账单不一致，已登记，不予入账。",
                            "The amount is not the bill's; it was noted and not counted.")
          : hall_reply_say (context, "该业务单不再等待付款，已登记，不予入账。",
                            "The order does not wait for this payment; it was noted and not "
                            "counted."),
      NULL, context->lang);
  answer->keep = TRUE;
  return answer;
}

static HallAnswer *
count_payment (HallContext *context,
               const HallPaymentNotice *notice,
               const HallBill *bill,
               HallCase *order,
               GError **error)
{
  g_auto (HallMove) move = { 0 };

  hall_record_set (order->record, channel, hall_pay_channel_get_name (bill->channel));
  hall_move_init (&move, context, order, HALL_EVENT_PAY_NOTIFY);
  move.actors = HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER);
  move.facts = HALL_FACT_AMOUNT_EQUAL;
  move.note = g_strdup (notice->transaction);
  if (!hall_payment_store_set_paid (context->db, bill->id, notice->transaction, context->now_s,
                                    error)
      || !hall_payment_store_note (context->db, bill->id, notice->transaction, notice->amount_fen,
                                   "counted", context->now_s, error)
      || !hall_move_run (&move, error))
    return NULL;
  return hall_answer_new (204);
}

/* One payment reported, its signature found good: counted once, or refused and noted. */
static HallAnswer *
take_notice (HallContext *context, const HallPaymentNotice *notice, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallBill) bill = hall_payment_store_get (context->db, notice->payment, &failure);
  g_autoptr (HallCase) order = NULL;
  HallRecord *record;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (bill == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no payment %s",
                   notice->payment);
      return NULL;
    }
  if (g_strcmp0 (bill->transaction, notice->transaction) == 0)
    return hall_answer_new (204);
  if (notice->amount_fen != bill->amount_fen)
    return refuse_notice (context, notice, HALL_ERROR_INVALID, "wrong-amount", error);
  record = hall_record_load (context->db, context->setup->vault, bill->order, error);
  order = record != NULL ? hall_case_open (context, record, error) : NULL;
  if (order == NULL)
    return NULL;
  if (bill->state == HALL_BILL_PAID)
    return refuse_notice (context, notice, HALL_ERROR_CONFLICT, "paid-twice", error);
  if (order->record->state != HALL_STATE_AWAITING_PAYMENT)
    return refuse_notice (context, notice, HALL_ERROR_CONFLICT, "not-awaited", error);
  return count_payment (context, notice, bill, order, error);
}

static HallAnswer *
post_notification (HallContext *context, const HallRequest *request, GError **error)
{
  HallPayChannel channel = hall_pay_channel_from_name (hall_request_get_arg (request, 0));
  const HallPaymentProvider *provider =
      channel < HALL_N_PAY_CHANNELS ? context->setup->payment[channel] : NULL;
  g_auto (HallPaymentNotice) notice = { 0 };

  if (provider == NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "no such payment channel");
      return NULL;
    }
  if (!provider->read_notice (context->setup, request->json, &notice, error))
    return NULL;
  return take_notice (context, &notice, error);
}

static HallBill *
find_bill (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (GError) failure = NULL;
  HallBill *bill =
      hall_payment_store_get (context->db, hall_request_get_arg (request, 0), &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (bill == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                         hall_reply_say (context, "没有这笔账单。", "There is no such bill."));
  return bill;
}

static const char *
bill_state (const HallContext *context, const HallBill *bill)
{
  if (bill->state == HALL_BILL_ISSUED && bill->expires_s <= context->now_s)
    return "expired";
  return hall_bill_state_get_name (bill->state);
}

static HallAnswer *
get_cashier (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallBill) bill = find_bill (context, request, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (bill == NULL)
    return NULL;
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "state", bill_state (context, bill));
  hall_wire_add_text (builder, "hall", context->setup->name);
  hall_wire_add_text (builder, "order", bill->order);
  hall_wire_add_text (builder, "channel", hall_pay_channel_get_name (bill->channel));
  hall_wire_add_int (builder, "amount_fen", bill->amount_fen);
  hall_wire_add_time (builder, "expires_at", bill->expires_s);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* The notification the sandbox would send: the same words, the same signature. */
static JsonNode *
new_sandbox_notice (HallContext *context, const HallBill *bill, gint64 amount_fen)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *digits = hall_random_digits (16);
  g_autofree char *transaction = g_strconcat ("SBX", digits, NULL);
  g_autofree char *signature =
      hall_sandbox_sign_notice (context->setup, bill->id, transaction, amount_fen);

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "payment", bill->id);
  hall_wire_add_text (builder, "transaction", transaction);
  hall_wire_add_int (builder, "amount_fen", amount_fen);
  hall_wire_add_time (builder, "paid_at", context->now_s);
  hall_wire_add_text (builder, "signature", signature);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static HallAnswer *
post_cashier_pay (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "amount_fen", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallBill) bill = find_bill (context, request, error);
  g_auto (HallPaymentNotice) notice = { 0 };
  g_autoptr (JsonNode) body = NULL;
  gint64 amount_fen;

  if (bill == NULL)
    return NULL;
  hall_json_expect (json, members);
  amount_fen = hall_json_optional_int (json, "amount_fen", 1, G_MAXINT32, bill->amount_fen);
  if (!hall_json_finish (json, error))
    return NULL;
  if (!g_str_equal (bill_state (context, bill), "issued"))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                           hall_reply_say (context, "这笔账单已不能支付。",
                                           "This bill can no longer be paid."));
      return NULL;
    }
  body = new_sandbox_notice (context, bill, amount_fen);
  if (!context->setup->payment[bill->channel]->read_notice (context->setup, body, &notice, error))
    return NULL;
  return take_notice (context, &notice, error);
}

#define HANDLER HALL_ACTOR_BIT (HALL_ACTOR_HANDLER)

const HallRoute hall_routes_payment[] = {
  { "POST", HALL_PATH_PAYMENTS, HANDLER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT, post_payment, prepare_payment },
  { "POST", HALL_PATH_NOTIFICATIONS, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, HALL_ROUTE_WRITES,
    post_notification, NULL },
  { "GET", HALL_PATH_CASHIER, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PRACTICE, get_cashier, NULL },
  { "POST", HALL_PATH_CASHIER_PAY, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_PRACTICE, post_cashier_pay, NULL },
  { NULL },
};
