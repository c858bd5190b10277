/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-countdown.h"

struct _HallCountdown
{
  GObject parent_instance;

  HallSession *session;
  gint64 until_s;
  gint64 total_s;
  guint timer;
};

enum
{
  TICK,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallCountdown, hall_countdown, G_TYPE_OBJECT)

static void
hall_countdown_dispose (GObject *object)
{
  HallCountdown *self = HALL_COUNTDOWN (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_countdown_parent_class)->dispose (object);
}

static void
hall_countdown_class_init (HallCountdownClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_countdown_dispose;
  signals[TICK] = g_signal_new ("tick", HALL_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", HALL_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
hall_countdown_init (HallCountdown *self)
{
}

HallCountdown *
hall_countdown_new (HallSession *session)
{
  HallCountdown *self = g_object_new (HALL_TYPE_COUNTDOWN, NULL);

  self->session = g_object_ref (session);
  return self;
}

static gboolean
on_second_passed_cb (gpointer data)
{
  HallCountdown *self = data;
  gboolean ended = hall_countdown_get_left_s (self) == 0;

  if (ended)
    self->timer = 0;
  g_object_ref (self); /* a handler may drop it */
  g_signal_emit (self, signals[TICK], 0);
  if (ended && self->timer == 0) /* unless a handler has set another time */
    g_signal_emit (self, signals[ENDED], 0);
  g_object_unref (self);
  return ended ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
hall_countdown_set_until (HallCountdown *self, gint64 until_s)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->until_s = until_s;
  self->total_s = hall_countdown_get_left_s (self);
  if (until_s != 0)
    self->timer = g_timeout_add (1000, on_second_passed_cb, self);
  g_signal_emit (self, signals[TICK], 0);
}

guint
hall_countdown_get_left_s (HallCountdown *self)
{
  return (guint) CLAMP (self->until_s - hall_session_get_now_s (self->session), 0, G_MAXINT);
}

double
hall_countdown_get_fraction (HallCountdown *self)
{
  if (self->total_s == 0)
    return 0;
  return MIN ((double) hall_countdown_get_left_s (self) / (double) self->total_s, 1.0);
}
