/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-watch.h"

#include "hall-client-review.h"
#include "hall-follow.h"

#define LOOK_AFTER_MS 1000

struct _HallOrderWatch
{
  GObject parent_instance;

  HallSession *session;
  char *number;
  HallOrder *order;    /* (nullable) */
  HallOrder *previous; /* (nullable) */
  HallFollow *follow;
  guint look; /* whether a decision has left */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallOrderWatch, hall_order_watch, G_TYPE_OBJECT)

typedef HallOrder *(*OrderFinish) (HallClient *client, GAsyncResult *result, GError **error);

static void
follow_ask (gpointer owner,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  HallOrderWatch *self = owner;
  HallClient *client = hall_session_get_client (self->session);

  /* without an order nothing has version 0: the first answer comes at once */
  hall_client_wait_order_async (client, self->number,
                                self->order != NULL ? self->order->version : 0, cancellable,
                                callback, user_data);
}

static gboolean
follow_take (gpointer owner, GAsyncResult *result, gboolean *news, GError **error)
{
  HallOrderWatch *self = owner;
  HallOrder *order = NULL;

  if (!hall_client_wait_order_finish (hall_session_get_client (self->session), result, &order,
                                      error))
    return FALSE;
  *news = order != NULL && (self->order == NULL || order->version > self->order->version);
  if (order != NULL)
    hall_order_watch_adopt (self, order);
  return TRUE;
}

static void
follow_failed (gpointer owner, const GError *error)
{
  g_signal_emit (owner, signals[FAILED], 0, error);
}

static const HallFollowFuncs follow_funcs = { follow_ask, follow_take, follow_failed };

static void
hall_order_watch_dispose (GObject *object)
{
  HallOrderWatch *self = HALL_ORDER_WATCH (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->follow, hall_follow_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_order_watch_parent_class)->dispose (object);
}

static void
hall_order_watch_finalize (GObject *object)
{
  HallOrderWatch *self = HALL_ORDER_WATCH (object);

  g_free (self->number);
  g_clear_pointer (&self->order, hall_order_free);
  g_clear_pointer (&self->previous, hall_order_free);
  G_OBJECT_CLASS (hall_order_watch_parent_class)->finalize (object);
}

static void
hall_order_watch_class_init (HallOrderWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_order_watch_dispose;
  object_class->finalize = hall_order_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_ORDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_ORDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hall_order_watch_init (HallOrderWatch *self)
{
}

HallOrderWatch *
hall_order_watch_new (HallSession *session, const char *number)
{
  HallOrderWatch *self = g_object_new (HALL_TYPE_ORDER_WATCH, NULL);

  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  self->follow = hall_follow_new (session, &follow_funcs, self);
  return self;
}

void
hall_order_watch_start (HallOrderWatch *self)
{
  hall_follow_restart (self->follow);
}

void
hall_order_watch_stop (HallOrderWatch *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  hall_follow_stop (self->follow);
}

HallSession *
hall_order_watch_get_session (HallOrderWatch *self)
{
  return self->session;
}

const char *
hall_order_watch_get_number (HallOrderWatch *self)
{
  return self->number;
}

const HallOrder *
hall_order_watch_get_order (HallOrderWatch *self)
{
  return self->order;
}

const HallOrder *
hall_order_watch_get_previous (HallOrderWatch *self)
{
  return self->previous;
}

/* A decision that waits leaves the order as it is, its version too. */
static gboolean
is_news (const HallOrder *known, const HallOrder *order)
{
  if (known == NULL || order->version != known->version)
    return known == NULL || order->version > known->version;
  return g_strcmp0 (order->held_by, known->held_by) != 0
         || order->held_until_s != known->held_until_s;
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* the next look tells, or the order itself */
  hall_order_watch_load_finish (HALL_ORDER_WATCH (source), result, NULL);
}

/* A decision that could not take effect leaves the order as it was, and nobody tells. */
static gboolean
on_look_due_cb (gpointer user_data)
{
  HallOrderWatch *self = user_data;

  if (self->order->held_by == NULL)
    {
      self->look = 0;
      return G_SOURCE_REMOVE;
    }
  if (hall_session_get_now_s (self->session) >= self->order->held_until_s)
    hall_order_watch_load_async (self, NULL, on_looked_cb, NULL);
  return G_SOURCE_CONTINUE;
}

void
hall_order_watch_adopt (HallOrderWatch *self, HallOrder *order)
{
  if (!is_news (self->order, order))
    {
      hall_order_free (order);
      return;
    }
  g_clear_pointer (&self->previous, hall_order_free);
  self->previous = self->order;
  self->order = order;
  if (order->held_by != NULL && self->look == 0)
    self->look = g_timeout_add (LOOK_AFTER_MS, on_look_due_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The end of every call of one's own: what it answered is the order now. */
static void
take_answer (GTask *owned_task, GAsyncResult *result, OrderFinish finish)
{
  g_autoptr (GTask) task = owned_task;
  g_autoptr (GError) error = NULL;
  HallOrderWatch *self = g_task_get_source_object (task);
  HallOrder *order = finish (hall_session_get_client (self->session), result, &error);

  if (order == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  hall_order_watch_adopt (self, order);
  g_task_return_boolean (task, TRUE);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, result, hall_client_get_order_finish);
}

static void
on_paid_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, result, hall_client_create_payment_finish);
}

static void
on_auth_renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, result, hall_client_renew_auth_link_finish);
}

