/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sandbox carrier: keeps the message where the practice phone reads it.
 */
#include "hall-practice-store.h"
#include "hall-provider.h"

static gboolean
sandbox_send (G_GNUC_UNUSED const HallSetup *setup,
              HallDb *sandbox,
              const char *key,
              const char *mobile,
              const char *text,
              const char *order,
              GError **error)
{
  HallPracticeMessage message = {
    .kind = (char *) "sms",
    .recipient = (char *) mobile,
    .text = (char *) text,
    .order = (char *) order,
    .at_s = g_get_real_time () / G_USEC_PER_SEC,
  };

  return hall_practice_store_add (sandbox, key, &message, error);
}

const HallSmsProvider hall_sandbox_sms = {
  .name = "sandbox",
  .sandbox = TRUE,
  .send = sandbox_send,
};
