/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes sent by SMS: how often, how long they live, how often they can be guessed at.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

typedef enum
{
  HALL_SMS_CODE_RIGHT,
  HALL_SMS_CODE_WRONG,
  HALL_SMS_CODE_GONE /* expired, used up or never sent */
} HallSmsVerdict;

/**
 * hall_sms_may_send:
 * @wait_s: (out): 0, or the seconds until another code may be sent to this number
 */
gboolean hall_sms_may_send (HallDb *db,
                            const HallVault *vault,
                            const char *mobile,
                            gint64 now_s,
                            guint *wait_s,
                            GError **error);

/* Returns: (transfer full): the six digits; a code sent before for the same purpose is void */
char *hall_sms_create_code (HallDb *db,
                            const HallVault *vault,
                            const char *mobile,
                            const char *purpose,
                            gint64 now_s,
                            GError **error);

/* What somebody typed in. */
typedef struct
{
  const char *mobile;
  const char *purpose;
  const char *code;
} HallSmsTry;

/**
 * hall_sms_check_code:
 * @tries_left: (out): after a wrong code
 *
 * A right code is used up by this; a wrong one costs a try, and that must be kept.
 */
gboolean hall_sms_check_code (HallDb *db,
                              const HallVault *vault,
                              const HallSmsTry *typed,
                              gint64 now_s,
                              HallSmsVerdict *verdict,
                              guint *tries_left,
                              GError **error);

gboolean hall_sms_forget_old (HallDb *db, gint64 now_s, GError **error);
