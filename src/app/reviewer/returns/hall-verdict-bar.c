/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the review of an order is, and what becomes of it.
 */
#include "hall-verdict-bar.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-letter-dialog.h"
#include "hall-reason-picker.h"
#include "hall-time-ring.h"
#include "hall-ui.h"

#define HOLD_S 10

struct _HallVerdictBar
{
  GtkBox parent_instance;

  GtkBox *ring_box;
  GtkLabel *words;
  GtkWidget *rest_button;
  GtkWidget *undo_button;

  HallTimeRing *ring; /* in @ring_box */
  HallSession *session;
  HallNotice *notice;         /* not owned */
  HallEvidencePane *evidence; /* (nullable), not owned */
  HallOrderWatch *watch;      /* (nullable) */
  HallReturnBasket *basket;   /* (nullable) */
  HallReview *review;         /* (nullable) */
  HallLetterDialog *dialog;   /* (nullable): weak */
  GCancellable *cancellable;  /* (nullable): while there is an order */
  gboolean allowed;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (HallVerdictBar, hall_verdict_bar, GTK_TYPE_BOX)

enum
{
  PLACES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HallOrder *
get_order (HallVerdictBar *self)
{
  return self->watch != NULL ? hall_order_watch_get_order (self->watch) : NULL;
}

static gboolean
is_own (HallVerdictBar *self, const HallOrder *order)
{
  const HallIdentity *identity = hall_session_get_identity (self->session);

  return identity != NULL && g_strcmp0 (order->held_by, identity->name) == 0;
}

static void
show_held (HallVerdictBar *self, const HallOrder *order)
{
  gint64 left_s = order->held_until_s - hall_session_get_now_s (self->session);
  const char *label = hall_event_get_label (order->held_event, hall_app_lang ());
  g_autofree char *words =
      is_own (self, order) ? g_strdup (label) : g_strdup_printf ("%s · %s", order->held_by, label);

  gtk_label_set_text (self->words, words);
  hall_time_ring_start (self->ring, (guint) CLAMP (left_s, 0, HOLD_S), HOLD_S);
  gtk_widget_set_visible (self->undo_button, is_own (self, order));
}

static void
show_open (HallVerdictBar *self)
{
  GPtrArray *places = hall_review_get_places (self->review);
  guint n_open = hall_return_basket_count_open (self->basket, places);
  guint n_back = hall_return_basket_get_n (self->basket);
  g_autofree char *open = NULL;

  if (n_open > 0)
    /* Translators: beside it, how many reasons are chosen */
    open = g_strdup_printf (ngettext ("%u item still open", "%u items still open", n_open), n_open);
  else if (n_back > 0)
    open = g_strdup (_ ("Everything has been looked at; the order goes back."));
  else
    open = g_strdup (_ ("Everything is accepted; the order can be approved."));
  gtk_label_set_text (self->words, places->len > 0 ? open : "");
  gtk_widget_set_sensitive (self->rest_button, n_open > 0 && self->allowed);
}

static void
show (HallVerdictBar *self)
{
  const HallOrder *order = get_order (self);
  gboolean held = order != NULL && order->held_by != NULL;
  gboolean open = order != NULL && self->review != NULL && hall_review_is_open (order);

  gtk_widget_set_visible (GTK_WIDGET (self), held || open);
  gtk_widget_set_visible (GTK_WIDGET (self->ring_box), held);
  gtk_widget_set_visible (self->rest_button, open);
  gtk_widget_hide (self->undo_button);
  hall_ui_set_class (GTK_WIDGET (self), "hall-verdict-held", held);
  if (held)
    show_held (self, order);
  else
    hall_time_ring_stop (self->ring);
  if (open)
    show_open (self);
}

/* It has left, or could not. */
static void
tell_end (HallVerdictBar *self, const HallOrder *before, const HallOrder *order)
{
  const HallTimelineStep *step = order->timeline->len > 0
                                     ? g_ptr_array_index (order->timeline, order->timeline->len - 1)
                                     : NULL;

  if (step != NULL && order->version > before->version && step->event == before->held_event)
    hall_notice_show (self->notice, HALL_GOOD, hall_event_get_label (step->event, hall_app_lang ()),
                      NULL);
  else if (!self->sending)
    hall_notice_show (self->notice, HALL_DOUBTFUL,
                      _ ("The decision could not take effect, because the order has changed "
                         "meanwhile. Please look again."),
                      NULL);
}

static void
on_order_changed_cb (HallVerdictBar *self)
{
  const HallOrder *order = get_order (self);
  const HallOrder *before = hall_order_watch_get_previous (self->watch);

  show (self);
  if (before != NULL && before->held_by != NULL && order->held_by == NULL)
    tell_end (self, before, order);
}

static void
on_loaded_cb (HallVerdictBar *self)
{
  show (self);
  g_signal_emit (self, signals[PLACES_CHANGED], 0);
}

static void
on_failed_cb (HallVerdictBar *self, const GError *error)
{
  hall_notice_show_error (self->notice, error);
}

static void
drop (HallVerdictBar *self)
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
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  if (self->basket != NULL)
    g_signal_handlers_disconnect_by_data (self->basket, self);
  if (self->review != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->review, self);
      hall_review_stop (self->review);
    }
  g_clear_object (&self->review);
  g_clear_object (&self->watch);
  g_clear_object (&self->basket);
  self->sending = FALSE;
}

