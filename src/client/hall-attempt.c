/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-attempt.h"

#define CONNECT_S   10
#define ANSWER_S    30 /* without a byte in either direction */
#define CHUNK_BYTES (64 * 1024)
#define MAX_BYTES   (32 * 1024 * 1024)

typedef struct
{
  SoupMessage *message;
  guint wait_s;
  HallAttemptProgress progress;
  GCancellable *inner; /* what the steps run under: the caller's and the timer's */
  GSource *outer;      /* (nullable): fires when the caller cancels */
  GSource *timer;
  gboolean timed_out;
  GInputStream *stream;
  GByteArray *received;
  gint64 sent;
} Attempt;

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
attempt_free (gpointer data)
{
  Attempt *self = data;

  clear_source (&self->timer);
  clear_source (&self->outer);
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_object_unref (self->message);
  g_object_unref (self->inner);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->received);
  g_free (self);
}

static gboolean
on_time_is_up_cb (gpointer user_data)
{
  Attempt *self = user_data;

  self->timed_out = TRUE;
  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
arm_timer (Attempt *self, guint seconds)
{
  clear_source (&self->timer);
  self->timer = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->timer, on_time_is_up_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static gboolean
on_caller_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Attempt *self = user_data;

  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
on_message_starting_cb (SoupMessage *message, Attempt *self)
{
  self->sent = 0;
  arm_timer (self, ANSWER_S + self->wait_s);
}

static void
on_body_written_cb (SoupMessage *message, guint n_bytes, Attempt *self)
{
  self->sent += n_bytes;
  arm_timer (self, ANSWER_S + self->wait_s);
  if (self->progress.func != NULL)
    self->progress.func (MIN (self->sent, self->progress.total), self->progress.total,
                         self->progress.data);
}

/* Takes over @error. */
static void
return_failure (GTask *task, GError *error)
{
  Attempt *self = g_task_get_task_data (task);

  if (!self->timed_out)
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no answer in time");
}

static void read_more (GTask *task);

static void
on_chunk_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Attempt *self = g_task_get_task_data (task);
  g_autoptr (GBytes) chunk =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize length = chunk != NULL ? g_bytes_get_size (chunk) : 0;

  if (chunk == NULL)
    return_failure (task, g_steal_pointer (&error));
  else if (length == 0)
    g_task_return_pointer (task, g_bytes_new (self->received->data, self->received->len),
                           (GDestroyNotify) g_bytes_unref);
  else if (self->received->len + length > MAX_BYTES)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "answer too long");
  else
    {
      g_byte_array_append (self->received, g_bytes_get_data (chunk, NULL), (guint) length);
      read_more (g_steal_pointer (&task));
    }
}

/* Takes over the reference of @task. */
static void
read_more (GTask *task)
{
  Attempt *self = g_task_get_task_data (task);

  arm_timer (self, ANSWER_S);
  g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->inner,
                                   on_chunk_read_cb, task);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Attempt *self = g_task_get_task_data (task);

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream != NULL)
    read_more (g_steal_pointer (&task));
  else
    return_failure (task, g_steal_pointer (&error));
}

void
hall_attempt_send_async (SoupSession *session,
                         SoupMessage *message,
                         guint wait_s,
                         const HallAttemptProgress *progress,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Attempt *self = g_new0 (Attempt, 1);

  g_task_set_source_tag (task, hall_attempt_send_async);
  g_task_set_task_data (task, self, attempt_free);
  self->message = g_object_ref (message);
  self->wait_s = wait_s;
  self->progress = *progress;
  self->inner = g_cancellable_new ();
  self->received = g_byte_array_new ();
  if (cancellable != NULL)
    {
      self->outer = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->outer, G_SOURCE_FUNC (on_caller_cancelled_cb), self, NULL);
      g_source_attach (self->outer, g_task_get_context (task));
    }
  g_signal_connect (message, "starting", G_CALLBACK (on_message_starting_cb), self);
  g_signal_connect (message, "wrote-body-data", G_CALLBACK (on_body_written_cb), self);
  arm_timer (self, CONNECT_S);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, self->inner, on_sent_cb, task);
}

GBytes *
hall_attempt_send_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
