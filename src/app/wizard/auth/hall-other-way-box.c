/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the hall for another way. What comes of it is in the order.
 */
#include "hall-other-way-box.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-busy-button.h"
#include "hall-badge.h"
#include "hall-ui.h"

#define MAX_NOTE_CHARS 500

struct _HallOtherWayBox
{
  GtkBox parent_instance;

  GtkButton *open_button;
  GtkRevealer *revealer;
  GtkTextView *note;
  GtkLabel *problem;
  GtkBox *ask_box;

  HallBusyButton *ask_button; /* in @ask_box */
  HallOrderWatch *watch;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallOtherWayBox, hall_other_way_box, GTK_TYPE_BOX)

/* @text: "" if nothing is wrong */
static void
show_problem (HallOtherWayBox *self, const char *text)
{
  gtk_label_set_text (self->problem, text);
}

static char *
get_note (HallOtherWayBox *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->note), &start, &end);
  return g_strstrip (gtk_text_iter_get_text (&start, &end));
}

static void
reveal (HallOtherWayBox *self, gboolean open)
{
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !open);
  show_problem (self, "");
  if (!open)
    gtk_widget_grab_focus (GTK_WIDGET (self->open_button));
}

/* Only then has it got its size, and can be brought into view. */
static void
on_revealed_cb (HallOtherWayBox *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->ask_button)); /* the foot of it, and then the head */
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
on_open_clicked_cb (GtkButton *button, HallOtherWayBox *self)
{
  reveal (self, TRUE);
}

/* What was written stays, for when it is opened again. */
static void
on_close_clicked_cb (GtkButton *button, HallOtherWayBox *self)
{
  reveal (self, FALSE);
}

static void
on_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOtherWayBox) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean asked =
      hall_order_watch_request_alternative_finish (HALL_ORDER_WATCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->ask_button, FALSE);
  if (asked)
    reveal (self, FALSE);
  else
    show_problem (self, error->message);
}

static void
on_ask_clicked_cb (HallOtherWayBox *self)
{
  g_autofree char *note = get_note (self);

  if (*note == '\0' || g_utf8_strlen (note, -1) > MAX_NOTE_CHARS)
    {
      show_problem (self, *note == '\0' ? _ ("Please write a sentence, so that the hall knows.")
                                        : _ ("Please write no more than 500 characters."));
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return;
    }
  show_problem (self, "");
  hall_busy_button_set_busy (self->ask_button, TRUE);
  hall_order_watch_request_alternative_async (self->watch, note, self->cancellable, on_asked_cb,
                                              g_object_ref (self));
}

static void
hall_other_way_box_dispose (GObject *object)
{
  HallOtherWayBox *self = HALL_OTHER_WAY_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (hall_other_way_box_parent_class)->dispose (object);
}

static void
hall_other_way_box_class_init (HallOtherWayBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_other_way_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-other-way-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOtherWayBox, open_button);
  gtk_widget_class_bind_template_child (widget_class, HallOtherWayBox, revealer);
  gtk_widget_class_bind_template_child (widget_class, HallOtherWayBox, note);
  gtk_widget_class_bind_template_child (widget_class, HallOtherWayBox, problem);
  gtk_widget_class_bind_template_child (widget_class, HallOtherWayBox, ask_box);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
hall_other_way_box_init (HallOtherWayBox *self)
{
  GtkWidget *ask = hall_busy_button_new (_ ("_Ask for another way"));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->ask_button = HALL_BUSY_BUTTON (ask);
  gtk_container_add (GTK_CONTAINER (self->ask_box), ask);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (on_revealed_cb),
                            self);
  g_signal_connect_swapped (ask, "clicked", G_CALLBACK (on_ask_clicked_cb), self);
  hall_badge_paint (GTK_WIDGET (self->problem), hall_badge_for_verdict (HALL_WRONG));
  hall_ui_make_alert (self->problem);
  hall_ui_set_accessible_name (GTK_WIDGET (self->note), _ ("Why, and when you can be reached"));
}

GtkWidget *
hall_other_way_box_new (HallOrderWatch *watch)
{
  HallOtherWayBox *self = g_object_new (HALL_TYPE_OTHER_WAY_BOX, NULL);

  self->watch = g_object_ref (watch);
  return GTK_WIDGET (self);
}
