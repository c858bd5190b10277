/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-hold.h"

#include "hall-client-desk.h"
#include "hall-error.h"

#define RENEW_PART  3 /* so often within the time after which it is given up */
#define ASK_AGAIN_S 20
#define TICK_S      1
#define PARTING_S   3

struct _HallHold
{
  GObject parent_instance;

  HallSession *session;
  HallHoldState state;
  char *number;              /* (nullable) */
  char *sentence;            /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the call on its way */
  guint idle_s;
  gint64 touched_us;
  gint64 asked_us;
  guint timer;
};

G_DEFINE_FINAL_TYPE (HallHold, hall_hold, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (HallHold *self, HallHoldState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_call (HallHold *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* A lost line is no news: the claim lives for a while, and is asked for again. */
static void
take_failure (HallHold *self, const GError *error)
{
  if (!g_error_matches (error, HALL_ERROR, HALL_ERROR_CLAIMED))
    return;
  g_free (self->sentence);
  self->sentence = g_strdup (error->message);
  set_state (self, HALL_HOLD_OTHERS);
}

static void
on_claimed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallHold) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) order =
      hall_client_claim_order_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (order == NULL)
    {
      take_failure (self, error);
      return;
    }
  g_clear_pointer (&self->sentence, g_free);
  set_state (self, HALL_HOLD_MINE);
}

static void
ask (HallHold *self)
{
  stop_call (self);
  self->asked_us = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  hall_client_claim_order_async (hall_session_get_client (self->session), self->number,
                                 self->cancellable, on_claimed_cb, g_object_ref (self));
}

/* The last words of a program that ends: it stays until they are said, but not for long. */
typedef struct
{
  GApplication *application; /* (nullable): kept running meanwhile */
  GCancellable *cancellable;
  guint timer;
} Parting;

static gboolean
on_waited_long_cb (gpointer user_data)
{
  Parting *parting = user_data;

  parting->timer = 0;
  g_cancellable_cancel (parting->cancellable);
  return G_SOURCE_REMOVE;
}

/* A claim that could not be given up lapses. */
static void
on_given_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Parting *parting = user_data;

  hall_client_release_order_finish (HALL_CLIENT (source), result, NULL);
  if (parting->application != NULL)
    g_application_release (parting->application);
  g_clear_object (&parting->application);
  g_clear_handle_id (&parting->timer, g_source_remove);
  g_object_unref (parting->cancellable);
  g_free (parting);
}

static void
give_up (HallHold *self)
{
  GApplication *application = g_application_get_default ();
  Parting *parting;

  stop_call (self);
  if (self->state != HALL_HOLD_MINE && self->state != HALL_HOLD_ASKING)
    return;
  parting = g_new0 (Parting, 1);
  parting->cancellable = g_cancellable_new ();
  parting->timer = g_timeout_add_seconds (PARTING_S, on_waited_long_cb, parting);
  g_set_object (&parting->application, application);
  if (application != NULL)
    g_application_hold (application);
  hall_client_release_order_async (hall_session_get_client (self->session), self->number,
                                   parting->cancellable, on_given_up_cb, parting);
}

static gboolean
is_over (gint64 since_us, gint64 seconds)
{
  return g_get_monotonic_time () - since_us >= seconds * G_USEC_PER_SEC;
}

static gboolean
on_time_passed_cb (gpointer user_data)
{
  HallHold *self = user_data;

  if (self->state == HALL_HOLD_IDLE)
    return G_SOURCE_CONTINUE;
  if (is_over (self->touched_us, self->idle_s))
    {
      give_up (self);
      set_state (self, HALL_HOLD_IDLE);
    }
  else if (is_over (self->asked_us,
                    self->state == HALL_HOLD_MINE ? self->idle_s / RENEW_PART : ASK_AGAIN_S))
    ask (self);
  return G_SOURCE_CONTINUE;
}

static void
hall_hold_dispose (GObject *object)
{
  HallHold *self = HALL_HOLD (object);

  if (self->session != NULL)
    hall_hold_release (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_hold_parent_class)->dispose (object);
}

static void
hall_hold_finalize (GObject *object)
{
  HallHold *self = HALL_HOLD (object);

  g_free (self->number);
  g_free (self->sentence);
  G_OBJECT_CLASS (hall_hold_parent_class)->finalize (object);
}

static void
hall_hold_class_init (HallHoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_hold_dispose;
  object_class->finalize = hall_hold_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_HOLD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hall_hold_init (HallHold *self)
{
}

HallHold *
hall_hold_new (HallSession *session, guint idle_s)
{
  HallHold *self = g_object_new (HALL_TYPE_HOLD, NULL);

  self->session = g_object_ref (session);
  self->idle_s = idle_s;
  return self;
}

void
hall_hold_take (HallHold *self, const char *number)
{
  g_return_if_fail (HALL_IS_HOLD (self));

  if (self->state != HALL_HOLD_NONE && g_strcmp0 (number, self->number) == 0)
    return;
  hall_hold_release (self);
  self->number = g_strdup (number);
  self->touched_us = g_get_monotonic_time ();
  self->timer = g_timeout_add_seconds (TICK_S, on_time_passed_cb, self);
  ask (self);
  set_state (self, HALL_HOLD_ASKING);
}

void
hall_hold_release (HallHold *self)
{
  g_return_if_fail (HALL_IS_HOLD (self));

  if (self->state == HALL_HOLD_NONE)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  give_up (self);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->sentence, g_free);
  set_state (self, HALL_HOLD_NONE);
}

void
hall_hold_touch (HallHold *self)
{
  g_return_if_fail (HALL_IS_HOLD (self));

  self->touched_us = g_get_monotonic_time ();
  if (self->state != HALL_HOLD_IDLE)
    return;
  ask (self);
  set_state (self, HALL_HOLD_ASKING);
}

HallHoldState
hall_hold_get_state (HallHold *self)
{
  g_return_val_if_fail (HALL_IS_HOLD (self), HALL_HOLD_NONE);

  return self->state;
}

const char *
hall_hold_get_sentence (HallHold *self)
{
  g_return_val_if_fail (HALL_IS_HOLD (self), NULL);

  return self->sentence;
}
