/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copy-maker.h"

#include <math.h>

/* Nearly a bell curve: the sum of a few even ones. The same for each run. */
static double
get_noise (GRand *random, double deviation)
{
  double sum = 0;

  for (int i = 0; i < 4; i++)
    sum += g_rand_double_range (random, -1, 1);
  return sum * deviation * sqrt (3.0 / 4);
}

static void
add_noise (GdkPixbuf *pixbuf, double deviation)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  int row_bytes = gdk_pixbuf_get_width (pixbuf) * gdk_pixbuf_get_n_channels (pixbuf);

  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int i = 0; i < row_bytes; i++)
      {
        guint8 *value = pixels + (gsize) y * (gsize) stride + i;
        double noisy = *value + get_noise (random, deviation);

        *value = (guint8) CLAMP (noisy, 0, 255);
      }
}

static GdkPixbuf *
to_pixbuf (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 from =
            ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                     + (gsize) y
                                           * (gsize) cairo_image_surface_get_stride (surface)))[x];
        guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * (gsize) stride + (gsize) x * 3;

        to[0] = (from >> 16) & 0xff;
        to[1] = (from >> 8) & 0xff;
        to[2] = from & 0xff;
      }
  return pixbuf;
}

GBytes *
copy_maker_take (cairo_surface_t *surface, const CopyWay *way)
{
  static const GdkPixbufRotation rotations[] = { GDK_PIXBUF_ROTATE_NONE,
                                                 GDK_PIXBUF_ROTATE_CLOCKWISE,
                                                 GDK_PIXBUF_ROTATE_UPSIDEDOWN,
                                                 GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE };
  g_autoptr (GdkPixbuf) pixbuf = to_pixbuf (surface);
  g_autoptr (GdkPixbuf) turned = NULL;
  g_autofree char *quality = g_strdup_printf ("%d", way->quality);
  g_autoptr (GError) error = NULL;
  char *buffer = NULL;
  gsize size = 0;

  cairo_surface_destroy (surface);
  if (way->grey)
    gdk_pixbuf_saturate_and_pixelate (pixbuf, pixbuf, 0, FALSE);
  if (way->noise > 0)
    add_noise (pixbuf, way->noise);
  turned = gdk_pixbuf_rotate_simple (pixbuf, rotations[way->turns]);
  gdk_pixbuf_save_to_buffer (turned, &buffer, &size, "jpeg", &error, "quality", quality, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}
