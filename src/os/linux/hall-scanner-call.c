/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-scanner-call.h"

#include <glib/gi18n.h>

#include "hall-error.h"

/* How long a call waits for the one before it, which may have been left with its device. */
#define MAX_WAIT_S 30

/* People see no more. */
#define TELL_EVERY_US (50 * 1000)

/* Held by both threads; each has members of its own. */
struct _HallScannerCall
{
  gint ref_count;
  GCancellable *cancellable; /* set off by the caller, or by us when it is too late */
  GMainContext *context;     /* the caller's */
  HallScannerJob job;

  /* the caller's thread */
  GTask *task; /* (nullable): NULL once it is answered */
  GSource *on_cancelled, *on_late;

  /* the scanners' thread */
  gint64 told_us;

  /* either, one after the other */
  gint begun; /* atomic */
  gpointer result;
  GError *error;
};

typedef struct
{
  HallScannerCall *call;
  guint page;
  double fraction;
} News;

static HallScannerCall *
call_ref (HallScannerCall *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

static void
call_unref (gpointer data)
{
  HallScannerCall *self = data;

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  if (self->result != NULL)
    self->job.free_result (self->result);
  if (self->job.free_data != NULL)
    self->job.free_data (self->job.data);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_free (self);
}

/* Has @function run in the caller's thread, never in this one. */
static void
post (HallScannerCall *self, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, free_data);
  g_source_attach (source, self->context);
}

static void
stop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* (transfer full) (nullable): the task, which the caller of this answers */
static GTask *
take_task (HallScannerCall *self)
{
  stop_source (&self->on_cancelled);
  stop_source (&self->on_late);
  return g_steal_pointer (&self->task);
}

static gboolean
on_done_cb (gpointer data)
{
  HallScannerCall *self = data;
  g_autoptr (GTask) task = take_task (self);

  if (task != NULL && self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else if (task != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self->result), self->job.free_result);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = take_task (data);

  (void) cancellable;
  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
  return G_SOURCE_REMOVE;
}

static gboolean
on_late_cb (gpointer data)
{
  HallScannerCall *self = data;
  g_autoptr (GTask) task = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->begun, FALSE, TRUE))
    return G_SOURCE_REMOVE;
  task = take_task (self);
  g_task_return_new_error (task, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "%s",
                           _ ("The scanner does not answer. Switch it off and on again."));
  return G_SOURCE_REMOVE;
}

static gboolean
on_news_cb (gpointer data)
{
  const News *news = data;
  const HallScannerCall *call = news->call;

  if (call->task != NULL)
    call->job.progress (news->page, news->fraction, call->job.progress_data);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  call_unref (news->call);
  g_free (news);
}

static gpointer
thread_main (gpointer data)
{
  GAsyncQueue *queue = data;

  for (;;)
    {
      HallScannerCall *call = g_async_queue_pop (queue);

      if (g_atomic_int_compare_and_exchange (&call->begun, FALSE, TRUE)
          && !g_cancellable_set_error_if_cancelled (call->cancellable, &call->error))
        call->result = call->job.work (call, call->job.data, &call->error);
      post (call, on_done_cb, call, call_unref);
    }
  return NULL;
}

/* The scanners' thread lives as long as the program: it may hang in a device. */
static GAsyncQueue *
get_queue (void)
{
  static GAsyncQueue *queue = NULL;

  if (g_once_init_enter (&queue))
    {
      GAsyncQueue *made = g_async_queue_new ();

      g_thread_unref (g_thread_new ("scanner", thread_main, made));
      g_once_init_leave (&queue, made);
    }
  return queue;
}

static GSource *
watch (HallScannerCall *self, GSource *source, GSourceFunc function)
{
  g_source_set_callback (source, function, call_ref (self), call_unref);
  g_source_attach (source, self->context);
  return source;
}

void
hall_scanner_call_start (GTask *task, const HallScannerJob *job)
{
  HallScannerCall *self = g_new0 (HallScannerCall, 1);
  GCancellable *given = g_task_get_cancellable (task);

  self->ref_count = 1;
  self->job = *job;
  self->cancellable = given != NULL ? g_object_ref (given) : g_cancellable_new ();
  self->context = g_main_context_ref (g_task_get_context (task));
  self->task = task;
  /* The cancellable is looked at here, where the task is answered. */
  g_task_set_check_cancellable (task, FALSE);
  self->on_cancelled =
      watch (self, g_cancellable_source_new (self->cancellable), G_SOURCE_FUNC (on_cancelled_cb));
  self->on_late = watch (self, g_timeout_source_new_seconds (MAX_WAIT_S), on_late_cb);
  g_async_queue_push (get_queue (), self);
}

gboolean
hall_scanner_call_is_cancelled (HallScannerCall *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

void
hall_scanner_call_tell (HallScannerCall *self, guint page, double fraction)
{
  gint64 now_us = g_get_monotonic_time ();
  News *news;

  if (self->job.progress == NULL || now_us < self->told_us + TELL_EVERY_US)
    return;
  self->told_us = now_us;
  news = g_new0 (News, 1);
  *news = (News){ call_ref (self), page, fraction };
  post (self, on_news_cb, news, news_free);
}
