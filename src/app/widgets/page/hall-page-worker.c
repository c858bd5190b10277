/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread behind a page source.
 */
#include "hall-page-worker.h"

#include "hall-page-process.h"

/* Freed by the thread when the last job is done. */
struct _HallPageWorker
{
  GAsyncQueue *jobs; /* what both threads touch */
  HallPageProcess *process;
};

/* Pushed last. */
static HallPageJob stop_job;

HallPageJob *
hall_page_job_new (GCancellable *cancellable, HallPageJobFunc func, gpointer user_data)
{
  HallPageJob *job = g_new0 (HallPageJob, 1);

  g_set_object (&job->cancellable, cancellable);
  job->func = func;
  job->user_data = user_data;
  return job;
}

static void
job_free (HallPageJob *job)
{
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->sizes, g_array_unref);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_clear_pointer (&job->text, hall_page_text_free);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
on_job_done_cb (gpointer user_data)
{
  HallPageJob *job = user_data;

  job->func (job, job->user_data);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
worker_free (HallPageWorker *self)
{
  g_async_queue_unref (self->jobs);
  hall_page_process_free (self->process);
  g_free (self);
}

static void
do_job (HallPageWorker *self, HallPageJob *job)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  switch (job->kind)
    {
    case HALL_PAGE_JOB_MEASURE:
      job->sizes = hall_page_process_measure (self->process, &job->error);
      break;
    case HALL_PAGE_JOB_DRAW:
      job->surface = hall_page_process_draw (self->process, &job->wish, &job->error);
      break;
    case HALL_PAGE_JOB_READ:
      job->text = hall_page_process_read (self->process, job->wish.page, &job->error);
      break;
    default:
      g_return_if_reached ();
    }
}

static gpointer
worker_main (gpointer data)
{
  HallPageWorker *self = data;
  HallPageJob *job;

  while ((job = g_async_queue_pop (self->jobs)) != &stop_job)
    {
      do_job (self, job);
      /* Before the window is drawn again: where that is slow, there is always more to draw. */
      g_idle_add_full (G_PRIORITY_DEFAULT, on_job_done_cb, job, NULL);
    }
  worker_free (self);
  return NULL;
}

HallPageWorker *
hall_page_worker_new (GBytes *bytes)
{
  HallPageWorker *self = g_new0 (HallPageWorker, 1);

  self->jobs = g_async_queue_new ();
  self->process = hall_page_process_new (bytes);
  g_thread_unref (g_thread_new ("hall-pages", worker_main, self));
  return self;
}

void
hall_page_worker_push (HallPageWorker *self, HallPageJob *job)
{
  g_async_queue_push (self->jobs, job);
}

void
hall_page_worker_release (HallPageWorker *self)
{
  GAsyncQueue *jobs = g_async_queue_ref (self->jobs); /* the worker drops its own any moment */

  hall_page_process_interrupt (self->process);
  g_async_queue_push (jobs, &stop_job);
  g_async_queue_unref (jobs);
}
