/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-action.h"

#include <glib/gi18n.h>

static const HallDeskAction rows[HALL_N_ACTIONS] = {
  [HALL_ACTION_APPROVE] = { .event = HALL_EVENT_REVIEW_PASSED,
                            .primary = TRUE,
                            .explanation = N_ ("Everything on the form agrees with the documents. "
                                               "The order goes on to the bank proof, or to "
                                               "production once the transfer has arrived.") },
  [HALL_ACTION_REJECT] = { .event = HALL_EVENT_REVIEW_REJECTED,
                           .ask = HALL_ASK_RETURNS,
                           .destructive = TRUE,
                           .explanation = N_ ("The handler gets a message and corrects exactly "
                                              "this. There is no second payment.") },
  [HALL_ACTION_CONFIRM_FUNDS] = { .event = HALL_EVENT_FUNDS_CONFIRMED,
                                  .ask = HALL_ASK_FUNDS,
                                  .primary = TRUE,
                                  .explanation = N_ ("Write down what the bank statement says.") },
  [HALL_ACTION_REJECT_FUNDS] = { .event = HALL_EVENT_FUNDS_REJECTED,
                                 .ask = HALL_ASK_RETURNS,
                                 .destructive = TRUE,
                                 .explanation = N_ ("The handler gets a message and hands in "
                                                    "another voucher.") },
  [HALL_ACTION_RECORD_AUTH] = { .event = HALL_EVENT_AUTH_PASSED,
                                .ask = HALL_ASK_NOTE,
                                .primary = TRUE,
                                .explanation = N_ ("The handler asked not to be verified by face. "
                                                   "You answer for this record; it is kept with "
                                                   "your name."),
                                .note = N_ ("How the handler was verified"),
                                .note_needed = TRUE },
  [HALL_ACTION_START_PRODUCTION] = { .event = HALL_EVENT_START_PRODUCTION,
                                     .primary = TRUE,
                                     .explanation = N_ ("The data can no longer be changed from "
                                                        "now on, and nothing is refunded.") },
  [HALL_ACTION_SHIP] = { .event = HALL_EVENT_SHIP,
                         .ask = HALL_ASK_COURIER,
                         .primary = TRUE,
                         .explanation = N_ ("The handler gets the number by message.") },
  [HALL_ACTION_COMPLETE] = { .event = HALL_EVENT_COMPLETE,
                             .primary = TRUE,
                             .explanation = N_ ("The courier reports that the organisation has "
                                                "received the key.") },
  [HALL_ACTION_RETURN_TO_SENDER] = { .event = HALL_EVENT_RETURN_TO_SENDER,
                                     .ask = HALL_ASK_NOTE,
                                     .destructive = TRUE,
                                     .explanation = N_ ("The parcel came back; the order waits to "
                                                        "be shipped again."),
                                     .note = N_ ("Why it came back") },
  [HALL_ACTION_REQUEST_REFUND] = { .event = HALL_EVENT_REQUEST_REFUND,
                                   .ask = HALL_ASK_NOTE,
                                   .destructive = TRUE,
                                   .quiet = TRUE,
                                   .explanation = N_ ("The order ends here and the money goes "
                                                      "back. This cannot be undone."),
                                   .note = N_ ("Why"),
                                   .note_needed = TRUE },
  [HALL_ACTION_REFUND_DONE] = { .event = HALL_EVENT_REFUND_DONE,
                                .ask = HALL_ASK_NOTE,
                                .primary = TRUE,
                                .explanation = N_ ("The money has been paid back. The order is "
                                                   "closed."),
                                .note = N_ ("Number of the bank's record"),
                                .note_needed = TRUE },
};

const HallDeskAction *
hall_desk_action_get (HallAction action)
{
  g_return_val_if_fail (action < HALL_N_ACTIONS, NULL);

  return rows[action].explanation != NULL ? &rows[action] : NULL;
}

static const char *
find_lack (HallEvent event, HallReturnBasket *basket, const HallCatalog *catalog)
{
  if (hall_return_basket_get_n (basket) == 0)
    return _ ("First tick what has to be corrected, and choose the reasons.");
  if (!hall_return_basket_is_complete (basket))
    return _ ("A reason still has to be put into words; see the list below the data.");
  if (!hall_return_basket_fits (basket, event, catalog))
    return _ ("With this, only the voucher or the order as a whole can be returned; take the "
              "other reasons back.");
  return NULL;
}

const char *
hall_desk_action_find_obstacle (const HallDeskAction *self,
                                HallReturnBasket *basket,
                                const HallCatalog *catalog)
{
  if (self->ask == HALL_ASK_RETURNS)
    return find_lack (self->event, basket, catalog);
  if (self->event == HALL_EVENT_REVIEW_PASSED && hall_return_basket_get_n (basket) > 0)
    return _ ("Something is ticked to be corrected. Take it back before you approve.");
  return NULL;
}

gboolean
hall_desk_action_needs_colleague (const HallOrder *order, const HallIdentity *identity)
{
  return order->state == HALL_STATE_ACCEPTED && identity != NULL
         && (identity->actors & HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER)) != 0
         && !hall_order_can (order, HALL_ACTION_START_PRODUCTION)
         && g_strcmp0 (order->reviewed_by, identity->name) == 0;
}
