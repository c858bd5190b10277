/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sandbox bank. Whether a transfer arrives is decided by the last four digits of the
 * account number, so that every outcome can be practised.
 */
#include "hall-practice-store.h"
#include "hall-provider.h"

static const struct
{
  const char *ending;
  const char *reason;
} returned[] = {
  { "4444", "B01" }, /* name and number do not match */
  { "5555", "B02" }, /* branch wrong                 */
  { "6666", "B03" }, /* frozen or closed             */
  { "7777", "B04" }, /* not a corporate account      */
};

static const char *
result_of (const char *account)
{
  for (gsize i = 0; i < G_N_ELEMENTS (returned); i++)
    if (g_str_has_suffix (account, returned[i].ending))
      return returned[i].reason;
  return "";
}

static gboolean
sandbox_send (G_GNUC_UNUSED const HallSetup *setup,
              HallDb *sandbox,
              const char *key,
              const HallTransfer *transfer,
              GError **error)
{
  g_autofree char *recipient = g_strdup_printf ("%s %s", transfer->account_name, transfer->account);
  HallPracticeMessage message = {
    .kind = (char *) "bank-remark",
    .recipient = recipient,
    .text = (char *) transfer->remark,
    .amount_fen = transfer->amount_fen,
    .order = (char *) transfer->order,
    .result = (char *) result_of (transfer->account),
    .at_s = g_get_real_time () / G_USEC_PER_SEC,
  };

  return hall_practice_store_add (sandbox, key, &message, error);
}

static gboolean
sandbox_query (G_GNUC_UNUSED const HallSetup *setup,
               HallDb *sandbox,
               const char *key,
               HallTransferResult *result,
               char **reason,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallPracticeMessage) message = hall_practice_store_find (sandbox, key, &failure);

  *reason = NULL;
  *result = HALL_TRANSFER_PENDING;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (message == NULL)
    return TRUE;
  *result = *message->result == '\0' ? HALL_TRANSFER_ARRIVED : HALL_TRANSFER_RETURNED;
  *reason = *message->result == '\0' ? NULL : g_strdup (message->result);
  return TRUE;
}

const HallBankProvider hall_sandbox_bank = {
  .name = "sandbox",
  .sandbox = TRUE,
  .send = sandbox_send,
  .query = sandbox_query,
};