static void
on_alternative_requested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, result, hall_client_request_alternative_auth_finish);
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, result, hall_client_undo_decision_finish);
}

/* After an event that came too late: the newest order, and the error all the same. */
static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HallOrderWatch *self = g_task_get_source_object (task);
  GError *stale = g_steal_pointer ((GError **) g_task_get_task_data (task));
  HallOrder *order =
      hall_client_get_order_finish (hall_session_get_client (self->session), result, NULL);

  if (order != NULL)
    hall_order_watch_adopt (self, order);
  g_task_return_error (task, stale);
}

static void
clear_error_box (gpointer data)
{
  GError **box = data;

  g_clear_error (box);
  g_free (box);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallOrderWatch *self = g_task_get_source_object (task);
  HallClient *client = hall_session_get_client (self->session);
  HallOrder *order = hall_client_send_event_finish (client, result, &error);

  if (order != NULL)
    {
      hall_order_watch_adopt (self, order);
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE)
           || g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT))
    {
      GError **box = g_new0 (GError *, 1);

      *box = g_steal_pointer (&error);
      g_task_set_task_data (task, box, clear_error_box);
      hall_client_get_order_async (client, self->number, g_task_get_cancellable (task),
                                   on_reloaded_cb, g_object_ref (task));
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
new_task (HallOrderWatch *self,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static gboolean
finish_task (HallOrderWatch *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hall_order_watch_load_async (HallOrderWatch *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  hall_client_get_order_async (hall_session_get_client (self->session), self->number, cancellable,
                               on_loaded_cb,
                               new_task (self, hall_order_watch_load_async, cancellable, callback,
                                         user_data));
}

gboolean
hall_order_watch_load_finish (HallOrderWatch *self, GAsyncResult *result, GError **error)
{
  return finish_task (self, result, hall_order_watch_load_async, error);
}

void
hall_order_watch_send_async (HallOrderWatch *self,
                             HallEvent event,
                             const HallEventBody *body,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (self->order != NULL);
  hall_client_send_event_async (hall_session_get_client (self->session), self->number,
                                self->order->version, event, body, cancellable, on_sent_cb,
                                new_task (self, hall_order_watch_send_async, cancellable, callback,
                                          user_data));
}

gboolean
hall_order_watch_send_finish (HallOrderWatch *self, GAsyncResult *result, GError **error)
{
  return finish_task (self, result, hall_order_watch_send_async, error);
}

void
hall_order_watch_undo_async (HallOrderWatch *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  hall_client_undo_decision_async (hall_session_get_client (self->session), self->number,
                                   cancellable, on_undone_cb,
                                   new_task (self, hall_order_watch_undo_async, cancellable,
                                             callback, user_data));
}

gboolean
hall_order_watch_undo_finish (HallOrderWatch *self, GAsyncResult *result, GError **error)
{
  return finish_task (self, result, hall_order_watch_undo_async, error);
}

void
hall_order_watch_pay_async (HallOrderWatch *self,
                            HallPayChannel channel,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  hall_client_create_payment_async (hall_session_get_client (self->session), self->number, channel,
                                    cancellable, on_paid_cb,
                                    new_task (self, hall_order_watch_pay_async, cancellable,
                                              callback, user_data));
}

gboolean
hall_order_watch_pay_finish (HallOrderWatch *self, GAsyncResult *result, GError **error)
{
  return finish_task (self, result, hall_order_watch_pay_async, error);
}

void
hall_order_watch_renew_auth_async (HallOrderWatch *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  hall_client_renew_auth_link_async (hall_session_get_client (self->session), self->number,
                                     cancellable, on_auth_renewed_cb,
                                     new_task (self, hall_order_watch_renew_auth_async, cancellable,
                                               callback, user_data));
}

gboolean
hall_order_watch_renew_auth_finish (HallOrderWatch *self, GAsyncResult *result, GError **error)
{
  return finish_task (self, result, hall_order_watch_renew_auth_async, error);
}

void
hall_order_watch_request_alternative_async (HallOrderWatch *self,
                                            const char *note,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  hall_client_request_alternative_auth_async (hall_session_get_client (self->session), self->number,
                                              note, cancellable, on_alternative_requested_cb,
                                              new_task (self,
                                                        hall_order_watch_request_alternative_async,
                                                        cancellable, callback, user_data));
}

gboolean
hall_order_watch_request_alternative_finish (HallOrderWatch *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  return finish_task (self, result, hall_order_watch_request_alternative_async, error);
}
