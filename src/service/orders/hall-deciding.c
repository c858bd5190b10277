/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-deciding.h"

#include "hall-effects.h"
#include "hall-error.h"
#include "hall-lease.h"
#include "hall-verdict-store.h"
#include "hall-wire-finding.h"

static const char *say (const HallContext *context, const char *zh, const char *en)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

static const char *
say (const HallContext *context, const char *zh, const char *en)
{
  return context->lang == HALL_LANG_ZH_CN ? zh : en;
}

static HallDecision *
find (HallContext *context, const HallCase *order, GError **error)
{
  return hall_decision_store_get (context->db, context->setup->vault, order->record->number, error);
}

HallLetter *
hall_deciding_compose (HallContext *context,
                       const HallCase *order,
                       const char *text,
                       GError **error)
{
  g_autoptr (HallJudging) judging = hall_judging_load (context, order, error);
  g_autoptr (GPtrArray) returns = NULL;

  if (judging == NULL)
    return NULL;
  returns = hall_judgements_list_returns (judging->judgements);
  if (returns->len > 0)
    return hall_letter_compose (order->record->number, returns, order->catalog, text);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       say (context, "没有要退回的内容。", "Nothing is to be returned."));
  return NULL;
}

static gboolean
check_open (HallContext *context, const HallJudging *judging, HallEvent event, GError **error)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  GError *own;

  hall_judging_list_open (judging, findings);
  if (findings->len == 0 && hall_judging_decide (judging) == event)
    return TRUE;
  if (findings->len == 0)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                           say (context, "审核结论与各项的审核结果不一致，请刷新后再操作。",
                                "The decision does not follow from the verdicts; please look at "
                                "the order again."));
      return FALSE;
    }
  own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID,
                             say (context, "还有内容没有审核，请查看标出的各项。",
                                  "Something has not been judged yet; see the places marked."));
  hall_error_set_findings (own, findings);
  g_propagate_error (error, own);
  return FALSE;
}

static gboolean
check_verdicts (HallContext *context, const HallCase *order, HallEvent event, GError **error)
{
  g_autoptr (HallJudging) judging = hall_judging_load (context, order, error);

  return judging != NULL && check_open (context, judging, event, error);
}

static gboolean
check_text (HallContext *context, const char *text, GError **error)
{
  if (text == NULL || hall_letter_is_text_good (text))
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
               say (context, "原因应为一行文字，最多 %d 个字。",
                    "The reasons are one line of at most %d characters."),
               HALL_LETTER_MAX_CHARS);
  return FALSE;
}

/* The verdicts stand for a body; without one, what was sent with the event does. */
static gboolean
fill_move (HallMove *move, const HallDecision *decision, GError **error)
{
  g_autoptr (HallJudging) judging = NULL;

  move->decided = TRUE;
  if (decision->body != NULL)
    return hall_move_take_body (move, decision->body, error);
  judging = hall_judging_load (move->context, move->order, error);
  if (judging == NULL)
    return FALSE;
  move->facts |= HALL_FACT_JUDGED;
  if (decision->event != HALL_EVENT_REVIEW_REJECTED)
    return TRUE;
  move->returns = hall_judgements_list_returns (judging->judgements);
  move->facts |= HALL_FACT_REASONS_GIVEN;
  move->letter = g_strdup (decision->text);
  return TRUE;
}

static gboolean
move_order (HallContext *context, HallCase *order, const HallDecision *decision, GError **error)
{
  g_auto (HallMove) move = { 0 };

  hall_move_init (&move, context, order, decision->event);
  return fill_move (&move, decision, error) && hall_move_run (&move, error);
}

/* Makes the move and takes it back: what would refuse it in ten seconds refuses it now. */
static gboolean
rehearse (HallContext *context, const HallDecision *decision, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, decision->order, error);
  guint n_topics = context->topics->len;
  gboolean moved;

  if (order == NULL || !hall_db_savepoint (context->db, error))
    return FALSE;
  moved = move_order (context, order, decision, error);
  hall_db_rollback_to_savepoint (context->db);
  g_ptr_array_set_size (context->topics, (int) n_topics);
  return moved;
}

