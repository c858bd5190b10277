/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-saver.h"

#include "hall-backoff.h"

#define DELAY_MS     1500
#define MAX_DELAY_MS 10000 /* for somebody who types without a pause */
#define MAX_PAUSE_MS (60 * 1000)
#define MAX_MERGES   5 /* in a row */

struct _HallSaver
{
  HallSession *session;
  HallOrderWatch *watch;
  HallFill *fill;
  HallSaverFuncs funcs;
  GObject *owner; /* what is told may drop it: callbacks hold it while they run */

  HallSaveState state;
  gint64 saved_s;
  GError *error;   /* (nullable) */
  gint64 waits_us; /* since when there is something to save; 0: there is not */
  guint timer;
  HallBackoff backoff;
  GCancellable *cancellable;
  gboolean busy;             /* a call runs */
  gboolean after_conflict;   /* it loads the order that has moved on */
  HallApplication *snapshot; /* (nullable): what the save that runs has sent */
  HallApplication *taken;    /* (nullable): what the hall took last */
  guint merges;
  GPtrArray *tasks; /* (element-type GTask): that wait for everything to be saved */
};

static void begin_save (HallSaver *self);

static void
set_state (HallSaver *self, HallSaveState state, const GError *error)
{
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  if (self->state == state && error == NULL)
    return;
  self->state = state;
  self->funcs.state_changed (self->owner);
}

/* A hall that keeps something else than it was sent is not sent the same again and again. */
static gboolean
has_something (HallSaver *self)
{
  return hall_fill_is_dirty (self->fill)
         && (self->taken == NULL
             || !hall_application_equal (self->taken, hall_fill_get_application (self->fill)));
}

/* @error: (nullable): NULL when everything is saved */
static void
answer_tasks (HallSaver *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->tasks);

  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
    else
      g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
}

static gboolean
on_delay_ended_cb (gpointer data)
{
  HallSaver *self = data;
  g_autoptr (GObject) owner = g_object_ref (self->owner);

  self->timer = 0;
  begin_save (self);
  return G_SOURCE_REMOVE;
}

static void
arm_timer (HallSaver *self)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 left_ms;

  if (self->waits_us == 0)
    self->waits_us = now_us;
  left_ms = MAX_DELAY_MS - (now_us - self->waits_us) / 1000;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (left_ms, 1, DELAY_MS), on_delay_ended_cb, self);
}

/* Done, or on to what has been typed since. */
static void
settle (HallSaver *self)
{
  self->waits_us = 0;
  if (!has_something (self))
    {
      set_state (self, HALL_SAVE_SAVED, NULL);
      answer_tasks (self, NULL);
    }
  else if (self->tasks->len > 0)
    begin_save (self);
  else
    {
      set_state (self, HALL_SAVE_PENDING, NULL);
      arm_timer (self);
    }
}

/* What the hall did not take. Everything stays here, and in the journal. */
static void
take_failure (HallSaver *self, const GError *error)
{
  gboolean passing = g_error_matches (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE)
                     || g_error_matches (error, HALL_ERROR, HALL_ERROR_TOO_MANY)
                     || g_error_matches (error, HALL_ERROR, HALL_ERROR_INTERNAL);

  if (passing)
    hall_backoff_schedule (&self->backoff, 1000 * hall_error_get_retry_after (error));
  set_state (self, passing ? HALL_SAVE_OFFLINE : HALL_SAVE_REFUSED, error);
  if (!passing)
    self->funcs.refused (self->owner, error);
  answer_tasks (self, error);
}

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSaver *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = NULL;
  HallOrder *order = hall_client_get_order_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  owner = g_object_ref (self->owner);
  self->busy = FALSE;
  if (order != NULL)
    hall_order_watch_adopt (self->watch, order); /* the draft merges */
  if (self->after_conflict)
    self->after_conflict = FALSE;
  else if (order != NULL)
    begin_save (self);
  else
    take_failure (self, error);
}

static void
reload (HallSaver *self)
{
  self->busy = TRUE;
  hall_client_get_order_async (hall_session_get_client (self->session),
                               hall_order_watch_get_number (self->watch), self->cancellable,
                               on_reloaded_cb, self);
}

