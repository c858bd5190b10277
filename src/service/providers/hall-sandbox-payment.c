/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sandbox cashier: its code leads to a page where a person presses Pay. What it
 * notifies is signed, so that the same checks run as with a real provider.
 */
#include "hall-error.h"
#include "hall-json.h"
#include "hall-provider.h"
#include "hall-wire-finding.h"

char *
hall_sandbox_sign_notice (const HallSetup *setup,
                          const char *payment,
                          const char *transaction,
                          gint64 amount_fen)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n", payment, transaction, amount_fen);

  return hall_vault_sign_sandbox (setup->vault, text);
}

static char *
sandbox_create (const HallSetup *setup, const HallBill *bill, G_GNUC_UNUSED GError **error)
{
  return g_strdup_printf ("%s/cashier/%s", setup->public_url, bill->id);
}

static gboolean
sandbox_read_notice (const HallSetup *setup,
                     JsonNode *body,
                     HallPaymentNotice *notice,
                     GError **error)
{
  static const char *const members[] = { "payment", "transaction", "amount_fen",
                                         "paid_at", "signature",   NULL };
  g_autoptr (HallJson) json = hall_json_new ("notification", body);
  g_autofree char *expected = NULL;
  const char *signature;

  hall_json_expect (json, members);
  notice->payment = g_strdup (hall_json_string (json, "payment"));
  notice->transaction = g_strdup (hall_json_string (json, "transaction"));
  notice->amount_fen = hall_json_int (json, "amount_fen", 0, G_MAXINT64);
  signature = hall_json_string (json, "signature");
  hall_wire_read_time (json, "paid_at");
  if (!hall_json_finish (json, error))
    return FALSE;
  expected =
      hall_sandbox_sign_notice (setup, notice->payment, notice->transaction, notice->amount_fen);
  if (hall_secret_equal (expected, signature))
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT,
                       "the signature is not the cashier's");
  return FALSE;
}

const HallPaymentProvider hall_sandbox_payment = {
  .name = "sandbox",
  .sandbox = TRUE,
  .create = sandbox_create,
  .read_notice = sandbox_read_notice,
};
