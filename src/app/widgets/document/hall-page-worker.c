/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread behind a page source.
 */
#include "hall-page-worker.h"

#include <gdk/gdk.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <poppler.h>

#include "hall-error.h"

/* 24 million pixels take 96 MB; more is not seen on any screen. */
#define MAX_SURFACE_PIXELS 24e6
/* Decoded at most; larger pictures are scaled down while they are read. */
#define MAX_PICTURE_PIXELS 50e6
#define MAX_PAGES          500
#define SCREEN_DPI         96.0

/* The worker's own things, freed by its thread. */
struct _HallPageWorker
{
  GAsyncQueue *jobs; /* shared: the only thing both threads touch */
  GBytes *bytes;
  PopplerDocument *document; /* (nullable) */
  GdkPixbuf *picture;        /* (nullable) */
  double picture_dpi;
};

/* Pushed last. */
static HallPageJob stop_job;

HallPageJob *
hall_page_job_new (GCancellable *cancellable, HallPageJobFunc func, gpointer user_data)
{
  HallPageJob *job = g_new0 (HallPageJob, 1);

  g_set_object (&job->cancellable, cancellable);
  job->func = func;
  job->user_data = user_data;
  return job;
}

static void
job_free (HallPageJob *job)
{
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->sizes, g_array_unref);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
on_job_done_cb (gpointer user_data)
{
  HallPageJob *job = user_data;

  job->func (job, job->user_data);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
fail (GError **error, const char *why)
{
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "this page cannot be shown: %s", why);
}

static gboolean
open_document (HallPageWorker *self, GArray *sizes, GError **error)
{
  g_autoptr (GError) why = NULL;
  int n_pages;

  self->document = poppler_document_new_from_bytes (self->bytes, NULL, &why);
  if (self->document == NULL)
    {
      fail (error, why->message);
      return FALSE;
    }
  n_pages = MIN (poppler_document_get_n_pages (self->document), MAX_PAGES);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      HallPageSize size = { 595, 842 }; /* a page that cannot be read is shown as an empty A4 */

      if (page != NULL)
        poppler_page_get_size (page, &size.width_pt, &size.height_pt);
      g_clear_object (&page);
      size.width_pt = CLAMP (size.width_pt, 1, 14400);
      size.height_pt = CLAMP (size.height_pt, 1, 14400);
      g_array_append_val (sizes, size);
    }
  if (n_pages <= 0)
    fail (error, "no page");
  return n_pages > 0;
}

static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  double pixels = (double) width * height;
  double factor = sqrt (MAX_PICTURE_PIXELS / MAX (pixels, 1));

  if (factor < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * factor), 1),
                                MAX ((int) (height * factor), 1));
}

static double
read_dpi (GdkPixbuf *picture)
{
  const char *text = gdk_pixbuf_get_option (picture, "x-dpi");
  double dpi = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return dpi >= 72 && dpi <= 2400 ? dpi : SCREEN_DPI;
}

static gboolean
open_picture (HallPageWorker *self, GArray *sizes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  g_autoptr (GError) why = NULL;
  HallPageSize size;

  if (loader == NULL)
    {
      fail (error, "no JPEG reader");
      return FALSE;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, self->bytes, &why))
    gdk_pixbuf_loader_close (loader, NULL);
  else if (gdk_pixbuf_loader_close (loader, &why))
    self->picture = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (self->picture == NULL)
    {
      fail (error, why != NULL ? why->message : "not a JPEG");
      return FALSE;
    }
  self->picture_dpi = read_dpi (self->picture);
  size.width_pt = gdk_pixbuf_get_width (self->picture) * 72 / self->picture_dpi;
  size.height_pt = gdk_pixbuf_get_height (self->picture) * 72 / self->picture_dpi;
  g_array_append_val (sizes, size);
  return TRUE;
}

static void
do_open (HallPageWorker *self, HallPageJob *job)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);

  if (self->document != NULL || self->picture != NULL)
    {
      fail (&job->error, "opened twice");
      return;
    }
  job->sizes = g_array_new (FALSE, FALSE, sizeof (HallPageSize));
  if (length >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    open_picture (self, job->sizes, &job->error);
  else if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    open_document (self, job->sizes, &job->error);
  else
    fail (&job->error, "neither PDF nor JPEG");
}

