/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What mouse, touch pad and keyboard do to the pages of a view.
 */
#include "hall-page-hand.h"

#include <math.h>

#define ZOOM_STEP   1.25
#define CALM_FRAMES 3 /* the bars appear, the size that fits is another, then nothing moves */

struct _HallPageHand
{
  HallPageView *view;
  GtkWidget *canvas;
  HallPageWords *words;
  GtkScrolledWindow *scroller;
  GtkGesture *pinch;
  double zoom;    /* when the fingers met */
  gboolean space; /* is held down: the hand moves the page */
  gboolean moved; /* since it went down */
  gboolean panning;
  gboolean selecting;
  double x, y; /* where the pointer was, on the screen */
  HallPlace
      held; /* stays at @held_x, @held_y of the view while the size changes; page 0: nothing */
  double held_x, held_y;
  HallPlace wanted; /* to be shown when the pages are there; page 0: nothing */
  guint wanted_tick;
  guint calm; /* frames in which the pages had their sizes */
};

static const HallPageLayout *
get_layout (HallPageHand *self)
{
  return hall_page_canvas_get_layout (HALL_PAGE_CANVAS (self->canvas));
}

/* @x, @y: of what is seen, in pixels; what is there stays there */
static void
zoom_at (HallPageHand *self, double zoom, double x, double y)
{
  double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  double left = gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (self->scroller));

  self->held_x = x;
  self->held_y = y;
  if (!hall_page_layout_find (get_layout (self), left + x, top + y, &self->held))
    self->held.page = 0;
  hall_page_view_set_zoom (self->view, zoom);
}

/* What was under the pointer comes back to it, now that its new place is known. */
static void
on_canvas_sized_cb (GtkWidget *canvas, GdkRectangle *allocation, HallPageHand *self)
{
  cairo_rectangle_int_t box;

  if (self->held.page == 0 || self->held.page > hall_page_layout_get_n_pages (get_layout (self)))
    return;
  hall_page_layout_get_box (get_layout (self), &self->held, &box);
  self->held.page = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            box.y - self->held_y);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (self->scroller),
                            box.x - self->held_x);
}

/* In the middle of the view, or its beginning where it is larger than that. */
static void
bring_into_view (GtkAdjustment *adjustment, double from, double size)
{
  double room = gtk_adjustment_get_page_size (adjustment) - size;

  gtk_adjustment_set_value (adjustment, from - MAX (room / 2, HALL_PAGE_GAP_PX));
}

static void
scroll (GtkAdjustment *adjustment, double by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static void
scroll_parts (HallPageHand *self, double right, double down)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *along = gtk_scrolled_window_get_vadjustment (self->scroller);

  scroll (across, right * gtk_adjustment_get_page_size (across));
  scroll (along, down * gtk_adjustment_get_page_size (along));
}

static void
copy (HallPageHand *self)
{
  g_autofree char *text = hall_page_words_get_selected (self->words);

  if (text != NULL)
    gtk_clipboard_set_text (gtk_widget_get_clipboard (self->canvas, GDK_SELECTION_CLIPBOARD), text,
                            -1);
}

static void
turn (HallPageHand *self, guint turns)
{
  for (guint i = 0; i < turns; i++)
    hall_page_view_turn (self->view);
}

static void
zoom_by (HallPageHand *self, double factor)
{
  double x = gtk_widget_get_allocated_width (GTK_WIDGET (self->scroller)) / 2.0;
  double y = gtk_widget_get_allocated_height (GTK_WIDGET (self->scroller)) / 2.0;

  zoom_at (self, hall_page_view_get_zoom (self->view) * factor, x, y);
}

