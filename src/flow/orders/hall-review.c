/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order under review.
 */
#include "hall-review-private.h"

#include "hall-client-review.h"
#include "hall-error.h"

#define SAVE_AFTER_MS 400 /* a few keys in a row are one call */

G_DEFINE_FINAL_TYPE (HallReview, hall_review, G_TYPE_OBJECT)

enum
{
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void save (HallReview *self);

HallClient *
hall_review_get_client (HallReview *self)
{
  return hall_session_get_client (hall_order_watch_get_session (self->watch));
}

gboolean
hall_review_is_open (const HallOrder *order)
{
  return hall_order_can (order, HALL_ACTION_REJECT);
}

static gboolean
is_open (HallReview *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  return order != NULL && hall_review_is_open (order);
}

/* @error: (nullable): why they cannot go on */
static void
run_waiting (HallReview *self, const GError *error)
{
  GQueue waiting = self->waiting;

  g_queue_init (&self->waiting);
  for (GTask *task = g_queue_pop_head (&waiting); task != NULL; task = g_queue_pop_head (&waiting))
    if (error != NULL)
      {
        g_task_return_error (task, g_error_copy (error));
        g_object_unref (task);
      }
    else
      ((HallReviewStep) g_object_get_data (G_OBJECT (task), "step")) (self, task);
}

static void
take_sheet (HallReview *self, HallVerdictSheet *sheet)
{
  g_ptr_array_unref (self->places);
  self->places = g_ptr_array_ref (sheet->places);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallReview) self = user_data;

  hall_order_watch_load_finish (HALL_ORDER_WATCH (source), result, NULL);
}

gboolean
hall_review_is_outdated (const GError *error)
{
  return g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE)
         || g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

/* What one has is not the newest: it is asked for. */
static void
look_again (HallReview *self, const GError *error)
{
  if (hall_review_is_outdated (error))
    hall_order_watch_load_async (self->watch, self->cancellable, on_looked_cb, g_object_ref (self));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVerdictSheet) sheet =
      hall_client_put_verdicts_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->saving = FALSE;
  if (sheet != NULL)
    {
      take_sheet (self, sheet);
      if (self->dirty)
        save (self);
      else
        run_waiting (self, NULL);
      return;
    }
  self->dirty = TRUE;
  look_again (self, error);
  if (g_queue_is_empty (&self->waiting))
    g_signal_emit (self, signals[FAILED], 0, error);
  run_waiting (self, error);
}

/* One call at a time, so that none overtakes another. */
static void
save (HallReview *self)
{
  g_autoptr (GPtrArray) judgements = NULL;
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->saving)
    return;
  if (!self->dirty || order == NULL)
    {
      run_waiting (self, NULL);
      return;
    }
  judgements = hall_return_basket_list_judgements (self->basket);
  self->dirty = FALSE;
  self->saving = TRUE;
  hall_client_put_verdicts_async (hall_review_get_client (self), order->number, order->version,
                                  judgements, self->cancellable, on_saved_cb, g_object_ref (self));
}

static gboolean
on_save_due_cb (gpointer user_data)
{
  HallReview *self = user_data;

  self->timer = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_basket_changed_cb (HallReview *self)
{
  if (self->taking || !is_open (self))
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SAVE_AFTER_MS, on_save_due_cb, self);
}

static void
take_judgements (HallReview *self, GPtrArray *judgements)
{
  self->taking = TRUE;
  hall_return_basket_take_judgements (self->basket, judgements);
  self->taking = FALSE;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVerdictSheet) sheet =
      hall_client_get_verdicts_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sheet == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  self->loaded = TRUE;
  take_sheet (self, sheet);
  if (self->dirty)
    save (self);
  else
    take_judgements (self, sheet->judgements);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
load (HallReview *self)
{
  hall_client_get_verdicts_async (hall_review_get_client (self),
                                  hall_order_watch_get_number (self->watch), self->cancellable,
                                  on_loaded_cb, g_object_ref (self));
}

/* The verdicts of an order that has left are history; another round begins with what is kept. */
static void
on_order_changed_cb (HallReview *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);
  const HallOrder *before = hall_order_watch_get_previous (self->watch);

  if (before == NULL || before->state == order->state)
    {
      if (self->dirty) /* an older version was refused */
        on_basket_changed_cb (self);
      return;
    }
  self->dirty = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  load (self);
}

static void
hall_review_dispose (GObject *object)
{
  HallReview *self = HALL_REVIEW (object);

  hall_review_stop (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->basket);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_review_parent_class)->dispose (object);
}

static void
hall_review_class_init (HallReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_review_dispose;
  signals[LOADED] = g_signal_new ("loaded", HALL_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hall_review_init (HallReview *self)
{
  self->places = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

HallReview *
hall_review_new (HallOrderWatch *watch, HallReturnBasket *basket)
{
  HallReview *self = g_object_new (HALL_TYPE_REVIEW, NULL);

  self->watch = g_object_ref (watch);
  self->basket = g_object_ref (basket);
  self->changed_id =
      g_signal_connect_swapped (basket, "changed", G_CALLBACK (on_basket_changed_cb), self);
  self->order_id =
      g_signal_connect_swapped (watch, "changed", G_CALLBACK (on_order_changed_cb), self);
  load (self);
  return self;
}

/* What was said last is sent without anybody waiting for it. */
static void
send_last (HallReview *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);
  g_autoptr (GPtrArray) judgements = hall_return_basket_list_judgements (self->basket);

  if (self->dirty && self->loaded && order != NULL && hall_review_is_open (order))
    hall_client_put_verdicts_async (hall_review_get_client (self), order->number, order->version,
                                    judgements, NULL, NULL, NULL);
}

void
hall_review_stop (HallReview *self)
{
  g_return_if_fail (HALL_IS_REVIEW (self));

  if (self->watch == NULL || self->changed_id == 0)
    return;
  send_last (self);
  g_clear_signal_handler (&self->changed_id, self->basket);
  g_clear_signal_handler (&self->order_id, self->watch);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  for (GTask *task = g_queue_pop_head (&self->waiting); task != NULL;
       task = g_queue_pop_head (&self->waiting))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", "the order is closed");
      g_object_unref (task);
    }
}

GPtrArray *
hall_review_get_places (HallReview *self)
{
  g_return_val_if_fail (HALL_IS_REVIEW (self), NULL);

  return self->places;
}

HallEvent
hall_review_get_decision (HallReview *self)
{
  g_autoptr (GPtrArray) judgements = NULL;

  g_return_val_if_fail (HALL_IS_REVIEW (self), HALL_N_EVENTS);

  judgements = hall_return_basket_list_judgements (self->basket);
  if (!self->loaded)
    return HALL_N_EVENTS;
  return hall_judgements_decide (judgements, self->places);
}

void
hall_review_wait_until_kept (HallReview *self, GTask *task, HallReviewStep step)
{
  g_object_set_data (G_OBJECT (task), "step", step);
  g_queue_push_tail (&self->waiting, task);
  save (self);
}
