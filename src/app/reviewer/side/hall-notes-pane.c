/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-notes-pane.h"

#include <glib/gi18n.h>

#include "hall-client-desk.h"
#include "hall-notice.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallNotesPane
{
  GtkBox parent_instance;

  GtkExpander *expander;
  GtkBox *list;
  GtkEntry *entry;
  GtkWidget *add_button;
  GtkBox *notice_box;

  HallNotice *notice; /* in @notice_box */
  HallSession *session;
  char *number;              /* (nullable) */
  GCancellable *cancellable; /* (nullable): while there is an order */
};

G_DEFINE_FINAL_TYPE (HallNotesPane, hall_notes_pane, GTK_TYPE_BOX)

static void
add_note (HallNotesPane *self, const HallDeskNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = hall_when_format (note->at_s);
  g_autofree char *head = g_strdup_printf ("%s · %s", note->who, when);
  GtkWidget *by = g_object_new (GTK_TYPE_LABEL, "label", head, "xalign", 0.0, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", note->text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  hall_ui_set_class (by, "hall-hint", TRUE);
  gtk_widget_set_can_focus (words, FALSE);
  gtk_container_add (GTK_CONTAINER (box), by);
  gtk_container_add (GTK_CONTAINER (box), words);
  gtk_widget_show_all (box);
  gtk_container_add (GTK_CONTAINER (self->list), box);
}

static void
show_notes (HallNotesPane *self, GPtrArray *notes)
{
  guint n = notes != NULL ? notes->len : 0;
  /* Translators: notes among colleagues; %u is how many there are */
  g_autofree char *title =
      n > 0 ? g_strdup_printf (_ ("Internal notes (%u)"), n) : g_strdup (_ ("Internal notes"));

  hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < n; i++)
    add_note (self, g_ptr_array_index (notes, i));
  gtk_expander_set_label (self->expander, title);
}

static void
on_notes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallNotesPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes =
      hall_client_list_notes_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  if (notes == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  hall_notice_clear (self->notice);
  show_notes (self, notes);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallNotesPane *self = user_data;

  /* what could not be sent stays in the line */
  if (g_task_had_error (G_TASK (result)))
    {
      on_notes_cb (source, result, user_data);
      return;
    }
  gtk_entry_set_text (self->entry, "");
  on_notes_cb (source, result, user_data);
}

static void
add (HallNotesPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_entry_get_text (self->entry)));

  if (self->number == NULL || *text == '\0')
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), FALSE);
  hall_client_list_notes_async (hall_session_get_client (self->session), self->number, text,
                                self->cancellable, on_added_cb, g_object_ref (self));
}

static void
on_entry_changed_cb (GtkEditable *entry, HallNotesPane *self)
{
  gtk_widget_set_sensitive (self->add_button, *gtk_entry_get_text (self->entry) != '\0');
}

static void
stop (HallNotesPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->number, g_free);
}

static void
hall_notes_pane_dispose (GObject *object)
{
  HallNotesPane *self = HALL_NOTES_PANE (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_notes_pane_parent_class)->dispose (object);
}

static void
hall_notes_pane_class_init (HallNotesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_notes_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallNotesPane, expander);
  gtk_widget_class_bind_template_child (widget_class, HallNotesPane, list);
  gtk_widget_class_bind_template_child (widget_class, HallNotesPane, entry);
  gtk_widget_class_bind_template_child (widget_class, HallNotesPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, HallNotesPane, notice_box);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
}

static void
hall_notes_pane_init (HallNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (hall_notice_new ());
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add), self);
}

GtkWidget *
hall_notes_pane_new (HallSession *session)
{
  HallNotesPane *self = g_object_new (HALL_TYPE_NOTES_PANE, NULL);

  self->session = g_object_ref (session);
  show_notes (self, NULL);
  return GTK_WIDGET (self);
}

void
hall_notes_pane_set_order (HallNotesPane *self, const char *number)
{
  g_return_if_fail (HALL_IS_NOTES_PANE (self));

  if (g_strcmp0 (number, self->number) == 0)
    return;
  stop (self);
  show_notes (self, NULL);
  gtk_entry_set_text (self->entry, "");
  hall_notice_clear (self->notice);
  if (number == NULL)
    return;
  self->number = g_strdup (number);
  self->cancellable = g_cancellable_new ();
  hall_client_list_notes_async (hall_session_get_client (self->session), number, NULL,
                                self->cancellable, on_notes_cb, g_object_ref (self));
}

void
hall_notes_pane_write (HallNotesPane *self)
{
  g_return_if_fail (HALL_IS_NOTES_PANE (self));

  gtk_expander_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
