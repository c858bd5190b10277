/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-send.h"

#include "hall-limits.h"

typedef struct
{
  char *bank;
  GPtrArray *transfers;
  guint sent;
  HallImportResult *result;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *self = data;

  g_free (self->bank);
  g_ptr_array_unref (self->transfers);
  g_clear_pointer (&self->result, hall_import_result_free);
  g_free (self);
}

static void send_part (GTask *task);

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallImportResult) part =
      hall_client_import_statement_finish (HALL_CLIENT (source), result, &error);

  if (part == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->result->added += part->added;
  g_array_append_vals (self->result->known, part->known->data, part->known->len);
  send_part (g_steal_pointer (&task));
}

/* Takes over @task. */
static void
send_part (GTask *task)
{
  Sending *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) part = g_ptr_array_new ();

  while (self->sent < self->transfers->len && part->len < HALL_MAX_IMPORT)
    g_ptr_array_add (part, g_ptr_array_index (self->transfers, self->sent++));
  if (part->len > 0)
    {
      hall_client_import_statement_async (g_task_get_source_object (task), self->bank, part,
                                          g_task_get_cancellable (task), on_sent_cb, task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&self->result),
                         (GDestroyNotify) hall_import_result_free);
  g_object_unref (task);
}

void
hall_statement_send_async (HallClient *client,
                           const char *bank,
                           GPtrArray *transfers,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Sending *self = g_new0 (Sending, 1);

  g_task_set_source_tag (task, hall_statement_send_async);
  self->bank = g_strdup (bank);
  self->transfers = g_ptr_array_ref (transfers);
  self->result = hall_import_result_new ();
  g_task_set_task_data (task, self, sending_free);
  send_part (task);
}

HallImportResult *
hall_statement_send_finish (HallClient *client, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
