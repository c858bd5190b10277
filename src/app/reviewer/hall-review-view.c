/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-review-view.h"

#include <glib/gi18n.h>

#include "hall-mark-pen.h"
#include "hall-notice.h"
#include "hall-order-desk.h"
#include "hall-queue-pane.h"
#include "hall-review-keys.h"
#include "hall-two-person-bar.h"

#define AHEAD_AFTER_MS 400
#define FOLD_WIDTH     1200
#define QUEUE_WIDTH    320
#define MIN_DATA_WIDTH 320
#define MAX_DATA_WIDTH 480

struct _HallReviewView
{
  GtkBox parent_instance;

  HallQueuePane *queue;
  GtkWidget *rule;
  HallOrderDesk *desk;
  HallTwoPersonBar *two_person;
  GtkWidget *back_button; /* in the header bar of the frame */

  GCancellable *walking; /* (nullable): to the next order */
  int width;             /* when it was last laid out */
  gboolean queue_wanted; /* while folded: the queue in place of the order */
  gboolean arriving;     /* an order was opened, and the focus has not followed yet */
  guint layout_source;
  guint ahead_source;
};

G_DEFINE_FINAL_TYPE (HallReviewView, hall_review_view, GTK_TYPE_BOX)

/* Evidence has at least half the width, data what is left beside the queue. */
static void
lay_out (HallReviewView *self)
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
  gtk_widget_set_visible (self->back_button,
                          folded && show_desk && gtk_widget_get_mapped (GTK_WIDGET (self)));
  hall_order_desk_set_data_width (self->desk, CLAMP (left, MIN_DATA_WIDTH, MAX_DATA_WIDTH));
}

static gboolean
on_layout_due_cb (gpointer user_data)
{
  HallReviewView *self = user_data;

  self->layout_source = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
lay_out_later (HallReviewView *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_layout_due_cb, self, NULL);
}

/* Not at once: a size that is being given cannot be changed. */
static void
hall_review_view_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  HallReviewView *self = HALL_REVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (hall_review_view_parent_class)->size_allocate (widget, allocation);
  if (allocation->width == self->width)
    return;
  self->width = allocation->width;
  lay_out_later (self);
}

static void
on_open_cb (HallReviewView *self, const char *number)
{
  gboolean other = g_strcmp0 (number, hall_order_desk_get_number (self->desk)) != 0;

  self->queue_wanted = FALSE;
  self->arriving = other;
  hall_order_desk_open (self->desk, number);
  lay_out (self);
  if (!other)
    hall_data_pane_take_focus (hall_order_desk_get_parts (self->desk)->data);
}

/* (nullable) */
static GtkWidget *
get_focus (HallReviewView *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  return GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
}

/* What has to be judged in the order that was opened is known: the focus goes there, unless
 * somebody began to write meanwhile. */
static void
on_places_changed_cb (HallReviewView *self)
{
  if (!self->arriving)
    return;
  self->arriving = FALSE;
  if (!GTK_IS_EDITABLE (get_focus (self)) && gtk_widget_get_mapped (GTK_WIDGET (self->desk)))
    hall_data_pane_take_focus (hall_order_desk_get_parts (self->desk)->data);
}

/* Once the order itself has had its turn. */
static gboolean
on_ahead_due_cb (gpointer user_data)
{
  HallReviewView *self = user_data;
  HallQueue *queue = hall_queue_pane_get_queue (self->queue);

  self->ahead_source = 0;
  if (queue != NULL && hall_order_desk_get_number (self->desk) != NULL)
    hall_order_desk_prepare (self->desk, hall_queue_peek (queue, FALSE));
  return G_SOURCE_REMOVE;
}

static void
on_opened_changed_cb (HallReviewView *self)
{
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  self->ahead_source = g_timeout_add (AHEAD_AFTER_MS, on_ahead_due_cb, self);
  hall_queue_pane_mark_open (self->queue, hall_order_desk_get_number (self->desk));
  lay_out (self);
}

static void
on_walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallReviewView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = hall_queue_walk_finish (HALL_QUEUE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->walking);
  if (number != NULL)
    on_open_cb (self, number);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
stop_walking (HallReviewView *self)
{
  if (self->walking != NULL)
    g_cancellable_cancel (self->walking);
  g_clear_object (&self->walking);
}

void
hall_review_view_walk (HallReviewView *self, gboolean backward)
{
  HallQueue *queue = hall_queue_pane_get_queue (self->queue);

  g_return_if_fail (HALL_IS_REVIEW_VIEW (self));

  if (queue == NULL || self->walking != NULL)
    return;
  if (hall_order_desk_get_number (self->desk) == NULL)
    {
      hall_queue_pane_open_first (self->queue);
      return;
    }
  self->walking = g_cancellable_new ();
  hall_queue_walk_async (queue, backward, self->walking, on_walked_cb, g_object_ref (self));
}

static void
on_rule_changed_cb (HallReviewView *self)
{
  hall_order_desk_reload (self->desk);
}

static void
hall_review_view_dispose (GObject *object)
{
  stop_walking (HALL_REVIEW_VIEW (object));
  g_clear_handle_id (&HALL_REVIEW_VIEW (object)->ahead_source, g_source_remove);
  g_clear_handle_id (&HALL_REVIEW_VIEW (object)->layout_source, g_source_remove);
  G_OBJECT_CLASS (hall_review_view_parent_class)->dispose (object);
}

