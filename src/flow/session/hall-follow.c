/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-follow.h"

#include "hall-backoff.h"

#define MAX_PAUSE_MS (60 * 1000)
#define MIN_ROUND_MS 1000 /* of a call without news: a hall that does not wait is not pestered */

struct _HallFollow
{
  HallSession *session; /* owned */
  HallFollowFuncs funcs;
  gpointer owner;
  GCancellable *cancellable; /* (nullable): of the call that runs */
  gint64 asked_us;
  HallBackoff backoff;
  gboolean wants_identity; /* stopped until somebody signs in */
};

static void ask (gpointer data);

/* TRUE for what may be better the next time. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE)
         || g_error_matches (error, HALL_ERROR, HALL_ERROR_TOO_MANY)
         || g_error_matches (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

static void
go_on (HallFollow *self, gboolean news)
{
  gint64 round_ms = (g_get_monotonic_time () - self->asked_us) / 1000;

  hall_backoff_reset (&self->backoff);
  if (news || round_ms >= MIN_ROUND_MS)
    ask (self);
  else
    hall_backoff_schedule (&self->backoff, MIN_ROUND_MS);
}

/* The owner may free the follow in either of its functions. Cancelling comes first then, so what
 * is cancelled is not touched. */
static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallFollow *self = user_data;
  g_autoptr (GCancellable) cancellable = g_object_ref (g_task_get_cancellable (G_TASK (result)));
  g_autoptr (GError) error = NULL;
  gboolean news = FALSE;
  gboolean taken;

  if (g_cancellable_is_cancelled (cancellable))
    return;
  taken = self->funcs.take (self->owner, result, &news, &error);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->cancellable);
  if (taken)
    go_on (self, news);
  else if (g_error_matches (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT))
    self->wants_identity = TRUE;
  else if (is_passing (error))
    hall_backoff_schedule (&self->backoff, 1000 * hall_error_get_retry_after (error));
  else if (self->funcs.failed != NULL)
    self->funcs.failed (self->owner, error);
}

static void
ask (gpointer data)
{
  HallFollow *self = data;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->asked_us = g_get_monotonic_time ();
  self->funcs.ask (self->owner, self->cancellable, on_answered_cb, self);
}

static void
on_link_changed_cb (HallSession *session, HallFollow *self)
{
  if (hall_session_get_link (session) == HALL_LINK_ONLINE)
    hall_backoff_hurry (&self->backoff);
}

static void
on_identity_changed_cb (HallSession *session, HallFollow *self)
{
  if (self->wants_identity && hall_session_get_identity (session) != NULL)
    hall_follow_restart (self);
}

/* What was followed belongs to the hall that was left. */
static void
on_hall_changed_cb (HallSession *session, HallFollow *self)
{
  hall_follow_stop (self);
}

HallFollow *
hall_follow_new (HallSession *session, const HallFollowFuncs *funcs, gpointer owner)
{
  HallFollow *self = g_new0 (HallFollow, 1);

  self->session = g_object_ref (session);
  self->funcs = *funcs;
  self->owner = owner;
  hall_backoff_init (&self->backoff,
                     2 * hall_client_get_retry_ms (hall_session_get_client (session)), MAX_PAUSE_MS,
                     ask, self);
  g_signal_connect (session, "hall-changed", G_CALLBACK (on_hall_changed_cb), self);
  g_signal_connect (session, "link-changed", G_CALLBACK (on_link_changed_cb), self);
  g_signal_connect (session, "identity-changed", G_CALLBACK (on_identity_changed_cb), self);
  return self;
}

void
hall_follow_stop (HallFollow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hall_backoff_reset (&self->backoff);
  self->wants_identity = FALSE;
}

void
hall_follow_free (HallFollow *self)
{
  hall_follow_stop (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_unref (self->session);
  g_free (self);
}

void
hall_follow_restart (HallFollow *self)
{
  hall_follow_stop (self);
  ask (self);
}
