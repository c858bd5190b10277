/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-pin-words.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"

char *
hall_pin_words_format (const HallPinRule *rule)
{
  const char *who = hall_pin_recipient_get_label (rule->recipient, hall_app_lang ());

  if (!rule->needs_transfer)
    /* Translators: %s is who receives it: "the handler" */
    return g_strdup_printf (_ ("The transfer proves the account. The initial PIN comes by text "
                               "message to: %s."),
                            who);
  if (rule->way == HALL_PIN_BY_SMS)
    return g_strdup_printf (_ ("After the review 0.01 yuan is sent to the corporate account; the "
                               "code in its remark is entered here. The initial PIN comes by text "
                               "message to: %s."),
                            who);
  return g_strdup (_ ("After the review 0.01 yuan is sent to the corporate account. Its remark "
                      "holds the initial PIN: please tell your finance colleagues."));
}

char *
hall_pin_words_compare_markup (gboolean for_person, HallFinAuthMode mode)
{
  HallLang lang = hall_app_lang ();
  g_autofree char *online =
      hall_pin_words_format (hall_pin_rule (HALL_PAY_WECHAT, for_person, mode));
  g_autofree char *transfer =
      hall_pin_words_format (hall_pin_rule (HALL_PAY_TRANSFER, for_person, mode));

  return g_markup_printf_escaped ("<b>%s / %s</b>\n%s\n\n<b>%s</b>\n%s",
                                  hall_pay_channel_get_label (HALL_PAY_WECHAT, lang),
                                  hall_pay_channel_get_label (HALL_PAY_ALIPAY, lang), online,
                                  hall_pay_channel_get_label (HALL_PAY_TRANSFER, lang), transfer);
}
