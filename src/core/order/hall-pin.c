/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-pin.h"

#define ROW(channel, person, mode, transfer, way, recipient)                                  \
  { HALL_PAY_##channel,     person, HALL_FIN_AUTH_REMARK_##mode, transfer, HALL_PIN_BY_##way, \
    HALL_PIN_TO_##recipient },
static const HallPinRule rules[] = {
  /* clang-format off */
  ROW (WECHAT,   FALSE, IS_PIN,  TRUE,  REMARK, FINANCE)
  ROW (ALIPAY,   FALSE, IS_PIN,  TRUE,  REMARK, FINANCE)
  ROW (WECHAT,   TRUE,  IS_PIN,  TRUE,  REMARK, FINANCE)
  ROW (ALIPAY,   TRUE,  IS_PIN,  TRUE,  REMARK, FINANCE)
  ROW (TRANSFER, FALSE, IS_PIN,  FALSE, SMS,    HANDLER)
  ROW (TRANSFER, TRUE,  IS_PIN,  FALSE, SMS,    SUBJECT)
  ROW (WECHAT,   FALSE, IS_CODE, TRUE,  SMS,    HANDLER)
  ROW (ALIPAY,   FALSE, IS_CODE, TRUE,  SMS,    HANDLER)
  ROW (WECHAT,   TRUE,  IS_CODE, TRUE,  SMS,    SUBJECT)
  ROW (ALIPAY,   TRUE,  IS_CODE, TRUE,  SMS,    SUBJECT)
  ROW (TRANSFER, FALSE, IS_CODE, FALSE, SMS,    HANDLER)
  ROW (TRANSFER, TRUE,  IS_CODE, FALSE, SMS,    SUBJECT)
  /* clang-format on */
};
#undef ROW

static const char *const channel_names[HALL_N_PAY_CHANNELS] = {
  [HALL_PAY_WECHAT] = "wechat",
  [HALL_PAY_ALIPAY] = "alipay",
  [HALL_PAY_TRANSFER] = "transfer",
};

static const HallStaticLabel channel_labels[HALL_N_PAY_CHANNELS] = {
  [HALL_PAY_WECHAT] = HALL_TEXTS ("WeChat Pay", "微信支付"),
  [HALL_PAY_ALIPAY] = HALL_TEXTS ("Alipay", "支付宝支付"),
  [HALL_PAY_TRANSFER] = HALL_TEXTS ("Corporate transfer", "公对公转账"),
};

static const char *const recipient_names[HALL_N_PIN_RECIPIENTS] = {
  [HALL_PIN_TO_FINANCE] = "finance",
  [HALL_PIN_TO_HANDLER] = "handler",
  [HALL_PIN_TO_SUBJECT] = "subject-person",
};

static const HallStaticLabel recipient_labels[HALL_N_PIN_RECIPIENTS] = {
  [HALL_PIN_TO_FINANCE] = HALL_TEXTS ("the organisation's finance staff", "贵单位财务人员"),
  [HALL_PIN_TO_HANDLER] = HALL_TEXTS ("the handler", "经办人"),
  [HALL_PIN_TO_SUBJECT] = HALL_TEXTS ("the person named in the certificate", "申请人"),
};

const HallPinRule *
hall_pin_rule (HallPayChannel channel, gboolean for_person, HallFinAuthMode mode)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].channel == channel && rules[i].for_person == !!for_person && rules[i].mode == mode)
      return &rules[i];
  g_return_val_if_reached (&rules[0]);
}

const char *
hall_pay_channel_get_name (HallPayChannel channel)
{
  g_return_val_if_fail (channel < HALL_N_PAY_CHANNELS, NULL);
  return channel_names[channel];
}

HallPayChannel
hall_pay_channel_from_name (const char *name)
{
  for (guint i = 0; i < HALL_N_PAY_CHANNELS; i++)
    if (g_strcmp0 (channel_names[i], name) == 0)
      return i;
  return HALL_N_PAY_CHANNELS;
}

const char *
hall_pay_channel_get_label (HallPayChannel channel, HallLang lang)
{
  g_return_val_if_fail (channel < HALL_N_PAY_CHANNELS && lang < HALL_N_LANGS, "");
  return channel_labels[channel].text[lang];
}

const char *
hall_pin_recipient_get_name (HallPinRecipient recipient)
{
  g_return_val_if_fail (recipient < HALL_N_PIN_RECIPIENTS, NULL);
  return recipient_names[recipient];
}

const char *
hall_pin_recipient_get_label (HallPinRecipient recipient, HallLang lang)
{
  g_return_val_if_fail (recipient < HALL_N_PIN_RECIPIENTS && lang < HALL_N_LANGS, "");
  return recipient_labels[recipient].text[lang];
}
