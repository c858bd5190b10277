/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-view.h"

#include "hall-audit-store.h"
#include "hall-certificate-store.h"
#include "hall-claim-store.h"
#include "hall-decision-store.h"
#include "hall-payment-store.h"
#include "hall-phone-store.h"

/* What nobody of the staff does while a decision waits. */
#define DECISIONS                                                                             \
  (HALL_ACTION_BIT (HALL_ACTION_APPROVE) | HALL_ACTION_BIT (HALL_ACTION_REJECT)               \
   | HALL_ACTION_BIT (HALL_ACTION_CONFIRM_FUNDS) | HALL_ACTION_BIT (HALL_ACTION_REJECT_FUNDS) \
   | HALL_ACTION_BIT (HALL_ACTION_REQUEST_REFUND))

static int
channel_of (const HallRecord *record)
{
  HallPayChannel channel = hall_pay_channel_from_name (record->channel);

  return channel < HALL_N_PAY_CHANNELS ? (int) channel : -1;
}

HallOrder *
hall_view_summary (const HallContext *context, const HallRecord *record)
{
  HallOrder *view = hall_order_new (record->number);

  view->project = g_strdup (record->project);
  view->catalog =
      g_strdup_printf ("%s@%" G_GINT64_FORMAT, record->project, record->catalog_version);
  view->certificate_type = g_strdup (record->certificate_type);
  view->organisation = g_strdup (record->organisation);
  view->state = record->state;
  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    view->sub[group] = record->sub[group];
  view->version = record->version;
  view->revision = (guint) record->revision;
  view->amount_fen = record->amount_fen;
  view->channel = channel_of (record);
  view->created_s = record->created_s;
  view->changed_s = record->changed_s;
  view->submitted_s = record->submitted_s;
  view->deadline_s = record->deadline_s;
  view->practice = context->setup->practice;
  return view;
}

/* By the calendar that the hall has now, not by one that a client once had. */
static int
count_workdays_left (const HallContext *context, const HallRecord *record)
{
  GDate today, deadline;

  if (record->deadline_s == 0)
    return 0;
  hall_date_in_china (context->now_s, &today);
  hall_date_in_china (record->deadline_s, &deadline);
  return hall_calendar_count_workdays (hall_setup_get_calendar (context->setup), &today, &deadline);
}

void
hall_view_add_desk (const HallContext *context, HallOrder *view, const HallQueueRow *row)
{
  view->workdays_left = count_workdays_left (context, row->record);
  view->cursor = g_strdup (row->cursor);
  view->resubmitted = row->record->resubmitted != 0;
  view->wanted_by = g_strdup (row->record->wanted_by);
  view->claimed_by = g_strdup (row->claimed_by);
  if (row->claimed_by != NULL)
    view->claim_expires_s = row->claim_seen_s + HALL_CLAIM_IDLE_S;
}

static void
add_documents (const HallCase *order, HallOrder *view)
{
  for (guint i = 0; i < order->documents->len; i++)
    {
      const HallDocument *from =
          ((const HallStoredDocument *) g_ptr_array_index (order->documents, i))->document;
      HallDocument *to = hall_document_new (from->slot);

      to->file_name = g_strdup (from->file_name);
      to->media_type = g_strdup (from->media_type);
      to->sha256 = g_strdup (from->sha256);
      to->bytes = from->bytes;
      to->pages = from->pages;
      to->revision = from->revision;
      to->uploaded_s = from->uploaded_s;
      to->current = from->current;
      g_ptr_array_unref (to->findings);
      to->findings = g_ptr_array_ref (from->findings);
      to->sight = from->sight;
      g_ptr_array_add (view->documents, to);
    }
}

static void
add_returns (const HallCase *order, HallOrder *view)
{
  for (guint i = 0; i < order->returns->len; i++)
    {
      const HallReturn *item =
          ((const HallStoredReturn *) g_ptr_array_index (order->returns, i))->item;

      g_ptr_array_add (view->returns, hall_return_copy (item));
    }
}

typedef struct
{
  HallOrder *view;
  gboolean staff;
} TimelineRun;

/* Entries that are no moves (uploads, looks) stay in the audit trail. */
static void
add_step (const HallAuditEntry *entry, gpointer data)
{
  TimelineRun *run = data;
  HallEvent event = hall_event_from_name (entry->event);
  HallActor actor = hall_actor_from_name (entry->actor);
  HallTimelineStep *step;

  if (event >= HALL_N_EVENTS || actor >= HALL_N_ACTORS)
    return;
  step = hall_timeline_step_new ();
  step->at_s = entry->at_s;
  step->event = event;
  step->actor = actor;
  step->state = hall_state_from_name (entry->state);
  step->note = *entry->note != '\0' ? g_strdup (entry->note) : NULL;
  if (run->staff && (HALL_ACTOR_BIT (actor) & HALL_ACTORS_STAFF) != 0)
    step->who = g_strdup (entry->who);
  g_ptr_array_add (run->view->timeline, step);
}