/* From the page's own space into that of the surface: turned, then scaled. */
static void
turn (cairo_t *cairo, guint turns, double width, double height)
{
  static const double angles[] = { 0, G_PI_2, G_PI, 3 * G_PI_2 };
  double shift_x = turns == 1 || turns == 2 ? 1 : 0;
  double shift_y = turns == 2 || turns == 3 ? 1 : 0;

  cairo_translate (cairo, shift_x * (turns % 2 != 0 ? height : width),
                   shift_y * (turns % 2 != 0 ? width : height));
  cairo_rotate (cairo, angles[turns % 4]);
}

static cairo_surface_t *
new_surface (const HallPageWish *wish, double width_pt, double height_pt, cairo_t **cairo)
{
  double limit = sqrt (MAX_SURFACE_PIXELS / (width_pt * height_pt));
  double scale = CLAMP (wish->scale, 0.01, limit);
  gboolean lying = wish->turns % 2 != 0;
  int width = MAX ((int) ceil ((lying ? height_pt : width_pt) * scale), 1);
  int height = MAX ((int) ceil ((lying ? width_pt : height_pt) * scale), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  *cairo = cairo_create (surface);
  cairo_set_source_rgb (*cairo, 1, 1, 1);
  cairo_paint (*cairo);
  cairo_scale (*cairo, scale, scale);
  turn (*cairo, wish->turns % 4, width_pt, height_pt);
  return surface;
}

static void
draw_picture (HallPageWorker *self, cairo_t *cairo)
{
  double factor = 72 / self->picture_dpi;

  cairo_scale (cairo, factor, factor);
  gdk_cairo_set_source_pixbuf (cairo, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
}

static void
do_render (HallPageWorker *self, HallPageJob *job)
{
  PopplerPage *page = NULL;
  double width_pt, height_pt;
  cairo_t *cairo;

  if (self->picture != NULL)
    {
      width_pt = gdk_pixbuf_get_width (self->picture) * 72 / self->picture_dpi;
      height_pt = gdk_pixbuf_get_height (self->picture) * 72 / self->picture_dpi;
    }
  else
    {
      if (self->document != NULL
          && (int) job->wish.page < poppler_document_get_n_pages (self->document))
        page = poppler_document_get_page (self->document, (int) job->wish.page);
      if (page == NULL)
        {
          fail (&job->error, "no such page");
          return;
        }
      poppler_page_get_size (page, &width_pt, &height_pt);
    }
  job->surface =
      new_surface (&job->wish, CLAMP (width_pt, 1, 14400), CLAMP (height_pt, 1, 14400), &cairo);
  if (page != NULL)
    poppler_page_render (page, cairo);
  else
    draw_picture (self, cairo);
  if (cairo_status (cairo) != CAIRO_STATUS_SUCCESS)
    fail (&job->error, cairo_status_to_string (cairo_status (cairo)));
  cairo_destroy (cairo);
  g_clear_object (&page);
}

static void
worker_free (HallPageWorker *self)
{
  g_async_queue_unref (self->jobs);
  g_bytes_unref (self->bytes);
  g_clear_object (&self->document);
  g_clear_object (&self->picture);
  g_free (self);
}

static gpointer
worker_main (gpointer data)
{
  HallPageWorker *self = data;
  HallPageJob *job;

  while ((job = g_async_queue_pop (self->jobs)) != &stop_job)
    {
      if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
        ;
      else if (job->renders)
        do_render (self, job);
      else
        do_open (self, job);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_job_done_cb, job, NULL);
    }
  worker_free (self);
  return NULL;
}

HallPageWorker *
hall_page_worker_new (GBytes *bytes)
{
  HallPageWorker *self = g_new0 (HallPageWorker, 1);

  self->jobs = g_async_queue_new ();
  self->bytes = g_bytes_ref (bytes);
  g_thread_unref (g_thread_new ("hall-pages", worker_main, self));
  return self;
}

void
hall_page_worker_push (HallPageWorker *self, HallPageJob *job)
{
  g_async_queue_push (self->jobs, job);
}

void
hall_page_worker_release (HallPageWorker *self)
{
  GAsyncQueue *jobs = g_async_queue_ref (self->jobs); /* the worker drops its own any moment */

  g_async_queue_push (jobs, &stop_job);
  g_async_queue_unref (jobs);
}
