/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-sim.h"

#include "page-text.h"
#include "scan-camera.h"
#include "scan-ink.h"

/* cairo must not draw text in two threads at once. */
static GMutex draw_lock;

const ScanRecipe scan_sim_flatbed = {
  .seed = 1,
  .dpi = 150,
  .degrees = 0.6,
  .texture = 2,
  .tint = 0.15,
  .shadow = 0.03,
  .blur = 0.05,
  .noise = 2,
  .quality = 85,
};

const ScanRecipe scan_sim_photo = {
  .seed = 1,
  .dpi = 150,
  .degrees = -2,
  .perspective = 0.06,
  .texture = 2.5,
  .tint = 0.3,
  .shadow = 0.22,
  .darkness = 0.08,
  .blur = 0.06,
  .noise = 4,
  .quality = 82,
};

void
scan_sim_lock (void)
{
  g_mutex_lock (&draw_lock);
}

void
scan_sim_unlock (void)
{
  g_mutex_unlock (&draw_lock);
}

cairo_surface_t *
scan_sim_draw (GBytes *pdf, int index, double dpi)
{
  cairo_surface_t *sheet;

  scan_sim_lock ();
  sheet = page_text_render (pdf, index, dpi);
  scan_sim_unlock ();
  return sheet;
}

static cairo_surface_t *
copy (cairo_surface_t *sheet)
{
  cairo_surface_t *other =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (sheet),
                                  cairo_image_surface_get_height (sheet));
  cairo_t *cairo = cairo_create (other);

  cairo_set_source_surface (cairo, sheet, 0, 0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (other);
  return other;
}

/* What happened to the paper before it was scanned. */
static void
work_on (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  guint seed = recipe->seed;

  scan_ink_alter (sheet, recipe->dpi, &recipe->alteration, seed);
  for (guint i = 0; i < SCAN_MAX_SIGNATURES; i++)
    if (recipe->signatures[i].width > 0)
      scan_ink_sign (sheet, recipe->dpi, &recipe->signatures[i], seed + 101 * i);
  for (guint i = 0; i < SCAN_MAX_SEALS; i++)
    if (recipe->seals[i].diameter > 0)
      scan_ink_stamp (sheet, recipe->dpi, &recipe->seals[i], seed + 31 * i);
}

GdkPixbuf *
scan_sim_take (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  cairo_surface_t *paper = copy (sheet);
  GdkPixbuf *picture;

  scan_sim_lock ();
  work_on (paper, recipe);
  scan_sim_unlock ();
  picture = scan_camera_take (paper, recipe);
  cairo_surface_destroy (paper);
  return picture;
}

GBytes *
scan_sim_take_jpeg (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  g_autoptr (GdkPixbuf) picture = scan_sim_take (sheet, recipe);
  g_autofree char *quality = g_strdup_printf ("%d", recipe->quality);
  g_autofree char *dpi = g_strdup_printf ("%.0f", recipe->dpi);
  g_autoptr (GError) error = NULL;
  char *buffer = NULL;
  gsize size = 0;

  gdk_pixbuf_save_to_buffer (picture, &buffer, &size, "jpeg", &error, "quality", quality, "x-dpi",
                             dpi, "y-dpi", dpi, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

GBytes *
scan_sim_scan (GBytes *pdf, int index, const ScanRecipe *recipe)
{
  cairo_surface_t *sheet = scan_sim_draw (pdf, index, recipe->dpi);
  GBytes *jpeg = scan_sim_take_jpeg (sheet, recipe);

  cairo_surface_destroy (sheet);
  return jpeg;
}