static void
hall_verdict_bar_dispose (GObject *object)
{
  HallVerdictBar *self = HALL_VERDICT_BAR (object);

  drop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_verdict_bar_parent_class)->dispose (object);
}

static void
hall_verdict_bar_class_init (HallVerdictBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_verdict_bar_dispose;
  signals[PLACES_CHANGED] = g_signal_new ("places-changed", HALL_TYPE_VERDICT_BAR,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-verdict-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallVerdictBar, ring_box);
  gtk_widget_class_bind_template_child (widget_class, HallVerdictBar, words);
  gtk_widget_class_bind_template_child (widget_class, HallVerdictBar, rest_button);
  gtk_widget_class_bind_template_child (widget_class, HallVerdictBar, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, hall_verdict_bar_accept_rest);
  gtk_widget_class_bind_template_callback (widget_class, hall_verdict_bar_undo);
}

static void
hall_verdict_bar_init (HallVerdictBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->allowed = TRUE;
  self->ring = HALL_TIME_RING (hall_time_ring_new ());
  gtk_container_add (GTK_CONTAINER (self->ring_box), GTK_WIDGET (self->ring));
  hall_ui_make_alert (self->words);
}

GtkWidget *
hall_verdict_bar_new (HallSession *session, HallNotice *notice, HallEvidencePane *evidence)
{
  HallVerdictBar *self = g_object_new (HALL_TYPE_VERDICT_BAR, NULL);

  self->session = g_object_ref (session);
  self->notice = notice;
  self->evidence = evidence;
  return GTK_WIDGET (self);
}

static gboolean
judges (HallVerdictBar *self)
{
  const HallIdentity *identity = hall_session_get_identity (self->session);

  return self->evidence != NULL && identity != NULL
         && (identity->actors & HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)) != 0;
}

void
hall_verdict_bar_set_order (HallVerdictBar *self, HallOrderWatch *watch, HallReturnBasket *basket)
{
  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (watch != NULL && watch == self->watch && basket == self->basket)
    return;
  drop (self);
  if (watch != NULL)
    {
      self->watch = g_object_ref (watch);
      self->basket = g_object_ref (basket);
      self->cancellable = g_cancellable_new ();
      g_signal_connect_swapped (watch, "changed", G_CALLBACK (on_order_changed_cb), self);
    }
  if (watch != NULL && judges (self))
    {
      self->review = hall_review_new (watch, basket);
      g_signal_connect_swapped (basket, "changed", G_CALLBACK (show), self);
      g_signal_connect_swapped (self->review, "loaded", G_CALLBACK (on_loaded_cb), self);
      g_signal_connect_swapped (self->review, "failed", G_CALLBACK (on_failed_cb), self);
    }
  show (self);
}

void
hall_verdict_bar_set_allowed (HallVerdictBar *self, gboolean allowed)
{
  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  self->allowed = allowed;
  show (self);
}

static gboolean
may_judge (HallVerdictBar *self)
{
  return self->review != NULL && self->allowed && hall_review_is_open (get_order (self));
}

GPtrArray *
hall_verdict_bar_get_places (HallVerdictBar *self)
{
  g_return_val_if_fail (HALL_IS_VERDICT_BAR (self), NULL);

  return self->review != NULL ? hall_review_get_places (self->review) : NULL;
}

