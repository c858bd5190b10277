/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-child-watch.h"

struct _HallChildWatch
{
  GMutex lock; /* of what follows */
  GCond changed;
  GSubprocess *child; /* owned (nullable): whom to end */
  gint64 until;       /* monotonic µs */
  gboolean idle;      /* the thread waits until there is a child */
  gboolean done;
  GThread *thread;
};

/* It looks again when the time of an answer that has come long ago is up: answers are many, and
 * each would wake it twice. */
static gpointer
watch_main (gpointer data)
{
  HallChildWatch *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->done)
    {
      self->idle = self->child == NULL;
      if (self->idle)
        g_cond_wait (&self->changed, &self->lock);
      else if (g_get_monotonic_time () < self->until)
        g_cond_wait_until (&self->changed, &self->lock, self->until);
      else
        {
          g_subprocess_force_exit (self->child);
          g_clear_object (&self->child);
        }
    }
  return NULL;
}

HallChildWatch *
hall_child_watch_new (void)
{
  HallChildWatch *self = g_new0 (HallChildWatch, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("child-watch", watch_main, self);
  return self;
}

void
hall_child_watch_free (HallChildWatch *self)
{
  g_mutex_lock (&self->lock);
  self->done = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_clear_object (&self->child);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
hall_child_watch_begin (HallChildWatch *self, GSubprocess *child, guint max_seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) max_seconds * G_USEC_PER_SEC;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  /* One that sleeps until a later time would come too late. */
  if (self->idle || until < self->until)
    g_cond_signal (&self->changed);
  g_set_object (&self->child, child);
  self->until = until;
}

void
hall_child_watch_end (HallChildWatch *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_object (&self->child);
}