static gboolean
keep (HallContext *context, HallCase *order, const HallDecision *decision, GError **error)
{
  if (!hall_decision_store_add (context->db, context->setup->vault, decision, context->now_s, error)
      || !rehearse (context, decision, error))
    return FALSE;
  hall_context_wake (context, HALL_TOPIC_OUTBOX);
  return hall_move_note_look (context, order, "decision-held",
                              hall_event_get_name (decision->event), error);
}

/* Whether the state knows the event from the caller, and nobody has decided. */
static gboolean
may_decide (HallContext *context, const HallCase *order, HallEvent event, GError **error)
{
  const HallRecord *record = order->record;
  HallState to;

  if (!hall_state_allows (record->state, event, context->caller.actors))
    return hall_state_next (record->state, event, context->caller.actors, 0, context->lang, &to,
                            error);
  return hall_lease_check (context, record, event, error);
}

gboolean
hall_deciding_hold (
    HallContext *context, HallCase *order, HallEvent event, const char *text, GError **error)
{
  g_autofree char *shown = hall_case_hash_shown (order);
  const HallDecision decision = {
    .order = order->record->number,
    .event = event,
    .staff = context->caller.staff,
    .shown_hash = shown,
    .text = event == HALL_EVENT_REVIEW_REJECTED ? (char *) text : NULL,
    .due_s = context->now_s + HALL_DECISION_HOLD_S + 1,
  };

  return may_decide (context, order, event, error)
         && (event != HALL_EVENT_REVIEW_PASSED
             || hall_effects_may_approve (context, order->record, error))
         && check_verdicts (context, order, event, error) && check_text (context, text, error)
         && keep (context, order, &decision, error);
}

gboolean
hall_deciding_hold_event (
    HallContext *context, HallCase *order, HallEvent event, JsonNode *body, GError **error)
{
  g_autofree char *shown = hall_case_hash_shown (order);
  g_autofree char *text = hall_wire_to_text (body);
  const HallDecision decision = {
    .order = order->record->number,
    .event = event,
    .staff = context->caller.staff,
    .shown_hash = shown,
    .body = text,
    .due_s = context->now_s + HALL_DECISION_HOLD_S + 1,
  };

  return may_decide (context, order, event, error) && keep (context, order, &decision, error);
}

gboolean
hall_deciding_undo (HallContext *context, HallCase *order, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallDecision) decision = find (context, order, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (decision == NULL || context->now_s >= decision->due_s)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                           say (context, "决定已生效，不能再撤销。",
                                "The decision has taken effect and cannot be undone any more."));
      return FALSE;
    }
  if (g_strcmp0 (decision->staff, context->caller.staff) != 0)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_DENIED,
                           say (context, "只有作出决定的人可以撤销。",
                                "Only who decided can undo it."));
      return FALSE;
    }
  return hall_decision_store_remove (context->db, decision->order, error)
         && hall_move_note_look (context, order, "decision-undone",
                                 hall_event_get_name (decision->event), error);
}

static gboolean
check_same (HallContext *context,
            const HallCase *order,
            const HallDecision *decision,
            GError **error)
{
  g_autofree char *shown = hall_case_hash_shown (order);

  if (g_strcmp0 (shown, decision->shown_hash) != 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT, "order %s changed after it was decided",
                   decision->order);
      return FALSE;
    }
  return decision->body != NULL || check_verdicts (context, order, decision->event, error);
}

/* The schema lets verdicts go only once no decision rests on them. */
static gboolean
finish (HallContext *context, const HallDecision *decision, GError **error)
{
  return hall_decision_store_remove (context->db, decision->order, error)
         && (decision->event != HALL_EVENT_REVIEW_REJECTED
             || hall_verdict_store_forget_returned (context->db, decision->order, error));
}

gboolean
hall_deciding_take_effect (HallContext *context, const HallDecision *decision, GError **error)
{
  HallRecord *record =
      hall_record_load (context->db, context->setup->vault, decision->order, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;

  return order != NULL && check_same (context, order, decision, error)
         && move_order (context, order, decision, error) && finish (context, decision, error);
}

gboolean
hall_deciding_void (HallContext *context, const char *number, GError **error)
{
  HallRecord *record = hall_record_load (context->db, context->setup->vault, number, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;

  if (order == NULL || !hall_decision_store_remove (context->db, number, error))
    return FALSE;
  hall_context_wake_order (context, record);
  return hall_move_note_look (context, order, "decision-void", NULL, error);
}