/* What was written stays in the dialog; what was said stays in the basket. */
static void
show_refusal (HallVerdictBar *self, const GError *error)
{
  gboolean stale = g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE);

  if (self->dialog != NULL && !stale)
    {
      hall_letter_dialog_show_error (self->dialog, error);
      return;
    }
  if (self->dialog != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
  if (stale)
    hall_notice_show (self->notice, HALL_DOUBTFUL,
                      _ ("Somebody else has just changed the order. This is the newest; please "
                         "look again."),
                      NULL);
  else
    hall_notice_show_error (self->notice, error);
}

static void
on_decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallVerdictBar) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_review_decide_finish (HALL_REVIEW (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  if (self->dialog != NULL)
    hall_letter_dialog_set_busy (self->dialog, FALSE);
  if (error != NULL)
    {
      show_refusal (self, error);
      return;
    }
  if (self->dialog != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
  hall_notice_clear (self->notice);
  gtk_widget_grab_focus (self->undo_button);
}

static void
send (HallVerdictBar *self, const char *text)
{
  self->sending = TRUE;
  hall_review_decide_async (self->review, text, self->cancellable, on_decided_cb,
                            g_object_ref (self));
}

static void
on_confirmed_cb (HallVerdictBar *self)
{
  g_autofree char *text = hall_letter_dialog_get_text (self->dialog);

  hall_letter_dialog_set_busy (self->dialog, TRUE);
  send (self, text);
}

static void
on_letter_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallVerdictBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLetter) letter =
      hall_review_get_letter_finish (HALL_REVIEW (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  if (letter == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  g_set_weak_pointer (&self->dialog, HALL_LETTER_DIALOG (hall_letter_dialog_new (letter)));
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog),
                                GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))));
  g_signal_connect_object (self->dialog, "confirmed", G_CALLBACK (on_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

void
hall_verdict_bar_decide (HallVerdictBar *self, HallEvent event)
{
  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (!may_judge (self) || self->sending || self->dialog != NULL)
    return;
  hall_notice_clear (self->notice);
  if (event != HALL_EVENT_REVIEW_REJECTED)
    {
      send (self, NULL);
      return;
    }
  self->sending = TRUE;
  hall_review_get_letter_async (self->review, self->cancellable, on_letter_cb, g_object_ref (self));
}

void
hall_verdict_bar_return (HallVerdictBar *self, const char *place, GtkWidget *beside)
{
  const HallOrder *order = get_order (self);
  HallCatalog *catalog =
      order != NULL ? hall_session_get_catalog (self->session, hall_order_get_catalog (order))
                    : NULL;
  const HallEvidence *shown = hall_evidence_pane_get_shown (self->evidence);
  HallReasonPlace reasons = { .catalog = catalog, .place = place };

  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (catalog == NULL)
    return;
  reasons.type = hall_catalog_find_type (catalog, order->certificate_type);
  if (shown != NULL && shown->kind == HALL_EVIDENCE_DOCUMENT && shown->present
      && g_str_equal (shown->id, place))
    reasons.view = hall_evidence_pane_get_view (self->evidence);
  hall_reason_picker_open (beside, self->basket, &reasons);
}

void
hall_verdict_bar_toggle (HallVerdictBar *self, const char *place)
{
  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (may_judge (self))
    hall_return_basket_set_accepted (self->basket, place,
                                     !hall_return_basket_is_accepted (self->basket, place));
}

void
hall_verdict_bar_accept_rest (HallVerdictBar *self)
{
  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (may_judge (self))
    hall_return_basket_accept_rest (self->basket, hall_review_get_places (self->review));
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallVerdictBar) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_watch_undo_finish (HALL_ORDER_WATCH (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  if (error != NULL)
    hall_notice_show_error (self->notice, error);
  else
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("Undone: nothing has been sent, the order waits for you."), NULL);
}

void
hall_verdict_bar_undo (HallVerdictBar *self)
{
  const HallOrder *order = get_order (self);

  g_return_if_fail (HALL_IS_VERDICT_BAR (self));

  if (order == NULL || order->held_by == NULL || !is_own (self, order) || self->sending)
    return;
  self->sending = TRUE;
  hall_order_watch_undo_async (self->watch, self->cancellable, on_undone_cb, g_object_ref (self));
}

gboolean
hall_verdict_bar_explains (HallVerdictBar *self)
{
  const HallOrder *before;

  g_return_val_if_fail (HALL_IS_VERDICT_BAR (self), FALSE);

  if (self->watch == NULL)
    return FALSE;
  before = hall_order_watch_get_previous (self->watch);
  return self->sending || get_order (self)->held_by != NULL
         || (before != NULL && before->held_by != NULL);
}
