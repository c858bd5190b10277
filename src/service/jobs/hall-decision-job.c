/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decision-job.h"

#include "hall-deciding.h"
#include "hall-error.h"

char *
hall_decision_job_next (HallContext *context, GError **error)
{
  return hall_decision_store_next (context->db, context->now_s, error);
}

/* Who decided acts, with the roles they have now: the move asks for them. */
static gboolean
become (HallContext *context, const char *staff, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallLogin) login = hall_staff_find (context->db, staff, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (login == NULL || login->disabled_s != 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_DENIED, "%s has left", staff);
      return FALSE;
    }
  hall_caller_clear (&context->caller);
  context->caller.staff = g_strdup (staff);
  context->caller.name = g_strdup (staff);
  context->caller.actors = login->actors;
  return TRUE;
}

gboolean
hall_decision_job_write (HallContext *context, gpointer number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDecision) decision =
      hall_decision_store_get (context->db, context->setup->vault, number, &error);

  /* undone since it was listed */
  if (decision == NULL && error == NULL)
    return TRUE;
  if (decision != NULL && become (context, decision->staff, &error)
      && hall_deciding_take_effect (context, decision, &error))
    return TRUE;
  g_warning ("decision of %s: %s", (const char *) number, error->message);
  return FALSE;
}

gboolean
hall_decision_job_void (HallContext *context, gpointer number)
{
  g_autoptr (GError) error = NULL;

  if (hall_deciding_void (context, number, &error))
    return TRUE;
  g_warning ("decision of %s: %s", (const char *) number, error->message);
  return FALSE;
}
