/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-decision.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-desk-action.h"

struct _HallDeskDecision
{
  GObject parent_instance;

  GtkWidget *desk;     /* not owned */
  HallNotice *notice;  /* not owned */
  HallVerdictBar *bar; /* not owned */

  HallOrderWatch *watch;     /* (nullable) */
  HallCatalog *catalog;      /* (nullable) */
  HallReturnBasket *basket;  /* (nullable) */
  HallActionDialog *dialog;  /* (nullable): weak */
  GCancellable *cancellable; /* (nullable): while there is an order */
  gboolean allowed;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (HallDeskDecision, hall_desk_decision, G_TYPE_OBJECT)

/* What was typed stays in the dialog; what was chosen stays in the basket. */
static void
show_refusal (HallDeskDecision *self, const GError *error)
{
  gboolean stale = g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE);
  const HallDeskAction *what =
      self->dialog != NULL ? hall_desk_action_get (hall_action_dialog_get_action (self->dialog))
                           : NULL;

  if (stale)
    hall_notice_show (self->notice, HALL_DOUBTFUL,
                      _ ("Somebody else has just changed the order. This is the newest; please "
                         "look again."),
                      NULL);
  if (what == NULL)
    {
      if (!stale)
        hall_notice_show_error (self->notice, error);
      return;
    }
  if (stale && (what->ask == HALL_ASK_CONFIRM || what->ask == HALL_ASK_RETURNS))
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
  else
    hall_action_dialog_show_error (self->dialog, error);
}

