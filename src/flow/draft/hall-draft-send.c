/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving an order on: what was typed first, then the event.
 */
#include "hall-draft-private.h"

#define MAX_SENDS 3 /* of an order that is touched elsewhere all the time */

typedef struct
{
  HallEvent event;
  HallEventBody body; /* its texts are owned */
  gboolean has_body;
  gboolean own_fields; /* the account is taken from the draft */
  char *seen;          /* what the order looked like when it was sent */
  guint sends;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_clear_pointer (&sending->body.fields, g_hash_table_unref);
  g_clear_pointer (&sending->body.returns, g_ptr_array_unref);
  g_free ((char *) sending->body.code);
  g_free ((char *) sending->body.note);
  g_free ((char *) sending->body.payer);
  g_free ((char *) sending->body.courier);
  g_free ((char *) sending->body.tracking_number);
  g_free (sending->seen);
  g_free (sending);
}

static void
copy_body (HallEventBody *to, const HallEventBody *from)
{
  to->fields = from->fields != NULL ? g_hash_table_ref (from->fields) : NULL;
  to->returns = from->returns != NULL ? g_ptr_array_ref (from->returns) : NULL;
  to->code = g_strdup (from->code);
  to->note = g_strdup (from->note);
  to->amount_fen = from->amount_fen;
  to->payer = g_strdup (from->payer);
  to->courier = g_strdup (from->courier);
  to->tracking_number = g_strdup (from->tracking_number);
}

/* What the handler decides by: state, fields, documents. */
static char *
describe_order (const HallOrder *order)
{
  GString *text = g_string_new (hall_state_get_name (order->state));

  if (order->application != NULL)
    {
      g_autofree char *hash = hall_application_hash_all (order->application);

      g_string_append_printf (text, " %s", hash);
    }
  for (guint i = 0; i < order->documents->len; i++)
    {
      const HallDocument *document = g_ptr_array_index (order->documents, i);

      g_string_append_printf (text, " %s=%s", document->slot, document->sha256);
    }
  return g_string_free (text, FALSE);
}

/* The fields of the account, as they are filled in. */
static GHashTable *
collect_account (HallDraft *self)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (self->catalog->sections, i);

      for (guint j = 0; section->subject == HALL_SECTION_ACCOUNT && j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);
          const char *value = hall_draft_get_value (self, field->id);

          if (*value != '\0')
            g_hash_table_insert (fields, g_strdup (field->id), g_strdup (value));
        }
    }
  return fields;
}

static void send_event (GTask *task);

/* Touched elsewhere, but still what the handler saw: once more. */
static gboolean
may_send_again (HallDraft *self, Sending *sending, const GError *error)
{
  g_autofree char *now = describe_order (hall_draft_get_order (self));

  return g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE) && sending->sends < MAX_SENDS
         && g_strcmp0 (now, sending->seen) == 0;
}

static void
on_event_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallDraft *self = g_task_get_source_object (task);

  if (hall_order_watch_send_finish (HALL_ORDER_WATCH (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (may_send_again (self, g_task_get_task_data (task), error))
    send_event (task);
  else
    {
      if (hall_error_get_findings (error) != NULL)
        hall_draft_note_refused (self, hall_error_get_findings (error));
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
send_event (GTask *task)
{
  HallDraft *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);

  g_free (sending->seen);
  sending->seen = describe_order (hall_draft_get_order (self));
  sending->sends++;
  if (sending->own_fields)
    {
      g_clear_pointer (&sending->body.fields, g_hash_table_unref);
      sending->body.fields = collect_account (self);
    }
  hall_order_watch_send_async (self->watch, sending->event,
                               sending->has_body || sending->own_fields ? &sending->body : NULL,
                               g_task_get_cancellable (task), on_event_sent_cb,
                               g_object_ref (task));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (hall_draft_save_finish (HALL_DRAFT (source), result, &error))
    send_event (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
hall_draft_send_async (HallDraft *self,
                       HallEvent event,
                       const HallEventBody *body,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  g_task_set_source_tag (task, hall_draft_send_async);
  g_task_set_task_data (task, sending, sending_free);
  sending->event = event;
  sending->has_body = body != NULL;
  if (body != NULL)
    copy_body (&sending->body, body);
  sending->own_fields =
      event == HALL_EVENT_RESUBMIT_ACCOUNT && (body == NULL || body->fields == NULL);
  hall_draft_save_async (self, cancellable, on_saved_cb, task);
}

gboolean
hall_draft_send_finish (HallDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
