/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document one below the other.
 */
#include "hall-page-canvas.h"

#include <math.h>

#include "hall-page-accessible.h"
#include "hall-page-layout.h"
#include "hall-page-marks.h"

/* Rendered pages that are kept though they are out of view. */
#define MAX_KEPT 6

typedef struct
{
  cairo_surface_t *surface;  /* (nullable) */
  double surface_scale;      /* what it was wished at */
  GCancellable *cancellable; /* (nullable): of the rendering that runs */
  double wished_scale;
  gboolean failed;
  gint64 drawn_us; /* when it was last in view */
} Page;

struct _HallPageCanvas
{
  GtkDrawingArea parent_instance;

  HallPageSource *source; /* (nullable) */
  GArray *pages;          /* (element-type Page) */
  HallPageLayout *layout;
  HallPageMarks *marks;
  HallPageWords *words;
  HallPageOverlay *overlay;
  HallPageLoupe *loupe;
  guint page; /* that is read out */
  double scale;
  guint turns;
};

G_DEFINE_FINAL_TYPE (HallPageCanvas, hall_page_canvas, GTK_TYPE_DRAWING_AREA)

enum
{
  PAGE_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  HallPageCanvas *canvas; /* a reference */
  HallPageSource *source; /* a reference: another document may have taken its place */
  guint page;
  double scale;
} Rendering;

static void
rendering_free (Rendering *rendering)
{
  g_object_unref (rendering->canvas);
  g_object_unref (rendering->source);
  g_free (rendering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rendering, rendering_free)

static void
page_clear (gpointer data)
{
  Page *page = data;

  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  g_clear_pointer (&page->surface, cairo_surface_destroy);
}

static Page *
get_page (HallPageCanvas *self, guint index)
{
  return &g_array_index (self->pages, Page, index);
}

static void
update_size (HallPageCanvas *self)
{
  int width, height;

  hall_page_layout_set (self->layout, self->source, self->scale, self->turns);
  hall_page_layout_get_needed (self->layout, &width, &height);
  gtk_widget_set_size_request (GTK_WIDGET (self), width, height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drops what has been out of view longest. */
static void
forget_old_surfaces (HallPageCanvas *self)
{
  guint kept = 0;
  Page *oldest = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);

      if (page->surface == NULL)
        continue;
      kept++;
      if (oldest == NULL || page->drawn_us < oldest->drawn_us)
        oldest = page;
    }
  if (kept > MAX_KEPT)
    g_clear_pointer (&oldest->surface, cairo_surface_destroy);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rendering) rendering = user_data;
  g_autoptr (GError) error = NULL;
  HallPageCanvas *self = rendering->canvas;
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, &error);
  Page *page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->source != rendering->source || rendering->page >= self->pages->len)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  page = get_page (self, rendering->page);
  g_clear_object (&page->cancellable);
  page->failed = surface == NULL;
  if (surface != NULL)
    {
      g_clear_pointer (&page->surface, cairo_surface_destroy);
      page->surface = surface;
      page->surface_scale = rendering->scale;
      forget_old_surfaces (self);
    }
  else
    g_signal_emit (self, signals[PAGE_FAILED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
wish_for (HallPageCanvas *self, guint index, double scale)
{
  Page *page = get_page (self, index);
  HallPageWish wish = { index, self->turns, scale };
  Rendering *rendering;

  if (page->cancellable != NULL && page->wished_scale == scale)
    return;
  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  page->cancellable = g_cancellable_new ();
  page->wished_scale = scale;

  rendering = g_new0 (Rendering, 1);
  rendering->canvas = g_object_ref (self);
  rendering->source = g_object_ref (self->source);
  rendering->page = index;
  rendering->scale = scale;
  hall_page_source_render_async (self->source, &wish, page->cancellable, on_rendered_cb, rendering);
}

static void
draw_paper (cairo_t *cairo, int x, int y, int width, int height)
{
  cairo_set_source_rgba (cairo, 0, 0, 0, 0.25);
  cairo_rectangle (cairo, x - 0.5, y - 0.5, width + 1, height + 1);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_fill (cairo);
}

/* A page at another size is stretched until the right one is there: nothing flickers. The right
 * one is drawn pixel for pixel: a pixel more or less at the edge would make it dull. */
static void
draw_surface (cairo_t *cairo, cairo_surface_t *surface, const GdkRectangle *area, int factor)
{
  double scale_x = (double) area->width / cairo_image_surface_get_width (surface);
  double scale_y = (double) area->height / cairo_image_surface_get_height (surface);
  gboolean is_right =
      abs (cairo_image_surface_get_width (surface) - area->width * factor) <= factor
      && abs (cairo_image_surface_get_height (surface) - area->height * factor) <= factor;

  cairo_save (cairo);
  cairo_rectangle (cairo, area->x, area->y, area->width, area->height);
  cairo_clip (cairo);
  cairo_translate (cairo, area->x, area->y);
  cairo_scale (cairo, is_right ? 1.0 / factor : scale_x, is_right ? 1.0 / factor : scale_y);
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  cairo_paint (cairo);
  cairo_restore (cairo);
}

static void
draw_page (HallPageCanvas *self, cairo_t *cairo, guint index, const GdkRectangle *area)
{
  Page *page = get_page (self, index);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)); /* 2 on a fine screen */
  double wanted = self->scale * factor;

  page->drawn_us = g_get_monotonic_time ();
  draw_paper (cairo, area->x, area->y, area->width, area->height);
  if (page->surface != NULL)
    draw_surface (cairo, page->surface, area, factor);
  hall_page_overlay_draw (self->overlay, cairo, &(HallPageWish){ index, self->turns, wanted },
                          area);
  if (!page->failed && (page->surface == NULL || page->surface_scale != wanted))
    wish_for (self, index, wanted);
}

