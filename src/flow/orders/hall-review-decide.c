/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter and the decision of a review.
 */
#include "hall-review-private.h"

#include "hall-client-review.h"

static void
on_letter_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HallLetter *letter = hall_client_get_letter_finish (HALL_CLIENT (source), result, &error);

  if (letter == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, letter, (GDestroyNotify) hall_letter_free);
}

static void
ask_letter (HallReview *self, GTask *task)
{
  hall_client_get_letter_async (hall_review_get_client (self),
                                hall_order_watch_get_number (self->watch),
                                g_task_get_cancellable (task), on_letter_cb, task);
}

void
hall_review_get_letter_async (HallReview *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_review_get_letter_async);
  hall_review_wait_until_kept (self, task, ask_letter);
}

HallLetter *
hall_review_get_letter_finish (HallReview *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  hall_order_watch_load_finish (HALL_ORDER_WATCH (source), result, NULL);
  g_task_return_error (task, g_object_steal_data (G_OBJECT (task), "error"));
}

/* The newest order first, where one had an older; then the error all the same. */
static void
return_error (HallReview *self, GTask *owned_task, GError *error)
{
  g_autoptr (GTask) task = owned_task;

  if (!hall_review_is_outdated (error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "error", error, (GDestroyNotify) g_error_free);
  hall_order_watch_load_async (self->watch, self->cancellable, on_reloaded_cb,
                               g_steal_pointer (&task));
}

static void
take_order (GTask *owned_task, HallOrder *order, GError *error)
{
  g_autoptr (GTask) task = owned_task;
  HallReview *self = g_task_get_source_object (task);

  if (order == NULL)
    {
      return_error (self, g_steal_pointer (&task), error);
      return;
    }
  hall_order_watch_adopt (self->watch, order);
  g_task_return_boolean (task, TRUE);
}

static void
on_decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  HallOrder *order = hall_client_decide_finish (HALL_CLIENT (source), result, &error);

  take_order (user_data, order, error);
}

static void
send_decision (HallReview *self, GTask *task)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);
  HallEvent event = hall_review_get_decision (self);
  const char *text = g_task_get_task_data (task);

  if (event == HALL_N_EVENTS) /* the hall says what is open */
    event = HALL_EVENT_REVIEW_PASSED;
  hall_client_decide_async (hall_review_get_client (self), order->number, order->version, event,
                            text, g_task_get_cancellable (task), on_decided_cb, task);
}

void
hall_review_decide_async (HallReview *self,
                          const char *text,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_review_decide_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  hall_review_wait_until_kept (self, task, send_decision);
}

gboolean
hall_review_decide_finish (HallReview *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