static void
hall_review_view_class_init (HallReviewViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_review_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = hall_review_view_size_allocate;
}

static void
hall_review_view_init (HallReviewView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (lay_out_later), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (lay_out_later), NULL);
}

static void
build (HallReviewView *self, HallSession *session)
{
  self->queue = HALL_QUEUE_PANE (hall_queue_pane_new (session));
  self->rule = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->desk = HALL_ORDER_DESK (hall_order_desk_new (session));
  self->two_person = HALL_TWO_PERSON_BAR (hall_two_person_bar_new (session));
  gtk_container_add (GTK_CONTAINER (hall_queue_pane_get_foot (self->queue)),
                     GTK_WIDGET (self->two_person));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->queue));
  gtk_container_add (GTK_CONTAINER (self), self->rule);
  gtk_box_pack_start (GTK_BOX (self), GTK_WIDGET (self->desk), TRUE, TRUE, 0);
}

static void
build_back_button (HallReviewView *self, HallFrame *frame)
{
  self->back_button = gtk_button_new_with_label (_ ("Queue"));
  gtk_widget_set_no_show_all (self->back_button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "win.back");
  gtk_container_add (GTK_CONTAINER (hall_frame_get_start_box (frame)), self->back_button);
}

/* Any event of a person at the window. */
static gboolean
on_touched_cb (HallReviewView *self)
{
  hall_desk_claim_touch (hall_order_desk_get_parts (self->desk)->claim);
  return GDK_EVENT_PROPAGATE;
}

static void
on_toplevel_changed_cb (GtkWidget *view, GtkWidget *before, gpointer user_data)
{
  GtkWidget *window = gtk_widget_get_toplevel (view);

  if (!GTK_IS_WINDOW (window) || window == before)
    return;
  g_signal_connect_object (window, "key-press-event", G_CALLBACK (on_touched_cb), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "button-press-event", G_CALLBACK (on_touched_cb), view,
                           G_CONNECT_SWAPPED);
}

static void
listen (HallReviewView *self)
{
  g_signal_connect (self, "hierarchy-changed", G_CALLBACK (on_toplevel_changed_cb), NULL);
  g_signal_connect_object (self->queue, "open", G_CALLBACK (on_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "open", G_CALLBACK (on_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hall_order_desk_get_parts (self->desk)->verdicts, "places-changed",
                           G_CALLBACK (on_places_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->desk, "opened-changed", G_CALLBACK (on_opened_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->two_person, "changed", G_CALLBACK (on_rule_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
hall_review_view_new (HallFrame *frame)
{
  HallReviewView *self = g_object_new (HALL_TYPE_REVIEW_VIEW, NULL);

  build (self, hall_frame_get_session (frame));
  build_back_button (self, frame);
  listen (self);
  lay_out (self);
  return GTK_WIDGET (self);
}

void
hall_review_view_enter (GtkWidget *view)
{
  HallReviewView *self = HALL_REVIEW_VIEW (view);

  hall_queue_pane_start (self->queue);
  hall_two_person_bar_load (self->two_person);
}

void
hall_review_view_leave (GtkWidget *view)
{
  HallReviewView *self = HALL_REVIEW_VIEW (view);

  stop_walking (self);
  hall_queue_pane_stop (self->queue);
  hall_order_desk_forget (self->desk);
}

void
hall_review_view_go_back (GtkWidget *view)
{
  HallReviewView *self = HALL_REVIEW_VIEW (view);

  self->queue_wanted = TRUE;
  lay_out (self);
  hall_queue_pane_focus (self->queue);
}

void
hall_review_view_take_focus (GtkWidget *view)
{
  HallReviewView *self = HALL_REVIEW_VIEW (view);

  if (gtk_widget_get_mapped (GTK_WIDGET (hall_order_desk_get_parts (self->desk)->data)))
    hall_data_pane_take_focus (hall_order_desk_get_parts (self->desk)->data);
  if (get_focus (self) == NULL)
    hall_queue_pane_focus (self->queue);
  if (get_focus (self) == NULL)
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

void
hall_review_view_find (GtkWidget *view)
{
  hall_review_view_go_back (view);
  hall_queue_pane_find (HALL_REVIEW_VIEW (view)->queue);
}

HallOrderDesk *
hall_review_view_get_desk (HallReviewView *self)
{
  g_return_val_if_fail (HALL_IS_REVIEW_VIEW (self), NULL);

  return self->desk;
}

gboolean
hall_review_view_take_key (GtkWidget *view, const GdkEventKey *event)
{
  HallReviewView *self = HALL_REVIEW_VIEW (view);
  guint32 typed = gdk_keyval_to_unicode (event->keyval);
  gboolean open = gtk_widget_get_visible (GTK_WIDGET (self->desk));

  if (hall_mark_pen_is_drawing (hall_order_desk_get_parts (self->desk)->page))
    return FALSE;
  if (typed >= '1' && typed <= '9' && open)
    {
      hall_order_desk_look_at (self->desk, typed - '1');
      return TRUE;
    }
  return hall_review_keys_press (self, event);
}
