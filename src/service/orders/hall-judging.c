/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-judging.h"

#include "hall-error.h"
#include "hall-limits.h"
#include "hall-verdict-store.h"

static const char *
find_sha256 (const char *slot, gpointer data)
{
  const HallStoredDocument *stored = hall_case_find_document (data, slot);

  return stored != NULL ? stored->document->sha256 : NULL;
}

/* Of what has changed since, nothing was said. */
static void
take_current (HallJudging *self, HallContext *context, const HallCase *order, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      HallStoredJudgement *row = g_ptr_array_index (stored, i);
      g_autofree char *key = hall_case_key_at (order, context, row->judgement->place);

      if (g_strcmp0 (key, row->judged_key) == 0)
        g_ptr_array_add (self->judgements, g_steal_pointer (&row->judgement));
    }
}

HallJudging *
hall_judging_load (HallContext *context, const HallCase *order, GError **error)
{
  g_autoptr (GPtrArray) stored =
      hall_verdict_store_list (context->db, context->setup->vault, order->record->number, error);
  HallJudging *self;

  if (stored == NULL)
    return NULL;
  self = g_new0 (HallJudging, 1);
  self->judgements = hall_judgements_new ();
  self->places =
      hall_judgements_list_places (order->catalog, order->type, order->record->application,
                                   find_sha256, (gpointer) order);
  take_current (self, context, order, stored);
  return self;
}

void
hall_judging_free (HallJudging *self)
{
  g_ptr_array_unref (self->judgements);
  g_ptr_array_unref (self->places);
  g_free (self);
}

HallEvent
hall_judging_decide (const HallJudging *self)
{
  return hall_judgements_decide (self->judgements, self->places);
}

static void
add_finding (GPtrArray *findings, const char *where, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (findings, hall_finding_new (where, &issue));
}

/* A box lies on a page that is there. */
static gboolean
is_mark_good (const HallCase *order, const HallReturn *item)
{
  const HallStoredDocument *stored = hall_case_find_document (order, item->place);

  return item->mark.page == 0
         || (stored != NULL && item->mark.page <= MAX (stored->document->pages, 1));
}

void
hall_judging_check_return (const HallCase *order,
                           HallEvent event,
                           const HallReturn *item,
                           GPtrArray *findings)
{
  if (!hall_event_can_return (event, order->catalog, item->place) || !is_mark_good (order, item)
      || !hall_reason_fits (item->reason, order->catalog, order->type, item->place))
    add_finding (findings, item->place, HALL_ISSUE_REASON_UNFIT,
                 hall_reason_get_code (item->reason));
}

void
hall_judging_list_open (const HallJudging *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) returns = hall_judgements_list_returns (self->judgements);

  for (guint i = 0; i < returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (returns, i);

      if (hall_reason_needs_text (item->reason) && item->text == NULL)
        add_finding (findings, item->place, HALL_ISSUE_REASON_TEXT_MISSING, NULL);
    }
  for (guint i = 0; i < self->places->len && returns->len == 0; i++)
    {
      const char *place = g_ptr_array_index (self->places, i);

      if (hall_judgements_find (self->judgements, place) == NULL)
        add_finding (findings, place, HALL_ISSUE_NOT_JUDGED, NULL);
    }
}

static void
check_judgement (const HallCase *order, const HallJudgement *judgement, GPtrArray *findings)
{
  for (guint i = 0; i < judgement->returns->len; i++)
    hall_judging_check_return (order, HALL_EVENT_REVIEW_REJECTED,
                               g_ptr_array_index (judgement->returns, i), findings);
}

static void
set_findings_error (const HallContext *context, GPtrArray *findings, GError **error)
{
  GError *own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID,
                                     context->lang == HALL_LANG_ZH_CN
                                         ? "有原因不适用于所选的内容。"
                                         : "A reason does not fit what it is given for.");

  hall_error_set_findings (own, findings);
  g_propagate_error (error, own);
}

static gboolean
check_count (const HallContext *context, GPtrArray *judgements, GError **error)
{
  g_autoptr (GPtrArray) returns = hall_judgements_list_returns (judgements);

  if (returns->len <= HALL_MAX_RETURNS)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
               context->lang == HALL_LANG_ZH_CN ? "一次退回最多 %d 条原因。"
                                                : "An order goes back for at most %d reasons.",
               HALL_MAX_RETURNS);
  return FALSE;
}

gboolean
hall_judging_keep (HallContext *context,
                   const HallCase *order,
                   GPtrArray *judgements,
                   GError **error)
{
  g_autoptr (GPtrArray) owned = judgements;
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_stored_judgement_free);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  const HallJudged judged = { context->caller.staff, context->now_s };

  if (!check_count (context, owned, error))
    return FALSE;
  for (guint i = 0; i < owned->len; i++)
    {
      HallJudgement *judgement = g_ptr_array_index (owned, i);
      g_autofree char *key = hall_case_key_at (order, context, judgement->place);

      check_judgement (order, judgement, findings);
      g_ptr_array_add (rows, hall_stored_judgement_new (judgement, key));
    }
  g_ptr_array_set_free_func (owned, NULL); /* they belong to @rows now */
  if (findings->len > 0)
    {
      set_findings_error (context, findings, error);
      return FALSE;
    }
  return hall_verdict_store_replace (context->db, context->setup->vault, order->record->number,
                                     rows, &judged, error);
}
