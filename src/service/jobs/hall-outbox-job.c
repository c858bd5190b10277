/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-outbox-job.h"

#include "hall-error.h"
#include "hall-json.h"
#include "hall-move.h"
#include "hall-outbox-store.h"
#include "hall-provider.h"

#define FIRST_RETRY_S 5
#define LAST_RETRY_S  3600
#define MAX_ATTEMPTS  20
#define QUERY_S       1

typedef enum
{
  RESULT_DONE,
  RESULT_SENT,
  RESULT_LATER,
  RESULT_ARRIVED,
  RESULT_RETURNED
} ResultKind;

struct _HallOutboxResult
{
  ResultKind kind;
  HallOutboxItem *item;
  char *reason; /* (nullable): of a return, or of a failure */
};

void
hall_outbox_result_free (HallOutboxResult *self)
{
  g_clear_pointer (&self->item, hall_outbox_item_free);
  g_free (self->reason);
  g_free (self);
}

static gboolean
send_sms (HallContext *context,
          HallDb *sandbox,
          const HallOutboxItem *item,
          const char *key,
          GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("outbox", item->payload, -1, error);
  g_autoptr (HallJson) json = NULL;
  const char *mobile;
  const char *text;

  if (root == NULL)
    return FALSE;
  json = hall_json_new ("outbox", root);
  mobile = hall_json_string (json, "mobile");
  text = hall_json_string (json, "text");
  return hall_json_finish (json, error)
         && context->setup->sms->send (context->setup, sandbox, key, mobile, text, item->order,
                                       error);
}

static gboolean
send_transfer (HallContext *context,
               HallDb *sandbox,
               const HallOutboxItem *item,
               const char *key,
               GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("outbox", item->payload, -1, error);
  g_autoptr (HallJson) json = NULL;
  HallTransfer transfer = { .order = item->order };

  if (root == NULL)
    return FALSE;
  json = hall_json_new ("outbox", root);
  transfer.account_name = hall_json_string (json, "account_name");
  transfer.bank = hall_json_string (json, "bank");
  transfer.branch = hall_json_optional_string (json, "branch");
  transfer.account = hall_json_string (json, "account");
  transfer.cnaps = hall_json_optional_string (json, "cnaps");
  transfer.amount_fen = hall_json_int (json, "amount_fen", 1, 100);
  transfer.remark = hall_json_string (json, "remark");
  return hall_json_finish (json, error)
         && context->setup->bank->send (context->setup, sandbox, key, &transfer, error);
}

static void
query_transfer (HallContext *context,
                HallDb *sandbox,
                HallOutboxResult *result,
                const char *key,
                GError **error)
{
  HallTransferResult found = HALL_TRANSFER_PENDING;

  result->kind = RESULT_LATER;
  if (!context->setup->bank->query (context->setup, sandbox, key, &found, &result->reason, error))
    return;
  if (found == HALL_TRANSFER_ARRIVED)
    result->kind = RESULT_ARRIVED;
  else if (found == HALL_TRANSFER_RETURNED)
    result->kind = RESULT_RETURNED;
}

/* One attempt. What goes wrong is a reason to try again, not an error of ours. */
static void
try_item (HallContext *context, HallDb *sandbox, HallOutboxResult *result)
{
  const HallOutboxItem *item = result->item;
  g_autofree char *key = g_strdup_printf ("outbox-%" G_GINT64_FORMAT, item->id);
  g_autoptr (GError) failure = NULL;
  gboolean sent = FALSE;

  if (item->sent)
    query_transfer (context, sandbox, result, key, &failure);
  else
    {
      sent = item->kind == HALL_OUTBOX_SMS ? send_sms (context, sandbox, item, key, &failure)
                                           : send_transfer (context, sandbox, item, key, &failure);
      if (!sent)
        result->kind = RESULT_LATER;
      else
        result->kind = item->kind == HALL_OUTBOX_SMS ? RESULT_DONE : RESULT_SENT;
    }
  if (failure != NULL)
    {
      g_warning ("outbox %" G_GINT64_FORMAT ": %s", item->id, failure->message);
      g_free (result->reason);
      result->reason = g_strdup (failure->message);
    }
}

HallOutboxResult *
hall_outbox_job_try (HallContext *context, HallDb *sandbox, GError **error)
{
  HallOutboxItem *item =
      hall_outbox_next (context->db, context->setup->vault, context->now_s, error);
  HallOutboxResult *result;

  if (item == NULL)
    return NULL;
  result = g_new0 (HallOutboxResult, 1);
  result->item = item;
  try_item (context, sandbox, result);
  return result;
}

