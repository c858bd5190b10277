/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-overlay.h"

#include <math.h>

#define VISIBLE 0.01 /* a strength below this is nothing */

struct _HallPageOverlay
{
  gatomicrefcount refs;      /* a picture on its way holds one */
  GtkWidget *canvas;         /* (nullable): NULL once it has been freed */
  HallPageSource *source;    /* (nullable) */
  cairo_surface_t *surface;  /* (nullable): of @wish */
  HallPageWish wish;         /* of @surface, or of what is on its way */
  GCancellable *cancellable; /* (nullable): of what is on its way */
  double strength;
};

static void
unref (HallPageOverlay *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

static void
forget (HallPageOverlay *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->source);
}

HallPageOverlay *
hall_page_overlay_new (GtkWidget *canvas)
{
  HallPageOverlay *self = g_new0 (HallPageOverlay, 1);

  g_atomic_ref_count_init (&self->refs);
  self->canvas = canvas;
  return self;
}

void
hall_page_overlay_free (HallPageOverlay *self)
{
  forget (self);
  self->canvas = NULL;
  unref (self);
}

void
hall_page_overlay_set_source (HallPageOverlay *self, HallPageSource *source)
{
  forget (self);
  if (source != NULL)
    self->source = g_object_ref (source);
  gtk_widget_queue_draw (self->canvas);
}

void
hall_page_overlay_set_strength (HallPageOverlay *self, double strength)
{
  self->strength = CLAMP (strength, 0, 1);
  gtk_widget_queue_draw (self->canvas);
}

double
hall_page_overlay_get_strength (HallPageOverlay *self)
{
  return self->strength;
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallPageOverlay *self = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, &error);

  if (surface != NULL && HALL_PAGE_SOURCE (source) == self->source && self->canvas != NULL)
    {
      g_clear_object (&self->cancellable);
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = surface;
      gtk_widget_queue_draw (self->canvas);
    }
  else
    g_clear_pointer (&surface, cairo_surface_destroy);
  unref (self);
}

static gboolean
is_same (const HallPageWish *a, const HallPageWish *b)
{
  return a->page == b->page && a->turns == b->turns && fabs (a->scale - b->scale) < 0.001;
}

/* Of one page at a time: that which is drawn last. */
static void
wish_for (HallPageOverlay *self, const HallPageWish *wish)
{
  if (is_same (wish, &self->wish) && (self->surface != NULL || self->cancellable != NULL))
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (wish->page != self->wish.page || wish->turns != self->wish.turns)
    g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->wish = *wish;
  self->cancellable = g_cancellable_new ();
  g_atomic_ref_count_inc (&self->refs);
  hall_page_source_render_async (self->source, wish, self->cancellable, on_rendered_cb, self);
}

void
hall_page_overlay_draw (HallPageOverlay *self,
                        cairo_t *cairo,
                        const HallPageWish *wish,
                        const GdkRectangle *area)
{
  if (self->source == NULL || self->strength < VISIBLE
      || wish->page >= hall_page_source_get_n_pages (self->source))
    return;
  wish_for (self, wish);
  if (self->surface == NULL)
    return;
  cairo_save (cairo);
  cairo_rectangle (cairo, area->x, area->y, area->width, area->height);
  cairo_clip (cairo);
  cairo_translate (cairo, area->x, area->y);
  cairo_scale (cairo, (double) area->width / cairo_image_surface_get_width (self->surface),
               (double) area->height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cairo, self->surface, 0, 0);
  cairo_paint_with_alpha (cairo, self->strength);
  cairo_restore (cairo);
}