static gboolean
hall_page_canvas_draw (GtkWidget *widget, cairo_t *cairo)
{
  HallPageCanvas *self = HALL_PAGE_CANVAS (widget);
  GdkRectangle area;
  GdkRectangle clip;

  if (!gdk_cairo_get_clip_rectangle (cairo, &clip))
    return GDK_EVENT_STOP;
  for (guint i = 0; i < self->pages->len; i++)
    {
      hall_page_layout_get_area (self->layout, i, &area);
      if (area.y < clip.y + clip.height && area.y + area.height > clip.y)
        draw_page (self, cairo, i, &area);
    }
  hall_page_words_draw (self->words, self->layout, widget, cairo);
  hall_page_marks_draw (self->marks, self->layout, cairo);
  hall_page_loupe_draw (self->loupe, cairo);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_page_canvas_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  hall_page_layout_set_width (HALL_PAGE_CANVAS (widget)->layout, allocation->width);
  GTK_WIDGET_CLASS (hall_page_canvas_parent_class)->size_allocate (widget, allocation);
}

static void
hall_page_canvas_dispose (GObject *object)
{
  HallPageCanvas *self = HALL_PAGE_CANVAS (object);

  g_array_set_size (self->pages, 0);
  hall_page_marks_set (self->marks, NULL, 0);
  hall_page_layout_set (self->layout, NULL, 1, 0);
  hall_page_words_set_source (self->words, NULL);
  hall_page_loupe_set_source (self->loupe, NULL, 0);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (hall_page_canvas_parent_class)->dispose (object);
}

static void
hall_page_canvas_finalize (GObject *object)
{
  HallPageCanvas *self = HALL_PAGE_CANVAS (object);

  g_array_unref (self->pages);
  hall_page_marks_free (self->marks);
  hall_page_overlay_free (self->overlay);
  g_object_unref (self->words);
  g_object_unref (self->loupe);
  hall_page_layout_free (self->layout);
  G_OBJECT_CLASS (hall_page_canvas_parent_class)->finalize (object);
}

