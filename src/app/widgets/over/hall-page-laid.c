/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-laid.h"

#include <math.h>

#define OPAQUE 0xff000000u

/* Rows of pixels that are read. */
typedef struct
{
  const guint8 *data;
  int width, height, stride;
} Print;

static guint32
get_pixel (const Print *self, int x, int y)
{
  x = CLAMP (x, 0, self->width - 1);
  y = CLAMP (y, 0, self->height - 1);
  return ((const guint32 *) (const void *) (self->data + (gsize) y * (gsize) self->stride))[x];
}

static guint
mix (const guint32 pixels[4], const guint weights[4], guint shift)
{
  guint sum = 1 << 15;

  for (guint i = 0; i < 4; i++)
    sum += (pixels[i] >> shift & 0xff) * weights[i];
  return sum >> 16;
}

/* Between the four pixels around @at, whose middles lie at halves. */
static guint32
sample (const Print *self, HallPoint at)
{
  double left = floor (at.x - 0.5), top = floor (at.y - 0.5);
  guint right = (guint) ((at.x - 0.5 - left) * 256), below = (guint) ((at.y - 0.5 - top) * 256);
  const guint weights[4] = { (256 - right) * (256 - below), right * (256 - below),
                             (256 - right) * below, right * below };
  guint32 pixels[4];

  for (int i = 0; i < 4; i++)
    pixels[i] = get_pixel (self, (int) left + i % 2, (int) top + i / 2);
  return OPAQUE | mix (pixels, weights, 16) << 16 | mix (pixels, weights, 8) << 8
         | mix (pixels, weights, 0);
}

/* Where a point of the upright page is when the page is turned once clockwise. */
static HallPoint
turn (HallPoint at)
{
  return (HallPoint){ 1 - at.y, at.x };
}

/* From pixels of what is looked at back to those of the print. */
static gboolean
find_way_back (HallWarp *warp,
               const Print *print,
               const HallSheetSpot *spot,
               guint turns,
               int width,
               int height)
{
  HallPoint from[4], to[4];

  for (guint i = 0; i < 4; i++)
    {
      HallPoint corner = spot->corners[i];

      for (guint j = 0; j < turns % 4; j++)
        corner = turn (corner);
      from[i] = (HallPoint){ corner.x * width, corner.y * height };
      to[i] = (HallPoint){ i % 2 * (double) print->width, i / 2 * (double) print->height };
    }
  return hall_warp_from_points (warp, from, to);
}

static void
draw_row (const Print *print, const HallWarp *warp, guint32 *row, int y, int width)
{
  for (int x = 0; x < width; x++)
    {
      HallPoint at = hall_warp_map (warp, (HallPoint){ x + 0.5, y + 0.5 });

      if (at.x >= 0 && at.y >= 0 && at.x < print->width && at.y < print->height)
        row[x] = sample (print, at);
    }
}

cairo_surface_t *
hall_page_laid_draw (
    cairo_surface_t *printed, const HallSheetSpot *spot, guint turns, int width, int height)
{
  Print print = { cairo_image_surface_get_data (printed), cairo_image_surface_get_width (printed),
                  cairo_image_surface_get_height (printed),
                  cairo_image_surface_get_stride (printed) };
  cairo_surface_t *laid = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *data = cairo_image_surface_get_data (laid);
  HallWarp warp;

  if (data == NULL || print.data == NULL
      || !find_way_back (&warp, &print, spot, turns, width, height))
    {
      cairo_surface_destroy (laid);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    draw_row (&print, &warp,
              (guint32 *) (void *) (data
                                    + (gsize) y * (gsize) cairo_image_surface_get_stride (laid)),
              y, width);
  cairo_surface_mark_dirty (laid);
  return laid;
}