static void
tell_step (HallDeskDecision *self)
{
  const GPtrArray *steps = hall_order_watch_get_order (self->watch)->timeline;
  const HallTimelineStep *step;

  /* what waits is told of below, and when it leaves */
  if (steps->len == 0 || hall_order_watch_get_order (self->watch)->held_by != NULL)
    return;
  step = g_ptr_array_index (steps, steps->len - 1);
  hall_notice_show (self->notice, HALL_GOOD, hall_event_get_label (step->event, hall_app_lang ()),
                    NULL);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskDecision) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_watch_send_finish (HALL_ORDER_WATCH (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  if (self->dialog != NULL)
    hall_action_dialog_set_busy (self->dialog, FALSE);
  if (error != NULL)
    {
      show_refusal (self, error);
      return;
    }
  if (self->dialog != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
  hall_return_basket_clear (self->basket);
  tell_step (self);
  hall_desk_decision_explain (self);
}

static void
on_confirmed_cb (HallDeskDecision *self)
{
  const HallDeskAction *what = hall_desk_action_get (hall_action_dialog_get_action (self->dialog));
  HallEventBody body;

  if (self->sending)
    return;
  self->sending = TRUE;
  hall_action_dialog_fill_body (self->dialog, &body);
  hall_action_dialog_set_busy (self->dialog, TRUE);
  hall_order_watch_send_async (self->watch, what->event, &body, self->cancellable, on_sent_cb,
                               g_object_ref (self));
}

static void
drop (HallDeskDecision *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->dialog != NULL)
    {
      GtkWidget *dialog = GTK_WIDGET (self->dialog);

      g_clear_weak_pointer (&self->dialog);
      gtk_widget_destroy (dialog);
    }
  g_clear_object (&self->watch);
  g_clear_object (&self->basket);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->sending = FALSE;
}

static void
hall_desk_decision_dispose (GObject *object)
{
  drop (HALL_DESK_DECISION (object));
  G_OBJECT_CLASS (hall_desk_decision_parent_class)->dispose (object);
}

static void
hall_desk_decision_class_init (HallDeskDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_desk_decision_dispose;
}

static void
hall_desk_decision_init (HallDeskDecision *self)
{
  self->allowed = TRUE;
}

HallDeskDecision *
hall_desk_decision_new (GtkWidget *desk, HallNotice *notice)
{
  HallDeskDecision *self = g_object_new (HALL_TYPE_DESK_DECISION, NULL);

  self->desk = desk;
  self->notice = notice;
  return self;
}

void
hall_desk_decision_set_order (HallDeskDecision *self,
                              HallOrderWatch *watch,
                              HallCatalog *catalog,
                              HallReturnBasket *basket)
{
  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  if (watch != NULL && watch == self->watch && catalog == self->catalog && basket == self->basket)
    return;
  drop (self);
  if (watch == NULL)
    return;
  self->watch = g_object_ref (watch);
  self->catalog = hall_catalog_ref (catalog);
  self->basket = g_object_ref (basket);
  self->cancellable = g_cancellable_new ();
}

void
hall_desk_decision_set_allowed (HallDeskDecision *self, gboolean allowed)
{
  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  self->allowed = allowed;
}

static gboolean
can_start (HallDeskDecision *self, guint action)
{
  return self->watch != NULL && self->allowed && !self->sending && self->dialog == NULL
         && hall_order_can (hall_order_watch_get_order (self->watch), action)
         && hall_desk_action_get (action) != NULL;
}

void
hall_desk_decision_set_bar (HallDeskDecision *self, HallVerdictBar *bar)
{
  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  self->bar = bar;
}

/* What still has to be said before the decision follows. */
static gboolean
is_judged (HallDeskDecision *self, guint action)
{
  GPtrArray *places = hall_verdict_bar_get_places (self->bar);
  guint n_open = places != NULL ? hall_return_basket_count_open (self->basket, places) : 0;
  g_autofree char *text = NULL;

  if (action == HALL_ACTION_REJECT || (n_open == 0 && places != NULL && places->len > 0))
    return TRUE;
  text =
      g_strdup_printf (ngettext ("%u item has been neither accepted nor returned yet.",
                                 "%u items have been neither accepted nor returned yet.", n_open),
                       n_open);
  hall_notice_show (self->notice, HALL_DOUBTFUL, text, NULL);
  return FALSE;
}

void
hall_desk_decision_start (HallDeskDecision *self, guint action)
{
  const HallDeskAction *what = hall_desk_action_get (action);
  const char *obstacle;

  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  if (!can_start (self, action))
    return;
  obstacle = hall_desk_action_find_obstacle (what, self->basket, self->catalog);
  if (obstacle != NULL)
    {
      hall_notice_show (self->notice, HALL_DOUBTFUL, obstacle, NULL);
      return;
    }
  if (action == HALL_ACTION_APPROVE || action == HALL_ACTION_REJECT)
    {
      if (is_judged (self, action))
        hall_verdict_bar_decide (self->bar, what->event);
      return;
    }
  hall_notice_clear (self->notice);
  g_set_weak_pointer (&self->dialog,
                      HALL_ACTION_DIALOG (
                          hall_action_dialog_new (action, hall_order_watch_get_order (self->watch),
                                                  self->catalog, self->basket)));
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog),
                                GTK_WINDOW (gtk_widget_get_toplevel (self->desk)));
  g_signal_connect_object (self->dialog, "confirmed", G_CALLBACK (on_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

void
hall_desk_decision_accept (HallDeskDecision *self)
{
  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if (can_start (self, action) && hall_desk_action_get (action)->primary)
      {
        hall_desk_decision_start (self, action);
        return;
      }
}

void
hall_desk_decision_send_back (HallDeskDecision *self)
{
  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  hall_desk_decision_start (self, can_start (self, HALL_ACTION_REJECT) ? HALL_ACTION_REJECT
                                                                       : HALL_ACTION_REJECT_FUNDS);
}

gboolean
hall_desk_decision_is_sending (HallDeskDecision *self)
{
  g_return_val_if_fail (HALL_IS_DESK_DECISION (self), FALSE);

  return self->sending;
}

void
hall_desk_decision_explain (HallDeskDecision *self)
{
  const HallOrder *order;

  g_return_if_fail (HALL_IS_DESK_DECISION (self));

  order = self->watch != NULL ? hall_order_watch_get_order (self->watch) : NULL;
  if (order != NULL
      && hall_desk_action_needs_colleague (order, hall_session_get_identity (
                                                      hall_order_watch_get_session (self->watch))))
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("You reviewed this order, so a colleague must produce it."), NULL);
}
