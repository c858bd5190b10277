/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-pixels.h"

HallPixels
hall_pixels_of_pixbuf (GdkPixbuf *pixbuf)
{
  return (HallPixels){
    .data = gdk_pixbuf_read_pixels (pixbuf),
    .width = (guint) gdk_pixbuf_get_width (pixbuf),
    .height = (guint) gdk_pixbuf_get_height (pixbuf),
    .stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf),
    .pixel_bytes = (guint) gdk_pixbuf_get_n_channels (pixbuf),
    .red = 0,
    .green = 1,
    .blue = 2,
  };
}

HallPixels
hall_pixels_of_surface (cairo_surface_t *surface)
{
  gboolean is_big = G_BYTE_ORDER == G_BIG_ENDIAN;

  return (HallPixels){
    .data = cairo_image_surface_get_data (surface),
    .width = (guint) cairo_image_surface_get_width (surface),
    .height = (guint) cairo_image_surface_get_height (surface),
    .stride = (gsize) cairo_image_surface_get_stride (surface),
    .pixel_bytes = 4,
    .red = is_big ? 1 : 2,
    .green = is_big ? 2 : 1,
    .blue = is_big ? 3 : 0,
  };
}

/* Adds the row to the sums, three for each pixel of the small picture. */
static void
add_row (const HallPixels *self, const guint8 *from, guint width, guint divide, guint32 *sums)
{
  for (guint x = 0; x < width; x++, sums += 3)
    for (guint i = 0; i < divide; i++, from += self->pixel_bytes)
      {
        sums[0] += from[self->red];
        sums[1] += from[self->green];
        sums[2] += from[self->blue];
      }
}

/* Four pixels to one: what is wanted of every scan, so without sums in between. */
static void
halve_row (const HallPixels *self, const guint8 *row, guint width, guint8 *to)
{
  const guint offsets[] = { self->red, self->green, self->blue };
  guint step = self->pixel_bytes;

  for (guint i = 0; i < 3; i++)
    {
      const guint8 *above = row + offsets[i], *below = above + self->stride;

      for (guint x = 0; x < width; x++, above += 2 * step, below += 2 * step)
        to[3 * x + i] = (guint8) ((above[0] + above[step] + below[0] + below[step]) / 4);
    }
}

GdkPixbuf *
hall_pixels_reduce (const HallPixels *self, guint divide)
{
  guint width = MAX (self->width / divide, 1), height = MAX (self->height / divide, 1);
  GdkPixbuf *small = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  guint8 *data = gdk_pixbuf_get_pixels (small);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (small);
  g_autofree guint32 *sums = g_new (guint32, 3 * (gsize) width);
  guint32 share = 65536 / (divide * divide);

  if (divide == 2 && MIN (self->width, self->height) >= 2)
    {
      for (guint y = 0; y < height; y++)
        halve_row (self, self->data + 2 * y * self->stride, width, data + y * stride);
      return small;
    }
  for (guint y = 0; y < height; y++)
    {
      for (guint x = 0; x < 3 * width; x++)
        sums[x] = 0;
      for (guint i = 0; i < divide; i++)
        add_row (self, self->data + (y * divide + i) * self->stride, width, divide, sums);
      for (guint x = 0; x < 3 * width; x++)
        data[y * stride + x] = (guint8) ((sums[x] * share) >> 16);
    }
  return small;
}
