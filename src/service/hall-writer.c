/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-writer.h"

#include "hall-error.h"

#define MAX_GROUP 64

typedef struct
{
  HallContext *context;
  HallWriteFunc run;
  HallWrittenFunc written;
  gpointer data;
  gboolean stop;
} Job;

struct _HallWriter
{
  GThread *thread;
  GAsyncQueue *queue;
  HallDb *db;    /* the thread's */
  guint written; /* atomic: groups */
};

/* One change in its savepoint. FALSE if nothing of the group can be committed any more: a full
 * or failing disk makes the database take the whole transaction back. */
static gboolean
run_job (HallWriter *self, Job *job, GError **error)
{
  gboolean keep;

  if (!hall_db_savepoint (self->db, error))
    return FALSE;
  job->context->db = self->db;
  keep = job->run (job->context, job->data);
  job->context->db = NULL;
  if (!hall_db_is_in_transaction (self->db))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                           "the database took the transaction back; is the disk full?");
      return FALSE;
    }
  if (keep)
    return hall_db_release (self->db, error);
  hall_db_rollback_to_savepoint (self->db);
  return TRUE;
}

/* Runs the group in one transaction. Returns why nothing of it was committed, or NULL. */
static GError *
run_group (HallWriter *self, GPtrArray *group)
{
  GError *error = NULL;
  gboolean good = hall_db_begin (self->db, &error);

  for (guint i = 0; i < group->len && good; i++)
    good = run_job (self, g_ptr_array_index (group, i), &error);
  if (good)
    good = hall_db_commit (self->db, &error);
  if (!good && hall_db_is_in_transaction (self->db))
    hall_db_rollback (self->db);
  return error;
}

/* Waits for one change and takes what else is waiting. TRUE if the thread is to end. */
static gboolean
take_group (HallWriter *self, GPtrArray *group)
{
  Job *job = g_async_queue_pop (self->queue);

  while (job != NULL)
    {
      if (job->stop)
        {
          g_free (job);
          return TRUE;
        }
      g_ptr_array_add (group, job);
      job = group->len < MAX_GROUP ? g_async_queue_try_pop (self->queue) : NULL;
    }
  return FALSE;
}

static gpointer
writer_main (gpointer data)
{
  HallWriter *self = data;
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func (g_free);
  gboolean stop = FALSE;

  while (!stop)
    {
      g_autoptr (GError) error = NULL;

      stop = take_group (self, group);
      if (group->len == 0)
        continue;
      error = run_group (self, group);
      g_atomic_int_inc (&self->written);
      if (error != NULL)
        g_warning ("%u changes were not committed: %s", group->len, error->message);
      for (guint i = 0; i < group->len; i++)
        {
          Job *job = g_ptr_array_index (group, i);

          job->written (job->context, job->data, error);
        }
      g_ptr_array_set_size (group, 0);
    }
  return NULL;
}

HallWriter *
hall_writer_new (HallDb *db)
{
  HallWriter *self = g_new0 (HallWriter, 1);

  self->queue = g_async_queue_new ();
  self->db = db;
  self->thread = g_thread_new ("hall-writer", writer_main, self);
  return self;
}

void
hall_writer_free (HallWriter *self)
{
  Job *job = g_new0 (Job, 1);

  job->stop = TRUE;
  g_async_queue_push (self->queue, job);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  hall_db_close (self->db);
  g_free (self);
}

void
hall_writer_submit (HallWriter *self,
                    HallContext *context,
                    HallWriteFunc run,
                    HallWrittenFunc written,
                    gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->context = context;
  job->run = run;
  job->written = written;
  job->data = data;
  g_async_queue_push (self->queue, job);
}

guint
hall_writer_count_groups (HallWriter *self)
{
  return (guint) g_atomic_int_get (&self->written);
}

/* A change somebody waits for, and where the answer goes. */
typedef struct
{
  HallWriteFunc run;
  gpointer data;
  gboolean kept;
  GError *error;
  GAsyncQueue *answer;
} Wait;

static gboolean
run_wait (HallContext *context, gpointer data)
{
  Wait *wait = data;

  wait->kept = wait->run (context, wait->data);
  return wait->kept;
}

static void
on_wait_written_cb (G_GNUC_UNUSED HallContext *context, gpointer data, const GError *error)
{
  Wait *wait = data;

  wait->error = error != NULL ? g_error_copy (error) : NULL;
  g_async_queue_push (wait->answer, wait);
}

gboolean
hall_writer_wait (
    HallWriter *self, HallContext *context, HallWriteFunc run, gpointer data, GError **error)
{
  HallDb *db = context->db;
  Wait wait = { run, data, FALSE, NULL, g_async_queue_new () };

  hall_writer_submit (self, context, run_wait, on_wait_written_cb, &wait);
  g_async_queue_pop (wait.answer);
  g_async_queue_unref (wait.answer);
  context->db = db;
  if (wait.error == NULL)
    return wait.kept;
  g_propagate_error (error, wait.error);
  return FALSE;
}
