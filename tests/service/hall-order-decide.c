/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-decide.h"

#include "hall-deciding.h"
#include "hall-decision-job.h"
#include "hall-wire-review.h"

static void
add_returned (GPtrArray *judgements, GPtrArray *returns)
{
  for (guint i = 0; i < returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (returns, i);
      HallJudgement *judgement = (HallJudgement *) hall_judgements_find (judgements, item->place);

      if (judgement == NULL)
        {
          judgement = hall_judgement_new (item->place);
          g_ptr_array_add (judgements, judgement);
        }
      g_ptr_array_add (judgement->returns, hall_return_copy (item));
    }
}

gboolean
hall_order_decide_judge (HallContext *context,
                         const HallCase *order,
                         GPtrArray *returns,
                         GError **error)
{
  g_autoptr (HallJudging) judging = hall_judging_load (context, order, error);
  g_autoptr (GPtrArray) judgements = hall_judgements_new ();

  if (judging == NULL)
    return FALSE;
  for (guint i = 0; i < judging->places->len; i++)
    g_ptr_array_add (judgements, hall_judgement_new (g_ptr_array_index (judging->places, i)));
  if (returns != NULL)
    add_returned (judgements, returns);
  return hall_judging_keep (context, order, g_steal_pointer (&judgements), error);
}

static gboolean
hold_review (HallContext *context, HallCase *order, HallEvent event, JsonNode *body, GError **error)
{
  g_autoptr (HallJson) json = hall_json_new ("body", body);
  g_autoptr (GPtrArray) returns = NULL;

  if (event == HALL_EVENT_REVIEW_REJECTED)
    {
      returns = hall_wire_read_returns (json, "returns");
      if (!hall_json_finish (json, error))
        return FALSE;
    }
  return hall_order_decide_judge (context, order, returns, error)
         && hall_deciding_hold (context, order, event, NULL, error);
}

gboolean
hall_order_decide_hold (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, GError **error)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (JsonNode) root = hall_json_parse ("body", body != NULL ? body : "{}", -1, error);
  gboolean held;

  g_assert_nonnull (root);
  hall_order_fixture_init_context (self, &context, who);
  order = hall_order_fixture_open (self, &context);
  g_assert_true (hall_db_savepoint (self->store.db, NULL));
  if (event == HALL_EVENT_REVIEW_PASSED || event == HALL_EVENT_REVIEW_REJECTED)
    held = hold_review (&context, order, event, root, error);
  else
    held = hall_deciding_hold_event (&context, order, event, root, error);
  if (held)
    g_assert_true (hall_db_release (self->store.db, NULL));
  else
    hall_db_rollback_to_savepoint (self->store.db);
  return held;
}

gboolean
hall_order_decide_undo (HallOrderFixture *self, const char *who, GError **error)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  gboolean undone;

  hall_order_fixture_init_context (self, &context, who);
  order = hall_order_fixture_open (self, &context);
  g_assert_true (hall_db_savepoint (self->store.db, NULL));
  undone = hall_deciding_undo (&context, order, error);
  if (undone)
    g_assert_true (hall_db_release (self->store.db, NULL));
  else
    hall_db_rollback_to_savepoint (self->store.db);
  return undone;
}

/* One write of the job, as the writer does it. */
static gboolean
write_job (HallOrderFixture *self, HallContext *context, char *number, gboolean effect)
{
  gboolean done;

  g_assert_true (hall_db_savepoint (self->store.db, NULL));
  done =
      effect ? hall_decision_job_write (context, number) : hall_decision_job_void (context, number);
  if (done)
    g_assert_true (hall_db_release (self->store.db, NULL));
  else
    hall_db_rollback_to_savepoint (self->store.db);
  return done;
}

HallDecided
hall_order_decide_run_jobs (HallOrderFixture *self)
{
  g_auto (HallContext) context = { 0 };
  g_auto (HallContext) other = { 0 };
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  hall_order_fixture_init_context (self, &context, "timer");
  hall_order_fixture_init_context (self, &other, "timer");
  number = hall_decision_job_next (&context, &error);
  g_assert_no_error (error);
  if (number == NULL)
    return HALL_DECIDED_NOTHING;
  if (write_job (self, &context, number, TRUE))
    return HALL_DECIDED_MOVED;
  g_assert_true (write_job (self, &other, number, FALSE));
  return HALL_DECIDED_VOID;
}
