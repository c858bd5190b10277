/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-move.h"

#include <string.h>

#include "hall-audit-store.h"
#include "hall-counter-store.h"
#include "hall-effects.h"
#include "hall-error.h"
#include "hall-lease.h"

void
hall_move_init (HallMove *self, HallContext *context, HallCase *order, HallEvent event)
{
  memset (self, 0, sizeof *self);
  self->context = context;
  self->order = order;
  self->event = event;
  self->actors = context->caller.actors;
  self->findings = hall_findings_new ();
}

void
hall_move_clear (HallMove *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->own_body, hall_json_free);
  g_clear_pointer (&self->own_root, json_node_unref);
  g_clear_pointer (&self->returns, g_ptr_array_unref);
  g_clear_pointer (&self->letter, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->courier, g_free);
  g_clear_pointer (&self->tracking_number, g_free);
}

gboolean
hall_move_take_body (HallMove *self, const char *body, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("body", body, -1, error);

  if (root == NULL)
    return FALSE;
  self->own_root = json_node_ref (root);
  self->own_body = hall_json_new ("body", root);
  self->body = self->own_body;
  return TRUE;
}

/* The one of the caller's roles that the move was made in. */
static HallActor
acting_as (HallState from, HallEvent event, guint actors)
{
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((actors & HALL_ACTOR_BIT (actor)) != 0
        && hall_state_allows (from, event, HALL_ACTOR_BIT (actor)))
      return actor;
  return HALL_ACTOR_TIMER;
}

/* An id of who acted: staff by name, handlers by account. */
static const char *
who_acts (const HallContext *context)
{
  if (context->caller.staff != NULL)
    return context->caller.staff;
  return context->caller.account != NULL ? context->caller.account : "";
}

static gboolean
save (HallContext *context,
      HallCase *order,
      HallActor actor,
      const char *event,
      const char *note,
      GError **error)
{
  HallRecord *record = order->record;
  HallAuditEntry entry = { .at_s = context->now_s,
                           .actor = hall_actor_get_name (actor),
                           .who = who_acts (context),
                           .event = event,
                           .version = record->version + 1,
                           .note = note };

  record->changed_s = context->now_s;
  hall_case_derive (order, context);
  record->change_number = hall_counter_next (context->db, "changes", error);
  if (record->change_number == 0 || !hall_audit_append (context->db, record, &entry, error)
      || !hall_record_save (context->db, context->setup->vault, record, error))
    return FALSE;
  hall_context_wake_order (context, record);
  return TRUE;
}

/* The body or the order is wrong in places that can be named. */
static void
set_findings_error (const HallMove *self, GError **error)
{
  GError *own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID,
                                     self->context->lang == HALL_LANG_ZH_CN
                                         ? "有内容需要补充或更正，请查看标出的各项。"
                                         : "Something needs attention; see the places marked.");

  hall_error_set_findings (own, self->findings);
  g_clear_error (error);
  g_propagate_error (error, own);
}

static void
explain_not_judged (HallMove *move)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_NOT_JUDGED, NULL, NULL);
  g_ptr_array_add (move->findings, hall_finding_new (HALL_PLACE_ORDER, &issue));
}

/* Which fields and documents are in the way of a move that is not possible yet. */
static void
explain (HallMove *move)
{
  GPtrArray *more = NULL;

  if (!hall_state_allows (move->order->record->state, move->event, move->actors))
    return;
  switch (move->event)
    {
    case HALL_EVENT_CONFIRM_INFO:
    case HALL_EVENT_RESUBMIT_ACCOUNT:
      more = g_ptr_array_ref (move->order->findings);
      break;
    case HALL_EVENT_RESUBMIT:
    case HALL_EVENT_DOCUMENTS_COMPLETE:
      more = hall_case_list_missing (move->order, move->context);
      break;
    case HALL_EVENT_REVIEW_PASSED:
    case HALL_EVENT_REVIEW_REJECTED:
      if ((move->facts & HALL_FACT_JUDGED) == 0)
        explain_not_judged (move);
      return;
    default:
      return;
    }
  for (guint i = 0; i < more->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (more, i);

      if (!finding->confirmed && finding->severity >= HALL_DOUBTFUL)
        g_ptr_array_add (move->findings, hall_finding_new (finding->where, &finding->issue));
    }
  g_ptr_array_unref (more);
}

gboolean
hall_move_run (HallMove *self, GError **error)
{
  HallRecord *record = self->order->record;
  HallActor actor = acting_as (record->state, self->event, self->actors);

  /* who may not send it, or not now, need not hear what is wrong with the body */
  if (!hall_state_allows (record->state, self->event, self->actors))
    return hall_state_next (record->state, self->event, self->actors, 0, self->context->lang,
                            &self->to, error);
  if (!self->decided && !hall_lease_check (self->context, record, self->event, error))
    return FALSE;
  self->facts |= hall_case_get_facts (self->order, self->context);
  if (!hall_effects_read (self, error))
    {
      if (self->findings->len > 0)
        set_findings_error (self, error);
      return FALSE;
    }
  if (!hall_state_next (record->state, self->event, self->actors, self->facts, self->context->lang,
                        &self->to, error))
    {
      explain (self);
      if (self->findings->len > 0)
        set_findings_error (self, error);
      return FALSE;
    }
  if (!hall_effects_apply (self, error)
      || !hall_lease_end (self->context, record, self->event, error))
    return FALSE;
  record->state = self->to;
  return save (self->context, self->order, actor, hall_event_get_name (self->event), self->note,
               error);
}

gboolean
hall_move_touch (HallContext *context,
                 HallCase *order,
                 HallActor actor,
                 const char *event,
                 const char *note,
                 GError **error)
{
  return save (context, order, actor, event, note, error);
}

gboolean
hall_move_save_draft (HallContext *context, HallCase *order, GError **error)
{
  HallRecord *record = order->record;

  record->changed_s = context->now_s;
  hall_case_derive (order, context);
  record->change_number = hall_counter_next (context->db, "changes", error);
  if (record->change_number == 0
      || !hall_record_save (context->db, context->setup->vault, record, error))
    return FALSE;
  hall_context_wake_order (context, record);
  return TRUE;
}

/* In which of their roles staff look; the clock, if nobody is signed in. */
static HallActor
looking_as (const HallContext *context)
{
  for (guint actor = HALL_ACTOR_REVIEWER; actor < HALL_ACTOR_PROVIDER; actor++)
    if ((context->caller.actors & HALL_ACTOR_BIT (actor)) != 0)
      return actor;
  return HALL_ACTOR_TIMER;
}

gboolean
hall_move_note_look (
    HallContext *context, HallCase *order, const char *event, const char *note, GError **error)
{
  HallRecord *record = order->record;
  HallAuditEntry entry = { .at_s = context->now_s,
                           .actor = hall_actor_get_name (looking_as (context)),
                           .who = who_acts (context),
                           .event = event,
                           .version = record->version,
                           .note = note };

  return hall_audit_append (context->db, record, &entry, error)
         && hall_record_save_audit (context->db, record, error);
}
