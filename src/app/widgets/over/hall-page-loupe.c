/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-loupe.h"

#include <math.h>

#define RADIUS_PX  130
#define STEP_PX    24.0
#define EDGE_PX    3
#define MIN_LARGER 1.5 /* than what lies below, or it would be no loupe */

struct _HallPageLoupe
{
  GObject parent_instance;

  GtkWidget *canvas;            /* not owned */
  const HallPageLayout *layout; /* not owned */
  HallPageSource *source;       /* (nullable) */
  guint turns;
  gboolean open;
  HallPlace point;           /* page 0: none */
  cairo_surface_t *picture;  /* (nullable): of page @drawn, from 1 */
  guint drawn;               /* or on its way; 0: none */
  GCancellable *cancellable; /* (nullable): of the picture on its way */
  GtkWidget *before;         /* (nullable) (weak): had the focus */
};

G_DEFINE_FINAL_TYPE (HallPageLoupe, hall_page_loupe, G_TYPE_OBJECT)

enum
{
  OPEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_picture (HallPageLoupe *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->drawn = 0;
}

/* Cancelled: another page is wanted, or the loupe is gone. */
static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPageLoupe) self = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, &error);

  if (picture == NULL)
    return;
  g_clear_object (&self->cancellable);
  self->picture = picture;
  gtk_widget_queue_draw (self->canvas);
}

/* Of the page under the loupe, once. */
static void
want_picture (HallPageLoupe *self)
{
  HallPageWish wish = { self->point.page - 1, self->turns, 0 };

  if (!self->open || self->source == NULL || self->point.page == 0
      || self->point.page == self->drawn)
    return;
  forget_picture (self);
  self->drawn = self->point.page;
  self->cancellable = g_cancellable_new ();
  hall_page_source_render_async (self->source, &wish, self->cancellable, on_drawn_cb,
                                 g_object_ref (self));
}

/* @x, @y: in pixels of the canvas */
static void
move_to (HallPageLoupe *self, double x, double y)
{
  if (!hall_page_layout_find (self->layout, x, y, &self->point))
    self->point.page = 0;
  want_picture (self);
  gtk_widget_queue_draw (self->canvas);
}

static GtkScrolledWindow *
get_scroller (HallPageLoupe *self)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (self->canvas, GTK_TYPE_SCROLLED_WINDOW));
}

static gboolean
get_middle (HallPageLoupe *self, int *x, int *y)
{
  cairo_rectangle_int_t box;

  if (self->point.page == 0 || self->point.page > hall_page_layout_get_n_pages (self->layout))
    return FALSE;
  hall_page_layout_get_box (self->layout, &self->point, &box);
  *x = box.x;
  *y = box.y;
  return TRUE;
}

static void
start_in_the_middle (HallPageLoupe *self)
{
  GtkScrolledWindow *scroller = get_scroller (self);
  GtkAdjustment *across, *along;

  if (scroller == NULL)
    return;
  across = gtk_scrolled_window_get_hadjustment (scroller);
  along = gtk_scrolled_window_get_vadjustment (scroller);
  move_to (self, gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2,
           gtk_adjustment_get_value (along) + gtk_adjustment_get_page_size (along) / 2);
}

static const struct
{
  guint key;
  int right, down;
} moves[] = {
  { GDK_KEY_Left, -1, 0 },
  { GDK_KEY_Right, 1, 0 },
  { GDK_KEY_Up, 0, -1 },
  { GDK_KEY_Down, 0, 1 },
};

/* With the pages below it, as far as it has to be seen. */
static void
step (HallPageLoupe *self, int right, int down)
{
  GtkScrolledWindow *scroller = get_scroller (self);
  int x, y;

  if (!get_middle (self, &x, &y))
    return;
  move_to (self, x + right * STEP_PX, y + down * STEP_PX);
  if (scroller == NULL || !get_middle (self, &x, &y))
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (scroller), x - RADIUS_PX,
                             x + RADIUS_PX);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), y - RADIUS_PX,
                             y + RADIUS_PX);
}