static gboolean
on_control_key (HallPageHand *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_a:
      hall_page_words_select_page (self->words, hall_page_view_get_page (self->view));
      return GDK_EVENT_STOP;
    case GDK_KEY_f:
      hall_page_view_find (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Keys that move: parts of what is seen. */
static const struct
{
  guint key;
  double right, down;
} moves[] = {
  { GDK_KEY_Page_Down, 0, 0.9 },   { GDK_KEY_KP_Page_Down, 0, 0.9 }, { GDK_KEY_Page_Up, 0, -0.9 },
  { GDK_KEY_KP_Page_Up, 0, -0.9 }, { GDK_KEY_Down, 0, 0.1 },         { GDK_KEY_Up, 0, -0.1 },
  { GDK_KEY_Right, 0.1, 0 },       { GDK_KEY_Left, -0.1, 0 },        { GDK_KEY_Home, -1e6, -1e6 },
  { GDK_KEY_End, 0, 1e6 },
};

static gboolean
move (HallPageHand *self, guint key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        scroll_parts (self, moves[i].right, moves[i].down);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_plain_key (HallPageHand *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_by (self, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_by (self, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      hall_page_view_set_fit (self->view, HALL_FIT_WIDTH);
      return GDK_EVENT_STOP;
    case GDK_KEY_r:
      turn (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_R:
      turn (self, 3);
      return GDK_EVENT_STOP;
    case GDK_KEY_l:
      hall_page_view_toggle_loupe (self->view);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      self->moved &= self->space; /* held down it comes again and again */
      self->space = TRUE;
      return GDK_EVENT_STOP;
    default:
      return move (self, key);
    }
}

static gboolean
on_key_pressed_cb (GtkWidget *canvas, GdkEventKey *event, HallPageHand *self)
{
  if ((event->state & GDK_MOD1_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((event->state & GDK_CONTROL_MASK) != 0 && on_control_key (self, event->keyval))
    return GDK_EVENT_STOP;
  return on_plain_key (self, event->keyval);
}

/* The space bar alone goes on; with the pointer it moves the page. */
static gboolean
on_key_released_cb (GtkWidget *canvas, GdkEventKey *event, HallPageHand *self)
{
  if (event->keyval != GDK_KEY_space || !self->space)
    return GDK_EVENT_PROPAGATE;
  self->space = FALSE;
  if (!self->moved)
    scroll_parts (self, 0, (event->state & GDK_SHIFT_MASK) != 0 ? -0.9 : 0.9);
  return GDK_EVENT_STOP;
}

static void
show_pointer (HallPageHand *self, const char *name)
{
  GdkWindow *window = gtk_widget_get_window (self->canvas);
  g_autoptr (GdkCursor) cursor =
      name != NULL ? gdk_cursor_new_from_name (gdk_window_get_display (window), name) : NULL;

  gdk_window_set_cursor (window, cursor);
}

static gboolean
find_point (HallPageHand *self, double x, double y, HallPlace *point)
{
  return hall_page_layout_find (get_layout (self), x, y, point);
}

static gboolean
on_pressed_cb (GtkWidget *canvas, GdkEventButton *event, HallPageHand *self)
{
  HallPlace point;

  gtk_widget_grab_focus (canvas);
  self->x = event->x_root;
  self->y = event->y_root;
  self->panning = event->button == GDK_BUTTON_MIDDLE || self->space;
  self->moved |= self->panning;
  if (self->panning)
    show_pointer (self, "grabbing");
  else if (event->button == GDK_BUTTON_PRIMARY && find_point (self, event->x, event->y, &point))
    {
      self->selecting = event->type == GDK_BUTTON_PRESS;
      hall_page_words_select_from (self->words, &point, event->type == GDK_2BUTTON_PRESS);
    }
  return GDK_EVENT_STOP;
}

static gboolean
on_moved_cb (GtkWidget *canvas, GdkEventMotion *event, HallPageHand *self)
{
  HallPlace point;

  if (self->panning)
    {
      scroll (gtk_scrolled_window_get_hadjustment (self->scroller), self->x - event->x_root);
      scroll (gtk_scrolled_window_get_vadjustment (self->scroller), self->y - event->y_root);
      self->x = event->x_root;
      self->y = event->y_root;
    }
  else if (find_point (self, event->x, event->y, &point))
    {
      hall_page_words_want (self->words, point.page - 1);
      if (self->selecting)
        hall_page_words_select_to (self->words, &point);
    }
  return GDK_EVENT_STOP;
}

static gboolean
on_released_cb (GtkWidget *canvas, GdkEventButton *event, HallPageHand *self)
{
  if (self->panning)
    show_pointer (self, NULL);
  self->panning = self->selecting = FALSE;
  return GDK_EVENT_STOP;
}

static gboolean
on_wheel_turned_cb (GtkWidget *scroller, GdkEvent *event, HallPageHand *self)
{
  GtkWidget *from = gtk_get_event_widget (event);
  GdkModifierType state = 0;
  double across = 0, along = 0;
  int x, y;

  gdk_event_get_state (event, &state);
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (event->scroll.direction == GDK_SCROLL_UP)
    along = -1;
  else if (event->scroll.direction == GDK_SCROLL_DOWN)
    along = 1;
  else
    gdk_event_get_scroll_deltas (event, &across, &along);
  if (along != 0
      && gtk_widget_translate_coordinates (from, scroller, (int) event->scroll.x,
                                           (int) event->scroll.y, &x, &y))
    zoom_at (self, hall_page_view_get_zoom (self->view) * pow (ZOOM_STEP, -along), x, y);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begun_cb (GtkGesture *pinch, GdkEventSequence *sequence, HallPageHand *self)
{
  self->zoom = hall_page_view_get_zoom (self->view);
}

static void
on_pinched_cb (GtkGestureZoom *pinch, double scale, HallPageHand *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    zoom_at (self, self->zoom * scale, x, y);
}

HallPageHand *
hall_page_hand_new (HallPageView *view, HallPageCanvas *canvas, GtkScrolledWindow *scroller)
{
  HallPageHand *self = g_new0 (HallPageHand, 1);

  self->view = view;
  self->canvas = GTK_WIDGET (canvas);
  self->words = hall_page_canvas_get_words (canvas);
  self->scroller = scroller;
  g_signal_connect (canvas, "size-allocate", G_CALLBACK (on_canvas_sized_cb), self);
  g_signal_connect (canvas, "key-press-event", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (canvas, "key-release-event", G_CALLBACK (on_key_released_cb), self);
  g_signal_connect (canvas, "button-press-event", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (canvas, "button-release-event", G_CALLBACK (on_released_cb), self);
  g_signal_connect (canvas, "motion-notify-event", G_CALLBACK (on_moved_cb), self);
  g_signal_connect (scroller, "scroll-event", G_CALLBACK (on_wheel_turned_cb), self);
  self->pinch = gtk_gesture_zoom_new (GTK_WIDGET (scroller));
  g_signal_connect (self->pinch, "begin", G_CALLBACK (on_pinch_begun_cb), self);
  g_signal_connect (self->pinch, "scale-changed", G_CALLBACK (on_pinched_cb), self);
  return self;
}

void
hall_page_hand_free (HallPageHand *self)
{
  if (self->wanted_tick != 0)
    gtk_widget_remove_tick_callback (self->canvas, self->wanted_tick);
  g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_signal_handlers_disconnect_by_data (self->scroller, self);
  g_object_unref (self->pinch);
  g_free (self);
}

static void
show (HallPageHand *self, const HallPlace *place)
{
  cairo_rectangle_int_t box;

  if (place->page < 1 || place->page > hall_page_layout_get_n_pages (get_layout (self)))
    return;
  hall_page_layout_get_box (get_layout (self), place, &box);
  bring_into_view (gtk_scrolled_window_get_vadjustment (self->scroller), box.y, box.height);
  bring_into_view (gtk_scrolled_window_get_hadjustment (self->scroller), box.x, box.width);
  hall_page_marks_pulse (hall_page_canvas_get_marks (HALL_PAGE_CANVAS (self->canvas)), place);
}

void
hall_page_hand_show (HallPageHand *self, const HallPlace *place, gboolean now)
{
  self->wanted = *place;
  if (!now || self->wanted_tick != 0)
    return;
  self->wanted.page = 0;
  show (self, place);
}

static gboolean
on_wanted_tick_cb (GtkWidget *canvas, GdkFrameClock *clock, gpointer user_data)
{
  HallPageHand *self = user_data;
  HallPlace place = self->wanted;
  int width, height;

  hall_page_layout_get_needed (get_layout (self), &width, &height);
  self->calm = gtk_widget_get_allocated_height (canvas) >= height ? self->calm + 1 : 0;
  if (self->calm < CALM_FRAMES)
    return G_SOURCE_CONTINUE;
  self->wanted_tick = 0;
  self->wanted.page = 0;
  show (self, &place);
  return G_SOURCE_REMOVE;
}

void
hall_page_hand_show_wanted (HallPageHand *self)
{
  self->calm = 0;
  if (self->wanted.page > 0 && self->wanted_tick == 0)
    self->wanted_tick = gtk_widget_add_tick_callback (self->canvas, on_wanted_tick_cb, self, NULL);
}

void
hall_page_hand_page (HallPageHand *self, gboolean backward)
{
  scroll_parts (self, 0, backward ? -0.9 : 0.9);
}
