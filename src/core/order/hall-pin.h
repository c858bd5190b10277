/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who receives the initial PIN of the key, and how.
 */
#pragma once

#include "hall-catalog.h"

typedef enum
{
  HALL_PAY_WECHAT,
  HALL_PAY_ALIPAY,
  HALL_PAY_TRANSFER,
  HALL_N_PAY_CHANNELS
} HallPayChannel;

typedef enum
{
  HALL_PIN_BY_REMARK, /* of the 0.01 yuan transfer */
  HALL_PIN_BY_SMS,
  HALL_N_PIN_WAYS
} HallPinWay;

typedef enum
{
  HALL_PIN_TO_FINANCE,
  HALL_PIN_TO_HANDLER,
  HALL_PIN_TO_SUBJECT,
  HALL_N_PIN_RECIPIENTS
} HallPinRecipient;

typedef struct
{
  HallPayChannel channel;
  gboolean for_person;
  HallFinAuthMode mode;
  gboolean needs_transfer; /* the 0.01 yuan bank proof */
  HallPinWay way;
  HallPinRecipient recipient;
} HallPinRule;

/**
 * hall_pin_rule:
 *
 * The rule of the guide: paid online, the bank account is proved by 0.01 yuan whose remark
 * is the PIN; paid by transfer, the payment proved the account and the PIN goes by SMS to
 * the handler, or to the subject person of a person's certificate. Where the remark holds a
 * code to be typed in, the PIN goes by SMS as well.
 */
const HallPinRule *
hall_pin_rule (HallPayChannel channel, gboolean for_person, HallFinAuthMode mode);

/* "wechat", "alipay", "transfer" */
const char *hall_pay_channel_get_name (HallPayChannel channel);
/* HALL_N_PAY_CHANNELS if there is no such name. */
HallPayChannel hall_pay_channel_from_name (const char *name);
const char *hall_pay_channel_get_label (HallPayChannel channel, HallLang lang);
const char *hall_pin_recipient_get_label (HallPinRecipient recipient, HallLang lang);
const char *hall_pin_recipient_get_name (HallPinRecipient recipient);