static void
hall_page_canvas_class_init (HallPageCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_page_canvas_dispose;
  object_class->finalize = hall_page_canvas_finalize;
  widget_class->draw = hall_page_canvas_draw;
  widget_class->size_allocate = hall_page_canvas_size_allocate;
  gtk_widget_class_set_accessible_type (widget_class, HALL_TYPE_PAGE_ACCESSIBLE);
  gtk_widget_class_set_accessible_role (widget_class, ATK_ROLE_DOCUMENT_FRAME);

  signals[PAGE_FAILED] = g_signal_new ("page-failed", HALL_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_text_ready_cb (HallPageWords *words, guint page, HallPageCanvas *self)
{
  if (page == self->page)
    hall_page_accessible_tell (GTK_WIDGET (self));
}

static void
hall_page_canvas_init (HallPageCanvas *self)
{
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (self->pages, page_clear);
  self->layout = hall_page_layout_new ();
  self->marks = hall_page_marks_new (GTK_WIDGET (self));
  self->words = hall_page_words_new ();
  self->overlay = hall_page_overlay_new (GTK_WIDGET (self));
  self->loupe = hall_page_loupe_new (GTK_WIDGET (self), self->layout);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words, "text-ready", G_CALLBACK (on_text_ready_cb), self, 0);
  self->scale = 1;
  gtk_widget_set_can_focus (GTK_WIDGET (self), TRUE);
  gtk_widget_add_events (GTK_WIDGET (self), GDK_KEY_PRESS_MASK | GDK_KEY_RELEASE_MASK
                                                | GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK
                                                | GDK_POINTER_MOTION_MASK);
}

GtkWidget *
hall_page_canvas_new (void)
{
  return g_object_new (HALL_TYPE_PAGE_CANVAS, "visible", TRUE, NULL);
}

/* What was drawn before anybody looked is in view at once. */
static void
take_first (HallPageCanvas *self)
{
  double scale = 0;
  cairo_surface_t *first = hall_page_source_get_first (self->source, &scale);

  if (first == NULL || self->pages->len == 0)
    return;
  get_page (self, 0)->surface = cairo_surface_reference (first);
  get_page (self, 0)->surface_scale = scale;
}

void
hall_page_canvas_set_source (HallPageCanvas *self, HallPageSource *source)
{
  g_return_if_fail (HALL_IS_PAGE_CANVAS (self));

  g_array_set_size (self->pages, 0);
  g_set_object (&self->source, source);
  self->turns = 0;
  if (source != NULL)
    {
      g_array_set_size (self->pages, hall_page_source_get_n_pages (source));
      take_first (self);
    }
  hall_page_words_set_source (self->words, source);
  update_size (self);
  hall_page_loupe_set_source (self->loupe, source, 0);
  hall_page_canvas_set_page (self, 0);
}

void
hall_page_canvas_set_scale (HallPageCanvas *self, double scale)
{
  g_return_if_fail (HALL_IS_PAGE_CANVAS (self));
  g_return_if_fail (scale > 0);

  if (fabs (self->scale - scale) < 0.0005)
    return;
  self->scale = scale;
  update_size (self);
}

double
hall_page_canvas_get_scale (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), 1);

  return self->scale;
}

void
hall_page_canvas_set_turns (HallPageCanvas *self, guint turns)
{
  g_return_if_fail (HALL_IS_PAGE_CANVAS (self));

  if (self->turns == turns % 4)
    return;
  self->turns = turns % 4;
  for (guint i = 0; i < self->pages->len; i++)
    page_clear (get_page (self, i));
  update_size (self);
  hall_page_loupe_set_source (self->loupe, self->source, self->turns);
}

guint
hall_page_canvas_get_turns (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), 0);

  return self->turns;
}

const HallPageLayout *
hall_page_canvas_get_layout (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), NULL);

  return self->layout;
}

HallPageMarks *
hall_page_canvas_get_marks (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), NULL);

  return self->marks;
}

HallPageWords *
hall_page_canvas_get_words (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), NULL);

  return self->words;
}

void
hall_page_canvas_set_page (HallPageCanvas *self, guint page)
{
  g_return_if_fail (HALL_IS_PAGE_CANVAS (self));

  self->page = page;
  hall_page_words_want (self->words, page);
  hall_page_accessible_tell (GTK_WIDGET (self));
}

const char *
hall_page_canvas_get_text (HallPageCanvas *self)
{
  const HallPageText *text = hall_page_words_get_text (self->words, self->page);

  return text != NULL ? text->text : "";
}

HallPageOverlay *
hall_page_canvas_get_overlay (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), NULL);

  return self->overlay;
}

HallPageLoupe *
hall_page_canvas_get_loupe (HallPageCanvas *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), NULL);

  return self->loupe;
}

gboolean
hall_page_canvas_has_picture (HallPageCanvas *self, guint page)
{
  g_return_val_if_fail (HALL_IS_PAGE_CANVAS (self), FALSE);

  return page < self->pages->len && get_page (self, page)->surface != NULL;
}
