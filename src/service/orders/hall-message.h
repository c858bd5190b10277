/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall sends: SMS texts, transfers and their remarks. Everything goes through
 * the outbox, in the transaction that makes it necessary.
 */
#pragma once

#include "hall-facts.h"

typedef enum
{
  HALL_SMS_CODE,        /* %1 the code */
  HALL_SMS_REGISTERED,  /* asked for a code to register, but is registered */
  HALL_SMS_SUBMITTED,   /* %1 order */
  HALL_SMS_REJECTED,    /* %2 the letter: hall-letter.h */
  HALL_SMS_BANK_FAILED, /* %1 order, %2 reason, %3 what to do */
  HALL_SMS_ACCEPTED,    /* %1 order */
  HALL_SMS_PIN,         /* %1 order, %2 the PIN */
  HALL_SMS_SHIPPED,     /* %1 order, %2 courier, %3 number */
  HALL_SMS_REFUNDING,   /* %1 order */
  HALL_SMS_REFUNDED,    /* %1 order */
  HALL_SMS_EXPIRED,     /* %1 order */
  HALL_N_SMS
} HallSms;

/* Hands an SMS to the outbox. @order: (nullable); the texts after it fill %1 to %3. */
gboolean hall_message_send (HallContext *context,
                            HallSms sms,
                            const char *mobile,
                            const char *order,
                            const char *texts[3],
                            GError **error);

/* The same to the handler of an order, whose number is %1. */
gboolean hall_message_tell_handler (HallContext *context,
                                    const HallCase *order,
                                    HallSms sms,
                                    const char *text2,
                                    const char *text3,
                                    GError **error);

/**
 * hall_message_send_transfer:
 *
 * A new PIN (or code) is made; one that was not sent yet is void. 0.01 yuan goes to the
 * organisation's account with the secret in its remark.
 */
gboolean hall_message_send_transfer (HallContext *context, HallCase *order, GError **error);

/* A new PIN by SMS to whom the rule names. */
gboolean hall_message_send_pin (HallContext *context, HallCase *order, GError **error);
