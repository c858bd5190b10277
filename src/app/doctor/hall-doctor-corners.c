/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-corners.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "hall-ui.h"

#define N_CORNERS  4
#define EDGE_PX    12 /* around the picture: a corner at its edge can be taken hold of */
#define HANDLE_PX  7.0
#define REACH_PX   24.0 /* how near to a corner the pointer must come */
#define STEP_PX    1.0
#define LEAP_PX    10.0
#define LENS_PX    108.0
#define LENS_SCALE 3.0

struct _HallDoctorCorners
{
  GtkDrawingArea parent_instance;

  GdkPixbuf *picture;      /* (nullable) */
  cairo_surface_t *scaled; /* (nullable): the picture at the size it is drawn in */
  HallPoint corners[N_CORNERS];
  gboolean has_corners;
  int chosen; /* the corner the keys move */
  int held;   /* the corner being drawn; -1: none */
};

G_DEFINE_FINAL_TYPE (HallDoctorCorners, hall_doctor_corners, GTK_TYPE_DRAWING_AREA)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const corner_names[N_CORNERS] = {
  N_ ("Upper left corner"),
  N_ ("Upper right corner"),
  N_ ("Lower right corner"),
  N_ ("Lower left corner"),
};

/* Where the picture stands in the widget. */
static void
get_frame (HallDoctorCorners *self, GdkRectangle *frame)
{
  int width = MAX (gtk_widget_get_allocated_width (GTK_WIDGET (self)) - 2 * EDGE_PX, 1);
  int height = MAX (gtk_widget_get_allocated_height (GTK_WIDGET (self)) - 2 * EDGE_PX, 1);
  int of_width = gdk_pixbuf_get_width (self->picture);
  int of_height = gdk_pixbuf_get_height (self->picture);
  double scale = MIN ((double) width / of_width, (double) height / of_height);

  frame->width = MAX ((int) (of_width * scale), 1);
  frame->height = MAX ((int) (of_height * scale), 1);
  frame->x = EDGE_PX + (width - frame->width) / 2;
  frame->y = EDGE_PX + (height - frame->height) / 2;
}

static HallPoint
get_on_screen (HallDoctorCorners *self, const GdkRectangle *frame, int corner)
{
  return (HallPoint){ frame->x + self->corners[corner].x * frame->width,
                      frame->y + self->corners[corner].y * frame->height };
}

static void
say_which (HallDoctorCorners *self)
{
  hall_ui_set_accessible_description (GTK_WIDGET (self), _ (corner_names[self->chosen]));
}

