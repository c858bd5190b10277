/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What runs in a window and should not be cut off.
 */
#include "hall-frame-hold.h"

#include <glib/gi18n.h>

struct _HallFrameHold
{
  GtkApplication *application; /* not owned */
  GtkWindow *window;           /* not owned */
  GHashTable *reasons;         /* id -> why */
  guint next_id;
  guint cookie;      /* of the desktop; 0: not asked */
  GtkWidget *dialog; /* (nullable): while it asks */
  gboolean confirmed;
};

static const char *
get_any_reason (HallFrameHold *self)
{
  GHashTableIter iter;
  gpointer why = NULL;

  g_hash_table_iter_init (&iter, self->reasons);
  if (g_hash_table_iter_next (&iter, NULL, &why))
    return why;
  return NULL;
}

static void
ask_desktop (HallFrameHold *self)
{
  const char *why = get_any_reason (self);

  if (why != NULL && self->cookie == 0)
    self->cookie =
        gtk_application_inhibit (self->application, self->window,
                                 GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND,
                                 why);
  else if (why == NULL && self->cookie != 0)
    {
      gtk_application_uninhibit (self->application, self->cookie);
      self->cookie = 0;
    }
}

HallFrameHold *
hall_frame_hold_new (GtkApplication *application, GtkWindow *window)
{
  HallFrameHold *self = g_new0 (HallFrameHold, 1);

  self->application = application;
  self->window = window;
  self->reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
hall_frame_hold_free (HallFrameHold *self)
{
  g_hash_table_remove_all (self->reasons);
  ask_desktop (self);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  g_hash_table_unref (self->reasons);
  g_free (self);
}

guint
hall_frame_hold_add (HallFrameHold *self, const char *why)
{
  guint id = ++self->next_id;

  g_hash_table_insert (self->reasons, GUINT_TO_POINTER (id), g_strdup (why));
  ask_desktop (self);
  return id;
}

/* What was asked about has ended: the question has no point any more. */
void
hall_frame_hold_remove (HallFrameHold *self, guint hold)
{
  g_hash_table_remove (self->reasons, GUINT_TO_POINTER (hold));
  ask_desktop (self);
  if (g_hash_table_size (self->reasons) == 0 && self->dialog != NULL)
    gtk_dialog_response (GTK_DIALOG (self->dialog), GTK_RESPONSE_CANCEL);
}

static void
on_answered_cb (GtkDialog *dialog, int response, HallFrameHold *self)
{
  self->dialog = NULL;
  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_CLOSE)
    return;
  self->confirmed = TRUE;
  gtk_window_close (self->window);
}

static void
ask_person (HallFrameHold *self)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (self->window, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s",
                              _ ("Close all the same?"));
  GtkWidget *close;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            get_any_reason (self));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Keep it open"), GTK_RESPONSE_CANCEL);
  close = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Close"), GTK_RESPONSE_CLOSE);
  gtk_style_context_add_class (gtk_widget_get_style_context (close),
                               GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered_cb), self);
  self->dialog = dialog;
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
hall_frame_hold_let_close (HallFrameHold *self)
{
  if (g_hash_table_size (self->reasons) == 0 || self->confirmed)
    return TRUE;
  if (self->dialog == NULL)
    ask_person (self);
  else
    gtk_window_present (GTK_WINDOW (self->dialog));
  return FALSE;
}
