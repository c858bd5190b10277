/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-walk.h"

static void
pay (HallOrderFixture *self, HallPayChannel channel)
{
  if (channel == HALL_PAY_TRANSFER)
    {
      hall_order_fixture_upload (self, "payment_voucher");
      hall_order_fixture_move (self, "handler", HALL_EVENT_VOUCHER_UPLOADED, NULL,
                               HALL_STATE_PAYMENT_VERIFYING);
      return;
    }
  hall_order_fixture_choose_channel (self, channel);
  hall_order_fixture_move (self, "provider", HALL_EVENT_PAY_NOTIFY, NULL, HALL_STATE_UNDER_REVIEW);
}


/* The next step on the way from the state the order is in. */
static void
step_on (HallOrderFixture *self, HallState to, HallPayChannel channel)
{
  switch (hall_order_fixture_get_state (self))
    {
    case HALL_STATE_DRAFT:
      hall_order_fixture_move (self, "handler", HALL_EVENT_CONFIRM_INFO, NULL,
                               HALL_STATE_AWAITING_DOCUMENTS);
      break;
    case HALL_STATE_AWAITING_DOCUMENTS:
      hall_order_fixture_upload_all (self);
      hall_order_fixture_move (self, "handler", HALL_EVENT_DOCUMENTS_COMPLETE, NULL,
                               HALL_STATE_AWAITING_HANDLER_AUTH);
      break;
    case HALL_STATE_AWAITING_HANDLER_AUTH:
      hall_order_fixture_move (self, "provider", HALL_EVENT_AUTH_PASSED, NULL,
                               HALL_STATE_AWAITING_PAYMENT);
      break;
    case HALL_STATE_AWAITING_PAYMENT:
      pay (self, channel);
      break;
    case HALL_STATE_PAYMENT_VERIFYING:
      hall_order_fixture_move (self, "chuna", HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS,
                               HALL_STATE_UNDER_REVIEW);
      break;
    case HALL_STATE_UNDER_REVIEW:
      if (to == HALL_STATE_REJECTED)
        hall_order_fixture_move (self, "shenhe", HALL_EVENT_REVIEW_REJECTED, HALL_ORDER_RETURN, to);
      else
        hall_order_fixture_move (self, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                                 channel == HALL_PAY_TRANSFER ? HALL_STATE_ACCEPTED
                                                              : HALL_STATE_FIN_AUTH_PENDING);
      break;
    case HALL_STATE_FIN_AUTH_PENDING:
      if (to == HALL_STATE_FIN_AUTH_FAILED)
        hall_order_fixture_move (self, "provider", HALL_EVENT_TRANSFER_FAILED, "B01", to);
      else
        hall_order_fixture_move (self, "provider", HALL_EVENT_TRANSFER_OK, NULL,
                                 HALL_STATE_ACCEPTED);
      break;
    case HALL_STATE_ACCEPTED:
      hall_order_fixture_move (self, "zhizheng", HALL_EVENT_START_PRODUCTION, NULL,
                               HALL_STATE_IN_PRODUCTION);
      break;
    case HALL_STATE_IN_PRODUCTION:
      hall_order_fixture_move (self, "zhizheng", HALL_EVENT_SHIP, HALL_ORDER_SHIP,
                               HALL_STATE_SHIPPED);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The ends that lie beside the way. */
static const struct
{
  HallState to;
  HallState from;
  const char *who;
  HallEvent event;
} ends[] = {
  { HALL_STATE_CANCELLED, HALL_STATE_DRAFT, "handler", HALL_EVENT_CANCEL },
  { HALL_STATE_EXPIRED, HALL_STATE_DRAFT, "timer", HALL_EVENT_EXPIRE },
  { HALL_STATE_REFUND_PENDING, HALL_STATE_UNDER_REVIEW, "handler", HALL_EVENT_REQUEST_REFUND },
  { HALL_STATE_REFUNDED, HALL_STATE_REFUND_PENDING, "chuna", HALL_EVENT_REFUND_DONE },
  { HALL_STATE_COMPLETED, HALL_STATE_SHIPPED, "handler", HALL_EVENT_COMPLETE },
};

void
hall_order_walk (HallOrderFixture *self, HallState to, HallPayChannel channel)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i].to == to)
      {
        hall_order_walk (self, ends[i].from, channel);
        hall_order_fixture_move (self, ends[i].who, ends[i].event,
                                 to == HALL_STATE_REFUNDED ? "{\"note\": \"TK1\"}" : NULL, to);
      }
  while (hall_order_fixture_get_state (self) != to)
    step_on (self, to, channel);
}
