/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-provider.h"

void
hall_payment_notice_clear (HallPaymentNotice *self)
{
  g_clear_pointer (&self->payment, g_free);
  g_clear_pointer (&self->transaction, g_free);
}

void
hall_providers_use_sandbox (HallSetup *setup)
{
  setup->payment[HALL_PAY_WECHAT] = &hall_sandbox_payment;
  setup->payment[HALL_PAY_ALIPAY] = &hall_sandbox_payment;
  setup->sms = &hall_sandbox_sms;
  setup->bank = &hall_sandbox_bank;
  setup->identity = &hall_evidence_identity;
}
