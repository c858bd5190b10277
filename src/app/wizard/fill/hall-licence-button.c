/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-button.h"

#include "hall-document-chooser.h"
#include "hall-licence-dialog.h"
#include "hall-licence-words.h"

struct _HallLicenceButton
{
  GtkButton parent_instance;

  HallDraft *draft;
  HallLicenceWords words;
  HallDocumentChooser *chooser;
};

G_DEFINE_FINAL_TYPE (HallLicenceButton, hall_licence_button, GTK_TYPE_BUTTON)

enum
{
  USED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_used_cb (HallLicenceDialog *dialog, GPtrArray *proposals, HallLicenceButton *self)
{
  g_signal_emit (self, signals[USED], 0, proposals);
}

static void
choose (HallLicenceButton *self)
{
  hall_document_chooser_open (self->chooser, GTK_WIDGET (self), self->words.file);
}

void
hall_licence_button_read (HallLicenceButton *self, GFile *file)
{
  GtkWidget *top;
  GtkWidget *dialog;

  g_return_if_fail (HALL_IS_LICENCE_BUTTON (self));

  top = gtk_widget_get_toplevel (GTK_WIDGET (self));
  dialog = hall_licence_dialog_new (GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL, self->draft,
                                    self->words.kind);
  g_signal_connect_object (dialog, "used", G_CALLBACK (on_used_cb), self, 0);
  g_signal_connect_object (dialog, "again", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  hall_licence_dialog_read (HALL_LICENCE_DIALOG (dialog), file);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen_cb (HallDocumentChooser *chooser, GPtrArray *files, HallLicenceButton *self)
{
  hall_licence_button_read (self, g_ptr_array_index (files, 0));
}

static void
hall_licence_button_clicked (GtkButton *button)
{
  choose (HALL_LICENCE_BUTTON (button));
}

static void
hall_licence_button_dispose (GObject *object)
{
  HallLicenceButton *self = HALL_LICENCE_BUTTON (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_licence_button_parent_class)->dispose (object);
}

static void
hall_licence_button_class_init (HallLicenceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_licence_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = hall_licence_button_clicked;
  signals[USED] = g_signal_new ("used", HALL_TYPE_LICENCE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
hall_licence_button_init (HallLicenceButton *self)
{
  self->chooser = hall_document_chooser_new ();
  hall_document_chooser_set_multiple (self->chooser, FALSE);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_chosen_cb), self, 0);
}

GtkWidget *
hall_licence_button_new (HallDraft *draft, HallDocumentKind kind)
{
  HallLicenceWords words = hall_licence_words_get (kind);
  HallLicenceButton *self =
      g_object_new (HALL_TYPE_LICENCE_BUTTON, "visible", TRUE, "label", words.fill_in, NULL);

  self->words = words;
  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}
