/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-reopen-box.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-question.h"

struct _HallReopenBox
{
  GtkBox parent_instance;

  GtkBox *button_box;

  HallBusyButton *button; /* in @button_box */
  HallFrame *frame;       /* not owned: it owns this */
  HallDraft *draft;       /* (nullable): NULL once disposed */
  GCancellable *cancellable;
  guint hold;
};

G_DEFINE_FINAL_TYPE (HallReopenBox, hall_reopen_box, GTK_TYPE_BOX)

enum
{
  REOPENED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
follow_draft (HallReopenBox *self)
{
  const HallOrder *order = hall_draft_get_order (self->draft);

  gtk_widget_set_visible (GTK_WIDGET (self), order->state != HALL_STATE_DRAFT
                                                 && order->state != HALL_STATE_REJECTED
                                                 && hall_order_can (order, HALL_ACTION_EDIT));
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallReopenBox) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent = hall_draft_send_finish (HALL_DRAFT (source), result, &error);

  if (self->draft == NULL)
    return; /* the window has gone */
  hall_frame_release (self->frame, self->hold);
  self->hold = 0;
  hall_busy_button_set_busy (self->button, FALSE);
  if (sent)
    g_signal_emit (self, signals[REOPENED], 0);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_answered_cb (GtkDialog *dialog, int response, HallReopenBox *self)
{
  if (response != GTK_RESPONSE_ACCEPT || hall_busy_button_is_busy (self->button))
    return;
  hall_busy_button_set_busy (self->button, TRUE);
  self->hold = hall_frame_hold (self->frame, _ ("The application is being opened again."));
  hall_draft_send_async (self->draft, HALL_EVENT_EDIT_INFO, NULL, self->cancellable, on_sent_cb,
                         g_object_ref (self));
}

static void
on_button_clicked_cb (HallReopenBox *self)
{
  const HallQuestion question = {
    .text = _ ("Edit the application again?"),
    .detail = _ ("It has to be confirmed once more afterwards. If anything changes that stands on "
                 "the form, the form must be printed, signed, stamped and uploaded anew; what was "
                 "uploaded of it no longer counts."),
    .yes = _ ("_Edit again"),
    .no = _ ("_Cancel"),
  };

  g_signal_connect_object (hall_question_ask (GTK_WIDGET (self), &question), "response",
                           G_CALLBACK (on_answered_cb), self, 0);
}

static void
hall_reopen_box_dispose (GObject *object)
{
  HallReopenBox *self = HALL_REOPEN_BOX (object);

  g_cancellable_cancel (self->cancellable);
  if (self->hold != 0)
    hall_frame_release (self->frame, self->hold);
  self->hold = 0;
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_reopen_box_parent_class)->dispose (object);
}

static void
hall_reopen_box_finalize (GObject *object)
{
  g_object_unref (HALL_REOPEN_BOX (object)->cancellable);
  G_OBJECT_CLASS (hall_reopen_box_parent_class)->finalize (object);
}

static void
hall_reopen_box_class_init (HallReopenBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_reopen_box_dispose;
  object_class->finalize = hall_reopen_box_finalize;
  signals[REOPENED] = g_signal_new ("reopened", HALL_TYPE_REOPEN_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_REOPEN_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-reopen-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReopenBox, button_box);
}

static void
hall_reopen_box_init (HallReopenBox *self)
{
  GtkWidget *button;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  button = hall_busy_button_new (_ ("_Edit again"));
  self->button = HALL_BUSY_BUTTON (button);
  gtk_container_add (GTK_CONTAINER (self->button_box), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_button_clicked_cb), self);
}

GtkWidget *
hall_reopen_box_new (HallFrame *frame, HallDraft *draft)
{
  HallReopenBox *self = g_object_new (HALL_TYPE_REOPEN_BOX, NULL);

  self->frame = frame;
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (follow_draft), self, G_CONNECT_SWAPPED);
  follow_draft (self);
  return GTK_WIDGET (self);
}
