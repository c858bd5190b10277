/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paying: the button of the sandbox cashier at a practice hall, or the voucher of a transfer.
 */
#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-client-practice.h"
#include "hall-money.h"

static HallApplyTurn
request_bill (HallApply *self, HallPayChannel channel, GError **error)
{
  g_autoptr (GAsyncResult) requested = NULL;

  hall_order_watch_pay_async (self->watch, channel, NULL, hall_await_cb, &requested);
  if (!hall_order_watch_pay_finish (self->watch, hall_await (&requested), error))
    return HALL_APPLY_FAILED;
  return HALL_APPLY_ON;
}

/* Lost on its way, it is not sent again before the order has been looked at. */
static HallApplyTurn
press_pay (HallApply *self, const char *bill, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) paid = NULL;

  hall_client_pay_bill_async (client, bill, NULL, hall_await_cb, &paid);
  if (!hall_client_pay_bill_finish (client, hall_await (&paid), error))
    return HALL_APPLY_FAILED;
  self->outdated = TRUE;
  return HALL_APPLY_ON;
}

static HallApplyTurn
pay_online (HallApply *self, HallPayChannel channel, GError **error)
{
  const HallPaymentCode *code = hall_apply_get_order (self)->payment;

  if (code == NULL || code->channel != channel
      || code->expires_s <= hall_session_get_now_s (self->session))
    return request_bill (self, channel, error);
  return press_pay (self, code->id, error);
}

static HallApplyTurn
hand_in_voucher (HallApply *self, GError **error)
{
  gboolean complete;
  HallApplyTurn turn = hall_apply_put_document (self, TRUE, &complete, error);

  return complete ? hall_apply_send (self, HALL_EVENT_VOUCHER_UPLOADED, error) : turn;
}

/* -1 if there is none to play with. */
static int
find_sandbox (const HallInfo *info)
{
  for (int channel = 0; channel < HALL_PAY_TRANSFER; channel++)
    if (info->offered[channel] && info->sandbox[channel])
      return channel;
  return -1;
}

HallApplyTurn
hall_apply_pay (HallApply *self, GError **error)
{
  const HallInfo *info = hall_session_get_info (self->session);
  int channel = self->options->pay;

  if (channel == HALL_PAY_TRANSFER)
    return hand_in_voucher (self, error);
  if (channel < 0 && info->practice)
    channel = find_sandbox (info);
  if (channel < 0)
    {
      g_autofree char *amount = hall_money_format (hall_apply_get_order (self)->amount_fen);

      hall_apply_remark (self, HALL_CLI_TEXT_PAYMENT_NEEDED, amount, NULL);
      return HALL_APPLY_STOPPED;
    }
  if (!info->practice || !info->offered[channel] || !info->sandbox[channel])
    {
      hall_apply_remark (self, HALL_CLI_TEXT_NO_SANDBOX, hall_pay_channel_get_name (channel), NULL);
      return HALL_APPLY_STOPPED;
    }
  return pay_online (self, (HallPayChannel) channel, error);
}
