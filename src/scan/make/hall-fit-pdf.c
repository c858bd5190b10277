/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-pdf.h"

#include <cairo-pdf.h>

#define PT_PER_MM (72 / 25.4)

/* From where a stored pixel is to where it is seen, both in fractions. Source: Exif 2.3, 4.6. */
static const cairo_matrix_t orientations[] = {
  { 1, 0, 0, 1, 0, 0 },   { 1, 0, 0, 1, 0, 0 },   { -1, 0, 0, 1, 1, 0 },
  { -1, 0, 0, -1, 1, 1 }, { 1, 0, 0, -1, 0, 1 },  { 0, 1, 1, 0, 0, 0 },
  { 0, 1, -1, 0, 1, 0 },  { 0, -1, -1, 0, 1, 1 }, { 0, -1, 1, 0, 0, 1 },
};

#define CLOCKWISE 6

static cairo_status_t
on_written_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
release_bytes (void *data)
{
  g_bytes_unref (data);
}

/* A surface that has the JPEG's data; its own pixels are never looked at. */
static cairo_surface_t *
wrap_jpeg (const HallFitPlacing *placing)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (placing->jpeg, &size);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) placing->width, (int) placing->height);

  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size, release_bytes,
                               g_bytes_ref (placing->jpeg));
  return surface;
}

static cairo_surface_t *
wrap_pixels (const GdkPixbuf *pixels)
{
  int width = gdk_pixbuf_get_width (pixels), height = gdk_pixbuf_get_height (pixels);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data != NULL && y < height; y++)
    {
      const guint8 *from =
          gdk_pixbuf_read_pixels (pixels) + (gsize) y * (guint) gdk_pixbuf_get_rowstride (pixels);
      guint32 *to = (void *) (data + (gsize) y * (guint) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += 3)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
draw_picture (cairo_t *cairo, cairo_surface_t *surface)
{
  cairo_scale (cairo, 1.0 / cairo_image_surface_get_width (surface),
               1.0 / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_paint (cairo);
}

/* @cairo: in fractions of the page before it was turned */
static void
draw_page (cairo_t *cairo, const HallFitPlacing *placing)
{
  double width_mm = 1, height_mm = 1;

  hall_fit_source_get_page_mm (placing->source, placing->page, &width_mm, &height_mm);
  cairo_scale (cairo, 1 / (width_mm * PT_PER_MM), 1 / (height_mm * PT_PER_MM));
  hall_fit_source_copy (placing->source, placing->page, cairo);
}

static void
draw_placing (cairo_t *cairo, const HallFitPlacing *placing)
{
  cairo_surface_t *surface = NULL;

  cairo_save (cairo);
  cairo_translate (cairo, placing->left * PT_PER_MM, placing->top * PT_PER_MM);
  cairo_scale (cairo, placing->shown_width * PT_PER_MM, placing->shown_height * PT_PER_MM);
  for (guint i = 0; i < placing->turns % 4; i++)
    cairo_transform (cairo, &orientations[CLOCKWISE]);
  if (placing->jpeg != NULL)
    {
      cairo_transform (cairo, &orientations[placing->orientation]);
      surface = wrap_jpeg (placing);
    }
  else if (placing->pixels != NULL)
    surface = wrap_pixels (placing->pixels);
  if (surface != NULL)
    draw_picture (cairo, surface);
  else
    draw_page (cairo, placing);
  cairo_restore (cairo);
  g_clear_pointer (&surface, cairo_surface_destroy);
}

GBytes *
hall_fit_pdf_write (const HallFitSheet *sheets, guint n_sheets)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_written_cb, bytes, 1, 1);
  cairo_t *cairo;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo = cairo_create (surface);
  for (guint i = 0; i < n_sheets; i++)
    {
      cairo_pdf_surface_set_size (surface, sheets[i].width_mm * PT_PER_MM,
                                  sheets[i].height_mm * PT_PER_MM);
      for (guint j = 0; j < sheets[i].n_placings; j++)
        draw_placing (cairo, &sheets[i].placings[j]);
      cairo_show_page (cairo);
    }
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
