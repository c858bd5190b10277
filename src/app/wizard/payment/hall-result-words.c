/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-result-words.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-pin-words.h"
#include "hall-when.h"

/* How far an order has come on the way from the review to the courier. */
typedef enum
{
  STAGE_REVIEW,
  STAGE_BANK,
  STAGE_PRODUCTION,
  STAGE_COURIER,
  STAGE_OVER,
} Stage;

static Stage
get_stage (HallState state)
{
  switch (state)
    {
    case HALL_STATE_PAYMENT_VERIFYING:
    case HALL_STATE_UNDER_REVIEW:
      return STAGE_REVIEW;
    case HALL_STATE_FIN_AUTH_PENDING:
    case HALL_STATE_FIN_AUTH_FAILED:
      return STAGE_BANK;
    case HALL_STATE_ACCEPTED:
    case HALL_STATE_IN_PRODUCTION:
      return STAGE_PRODUCTION;
    case HALL_STATE_SHIPPED:
      return STAGE_COURIER;
    default:
      return STAGE_OVER;
    }
}

HallTone
hall_result_words_get_tone (const HallOrder *order)
{
  return get_stage (order->state) == STAGE_REVIEW ? HALL_TONE_DONE
                                                  : hall_state_get_tone (order->state);
}

const char *
hall_result_words_get_title (const HallOrder *order)
{
  if (order->state == HALL_STATE_UNDER_REVIEW)
    return _ ("The application has been submitted");
  if (order->state == HALL_STATE_PAYMENT_VERIFYING)
    return _ ("Result of the application");
  return hall_order_get_label (order, hall_app_lang ());
}

char *
hall_result_words_format_text (const HallOrder *order, const HallCatalog *catalog)
{
  HallReason reason =
      order->bank_reason != NULL ? hall_reason_from_code (order->bank_reason) : HALL_N_REASONS;
  const char *next = hall_state_get_next_step (order->state, hall_app_lang ());

  if (order->state == HALL_STATE_PAYMENT_VERIFYING)
    return g_strdup_printf (
        ngettext ("Dear customer, your documents and the transfer voucher have been received. "
                  "The hall answers within %u working day.",
                  "Dear customer, your documents and the transfer voucher have been received. "
                  "The hall answers within %u working days.",
                  catalog->review_workdays),
        catalog->review_workdays);
  if (order->state == HALL_STATE_UNDER_REVIEW)
    return g_strdup (_ ("The payment has arrived and the hall reviews your documents. You hear "
                        "of the result by text message and in My orders."));
  if (order->state == HALL_STATE_FIN_AUTH_FAILED && reason < HALL_N_REASONS)
    return g_strdup_printf ("%s\n%s", hall_reason_get_label (reason, hall_app_lang ()), next);
  return g_strdup (next);
}

static void
add_review (GPtrArray *lines, const HallOrder *order)
{
  g_autofree char *day = hall_when_format_day (order->deadline_s);
  gboolean waits_for_money = order->state == HALL_STATE_PAYMENT_VERIFYING;

  if (order->deadline_s == 0)
    g_ptr_array_add (lines, g_strdup (_ ("The hall reviews your documents.")));
  else if (waits_for_money)
    /* Translators: %s is a day */
    g_ptr_array_add (lines, g_strdup_printf (_ ("The hall confirms that the transfer has arrived, "
                                                "and reviews your documents, by %s."),
                                             day));
  else
    g_ptr_array_add (lines, g_strdup_printf (_ ("The hall reviews your documents by %s."), day));
}

GPtrArray *
hall_result_words_list_next (const HallOrder *order)
{
  Stage stage = get_stage (order->state);
  gboolean by_transfer = order->pin != NULL && order->pin->needs_transfer;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (stage == STAGE_OVER)
    return lines;
  if (stage == STAGE_REVIEW)
    add_review (lines, order);
  if (order->pin != NULL && (stage <= STAGE_BANK || !by_transfer))
    g_ptr_array_add (lines, hall_pin_words_format (order->pin));
  if (stage <= STAGE_PRODUCTION)
    g_ptr_array_add (lines, g_strdup (_ ("The hall makes the certificate and sends the key by "
                                         "courier, freight collect.")));
  if (order->tracking_number != NULL)
    /* Translators: the courier's name and the number of the parcel */
    g_ptr_array_add (lines, g_strdup_printf (_ ("The parcel: %1$s %2$s."),
                                             order->courier != NULL ? order->courier : "",
                                             order->tracking_number));
  g_ptr_array_add (lines, g_strdup (_ ("Keep the PIN to yourself: nobody of the hall ever asks "
                                       "for it.")));
  return lines;
}
