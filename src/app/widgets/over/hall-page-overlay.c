/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-overlay.h"

#include <math.h>

#include "hall-page-laid.h"

#define VISIBLE    0.01 /* a strength below this is nothing */
#define A4_LONG_PT (297 / 25.4 * 72)

/* What is wanted of the page that is looked at. */
typedef struct
{
  HallPageWish wish; /* how the page below is drawn */
  int width, height; /* of it, in pixels of the screen */
} Need;

struct _HallPageOverlay
{
  gatomicrefcount refs;      /* a picture on its way holds one */
  GtkWidget *canvas;         /* (nullable): NULL once it has been freed */
  HallPageSource *source;    /* (nullable) */
  GArray *spots;             /* (element-type HallSheetSpot): how its pages lie */
  cairo_surface_t *surface;  /* (nullable): of @need */
  Need need;                 /* of @surface, or of what is on its way */
  GCancellable *cancellable; /* (nullable): of what is on its way */
  double strength;
};

static void
unref (HallPageOverlay *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->spots);
  g_free (self);
}

static void
forget_picture (HallPageOverlay *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static void
forget (HallPageOverlay *self)
{
  forget_picture (self);
  g_clear_object (&self->source);
}

HallPageOverlay *
hall_page_overlay_new (GtkWidget *canvas)
{
  HallPageOverlay *self = g_new0 (HallPageOverlay, 1);

  g_atomic_ref_count_init (&self->refs);
  self->canvas = canvas;
  self->spots = g_array_new (FALSE, FALSE, sizeof (HallSheetSpot));
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

void
hall_page_overlay_set_spots (HallPageOverlay *self, GArray *spots)
{
  g_array_set_size (self->spots, 0);
  if (spots != NULL)
    g_array_append_vals (self->spots, spots->data, spots->len);
  forget_picture (self);
  gtk_widget_queue_draw (self->canvas);
}

/* (nullable): how the sheet lies on @page, from 0 */
static const HallSheetSpot *
find_spot (HallPageOverlay *self, guint page)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (g_array_index (self->spots, HallSheetSpot, i).page == page + 1)
      return &g_array_index (self->spots, HallSheetSpot, i);
  return NULL;
}

/* A printed page that is being laid as its scan lies. Owned by one thread at a time. */
typedef struct
{
  cairo_surface_t *printed;
  HallSheetSpot spot;
  Need need;
} Laying;

static void
laying_free (gpointer data)
{
  Laying *self = data;

  cairo_surface_destroy (self->printed);
  g_free (self);
}

static void
lay_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Laying *self = data;
  cairo_surface_t *laid = hall_page_laid_draw (self->printed, &self->spot, self->need.wish.turns,
                                               self->need.width, self->need.height);

  g_task_return_pointer (task, laid, (GDestroyNotify) cairo_surface_destroy);
}

/* @surface: (transfer full) (nullable) */
static void
take (HallPageOverlay *self, cairo_surface_t *surface)
{
  if (surface == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  gtk_widget_queue_draw (self->canvas);
}

/* What was cancelled comes as NULL, also after the overlay is gone. */
static void
on_laid_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallPageOverlay *self = user_data;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->canvas != NULL)
    take (self, surface);
  else
    g_clear_pointer (&surface, cairo_surface_destroy);
  unref (self);
}

/* @printed: (transfer full) */
static void
lay (HallPageOverlay *self, cairo_surface_t *printed, const HallSheetSpot *spot)
{
  GTask *task = g_task_new (NULL, self->cancellable, on_laid_cb, self);
  Laying *laying = g_new0 (Laying, 1);

  g_atomic_ref_count_inc (&self->refs);
  g_task_set_source_tag (task, lay);
  cairo_surface_flush (printed);
  laying->printed = printed;
  laying->spot = *spot;
  laying->need = self->need;
  g_task_set_task_data (task, laying, laying_free);
  g_task_run_in_thread (task, lay_thread);
  g_object_unref (task);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallPageOverlay *self = user_data;
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, NULL);
  gboolean wanted = HALL_PAGE_SOURCE (source) == self->source && self->canvas != NULL;
  const HallSheetSpot *spot = wanted ? find_spot (self, self->need.wish.page) : NULL;

  if (surface != NULL && spot != NULL)
    lay (self, surface, spot);
  else if (wanted)
    take (self, surface);
  else
    g_clear_pointer (&surface, cairo_surface_destroy);
  unref (self);
}

static gboolean
is_same (const Need *a, const Need *b)
{
  return a->wish.page == b->wish.page && a->wish.turns == b->wish.turns
         && fabs (a->wish.scale - b->wish.scale) < 0.001 && a->width == b->width
         && a->height == b->height;
}

/* The printed page for the one that is looked at, upright if it is laid, as fine as the screen. */
static HallPageWish
choose_print (const HallSheetSpot *spot, const Need *need)
{
  if (spot == NULL)
    return need->wish;
  return (HallPageWish){ spot->sheet_page - 1, 0, MAX (need->width, need->height) / A4_LONG_PT };
}

/* Of one page at a time: that which is drawn last. */
static void
ask_for (HallPageOverlay *self, const Need *need, const HallPageWish *print)
{
  if (is_same (need, &self->need) && (self->surface != NULL || self->cancellable != NULL))
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (need->wish.page != self->need.wish.page || need->wish.turns != self->need.wish.turns)
    g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->need = *need;
  self->cancellable = g_cancellable_new ();
  g_atomic_ref_count_inc (&self->refs);
  hall_page_source_render_async (self->source, print, self->cancellable, on_rendered_cb, self);
}

void
hall_page_overlay_draw (HallPageOverlay *self,
                        cairo_t *cairo,
                        const HallPageWish *wish,
                        const GdkRectangle *area)
{
  int factor = gtk_widget_get_scale_factor (self->canvas);
  Need need = { *wish, area->width * factor, area->height * factor };
  HallPageWish print = choose_print (find_spot (self, wish->page), &need);

  if (self->source == NULL || self->strength < VISIBLE
      || print.page >= hall_page_source_get_n_pages (self->source))
    return;
  ask_for (self, &need, &print);
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
