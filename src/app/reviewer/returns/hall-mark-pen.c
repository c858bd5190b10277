/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a box on a page that is looked at.
 */
#include "hall-mark-pen.h"

#include <math.h>

#define KEY_STEP  0.02 /* of the page */
#define MIN_PART  0.01
#define KEY_BOX   0.2 /* what the keys begin with */
#define PEN_CLASS "hall-mark-pen"

typedef struct
{
  GtkWidget *canvas; /* not owned, as the view owns both */
  GtkGesture *drag;
  GtkWidget *window; /* (nullable) (weak): whose keys the pen takes */
  HallPlace from;    /* where the mouse went down */
  HallPlace box;
  gboolean drawing;
  HallMarkPenDone done;
  gpointer data;
  GDestroyNotify free_data;
} Pen;

static const HallPageLayout *
get_layout (Pen *self)
{
  return hall_page_canvas_get_layout (HALL_PAGE_CANVAS (self->canvas));
}

static void
show_box (Pen *self)
{
  hall_page_marks_set_drawn (hall_page_canvas_get_marks (HALL_PAGE_CANVAS (self->canvas)),
                             &self->box, 1);
}

static void
show_pointer (Pen *self, gboolean drawing)
{
  GdkWindow *window = gtk_widget_get_window (self->canvas);
  g_autoptr (GdkCursor) cursor = NULL;

  if (window == NULL)
    return;
  if (drawing)
    cursor = gdk_cursor_new_from_name (gdk_window_get_display (window), "crosshair");
  gdk_window_set_cursor (window, cursor);
}

static gboolean on_key_pressed_cb (GtkWidget *window, GdkEventKey *event, Pen *self);

/* Keys come by the window: what has the focus would take some of them. @window: (nullable) */
static void
listen (Pen *self, GtkWidget *window)
{
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    g_signal_connect (window, "key-press-event", G_CALLBACK (on_key_pressed_cb), self);
}

/* @box: (nullable) */
static void
end (Pen *self, const HallPlace *box)
{
  HallMarkPenDone done = self->done;
  gpointer data = self->data;
  GDestroyNotify free_data = self->free_data;

  if (!self->drawing)
    return;
  self->drawing = FALSE;
  self->done = NULL;
  self->data = NULL;
  self->free_data = NULL;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_NONE);
  listen (self, NULL);
  show_pointer (self, FALSE);
  if (done != NULL)
    done (box, data);
  if (free_data != NULL)
    free_data (data);
}

/* From where the mouse went down to where it is; on the page where it began. */
static void
pull_to (Pen *self, double x, double y)
{
  HallPlace to;

  if (!hall_page_layout_find (get_layout (self), x, y, &to) || to.page != self->from.page)
    return;
  self->box.page = self->from.page;
  self->box.x = MIN (self->from.x, to.x);
  self->box.y = MIN (self->from.y, to.y);
  self->box.width = fabs (to.x - self->from.x);
  self->box.height = fabs (to.y - self->from.y);
  show_box (self);
}

static void
on_drag_begun_cb (GtkGestureDrag *drag, double x, double y, Pen *self)
{
  self->from.page = 0;
  if (!hall_page_layout_find (get_layout (self), x, y, &self->from))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->canvas);
}

static void
on_drag_moved_cb (GtkGestureDrag *drag, double right, double down, Pen *self)
{
  double x, y;

  if (self->from.page > 0 && gtk_gesture_drag_get_start_point (drag, &x, &y))
    pull_to (self, x + right, y + down);
}

/* A click alone is no box: one may try again. */
static void
on_drag_ended_cb (GtkGestureDrag *drag, double right, double down, Pen *self)
{
  HallPlace box;

  on_drag_moved_cb (drag, right, down, self);
  box = self->box;
  if (self->from.page > 0 && box.width >= MIN_PART && box.height >= MIN_PART)
    end (self, &box);
}

static const struct
{
  guint key;
  double right, down;
} moves[] = {
  { GDK_KEY_Left, -KEY_STEP, 0 },
  { GDK_KEY_Right, KEY_STEP, 0 },
  { GDK_KEY_Up, 0, -KEY_STEP },
  { GDK_KEY_Down, 0, KEY_STEP },
};

static void
move (Pen *self, double right, double down)
{
  self->box.x = CLAMP (self->box.x + right, 0, 1 - self->box.width);
  self->box.y = CLAMP (self->box.y + down, 0, 1 - self->box.height);
}

static void
stretch (Pen *self, double right, double down)
{
  self->box.width = CLAMP (self->box.width + right, MIN_PART, 1 - self->box.x);
  self->box.height = CLAMP (self->box.height + down, MIN_PART, 1 - self->box.y);
}

static gboolean
on_arrow (Pen *self, guint key, gboolean shift)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        (shift ? stretch : move) (self, moves[i].right, moves[i].down);
        show_box (self);
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_key_pressed_cb (GtkWidget *window, GdkEventKey *event, Pen *self)
{
  HallPlace box = self->box;

  if (event->keyval == GDK_KEY_Escape)
    end (self, NULL);
  else if (event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter)
    end (self, &box);
  else
    return on_arrow (self, event->keyval, (event->state & GDK_SHIFT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static void
pen_free (Pen *self)
{
  self->done = NULL;
  end (self, NULL);
  g_clear_object (&self->drag);
  g_free (self);
}

static Pen *
pen_new (HallPageView *view)
{
  Pen *self = g_new0 (Pen, 1);

  self->canvas = GTK_WIDGET (hall_page_view_get_canvas (view));
  self->drag = gtk_gesture_drag_new (self->canvas);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_NONE);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begun_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_moved_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_ended_cb), self);
  return self;
}

/* While the view goes, its canvas may be gone already. */
static void
on_view_destroyed_cb (HallPageView *view)
{
  g_object_set_data (G_OBJECT (view), PEN_CLASS, NULL);
}

static Pen *
get_pen (HallPageView *view)
{
  return g_object_get_data (G_OBJECT (view), PEN_CLASS);
}

static Pen *
take_pen (HallPageView *view)
{
  Pen *self = get_pen (view);

  if (self != NULL)
    return self;
  self = pen_new (view);
  g_object_set_data_full (G_OBJECT (view), PEN_CLASS, self, (GDestroyNotify) pen_free);
  g_signal_connect (view, "destroy", G_CALLBACK (on_view_destroyed_cb), NULL);
  return self;
}

/* Something to begin with, in the middle of the page in view. */
static HallPlace
first_box (HallPageView *view)
{
  return (HallPlace){ hall_page_view_get_page (view) + 1, (1 - KEY_BOX) / 2, (1 - KEY_BOX) / 2,
                      KEY_BOX, KEY_BOX / 2 };
}

void
hall_mark_pen_draw (HallPageView *view,
                    const HallPlace *box,
                    HallMarkPenDone done,
                    gpointer data,
                    GDestroyNotify free_data)
{
  Pen *self = take_pen (view);

  end (self, NULL);
  self->drawing = TRUE;
  self->done = done;
  self->data = data;
  self->free_data = free_data;
  self->box = box != NULL ? *box : first_box (view);
  self->from.page = 0;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_CAPTURE);
  listen (self, gtk_widget_get_toplevel (self->canvas));
  gtk_widget_grab_focus (self->canvas);
  show_pointer (self, TRUE);
  show_box (self);
}

void
hall_mark_pen_stop (HallPageView *view)
{
  Pen *self = get_pen (view);

  if (self != NULL)
    end (self, NULL);
}

gboolean
hall_mark_pen_is_drawing (HallPageView *view)
{
  Pen *self = get_pen (view);

  return self != NULL && self->drawing;
}