static gboolean
add_payment (HallContext *context, const HallCase *order, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallBill) bill = NULL;

  if (order->record->state != HALL_STATE_AWAITING_PAYMENT)
    return TRUE;
  bill = hall_payment_store_get_open (context->db, order->record->number, context->now_s, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (bill == NULL)
    return TRUE;
  view->payment = g_new0 (HallPaymentCode, 1);
  view->payment->id = g_strdup (bill->id);
  view->payment->channel = bill->channel;
  view->payment->amount_fen = bill->amount_fen;
  view->payment->qr = g_strdup (bill->qr);
  view->payment->expires_s = bill->expires_s;
  view->payment->sandbox = context->setup->practice;
  return TRUE;
}

static void
add_link (HallContext *context, const HallLink *link, HallOrder *view)
{
  if (link->state >= HALL_LINK_DONE || link->expires_s <= context->now_s)
    return;
  view->auth = g_new0 (HallAuthLink, 1);
  view->auth->url = g_strdup_printf ("%s/phone/%s", context->setup->public_url, link->token);
  view->auth->expires_s = link->expires_s;
}

static gboolean
add_captures (HallContext *context, const HallCase *order, HallOrder *view, GError **error)
{
  g_autoptr (GPtrArray) captures =
      hall_phone_store_list_done (context->db, order->record->number, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (captures == NULL)
    return FALSE;
  for (guint i = 0; i < captures->len; i++)
    g_strv_builder_add (names, ((const HallCapture *) g_ptr_array_index (captures, i))->name);
  view->captures = g_strv_builder_end (names);
  return TRUE;
}

/* The handler sees the link while it can be used, staff what was taken with the last one. */
static gboolean
add_authentication (HallContext *context, const HallCase *order, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallLink) link = NULL;

  if (hall_context_is_staff (context))
    return add_captures (context, order, view, error);
  link = hall_phone_store_get_newest (context->db, context->setup->vault, order->record->number,
                                      &failure);
  if (link != NULL)
    add_link (context, link, view);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What the handler was told of the returns that are in force. */
static gboolean
add_letter (HallContext *context, const HallRecord *record, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (record->state == HALL_STATE_REJECTED && record->return_round > 0)
    view->letter = hall_letter_store_get (context->db, context->setup->vault, record->number,
                                          record->return_round, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_certificate (HallContext *context, const char *number, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallCertificate) made = hall_certificate_get (context->db, number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (made == NULL)
    return TRUE;
  view->serial = g_strdup (made->serial);
  view->valid_from = g_strdup (made->valid_from);
  view->valid_to = g_strdup (made->valid_to);
  return TRUE;
}

/* Until a decision takes effect only staff know of it, and nobody decides again. */
static gboolean
add_held (HallContext *context, const HallRecord *record, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallDecision) decision =
      hall_decision_store_get (context->db, context->setup->vault, record->number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (decision == NULL)
    return TRUE;
  view->held_by = g_strdup (decision->staff);
  view->held_event = decision->event;
  view->held_until_s = decision->due_s;
  view->actions &= ~DECISIONS;
  return TRUE;
}

static gboolean
add_staff_part (HallContext *context, const HallCase *order, HallOrder *view, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallClaim) claim =
      hall_claim_get (context->db, order->record->number, context->now_s, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (claim != NULL)
    {
      view->claimed_by = g_strdup (claim->staff);
      view->claim_expires_s = claim->expires_s;
    }
  view->workdays_left = count_workdays_left (context, order->record);
  view->resubmitted = order->record->resubmitted != 0;
  view->wanted_by = g_strdup (order->record->wanted_by);
  view->alternative_note = g_strdup (order->record->alternative_note);
  view->reviewed_by = g_strdup (order->record->reviewed_by);
  return add_held (context, order->record, view, error);
}

HallOrder *
hall_view_order (HallContext *context, const HallCase *order, GError **error)
{
  const HallRecord *record = order->record;
  g_autoptr (HallOrder) view = hall_view_summary (context, record);
  TimelineRun run = { view, hall_context_is_staff (context) };

  view->actions = hall_actions_for (record->state, context->caller.actors,
                                    hall_case_get_facts (order, context));
  view->application = hall_application_copy (record->application);
  view->printed_hash = g_strdup (record->printed_hash);
  view->changed_since_confirmed = hall_case_is_print_outdated (order);
  g_ptr_array_unref (view->findings);
  view->findings = g_ptr_array_ref (order->findings);
  add_documents (order, view);
  add_returns (order, view);
  view->account_tries_left = hall_case_get_tries_left (order);
  view->bank_reason = g_strdup (record->bank_reason);
  view->courier = g_strdup (record->courier);
  view->tracking_number = g_strdup (record->tracking_number);
  view->pin_sent_s = record->pin_sent_s;
  if (view->channel >= 0)
    view->pin = hall_pin_rule ((HallPayChannel) view->channel, order->type->for_person,
                               order->catalog->fin_auth_mode);
  if (run.staff && !add_staff_part (context, order, view, error))
    return NULL;
  if (!hall_audit_each (context->db, record->number, add_step, &run, error)
      || !add_letter (context, record, view, error)
      || !add_certificate (context, record->number, view, error)
      || !add_payment (context, order, view, error)
      || !add_authentication (context, order, view, error))
    return NULL;
  return g_steal_pointer (&view);
}
