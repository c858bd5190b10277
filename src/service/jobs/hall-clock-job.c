/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-clock-job.h"

#include "hall-claim-store.h"
#include "hall-counter-store.h"
#include "hall-document-store.h"
#include "hall-idempotency-store.h"
#include "hall-move.h"
#include "hall-record-list.h"
#include "hall-sms-store.h"

#define DAY_S (24 * 3600)
#define BATCH 100

/* How long an order may stay in a state without anybody touching it. */
static const struct
{
  HallState state;
  HallEvent event; /* HALL_N_EVENTS: its files are forgotten, the state stays */
  gint64 after_s;
} rows[] = {
  { HALL_STATE_DRAFT, HALL_EVENT_EXPIRE, 30 * DAY_S },
  { HALL_STATE_AWAITING_DOCUMENTS, HALL_EVENT_EXPIRE, 7 * DAY_S },
  { HALL_STATE_AWAITING_HANDLER_AUTH, HALL_EVENT_EXPIRE, 7 * DAY_S },
  { HALL_STATE_AWAITING_PAYMENT, HALL_EVENT_EXPIRE, 7 * DAY_S },
  { HALL_STATE_REJECTED, HALL_EVENT_EXPIRE, 90 * DAY_S },
  { HALL_STATE_SHIPPED, HALL_EVENT_COMPLETE, 15 * DAY_S },
  { HALL_STATE_CANCELLED, HALL_N_EVENTS, 30 * DAY_S },
};

GPtrArray *
hall_clock_job_list (HallContext *context, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *some = hall_record_list_idle (context->db, rows[i].state,
                                               context->now_s - rows[i].after_s, BATCH, error);

      if (some == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, some);
    }
  return g_steal_pointer (&all);
}

/* A cancelled order leaves its number and its trail. */
static gboolean
forget_order (HallContext *context, HallCase *order, GError **error)
{
  HallRecord *record = order->record;
  g_autoptr (GPtrArray) blobs = NULL;

  if (g_hash_table_size (record->application->values) == 0)
    return TRUE;
  blobs = hall_document_store_list_blobs (context->db, record->number, error);
  if (blobs == NULL || !hall_document_store_forget (context->db, record->number, error))
    return FALSE;
  for (guint i = 0; i < blobs->len; i++)
    hall_context_delete_blob_later (context, g_ptr_array_index (blobs, i));
  g_hash_table_remove_all (record->application->values);
  hall_record_set (record, alternative_note, NULL);
  return hall_move_touch (context, order, HALL_ACTOR_TIMER, "forget", NULL, error);
}

static gboolean
move_idle (HallContext *context, HallCase *order, HallEvent event, GError **error)
{
  g_auto (HallMove) move = { 0 };

  hall_move_init (&move, context, order, event);
  move.actors = HALL_ACTOR_BIT (HALL_ACTOR_TIMER);
  move.facts = HALL_FACT_IDLE;
  return hall_move_run (&move, error);
}

/* The order is read again: it may have been touched since it was listed. */
static gboolean
move_order (HallContext *context, const char *number, GError **error)
{
  HallRecord *record = hall_record_load (context->db, context->setup->vault, number, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;

  if (order == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].state != record->state || record->changed_s >= context->now_s - rows[i].after_s)
        continue;
      return rows[i].event == HALL_N_EVENTS ? forget_order (context, order, error)
                                            : move_idle (context, order, rows[i].event, error);
    }
  return TRUE;
}

gboolean
hall_clock_job_move (HallContext *context, gpointer number)
{
  g_autoptr (GError) error = NULL;

  if (move_order (context, number, &error))
    return TRUE;
  g_warning ("order %s: %s", (const char *) number,
             error != NULL ? error->message : "it did not move");
  return FALSE;
}

/* Who left an order open and went away does not keep it. */
static gboolean
forget_claims (HallContext *context, GError **error)
{
  gint64 lapsed = hall_claim_forget_lapsed (context->db, context->now_s, error);

  if (lapsed <= 0)
    return lapsed == 0;
  hall_context_wake (context, HALL_TOPIC_QUEUE);
  return hall_counter_next (context->db, "changes", error) > 0;
}

gboolean
hall_clock_job_tidy (HallContext *context, G_GNUC_UNUSED gpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (forget_claims (context, &error)
      && hall_session_forget_expired (context->db, context->now_s, &error)
      && hall_sms_forget_old (context->db, context->now_s, &error)
      && hall_idempotency_forget_old (context->db, context->now_s, &error))
    return TRUE;
  g_warning ("tidying: %s", error->message);
  return FALSE;
}
