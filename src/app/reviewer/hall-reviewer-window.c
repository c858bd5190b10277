/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of the hall's staff: queue, data and evidence beside each other. Where there is
 * too little room for all three, the queue gives way to an order that is open.
 */
#include "hall-reviewer-window.h"

#include <glib/gi18n.h>

#include "hall-order-desk.h"
#include "hall-queue-pane.h"
#include "hall-staff-chooser.h"
#include "hall-two-person-bar.h"
#include "hall-ui.h"

#define FOLD_WIDTH     1200
#define QUEUE_WIDTH    320
#define MIN_DATA_WIDTH 320
#define MAX_DATA_WIDTH 480

struct _HallReviewerWindow
{
  HdyApplicationWindow parent_instance;

  HallFrame *frame;
  GtkWidget *content; /* of the frame: @queue and @desk */
  HallQueuePane *queue;
  GtkWidget *rule;
  HallOrderDesk *desk;
  HallTwoPersonBar *two_person;
  GtkWidget *back_button;

  int width;             /* of @content when it was last laid out */
  gboolean queue_wanted; /* while folded: the queue in place of the order */
  guint layout_source;
};

G_DEFINE_FINAL_TYPE (HallReviewerWindow, hall_reviewer_window, HDY_TYPE_APPLICATION_WINDOW)

/* Evidence has at least half the width, data what is left beside the queue. */
static void
lay_out (HallReviewerWindow *self)
{
  gboolean open = hall_order_desk_get_number (self->desk) != NULL;
  gboolean folded = self->width < FOLD_WIDTH;
  gboolean show_queue = !folded || !open || self->queue_wanted;
  gboolean show_desk = !folded || !show_queue;
  int left = self->width / 2 - (folded ? 0 : QUEUE_WIDTH);

  gtk_widget_set_visible (GTK_WIDGET (self->queue), show_queue);
  gtk_widget_set_visible (GTK_WIDGET (self->desk), show_desk);
  gtk_widget_set_visible (self->rule, show_queue && show_desk);
  gtk_widget_set_hexpand (GTK_WIDGET (self->queue), folded);
  gtk_widget_set_visible (self->back_button, folded && show_desk);
  hall_order_desk_set_data_width (self->desk, CLAMP (left, MIN_DATA_WIDTH, MAX_DATA_WIDTH));
}

static gboolean
on_layout_due_cb (gpointer user_data)
{
  HallReviewerWindow *self = user_data;

  self->layout_source = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a size that is being given cannot be changed. */
static void
on_resized_cb (GtkWidget *content, GdkRectangle *allocation, HallReviewerWindow *self)
{
  if (allocation->width == self->width)
    return;
  self->width = allocation->width;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_layout_due_cb, self, NULL);
}

static void
on_open_cb (HallReviewerWindow *self, const char *number)
{
  self->queue_wanted = FALSE;
  hall_order_desk_open (self->desk, number);
  lay_out (self);
}

static void
on_opened_changed_cb (HallReviewerWindow *self)
{
  hall_queue_pane_mark_open (self->queue, hall_order_desk_get_number (self->desk));
  lay_out (self);
}

static void
on_ready_changed_cb (HallReviewerWindow *self)
{
  if (hall_frame_is_ready (self->frame))
    {
      hall_queue_pane_start (self->queue);
      hall_two_person_bar_load (self->two_person);
      return;
    }
  hall_queue_pane_stop (self->queue);
  hall_order_desk_forget (self->desk);
}

static void
on_rule_changed_cb (HallReviewerWindow *self)
{
  hall_order_desk_reload (self->desk);
}

static void
on_staff_chosen_cb (HallReviewerWindow *self, const char *name, const char *password)
{
  hall_sign_in_page_fill (hall_frame_get_sign_in (self->frame), name, password);
}

static void
show_queue (HallReviewerWindow *self)
{
  self->queue_wanted = TRUE;
  lay_out (self);
}

static void
on_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_queue (user_data);
}

static void
on_find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallReviewerWindow *self = user_data;

  if (!hall_frame_is_ready (self->frame))
    return;
  show_queue (self);
  hall_queue_pane_find (self->queue);
}

static const GActionEntry actions[] = {
  { .name = "back", .activate = on_back_cb },
  { .name = "find", .activate = on_find_cb },
};

