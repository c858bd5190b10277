/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-font.h"

#define WIDTH  960
#define HEIGHT 720

static void
draw_text (cairo_t *cairo, PangoContext *context, const char *text, int size, double y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (HALL_FONT_FAMILIES);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cairo, 0, y);
  pango_cairo_show_layout (cairo, layout);
}

/* @surface: RGB24: a native 32-bit word for each pixel */
static GdkPixbuf *
copy_pixels (cairo_surface_t *surface)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  const guint8 *from = cairo_image_surface_get_data (surface);
  guint8 *to = gdk_pixbuf_get_pixels (pixbuf);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 word = ((const guint32 *) (from + y * cairo_image_surface_get_stride (surface)))[x];
        guint8 *pixel = to + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x;

        pixel[0] = (word >> 16) & 0xff;
        pixel[1] = (word >> 8) & 0xff;
        pixel[2] = word & 0xff;
      }
  return pixbuf;
}

GBytes *
hall_practice_picture_draw (const char *label, GError **error)
{
  PangoContext *context = hall_font_get_context (error);
  cairo_surface_t *surface;
  cairo_t *cairo;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *jpeg = NULL;
  gsize size = 0;

  if (context == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 0.93, 0.94, 0.96);
  cairo_paint (cairo);
  cairo_set_source_rgb (cairo, 0.25, 0.28, 0.34);
  draw_text (cairo, context, "练习", 220, 120);
  draw_text (cairo, context, label, 64, 470);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  pixbuf = copy_pixels (surface);
  cairo_surface_destroy (surface);
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", error, "quality", "85", NULL))
    return NULL;
  return g_bytes_new_take (jpeg, size);
}
