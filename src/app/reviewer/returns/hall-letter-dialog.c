/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter of a return before it leaves.
 */
#include "hall-letter-dialog.h"

#include <glib/gi18n.h>

#include "hall-action.h"
#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-notice.h"
#include "hall-ui.h"

struct _HallLetterDialog
{
  GtkDialog parent_instance;

  GtkLabel *title;
  GtkLabel *before;
  GtkTextView *text;
  GtkLabel *after;
  GtkLabel *count;
  GtkWidget *reset_button;
  GtkBox *notice_box;
  GtkBox *button_box;

  HallNotice *notice;     /* in @notice_box */
  HallBusyButton *button; /* in @button_box */
  char *own;              /* the hall's own words */
};

G_DEFINE_FINAL_TYPE (HallLetterDialog, hall_letter_dialog, GTK_TYPE_DIALOG)

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
read_text (HallLetterDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

static void
show_count (HallLetterDialog *self)
{
  g_autofree char *text = read_text (self);
  gboolean good = hall_letter_is_text_good (text);
  g_autofree char *words = g_strdup_printf (_ ("%ld of at most %d characters"),
                                            g_utf8_strlen (text, -1), HALL_LETTER_MAX_CHARS);

  gtk_label_set_text (self->count, words);
  hall_ui_set_class (GTK_WIDGET (self->count), "hall-stopped", !good);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), good);
  gtk_widget_set_sensitive (self->reset_button, g_strcmp0 (text, self->own) != 0);
}

static void
on_text_changed_cb (HallLetterDialog *self)
{
  hall_notice_clear (self->notice);
  show_count (self);
}

static void
confirm (HallLetterDialog *self)
{
  if (!hall_busy_button_is_busy (self->button)
      && gtk_widget_get_sensitive (GTK_WIDGET (self->button)))
    g_signal_emit (self, signals[CONFIRMED], 0);
}

/* The letter is one line: Enter sends it, as in an entry. */
static gboolean
on_text_key_pressed_cb (GtkWidget *text, GdkEventKey *event, HallLetterDialog *self)
{
  if (event->keyval != GDK_KEY_Return && event->keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (gtk_text_view_im_context_filter_keypress (self->text, event))
    return GDK_EVENT_STOP;
  confirm (self);
  return GDK_EVENT_STOP;
}

static void
on_reset_clicked_cb (GtkButton *button, HallLetterDialog *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->own, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
on_cancel_clicked_cb (GtkButton *button, HallLetterDialog *self)
{
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_letter_dialog_finalize (GObject *object)
{
  g_free (HALL_LETTER_DIALOG (object)->own);
  G_OBJECT_CLASS (hall_letter_dialog_parent_class)->finalize (object);
}

static void
hall_letter_dialog_class_init (HallLetterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_letter_dialog_finalize;
  signals[CONFIRMED] = g_signal_new ("confirmed", HALL_TYPE_LETTER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, before);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, text);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, after);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, count);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, reset_button);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallLetterDialog, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_text_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
hall_letter_dialog_init (HallLetterDialog *self)
{
  const char *label = hall_action_get_label (HALL_ACTION_REJECT, hall_app_lang ());

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (hall_notice_new ());
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  self->button = HALL_BUSY_BUTTON (hall_busy_button_new (label));
  hall_ui_set_class (GTK_WIDGET (self->button), "destructive-action", TRUE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (confirm), self);
  gtk_container_add (GTK_CONTAINER (self->button_box), GTK_WIDGET (self->button));
  gtk_window_set_title (GTK_WINDOW (self), label);
  gtk_label_set_text (self->title, label);
  hall_ui_set_accessible_name (GTK_WIDGET (self->text), _ ("Reasons in the letter"));
}

GtkWidget *
hall_letter_dialog_new (const HallLetter *letter)
{
  HallLetterDialog *self = g_object_new (HALL_TYPE_LETTER_DIALOG, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *after = g_strstrip (g_strdup (letter->after));

  self->own = g_strdup (letter->text);
  gtk_label_set_text (self->before, letter->before);
  gtk_label_set_text (self->after, after);
  gtk_text_buffer_set_text (buffer, self->own, -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WIDGET (self);
}

char *
hall_letter_dialog_get_text (HallLetterDialog *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (HALL_IS_LETTER_DIALOG (self), NULL);

  text = read_text (self);
  return g_strcmp0 (text, self->own) != 0 ? g_steal_pointer (&text) : NULL;
}

void
hall_letter_dialog_set_busy (HallLetterDialog *self, gboolean busy)
{
  g_return_if_fail (HALL_IS_LETTER_DIALOG (self));

  hall_busy_button_set_busy (self->button, busy);
  gtk_text_view_set_editable (self->text, !busy);
}

void
hall_letter_dialog_show_error (HallLetterDialog *self, const GError *error)
{
  g_return_if_fail (HALL_IS_LETTER_DIALOG (self));

  hall_notice_show_error (self->notice, error);
}