/* Plain keys are keys only where nobody is writing. */
static gboolean
on_key_pressed_cb (HallReviewerWindow *self, GdkEventKey *event)
{
  guint32 typed = gdk_keyval_to_unicode (event->keyval);

  if (!hall_frame_is_ready (self->frame)
      || (event->state & gtk_accelerator_get_default_mod_mask ()) != 0
      || GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self))))
    return GDK_EVENT_PROPAGATE;
  if (typed == '/')
    g_action_group_activate_action (G_ACTION_GROUP (self), "find", NULL);
  else if (typed < '1' || typed > '9' || !gtk_widget_get_visible (GTK_WIDGET (self->desk))
           || gtk_grab_get_current () != NULL)
    return GDK_EVENT_PROPAGATE;
  else
    hall_order_desk_look_at (self->desk, typed - '1');
  return GDK_EVENT_STOP;
}

static void
hall_reviewer_window_dispose (GObject *object)
{
  g_clear_handle_id (&HALL_REVIEWER_WINDOW (object)->layout_source, g_source_remove);
  G_OBJECT_CLASS (hall_reviewer_window_parent_class)->dispose (object);
}

static void
hall_reviewer_window_class_init (HallReviewerWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_reviewer_window_dispose;
}

static void
hall_reviewer_window_init (HallReviewerWindow *self)
{
}

static void
build_content (HallReviewerWindow *self)
{
  HallSession *session = hall_frame_get_session (self->frame);

  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->queue = HALL_QUEUE_PANE (hall_queue_pane_new (session));
  self->rule = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->desk = HALL_ORDER_DESK (hall_order_desk_new (session));
  self->two_person = HALL_TWO_PERSON_BAR (hall_two_person_bar_new (session));
  gtk_container_add (GTK_CONTAINER (hall_queue_pane_get_foot (self->queue)),
                     GTK_WIDGET (self->two_person));
  gtk_container_add (GTK_CONTAINER (self->content), GTK_WIDGET (self->queue));
  gtk_container_add (GTK_CONTAINER (self->content), self->rule);
  gtk_box_pack_start (GTK_BOX (self->content), GTK_WIDGET (self->desk), TRUE, TRUE, 0);
  gtk_widget_show (self->content);
  hall_frame_set_content (self->frame, self->content);
}

static void
build_header (HallReviewerWindow *self)
{
  GtkWidget *chooser = hall_staff_chooser_new (hall_frame_get_session (self->frame));
  GtkWidget *title = gtk_label_new (_ ("CertHall review"));

  self->back_button = gtk_button_new_with_label (_ ("Queue"));
  gtk_widget_set_no_show_all (self->back_button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "win.back");
  gtk_container_add (GTK_CONTAINER (hall_frame_get_start_box (self->frame)), self->back_button);
  hall_ui_set_class (title, "title", TRUE);
  gtk_widget_show (title);
  hall_frame_set_title (self->frame, title);
  gtk_container_add (GTK_CONTAINER (
                         hall_sign_in_page_get_foot (hall_frame_get_sign_in (self->frame))),
                     chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_staff_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
listen (HallReviewerWindow *self)
{
  g_signal_connect_object (self->frame, "ready-changed", G_CALLBACK (on_ready_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "open", G_CALLBACK (on_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "opened-changed", G_CALLBACK (on_opened_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->two_person, "changed", G_CALLBACK (on_rule_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "size-allocate", G_CALLBACK (on_resized_cb), self, 0);
  g_signal_connect (self, "key-press-event", G_CALLBACK (on_key_pressed_cb), NULL);
}

GtkWidget *
hall_reviewer_window_new (HallApp *app)
{
  HallReviewerWindow *self = g_object_new (HALL_TYPE_REVIEWER_WINDOW, "application", app, "title",
                                           _ ("CertHall review"), NULL);

  self->frame = HALL_FRAME (hall_frame_new (GTK_APPLICATION_WINDOW (self), app, HALL_PART_STAFF));
  gtk_widget_show (GTK_WIDGET (self->frame));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->frame));
  build_content (self);
  build_header (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  listen (self);
  lay_out (self);
  return GTK_WIDGET (self);
}

HallFrame *
hall_reviewer_window_get_frame (HallReviewerWindow *self)
{
  g_return_val_if_fail (HALL_IS_REVIEWER_WINDOW (self), NULL);

  return self->frame;
}

void
hall_reviewer_window_connect_local (HallReviewerWindow *self)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect_local (self->frame);
}

void
hall_reviewer_window_connect (HallReviewerWindow *self, const char *address)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect (self->frame, address);
}
