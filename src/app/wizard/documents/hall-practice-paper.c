/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-paper.h"

#include <gdk/gdk.h>

#include "hall-error.h"
#include "hall-fit-pdf.h"
#include "hall-page-process.h"
#include "hall-practice-stamp.h"

#define DPI     300.0 /* what seal sheets are scanned with */
#define MM      25.4
#define POINTS  72.0
#define QUALITY "70"

/* The sheet lies a little askew, its paper is not wholly white. */
#define ASKEW 0.006 /* radians */
#define PAPER 0.965
#define GRAIN 3 /* grey levels up or down */

void
hall_practice_paper_add_grain (GdkPixbuf *picture)
{
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);
  gsize n = gdk_pixbuf_get_byte_length (picture);
  guint32 random = 1;

  for (gsize i = 0; i < n; i++)
    {
      random = random * 1664525 + 1013904223; /* as in Numerical Recipes */
      pixels[i] =
          (guint8) CLAMP (pixels[i] + (int) (random >> 16) % (2 * GRAIN + 1) - GRAIN, 0, 255);
    }
}

/* Lays the sheet on the scanner's glass: @cairo is in mm of the sheet afterwards. */
static void
lay (cairo_t *cairo, int width, int height)
{
  cairo_translate (cairo, width / 2.0, height / 2.0);
  cairo_rotate (cairo, ASKEW);
  cairo_translate (cairo, -width / 2.0, -height / 2.0);
}

/* Page @index (from 0) of the sheet, signed and stamped. Returns: (transfer full) */
static GdkPixbuf *
take_page (cairo_surface_t *sheet, const HallSheetPlan *plan, guint index)
{
  int width = cairo_image_surface_get_width (sheet);
  int height = cairo_image_surface_get_height (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  GdkPixbuf *picture;

  cairo_set_source_rgb (cairo, PAPER, PAPER, PAPER);
  cairo_paint (cairo);
  lay (cairo, width, height);
  cairo_set_operator (cairo, CAIRO_OPERATOR_MULTIPLY);
  cairo_set_source_surface (cairo, sheet, 0, 0);
  cairo_paint (cairo);
  cairo_set_operator (cairo, CAIRO_OPERATOR_OVER);
  cairo_scale (cairo, DPI / MM, DPI / MM);
  for (guint i = 0; plan != NULL && i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);

      if (region->page == index + 1)
        hall_practice_stamp_region (cairo, region);
    }
  cairo_destroy (cairo);
  picture = gdk_pixbuf_get_from_surface (surface, 0, 0, width, height);
  cairo_surface_destroy (surface);
  return picture;
}

/* (transfer full): a JPEG */
static GBytes *
scan_page (HallPageProcess *process,
           const HallSheetPlan *plan,
           guint index,
           HallFitSheet *page,
           GError **error)
{
  HallPageWish wish = { .page = index, .scale = DPI / POINTS };
  cairo_surface_t *sheet = hall_page_process_draw (process, &wish, error);
  g_autoptr (GdkPixbuf) picture = NULL;
  char *data = NULL;
  gsize size = 0;

  if (sheet == NULL)
    return NULL;
  picture = take_page (sheet, plan, index);
  cairo_surface_destroy (sheet);
  hall_practice_paper_add_grain (picture);
  if (!gdk_pixbuf_save_to_buffer (picture, &data, &size, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;
  page->width_mm = gdk_pixbuf_get_width (picture) / DPI * MM;
  page->height_mm = gdk_pixbuf_get_height (picture) / DPI * MM;
  page->n_placings = 1;
  page->placings[0] = (HallFitPlacing){ .orientation = 1,
                                        .width = (guint) gdk_pixbuf_get_width (picture),
                                        .height = (guint) gdk_pixbuf_get_height (picture),
                                        .shown_width = page->width_mm,
                                        .shown_height = page->height_mm };
  return g_bytes_new_take (data, size);
}

GBytes *
hall_practice_paper_scan (GBytes *pdf, const HallSheetPlan *plan, GError **error)
{
  g_autoptr (HallPageProcess) process = hall_page_process_new (pdf);
  g_autoptr (GArray) sizes = hall_page_process_measure (process, error);
  g_autoptr (GPtrArray) jpegs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree HallFitSheet *pages = NULL;
  GBytes *scan;

  if (sizes == NULL)
    return NULL;
  pages = g_new0 (HallFitSheet, sizes->len);
  for (guint i = 0; i < sizes->len; i++)
    {
      GBytes *jpeg = scan_page (process, plan, i, &pages[i], error);

      if (jpeg == NULL)
        return NULL;
      g_ptr_array_add (jpegs, jpeg);
      pages[i].placings[0].jpeg = jpeg;
    }
  scan = hall_fit_pdf_write (pages, sizes->len);
  if (scan == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INTERNAL, "there is not enough memory");
  return scan;
}