static void
choose (HallDoctorCorners *self, int corner)
{
  self->chosen = corner;
  say_which (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Three corners on a line or a page turned inside out are no page. */
static gboolean
is_convex (const HallPoint corners[N_CORNERS])
{
  for (int i = 0; i < N_CORNERS; i++)
    {
      const HallPoint *a = &corners[i];
      const HallPoint *b = &corners[(i + 1) % N_CORNERS];
      const HallPoint *c = &corners[(i + 2) % N_CORNERS];

      if ((b->x - a->x) * (c->y - b->y) - (b->y - a->y) * (c->x - b->x) < 1e-3)
        return FALSE;
    }
  return TRUE;
}

/* In fractions; where there would be no page left it stays. */
static gboolean
move_corner (HallDoctorCorners *self, int corner, double x, double y)
{
  HallPoint moved[N_CORNERS];

  memcpy (moved, self->corners, sizeof moved);
  moved[corner].x = CLAMP (x, 0, 1);
  moved[corner].y = CLAMP (y, 0, 1);
  if (!is_convex (moved))
    return FALSE;
  memcpy (self->corners, moved, sizeof moved);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
paint_colour (HallDoctorCorners *self, cairo_t *cairo, double alpha)
{
  GdkRGBA colour = { 0.2, 0.5, 0.9, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "theme_selected_bg_color", &colour);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, alpha);
}

static void
trace_page (HallDoctorCorners *self, cairo_t *cairo, const GdkRectangle *frame)
{
  cairo_new_sub_path (cairo);
  for (int i = 0; i < N_CORNERS; i++)
    {
      HallPoint at = get_on_screen (self, frame, i);

      cairo_line_to (cairo, at.x, at.y);
    }
  cairo_close_path (cairo);
}

static void
draw_handle (HallDoctorCorners *self, cairo_t *cairo, HallPoint at, gboolean chosen)
{
  cairo_arc (cairo, at.x, at.y, chosen ? HANDLE_PX + 2 : HANDLE_PX, 0, 2 * G_PI);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill_preserve (cairo);
  paint_colour (self, cairo, 1);
  cairo_set_line_width (cairo, chosen ? 4 : 2);
  cairo_stroke (cairo);
}

/* What is cut off is dark. */
static void
draw_corners (HallDoctorCorners *self, cairo_t *cairo, const GdkRectangle *frame)
{
  gboolean focus = gtk_widget_has_visible_focus (GTK_WIDGET (self));

  cairo_rectangle (cairo, frame->x, frame->y, frame->width, frame->height);
  trace_page (self, cairo, frame);
  cairo_set_fill_rule (cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cairo, 0, 0, 0, 0.45);
  cairo_fill (cairo);
  trace_page (self, cairo, frame);
  paint_colour (self, cairo, 1);
  cairo_set_line_width (cairo, 2);
  cairo_stroke (cairo);
  for (int i = 0; i < N_CORNERS; i++)
    draw_handle (self, cairo, get_on_screen (self, frame, i), focus && i == self->chosen);
}

/* The finger or pointer hides what matters most: it is shown larger in the opposite corner. */
static void
draw_lens (HallDoctorCorners *self, cairo_t *cairo, const GdkRectangle *frame)
{
  HallPoint at = get_on_screen (self, frame, self->held);
  HallPoint lens = { at.x < frame->x + frame->width / 2.0
                         ? frame->x + frame->width - LENS_PX / 2 - 6
                         : frame->x + LENS_PX / 2 + 6,
                     frame->y + LENS_PX / 2 + 6 };
  double scale = LENS_SCALE * frame->width / gdk_pixbuf_get_width (self->picture);

  cairo_save (cairo);
  cairo_arc (cairo, lens.x, lens.y, LENS_PX / 2, 0, 2 * G_PI);
  cairo_clip (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_paint (cairo);
  cairo_translate (cairo, lens.x - (at.x - frame->x) * LENS_SCALE,
                   lens.y - (at.y - frame->y) * LENS_SCALE);
  cairo_scale (cairo, scale, scale);
  gdk_cairo_set_source_pixbuf (cairo, self->picture, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  paint_colour (self, cairo, 1);
  cairo_set_line_width (cairo, 2);
  cairo_arc (cairo, lens.x, lens.y, LENS_PX / 2, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, lens.x - 9, lens.y);
  cairo_line_to (cairo, lens.x + 9, lens.y);
  cairo_move_to (cairo, lens.x, lens.y - 9);
  cairo_line_to (cairo, lens.x, lens.y + 9);
  cairo_stroke (cairo);
}

/* Scaling a photo takes long: done once for each size. */
static cairo_surface_t *
get_scaled (HallDoctorCorners *self, const GdkRectangle *frame)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = frame->width * factor;
  int height = frame->height * factor;
  g_autoptr (GdkPixbuf) small = NULL;

  if (self->scaled != NULL && cairo_image_surface_get_width (self->scaled) == width
      && cairo_image_surface_get_height (self->scaled) == height)
    return self->scaled;
  g_clear_pointer (&self->scaled, cairo_surface_destroy);
  small = gdk_pixbuf_scale_simple (self->picture, width, height, GDK_INTERP_BILINEAR);
  if (small != NULL)
    self->scaled = gdk_cairo_surface_create_from_pixbuf (small, factor, NULL);
  return self->scaled;
}

static gboolean
hall_doctor_corners_draw (GtkWidget *widget, cairo_t *cairo)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);
  GdkRectangle frame;
  cairo_surface_t *scaled;

  if (self->picture == NULL)
    return GDK_EVENT_PROPAGATE;
  get_frame (self, &frame);
  scaled = get_scaled (self, &frame);
  if (scaled != NULL)
    {
      cairo_set_source_surface (cairo, scaled, frame.x, frame.y);
      cairo_paint (cairo);
    }
  if (!self->has_corners)
    return GDK_EVENT_PROPAGATE;
  draw_corners (self, cairo, &frame);
  if (self->held >= 0)
    draw_lens (self, cairo, &frame);
  return GDK_EVENT_PROPAGATE;
}

static int
find_corner (HallDoctorCorners *self, double x, double y)
{
  GdkRectangle frame;
  double nearest = REACH_PX;
  int found = -1;

  if (self->picture == NULL || !self->has_corners)
    return -1;
  get_frame (self, &frame);
  for (int i = 0; i < N_CORNERS; i++)
    {
      HallPoint at = get_on_screen (self, &frame, i);
      double distance = hypot (at.x - x, at.y - y);

      if (distance > nearest)
        continue;
      nearest = distance;
      found = i;
    }
  return found;
}

static gboolean
hall_doctor_corners_button_press (GtkWidget *widget, GdkEventButton *event)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);

  gtk_widget_grab_focus (widget);
  if (event->button != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  self->held = find_corner (self, event->x, event->y);
  if (self->held >= 0)
    choose (self, self->held);
  return self->held >= 0;
}

static void
show_pointer (HallDoctorCorners *self, gboolean over)
{
  GdkWindow *window = gtk_widget_get_window (GTK_WIDGET (self));
  g_autoptr (GdkCursor) cursor =
      over ? gdk_cursor_new_from_name (gdk_window_get_display (window), "move") : NULL;

  gdk_window_set_cursor (window, cursor);
}

