/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-finance-note-button.h"

#include <glib/gi18n.h>

#include "hall-paper-window.h"

struct _HallFinanceNoteButton
{
  GtkButton parent_instance;

  HallSession *session;
  char *number;
};

G_DEFINE_FINAL_TYPE (HallFinanceNoteButton, hall_finance_note_button, GTK_TYPE_BUTTON)

static void
hall_finance_note_button_clicked (GtkButton *button)
{
  HallFinanceNoteButton *self = HALL_FINANCE_NOTE_BUTTON (button);
  /* Translators: the name of a file; %s is the number of an order */
  g_autofree char *file_name = g_strdup_printf (_ ("Note for finance %s.pdf"), self->number);
  const HallPaperWish wish = {
    .paper = HALL_PAPER_FINANCE_NOTE,
    .number = self->number,
    .title = _ ("Note for finance"),
    .file_name = file_name,
  };
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (button));
  GtkWidget *window =
      hall_paper_window_new (GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL, self->session, &wish);

  gtk_window_present (GTK_WINDOW (window));
}

static void
hall_finance_note_button_dispose (GObject *object)
{
  g_clear_object (&HALL_FINANCE_NOTE_BUTTON (object)->session);
  G_OBJECT_CLASS (hall_finance_note_button_parent_class)->dispose (object);
}

static void
hall_finance_note_button_finalize (GObject *object)
{
  g_free (HALL_FINANCE_NOTE_BUTTON (object)->number);
  G_OBJECT_CLASS (hall_finance_note_button_parent_class)->finalize (object);
}

static void
hall_finance_note_button_class_init (HallFinanceNoteButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_finance_note_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_finance_note_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = hall_finance_note_button_clicked;
}

static void
hall_finance_note_button_init (HallFinanceNoteButton *self)
{
}

GtkWidget *
hall_finance_note_button_new (HallSession *session, const char *number)
{
  HallFinanceNoteButton *self =
      g_object_new (HALL_TYPE_FINANCE_NOTE_BUTTON, "visible", TRUE, "halign", GTK_ALIGN_START,
                    "label", _ ("Note for finance…"), NULL);

  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  return GTK_WIDGET (self);
}
