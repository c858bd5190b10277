/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-draft-bar.h"

#include <glib/gi18n.h>

#include "hall-question.h"

struct _HallDraftBar
{
  GtkInfoBar parent_instance;

  GtkLabel *text;
  GtkButton *button;

  HallDraft *draft; /* (nullable) */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (HallDraftBar, hall_draft_bar, GTK_TYPE_INFO_BAR)

enum
{
  SHOW_ORDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say (HallDraftBar *self, GtkMessageType type, const char *text, const char *button)
{
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self), type);
  gtk_label_set_text (self->text, text);
  gtk_button_set_label (self->button, button);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self), TRUE);
}

static void
on_failed_cb (HallDraftBar *self, const GError *error)
{
  self->failed = TRUE;
  say (self, GTK_MESSAGE_ERROR, error->message, _ ("Show my orders"));
}

static void
on_discard_answered_cb (GtkDialog *dialog, int response, HallDraftBar *self)
{
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self), FALSE);
  hall_draft_discard_edits (self->draft);
}

static void
ask_discard (HallDraftBar *self)
{
  const HallQuestion question = {
    .text = _ ("Discard what has not reached the hall?"),
    .detail = _ ("The application will be as the hall has it. This cannot be undone."),
    .yes = _ ("_Discard"),
    .no = _ ("_Keep"),
    .destructive = TRUE,
  };

  g_signal_connect_object (hall_question_ask (GTK_WIDGET (self), &question), "response",
                           G_CALLBACK (on_discard_answered_cb), self, 0);
}

static void
on_button_clicked_cb (GtkButton *button, HallDraftBar *self)
{
  if (self->failed)
    g_signal_emit (self, signals[SHOW_ORDER], 0);
  else
    ask_discard (self);
}

static void
on_closed_cb (GtkInfoBar *bar, int response, gpointer user_data)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

static void
hall_draft_bar_dispose (GObject *object)
{
  g_clear_object (&HALL_DRAFT_BAR (object)->draft);
  G_OBJECT_CLASS (hall_draft_bar_parent_class)->dispose (object);
}

static void
hall_draft_bar_class_init (HallDraftBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_draft_bar_dispose;
  signals[SHOW_ORDER] = g_signal_new ("show-order", HALL_TYPE_DRAFT_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-draft-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDraftBar, text);
  gtk_widget_class_bind_template_child (widget_class, HallDraftBar, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
}

static void
hall_draft_bar_init (HallDraftBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_draft_bar_new (void)
{
  return g_object_new (HALL_TYPE_DRAFT_BAR, NULL);
}

static void
show_restored (HallDraftBar *self)
{
  guint restored = hall_draft_get_n_restored (self->draft);
  g_autofree char *text = NULL;

  if (restored == 0)
    return;
  text = g_strdup_printf (ngettext ("%u entry that had not reached the hall was restored.",
                                    "%u entries that had not reached the hall were restored.",
                                    restored),
                          restored);
  say (self, GTK_MESSAGE_INFO, text, _ ("Discard…"));
}

void
hall_draft_bar_set_draft (HallDraftBar *self, HallDraft *draft)
{
  g_return_if_fail (HALL_IS_DRAFT_BAR (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  show_restored (self);
}

gboolean
hall_draft_bar_has_failed (HallDraftBar *self)
{
  g_return_val_if_fail (HALL_IS_DRAFT_BAR (self), FALSE);

  return self->failed;
}
