/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-button.h"

#include <glib/gi18n.h>

#include "hall-practice-scan.h"

struct _HallPracticeButton
{
  GtkButton parent_instance;

  HallDraft *draft;
  HallUpload *upload;
  GCancellable *cancellable;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HallPracticeButton, hall_practice_button, GTK_TYPE_BUTTON)

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_busy (HallPracticeButton *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self), !busy);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What comes of it is shown by the upload's own state. */
static void
on_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hall_upload_put_finish (HALL_UPLOAD (source), result, &error))
    g_debug ("a document was not taken: %s", error->message);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPracticeButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes =
      hall_practice_scan_make_finish (HALL_DRAFT (source), result, &name, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (bytes != NULL)
    hall_upload_put_bytes_async (self->upload, bytes, name, NULL, on_put_cb, NULL);
  else
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

static void
hall_practice_button_clicked (GtkButton *button)
{
  HallPracticeButton *self = HALL_PRACTICE_BUTTON (button);

  set_busy (self, TRUE);
  hall_practice_scan_make_async (self->draft, hall_upload_get_requirement (self->upload),
                                 self->cancellable, on_made_cb, g_object_ref (self));
}

static void
hall_practice_button_dispose (GObject *object)
{
  HallPracticeButton *self = HALL_PRACTICE_BUTTON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->upload);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_practice_button_parent_class)->dispose (object);
}

static void
hall_practice_button_class_init (HallPracticeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_practice_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = hall_practice_button_clicked;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_PRACTICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEM] = g_signal_new ("problem", HALL_TYPE_PRACTICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hall_practice_button_init (HallPracticeButton *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
hall_practice_button_new (HallDraft *draft, HallUpload *upload)
{
  HallPracticeButton *self = g_object_new (HALL_TYPE_PRACTICE_BUTTON, "label",
                                           _ ("Use a practice scan"), "visible", TRUE, NULL);

  self->draft = g_object_ref (draft);
  self->upload = g_object_ref (upload);
  return GTK_WIDGET (self);
}

gboolean
hall_practice_button_is_busy (HallPracticeButton *self)
{
  g_return_val_if_fail (HALL_IS_PRACTICE_BUTTON (self), FALSE);

  return self->busy;
}
