/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-lease.h"

#include "hall-claim-store.h"
#include "hall-counter-store.h"
#include "hall-decision-store.h"
#include "hall-error.h"
#include "hall-ledger-store.h"

/* Whoever looks at the queue or the order sees it at once. */
static gboolean
tell (HallContext *context, const HallRecord *record, GError **error)
{
  hall_context_wake_order (context, record);
  return hall_counter_next (context->db, "changes", error) > 0;
}

/* The store's error says only who; this one is a sentence. */
static void
say_who (const HallContext *context, GError **error)
{
  g_autoptr (GError) bare = NULL;

  if (error == NULL || !g_error_matches (*error, HALL_ERROR, HALL_ERROR_CLAIMED))
    return;
  bare = g_steal_pointer (error);
  g_set_error (error, HALL_ERROR, HALL_ERROR_CLAIMED,
               context->lang == HALL_LANG_ZH_CN ? "%s 正在处理这个业务单。"
                                                : "%s is working on this order.",
               bare->message);
}

static HallClaim *
find_claim (HallContext *context, const HallRecord *record, GError **error)
{
  return hall_claim_get (context->db, record->number, context->now_s, error);
}

gboolean
hall_lease_take (HallContext *context, const HallRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallClaim) before = find_claim (context, record, &failure);

  if (failure == NULL
      && !hall_claim_take (context->db, record->number, context->caller.staff, context->now_s,
                           &failure))
    say_who (context, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return before != NULL || tell (context, record, error);
}

/* Whose decision waits; NULL without @error if none does. */
static HallDecision *
find_decision (HallContext *context, const HallRecord *record, GError **error)
{
  return hall_decision_store_get (context->db, context->setup->vault, record->number, error);
}

gboolean
hall_lease_release (HallContext *context, const HallRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallClaim) claim = find_claim (context, record, &failure);
  g_autoptr (HallDecision) decision =
      failure == NULL ? find_decision (context, record, &failure) : NULL;
  gboolean may = (context->caller.actors & HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)) != 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (claim == NULL)
    return TRUE;
  if (decision != NULL) /* it may still be undone: the order comes free when it takes effect */
    return TRUE;
  if (!may && g_strcmp0 (claim->staff, context->caller.staff) != 0)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CLAIMED, claim->staff);
      say_who (context, error);
      return FALSE;
    }
  if (g_strcmp0 (claim->staff, context->caller.staff) != 0
      && !hall_ledger_append (context->db, HALL_DEED_CLAIM_RELEASED, context->caller.staff,
                              record->number, claim->staff, context->now_s, error))
    return FALSE;
  return hall_claim_release (context->db, record->number, error) && tell (context, record, error);
}

gboolean
hall_lease_release_all (HallContext *context, GError **error)
{
  g_autoptr (GPtrArray) claims = hall_claim_list (context->db, context->now_s, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const HallClaimedOrder *claim = g_ptr_array_index (claims, i);
      g_autoptr (HallRecord) record = NULL;

      if (g_strcmp0 (claim->staff, context->caller.staff) != 0)
        continue;
      record = hall_record_load (context->db, context->setup->vault, claim->order, error);
      if (record == NULL || !hall_lease_release (context, record, error))
        return FALSE;
    }
  return claims != NULL;
}

static gboolean
is_decision (const HallContext *context, HallEvent event)
{
  return context->caller.staff != NULL
         && (event == HALL_EVENT_REVIEW_PASSED || event == HALL_EVENT_REVIEW_REJECTED
             || event == HALL_EVENT_AUTH_PASSED);
}

/* Whether a decision that waits stands in the way. */
static gboolean
waits_for_decision (const HallContext *context, HallEvent event)
{
  return context->caller.staff != NULL
         && (is_decision (context, event) || hall_event_waits (event, context->caller.actors));
}

gboolean
hall_lease_check (HallContext *context, const HallRecord *record, HallEvent event, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallDecision) decision = NULL;

  if (!waits_for_decision (context, event))
    return TRUE;
  decision = find_decision (context, record, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (decision == NULL)
    return !is_decision (context, event) || hall_lease_take (context, record, error);
  g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
               context->lang == HALL_LANG_ZH_CN ? "%s 刚刚已对该业务单作出决定。"
                                                : "%s has just decided this order.",
               decision->staff);
  return FALSE;
}

gboolean
hall_lease_require (HallContext *context, const HallRecord *record, HallEvent event, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallClaim) claim = NULL;

  /* who may not decide at all is told so by the move */
  if (!is_decision (context, event)
      || !hall_state_allows (record->state, event, context->caller.actors))
    return TRUE;
  claim = find_claim (context, record, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (claim != NULL && g_strcmp0 (claim->staff, context->caller.staff) == 0)
    return TRUE;
  if (claim != NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CLAIMED, claim->staff);
      say_who (context, error);
      return FALSE;
    }
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CLAIMED,
                       context->lang == HALL_LANG_ZH_CN
                           ? "请先领取这个业务单，再作决定。"
                           : "Take the order on your desk before you decide.");
  return FALSE;
}

gboolean
hall_lease_end (HallContext *context, const HallRecord *record, HallEvent event, GError **error)
{
  return !is_decision (context, event) || hall_claim_release (context->db, record->number, error);
}