static void
on_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSaver *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = NULL;
  g_autoptr (HallApplication) snapshot = NULL;
  HallOrder *order = hall_client_put_application_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  owner = g_object_ref (self->owner);
  self->busy = FALSE;
  snapshot = g_steal_pointer (&self->snapshot);
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE) && self->merges++ < MAX_MERGES)
    reload (self);
  else if (order == NULL)
    {
      self->after_conflict = g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT);
      take_failure (self, error);
      if (self->after_conflict)
        reload (self);
    }
  else
    {
      self->merges = 0;
      self->saved_s = hall_session_get_now_s (self->session);
      hall_backoff_reset (&self->backoff);
      g_clear_pointer (&self->taken, hall_application_free);
      self->taken = g_steal_pointer (&snapshot);
      hall_order_watch_adopt (self->watch, order);
      self->funcs.saved (self->owner, self->taken);
      settle (self);
    }
}

static void
begin_save (HallSaver *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  if (self->busy)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  hall_backoff_cancel (&self->backoff);
  if (!has_something (self))
    {
      settle (self);
      return;
    }
  self->busy = TRUE;
  self->snapshot = hall_application_copy (hall_fill_get_application (self->fill));
  set_state (self, HALL_SAVE_SAVING, NULL);
  hall_client_put_application_async (hall_session_get_client (self->session), order->number,
                                     order->version, self->snapshot, self->cancellable, on_put_cb,
                                     self);
}

static void
on_backoff_cb (gpointer data)
{
  HallSaver *self = data;
  g_autoptr (GObject) owner = g_object_ref (self->owner);

  begin_save (self);
}

static void
on_link_changed_cb (HallSession *session, HallSaver *self)
{
  if (hall_session_get_link (session) == HALL_LINK_ONLINE)
    hall_backoff_hurry (&self->backoff);
}

/* Refused because nobody was signed in: now somebody is. */
static void
on_identity_changed_cb (HallSession *session, HallSaver *self)
{
  g_autoptr (GObject) owner = g_object_ref (self->owner);

  if (hall_session_get_identity (session) != NULL
      && g_error_matches (self->error, HALL_ERROR, HALL_ERROR_SIGNED_OUT))
    begin_save (self);
}

HallSaver *
hall_saver_new (HallOrderWatch *watch, HallFill *fill, const HallSaverFuncs *funcs, GObject *owner)
{
  HallSaver *self = g_new0 (HallSaver, 1);

  self->session = g_object_ref (hall_order_watch_get_session (watch));
  self->watch = g_object_ref (watch);
  self->fill = fill;
  self->funcs = *funcs;
  self->owner = owner;
  self->cancellable = g_cancellable_new ();
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  hall_backoff_init (&self->backoff,
                     4 * hall_client_get_retry_ms (hall_session_get_client (self->session)),
                     MAX_PAUSE_MS, on_backoff_cb, self);
  g_signal_connect (self->session, "link-changed", G_CALLBACK (on_link_changed_cb), self);
  g_signal_connect (self->session, "identity-changed", G_CALLBACK (on_identity_changed_cb), self);
  return self;
}

void
hall_saver_free (HallSaver *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->timer, g_source_remove);
  hall_backoff_reset (&self->backoff);
  g_object_unref (self->cancellable);
  g_object_unref (self->session);
  g_object_unref (self->watch);
  g_clear_pointer (&self->snapshot, hall_application_free);
  g_clear_pointer (&self->taken, hall_application_free);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->tasks);
  g_free (self);
}

void
hall_saver_note_change (HallSaver *self)
{
  g_clear_pointer (&self->taken, hall_application_free);
  if (self->busy || self->state == HALL_SAVE_OFFLINE)
    return;
  if (has_something (self))
    {
      set_state (self, HALL_SAVE_PENDING, NULL);
      arm_timer (self);
    }
  else
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      settle (self);
    }
}

void
hall_saver_flush (HallSaver *self, GTask *task)
{
  g_ptr_array_add (self->tasks, task);
  begin_save (self);
}

HallSaveState
hall_saver_get_state (HallSaver *self)
{
  return self->state;
}

gint64
hall_saver_get_saved_s (HallSaver *self)
{
  return self->saved_s;
}

const GError *
hall_saver_get_error (HallSaver *self)
{
  return self->error;
}