static gboolean
hall_doctor_corners_motion_notify (GtkWidget *widget, GdkEventMotion *event)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);
  GdkRectangle frame;

  if (self->held < 0)
    {
      show_pointer (self, find_corner (self, event->x, event->y) >= 0);
      return GDK_EVENT_PROPAGATE;
    }
  get_frame (self, &frame);
  move_corner (self, self->held, (event->x - frame.x) / frame.width,
               (event->y - frame.y) / frame.height);
  return GDK_EVENT_STOP;
}

static gboolean
hall_doctor_corners_button_release (GtkWidget *widget, GdkEventButton *event)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);

  if (self->held < 0)
    return GDK_EVENT_PROPAGATE;
  self->held = -1;
  gtk_widget_queue_draw (widget);
  g_signal_emit (self, signals[CHANGED], 0);
  return GDK_EVENT_STOP;
}

static gboolean
move_by_key (HallDoctorCorners *self, guint keyval, double step)
{
  GdkRectangle frame;
  HallPoint *at = &self->corners[self->chosen];
  double x = keyval == GDK_KEY_Left ? -step : keyval == GDK_KEY_Right ? step : 0;
  double y = keyval == GDK_KEY_Up ? -step : keyval == GDK_KEY_Down ? step : 0;

  if ((x == 0 && y == 0) || self->picture == NULL || !self->has_corners)
    return FALSE;
  get_frame (self, &frame);
  if (move_corner (self, self->chosen, at->x + x / frame.width, at->y + y / frame.height))
    g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
hall_doctor_corners_key_press (GtkWidget *widget, GdkEventKey *event)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);
  double step = (event->state & GDK_SHIFT_MASK) != 0 ? LEAP_PX : STEP_PX;

  if (move_by_key (self, event->keyval, step))
    return GDK_EVENT_STOP;
  return GTK_WIDGET_CLASS (hall_doctor_corners_parent_class)->key_press_event (widget, event);
}

/* Tab goes through the corners and then on. */
static gboolean
hall_doctor_corners_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  int next = self->chosen + (forward ? 1 : -1);

  if (!self->has_corners)
    return FALSE;
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return !gtk_widget_has_focus (widget)
           && GTK_WIDGET_CLASS (hall_doctor_corners_parent_class)->focus (widget, direction);
  if (!gtk_widget_has_focus (widget))
    {
      choose (self, forward ? 0 : N_CORNERS - 1);
      gtk_widget_grab_focus (widget);
      return TRUE;
    }
  if (next < 0 || next >= N_CORNERS)
    return FALSE;
  choose (self, next);
  return TRUE;
}

static void
hall_doctor_corners_dispose (GObject *object)
{
  HallDoctorCorners *self = HALL_DOCTOR_CORNERS (object);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->scaled, cairo_surface_destroy);
  G_OBJECT_CLASS (hall_doctor_corners_parent_class)->dispose (object);
}

static void
hall_doctor_corners_class_init (HallDoctorCornersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_doctor_corners_dispose;
  widget_class->draw = hall_doctor_corners_draw;
  widget_class->button_press_event = hall_doctor_corners_button_press;
  widget_class->button_release_event = hall_doctor_corners_button_release;
  widget_class->motion_notify_event = hall_doctor_corners_motion_notify;
  widget_class->key_press_event = hall_doctor_corners_key_press;
  widget_class->focus = hall_doctor_corners_focus;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_DOCTOR_CORNERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, ATK_ROLE_IMAGE);
}

static void
hall_doctor_corners_init (HallDoctorCorners *self)
{
  self->held = -1;
  gtk_widget_add_events (GTK_WIDGET (self),
                         GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK | GDK_POINTER_MOTION_MASK);
  hall_ui_set_accessible_name (GTK_WIDGET (self), _ ("Corners of the page"));
}

GtkWidget *
hall_doctor_corners_new (void)
{
  return g_object_new (HALL_TYPE_DOCTOR_CORNERS, "visible", TRUE, NULL);
}

void
hall_doctor_corners_set_picture (HallDoctorCorners *self, GdkPixbuf *picture)
{
  g_return_if_fail (HALL_IS_DOCTOR_CORNERS (self));

  if (!g_set_object (&self->picture, picture))
    return;
  g_clear_pointer (&self->scaled, cairo_surface_destroy);
  self->held = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hall_doctor_corners_set (HallDoctorCorners *self, const HallPoint corners[4])
{
  g_return_if_fail (HALL_IS_DOCTOR_CORNERS (self));

  if (self->held >= 0)
    return; /* it would slip out of the hand */
  self->has_corners = corners != NULL;
  gtk_widget_set_can_focus (GTK_WIDGET (self), self->has_corners);
  if (corners != NULL)
    {
      memcpy (self->corners, corners, sizeof self->corners);
      say_which (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hall_doctor_corners_get (HallDoctorCorners *self, HallPoint corners[4])
{
  g_return_if_fail (HALL_IS_DOCTOR_CORNERS (self));

  memcpy (corners, self->corners, sizeof self->corners);
}