/* The bank has spoken; the order may have gone another way meanwhile (a refund). */
static gboolean
move_order (HallContext *context, const HallOutboxResult *result, GError **error)
{
  HallRecord *record =
      hall_record_load (context->db, context->setup->vault, result->item->order, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;
  g_autoptr (GError) refused = NULL;
  g_auto (HallMove) move = { 0 };

  if (order == NULL)
    return FALSE;
  hall_move_init (&move, context, order,
                  result->kind == RESULT_ARRIVED ? HALL_EVENT_TRANSFER_OK
                                                 : HALL_EVENT_TRANSFER_FAILED);
  move.actors = HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER);
  move.reason = g_strdup (result->reason);
  if (hall_move_run (&move, &refused))
    return TRUE;
  if (!g_error_matches (refused, HALL_ERROR, HALL_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  return hall_move_touch (context, order, HALL_ACTOR_PROVIDER, "late-transfer-result", NULL, error);
}

static gboolean
mark_order_sent (HallContext *context, const HallOutboxResult *result, GError **error)
{
  HallRecord *record =
      hall_record_load (context->db, context->setup->vault, result->item->order, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;

  if (order == NULL)
    return FALSE;
  if (order->record->sub[HALL_SUBSTATE_FIN_AUTH] != HALL_FIN_AUTH_PENDING)
    return TRUE;
  order->record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SENT;
  return hall_move_touch (context, order, HALL_ACTOR_PROVIDER, "transfer-sent", NULL, error);
}

static gint64
retry_after (guint attempts)
{
  gint64 wait_s = FIRST_RETRY_S;

  for (guint i = 0; i < attempts && wait_s < LAST_RETRY_S; i++)
    wait_s *= 2;
  return MIN (wait_s, LAST_RETRY_S);
}

static gboolean
write_later (HallContext *context, const HallOutboxResult *result, GError **error)
{
  const HallOutboxItem *item = result->item;

  if (item->attempts + 1 >= MAX_ATTEMPTS && !item->sent)
    {
      g_critical ("outbox %" G_GINT64_FORMAT " was given up after %d attempts: %s", item->id,
                  MAX_ATTEMPTS, result->reason != NULL ? result->reason : "no result");
      return hall_outbox_finish (context->db, context->setup->vault, item->id, FALSE, error);
    }
  return hall_outbox_retry (context->db, item->id, context->now_s + retry_after (item->attempts),
                            result->reason, error);
}

static gboolean
write_result (HallContext *context, const HallOutboxResult *result, GError **error)
{
  const HallVault *vault = context->setup->vault;
  gint64 id = result->item->id;

  switch (result->kind)
    {
    case RESULT_DONE:
      hall_context_wake (context, HALL_TOPIC_PRACTICE);
      return hall_outbox_finish (context->db, vault, id, TRUE, error);
    case RESULT_SENT:
      return hall_outbox_set_sent (context->db, id, context->now_s + QUERY_S, error)
             && mark_order_sent (context, result, error);
    case RESULT_ARRIVED:
    case RESULT_RETURNED:
      hall_context_wake (context, HALL_TOPIC_PRACTICE);
      return hall_outbox_finish (context->db, vault, id, result->kind == RESULT_ARRIVED, error)
             && move_order (context, result, error);
    case RESULT_LATER:
      return write_later (context, result, error);
    }
  return FALSE;
}

gboolean
hall_outbox_job_write (HallContext *context, gpointer result)
{
  g_autoptr (GError) error = NULL;

  if (write_result (context, result, &error))
    return TRUE;
  g_warning ("outbox %" G_GINT64_FORMAT ": %s", ((HallOutboxResult *) result)->item->id,
             error != NULL ? error->message : "the order did not move");
  return FALSE;
}

gboolean
hall_outbox_job_postpone (HallContext *context, gpointer result)
{
  const HallOutboxItem *item = ((HallOutboxResult *) result)->item;
  g_autoptr (GError) error = NULL;

  if (hall_outbox_retry (context->db, item->id, context->now_s + retry_after (item->attempts),
                         "the result could not be written", &error))
    return TRUE;
  g_warning ("outbox %" G_GINT64_FORMAT ": %s", item->id, error->message);
  return FALSE;
}