static gboolean
on_key_pressed_cb (GtkWidget *canvas, GdkEventKey *event, HallPageLoupe *self)
{
  if (!self->open || (event->state & (GDK_CONTROL_MASK | GDK_MOD1_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (event->keyval == GDK_KEY_Escape)
    {
      hall_page_loupe_set_open (self, FALSE);
      return GDK_EVENT_STOP;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == event->keyval)
      {
        step (self, moves[i].right, moves[i].down);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_moved_cb (GtkWidget *canvas, GdkEventMotion *event, HallPageLoupe *self)
{
  if (self->open)
    move_to (self, event->x, event->y);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_page_loupe_dispose (GObject *object)
{
  HallPageLoupe *self = HALL_PAGE_LOUPE (object);

  forget_picture (self);
  g_clear_object (&self->source);
  g_clear_weak_pointer (&self->before);
  G_OBJECT_CLASS (hall_page_loupe_parent_class)->dispose (object);
}

static void
hall_page_loupe_class_init (HallPageLoupeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_page_loupe_dispose;
  signals[OPEN_CHANGED] = g_signal_new ("open-changed", HALL_TYPE_PAGE_LOUPE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_page_loupe_init (HallPageLoupe *self)
{
}

HallPageLoupe *
hall_page_loupe_new (GtkWidget *canvas, const HallPageLayout *layout)
{
  HallPageLoupe *self = g_object_new (HALL_TYPE_PAGE_LOUPE, NULL);

  self->canvas = canvas;
  self->layout = layout;
  g_signal_connect_object (canvas, "key-press-event", G_CALLBACK (on_key_pressed_cb), self, 0);
  g_signal_connect_object (canvas, "motion-notify-event", G_CALLBACK (on_moved_cb), self, 0);
  return self;
}

void
hall_page_loupe_set_source (HallPageLoupe *self, HallPageSource *source, guint turns)
{
  g_return_if_fail (HALL_IS_PAGE_LOUPE (self));

  if (source == self->source && turns == self->turns)
    return;
  forget_picture (self);
  g_set_object (&self->source, source);
  self->turns = turns;
  if (source == NULL || self->point.page > hall_page_source_get_n_pages (source))
    self->point.page = 0;
  want_picture (self);
}

/* Whoever had the focus has it again. */
static void
give_focus (HallPageLoupe *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (self->canvas);

  if (!GTK_IS_WINDOW (window))
    return;
  if (self->open)
    {
      g_set_weak_pointer (&self->before, gtk_window_get_focus (GTK_WINDOW (window)));
      gtk_widget_grab_focus (self->canvas);
      return;
    }
  if (self->before != NULL && gtk_widget_has_focus (self->canvas))
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
}

void
hall_page_loupe_set_open (HallPageLoupe *self, gboolean open)
{
  g_return_if_fail (HALL_IS_PAGE_LOUPE (self));

  if (open == self->open)
    return;
  self->open = open;
  give_focus (self);
  if (open)
    start_in_the_middle (self);
  else
    forget_picture (self);
  gtk_widget_queue_draw (self->canvas);
  g_signal_emit (self, signals[OPEN_CHANGED], 0);
}

gboolean
hall_page_loupe_is_open (HallPageLoupe *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_LOUPE (self), FALSE);

  return self->open;
}

const HallPlace *
hall_page_loupe_get_point (HallPageLoupe *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_LOUPE (self), NULL);

  return &self->point;
}

cairo_surface_t *
hall_page_loupe_get_picture (HallPageLoupe *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_LOUPE (self), NULL);

  return self->picture;
}

/* Each pixel of the file as so many of the screen, in whole numbers; none is mixed with others. */
static void
draw_pixels (HallPageLoupe *self, cairo_t *cairo, int x, int y)
{
  int factor = gtk_widget_get_scale_factor (self->canvas);
  GdkRectangle area;
  double larger;
  int times;

  hall_page_layout_get_area (self->layout, self->point.page - 1, &area);
  larger = (double) cairo_image_surface_get_width (self->picture) / (area.width * factor);
  times = MAX (1, (int) ceil (MIN_LARGER / larger));
  cairo_translate (cairo, x, y);
  cairo_scale (cairo, (double) times / factor, (double) times / factor);
  cairo_set_source_surface (cairo, self->picture, -floor ((x - area.x) * factor * larger),
                            -floor ((double) (y - area.y)
                                    * cairo_image_surface_get_height (self->picture)
                                    / area.height));
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_NEAREST);
  cairo_paint (cairo);
}

static void
draw_edge (HallPageLoupe *self, cairo_t *cairo, int x, int y)
{
  GdkRGBA colour = { 0.2, 0.5, 0.9, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (self->canvas),
                                  "theme_selected_bg_color", &colour);
  cairo_arc (cairo, x, y, RADIUS_PX, 0, 2 * G_PI);
  cairo_set_source_rgba (cairo, 1, 1, 1, 0.8);
  cairo_set_line_width (cairo, 2 * EDGE_PX);
  cairo_stroke_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_set_line_width (cairo, EDGE_PX);
  cairo_stroke (cairo);
}

void
hall_page_loupe_draw (HallPageLoupe *self, cairo_t *cairo)
{
  int x, y;

  g_return_if_fail (HALL_IS_PAGE_LOUPE (self));

  if (!self->open || !get_middle (self, &x, &y))
    return;
  cairo_save (cairo);
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, RADIUS_PX, 0, 2 * G_PI);
  cairo_clip_preserve (cairo);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill (cairo);
  if (self->picture != NULL)
    draw_pixels (self, cairo, x, y);
  cairo_restore (cairo);
  draw_edge (self, cairo, x, y);
}
