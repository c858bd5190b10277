/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-jobs.h"

#include "hall-blobs.h"
#include "hall-clock-job.h"
#include "hall-decision-job.h"
#include "hall-decision-store.h"
#include "hall-outbox-job.h"
#include "hall-outbox-store.h"

#define CLOCK_EVERY_S 60

static gpointer const WAKE = (gpointer) "wake";
static gpointer const STOP = (gpointer) "stop";

struct _HallJobs
{
  const HallSetup *setup;
  HallWriter *writer;
  HallJobsChanged changed;
  gpointer data;
  GThread *thread;
  GAsyncQueue *queue;
  HallDb *db;      /* the thread's, reading */
  HallDb *sandbox; /* (nullable): the thread's, writing */
};

static void
init_context (HallJobs *self, HallContext *context)
{
  hall_context_init (context, self->setup, self->db);
  context->now_s = g_get_real_time () / G_USEC_PER_SEC;
  context->lang = HALL_LANG_ZH_CN;
}

/* Hands a change to the writer, waits for it and tells what changed. */
static gboolean
write_and_tell (HallJobs *self, HallContext *context, HallWriteFunc run, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!hall_writer_wait (self->writer, context, run, data, &error))
    {
      if (error != NULL)
        g_warning ("jobs: %s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < context->dead_blobs->len; i++)
    hall_blobs_delete (self->setup->blob_dir, g_ptr_array_index (context->dead_blobs, i));
  if (context->topics->len > 0)
    self->changed (context->topics, self->data);
  return TRUE;
}

/* Sends one item that is due. TRUE if there may be more. */
static gboolean
work_on_outbox (HallJobs *self)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallOutboxResult) result = NULL;
  g_autoptr (GError) error = NULL;

  init_context (self, &context);
  result = hall_outbox_job_try (&context, self->sandbox, &error);
  if (error != NULL)
    g_warning ("outbox: %s", error->message);
  if (result == NULL)
    return FALSE;
  return write_and_tell (self, &context, hall_outbox_job_write, result)
         || write_and_tell (self, &context, hall_outbox_job_postpone, result);
}

/* One decision takes effect, or is given up. TRUE if there may be more. */
static gboolean
work_on_decisions (HallJobs *self)
{
  g_auto (HallContext) context = { 0 };
  g_auto (HallContext) other = { 0 };
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  init_context (self, &context);
  init_context (self, &other);
  number = hall_decision_job_next (&context, &error);
  if (error != NULL)
    g_warning ("decisions: %s", error->message);
  if (number == NULL)
    return FALSE;
  return write_and_tell (self, &context, hall_decision_job_write, number)
         || write_and_tell (self, &other, hall_decision_job_void, number);
}

static void
work_on_clock (HallJobs *self)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GError) error = NULL;

  init_context (self, &context);
  numbers = hall_clock_job_list (&context, &error);
  if (error != NULL)
    g_warning ("clock: %s", error->message);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      g_auto (HallContext) one = { 0 };

      init_context (self, &one);
      write_and_tell (self, &one, hall_clock_job_move, g_ptr_array_index (numbers, i));
    }
  write_and_tell (self, &context, hall_clock_job_tidy, NULL);
}

/* Microseconds until something is due: an item of the outbox, a decision, or the clock. */
static guint64
time_to_sleep (HallJobs *self, gint64 clock_s)
{
  g_autoptr (GError) error = NULL;
  gint64 now_us = g_get_real_time ();
  gint64 due_s = hall_outbox_next_due (self->db, &error);
  gint64 decision_s = error == NULL ? hall_decision_store_next_due (self->db, &error) : -1;
  gint64 until_s = due_s < 0 ? clock_s : MIN (due_s, clock_s);

  if (decision_s >= 0)
    until_s = MIN (until_s, decision_s);
  if (error != NULL)
    g_warning ("outbox: %s", error->message);
  return (guint64) CLAMP (until_s * G_USEC_PER_SEC - now_us, 50000,
                          (gint64) CLOCK_EVERY_S * G_USEC_PER_SEC);
}

static gpointer
jobs_main (gpointer data)
{
  HallJobs *self = data;
  gint64 clock_s = 0;
  gpointer message = NULL;

  while (message != STOP)
    {
      while (work_on_decisions (self))
        ;
      while (work_on_outbox (self))
        ;
      if (g_get_real_time () / G_USEC_PER_SEC >= clock_s)
        {
          work_on_clock (self);
          clock_s = g_get_real_time () / G_USEC_PER_SEC + CLOCK_EVERY_S;
        }
      message = g_async_queue_timeout_pop (self->queue, time_to_sleep (self, clock_s));
    }
  return NULL;
}

static void
close_connections (HallJobs *self)
{
  g_clear_pointer (&self->db, hall_db_close);
  g_clear_pointer (&self->sandbox, hall_db_close);
}

HallJobs *
hall_jobs_new (const HallSetup *setup,
               HallWriter *writer,
               HallJobsChanged changed,
               gpointer data,
               GError **error)
{
  HallJobs *self = g_new0 (HallJobs, 1);

  self->setup = setup;
  self->writer = writer;
  self->changed = changed;
  self->data = data;
  self->db = hall_db_open (setup->db_path, HALL_DB_READ, error);
  if (self->db != NULL && setup->sandbox_path != NULL)
    self->sandbox = hall_db_open (setup->sandbox_path, HALL_DB_WRITE, error);
  if (self->db == NULL || (setup->sandbox_path != NULL && self->sandbox == NULL))
    {
      close_connections (self);
      g_free (self);
      return NULL;
    }
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("hall-jobs", jobs_main, self);
  return self;
}

void
hall_jobs_wake (HallJobs *self)
{
  g_async_queue_push (self->queue, WAKE);
}

void
hall_jobs_free (HallJobs *self)
{
  g_async_queue_push (self->queue, STOP);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  close_connections (self);
  g_free (self);
}
