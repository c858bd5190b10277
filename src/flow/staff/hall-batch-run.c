/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-batch-run.h"

#include "hall-client-order.h"
#include "hall-production.h"

typedef struct
{
  HallBatchWish wish;
  HallClient *client;
  guint next;
  HallBatchResult *result;
} Run;

void
hall_batch_result_free (HallBatchResult *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static void
run_free (gpointer data)
{
  Run *self = data;

  g_ptr_array_unref (self->wish.items);
  g_ptr_array_unref (self->wish.lines);
  g_object_unref (self->client);
  g_clear_pointer (&self->result, hall_batch_result_free);
  g_free (self);
}

static void
add_problem (Run *self, const HallBatchLine *line, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *number = g_strdup_printf ("%u", line->line);

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (self->result->problems,
                   hall_finding_new (line->line > 0 ? number : line->order, &issue));
}

static void run_on (GTask *task);

/* Whether going on could help: a refusal is about one order, anything else about all of them. */
static gboolean
is_refusal (const GError *error)
{
  static const HallError refusals[] = { HALL_ERROR_INVALID,   HALL_ERROR_DENIED,
                                        HALL_ERROR_NOT_FOUND, HALL_ERROR_CONFLICT,
                                        HALL_ERROR_CLAIMED,   HALL_ERROR_STALE };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (g_error_matches (error, HALL_ERROR, (int) refusals[i]))
      return TRUE;
  return FALSE;
}

/* Takes over @task and @error. */
static void
go_on (GTask *task, GError *error)
{
  Run *self = g_task_get_task_data (task);
  const HallBatchLine *line = g_ptr_array_index (self->wish.lines, self->next - 1);

  if (error == NULL)
    self->result->done++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  else
    {
      gboolean lost = !is_refusal (error);

      add_problem (self, line, HALL_ISSUE_MESSAGE, error->message);
      while (lost && self->next < self->wish.lines->len)
        add_problem (self, g_ptr_array_index (self->wish.lines, self->next++), HALL_ISSUE_MESSAGE,
                     error->message);
      g_error_free (error);
    }
  if (self->wish.progress != NULL)
    self->wish.progress (self->next, self->wish.lines->len, self->wish.progress_data);
  run_on (task);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  HallOrder *order = hall_client_send_event_finish (HALL_CLIENT (source), result, &error);

  g_clear_pointer (&order, hall_order_free);
  go_on (user_data, error);
}

static void
on_entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  HallOrder *order = hall_client_put_certificate_finish (HALL_CLIENT (source), result, &error);

  g_clear_pointer (&order, hall_order_free);
  go_on (user_data, error);
}

static void
do_line (GTask *task, const HallBatchLine *line, gint64 version)
{
  Run *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const HallEventBody parcel = { .courier = line->values[0], .tracking_number = line->values[1] };
  const HallNewCertificate certificate = { line->values[0], line->values[1], line->values[2] };

  switch (self->wish.step)
    {
    case HALL_BATCH_CERTIFICATE:
      hall_client_put_certificate_async (self->client, line->order, version, &certificate,
                                         cancellable, on_entered_cb, task);
      break;
    case HALL_BATCH_SHIP:
      hall_client_send_event_async (self->client, line->order, version, HALL_EVENT_SHIP, &parcel,
                                    cancellable, on_sent_cb, task);
      break;
    default:
      hall_client_send_event_async (self->client, line->order, version, HALL_EVENT_START_PRODUCTION,
                                    NULL, cancellable, on_sent_cb, task);
      break;
    }
}

/* Takes over @task. */
static void
run_on (GTask *task)
{
  Run *self = g_task_get_task_data (task);

  while (self->next < self->wish.lines->len)
    {
      const HallBatchLine *line = g_ptr_array_index (self->wish.lines, self->next++);
      const HallBatchItem *item = hall_production_find (self->wish.items, line->order);

      if (item != NULL)
        {
          do_line (task, line, item->version);
          return;
        }
      add_problem (self, line, HALL_ISSUE_LINE_NOT_HERE, line->order);
    }
  g_task_return_pointer (task, g_steal_pointer (&self->result),
                         (GDestroyNotify) hall_batch_result_free);
  g_object_unref (task);
}

void
hall_batch_run_async (HallSession *session,
                      const HallBatchWish *wish,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Run *self = g_new0 (Run, 1);

  g_task_set_source_tag (task, hall_batch_run_async);
  self->wish = *wish;
  g_ptr_array_ref (wish->items);
  g_ptr_array_ref (wish->lines);
  self->client = g_object_ref (hall_session_get_client (session));
  self->result = g_new0 (HallBatchResult, 1);
  self->result->problems = hall_findings_new ();
  g_task_set_task_data (task, self, run_free);
  run_on (task);
}

HallBatchResult *
hall_batch_run_finish (HallSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
