/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page of a document, small. A sheet with nothing on it until the page is there, and
 * for a file that cannot be shown.
 */
#include "hall-page-thumbnail.h"

#include "hall-page-source.h"

struct _HallPageThumbnail
{
  GtkDrawingArea parent_instance;

  GCancellable *cancellable; /* (nullable): while a page is on its way */
  cairo_surface_t *surface;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallPageThumbnail, hall_page_thumbnail, GTK_TYPE_DRAWING_AREA)

/* An A4 sheet. */
#define WIDTH_PX  96
#define HEIGHT_PX 136

/* Rendered larger and drawn smaller: thin lines stay thin. */
#define OVERSAMPLING 4

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPageThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("no small picture of a document: %s", error->message);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  HallPageSource *source = HALL_PAGE_SOURCE (object);
  g_autoptr (HallPageThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 0 };
  double width_pt, height_pt;

  if (!hall_page_source_load_finish (source, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("no small picture of a document: %s", error->message);
      return;
    }
  hall_page_source_get_size (source, 0, &width_pt, &height_pt);
  wish.scale = MIN (WIDTH_PX / width_pt, HEIGHT_PX / height_pt)
               * gtk_widget_get_scale_factor (GTK_WIDGET (self)) * OVERSAMPLING;
  hall_page_source_render_async (source, &wish, self->cancellable, on_rendered_cb,
                                 g_object_ref (self));
}

static void
stop (HallPageThumbnail *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static void
draw_nothing (GtkWidget *widget, cairo_t *cairo)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  static const double dashes[] = { 4, 4 };
  GdkRGBA colour;

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &colour);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, 0.35);
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, 0.5, 0.5, WIDTH_PX + 1, HEIGHT_PX + 1);
  cairo_stroke (cairo);
}

static void
draw_page (HallPageThumbnail *self, cairo_t *cairo, double factor)
{
  double width = cairo_image_surface_get_width (self->surface) / factor;
  double height = cairo_image_surface_get_height (self->surface) / factor;
  double x = (int) ((WIDTH_PX + 2 - width) / 2);

  cairo_set_source_rgba (cairo, 0, 0, 0, 0.3);
  cairo_rectangle (cairo, x - 1, 0, width + 2, height + 2);
  cairo_fill (cairo);
  cairo_translate (cairo, x, 1);
  cairo_scale (cairo, 1 / factor, 1 / factor);
  cairo_set_source_surface (cairo, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
}

static gboolean
hall_page_thumbnail_draw (GtkWidget *widget, cairo_t *cairo)
{
  HallPageThumbnail *self = HALL_PAGE_THUMBNAIL (widget);

  if (self->surface == NULL)
    draw_nothing (widget, cairo);
  else
    draw_page (self, cairo, gtk_widget_get_scale_factor (widget) * OVERSAMPLING);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_page_thumbnail_dispose (GObject *object)
{
  stop (HALL_PAGE_THUMBNAIL (object));
  G_OBJECT_CLASS (hall_page_thumbnail_parent_class)->dispose (object);
}

static void
hall_page_thumbnail_class_init (HallPageThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_page_thumbnail_dispose;
  widget_class->draw = hall_page_thumbnail_draw;
  gtk_widget_class_set_accessible_role (widget_class, ATK_ROLE_IMAGE);
}

static void
hall_page_thumbnail_init (HallPageThumbnail *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH_PX + 2, HEIGHT_PX + 2);
}

GtkWidget *
hall_page_thumbnail_new (void)
{
  return g_object_new (HALL_TYPE_PAGE_THUMBNAIL, "visible", TRUE, NULL);
}

void
hall_page_thumbnail_set_content (HallPageThumbnail *self, GBytes *content)
{
  g_autoptr (HallPageSource) source = NULL;

  g_return_if_fail (HALL_IS_PAGE_THUMBNAIL (self));

  stop (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (content == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  source = hall_page_source_new (content);
  hall_page_source_load_async (source, self->cancellable, on_loaded_cb, g_object_ref (self));
}
