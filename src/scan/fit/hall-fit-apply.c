/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Corners, turns and skew are one projective map from the result back into the picture, so that
 * every pixel is interpolated once.
 */
#include "hall-fit-apply.h"

#include <math.h>

#include "hall-paper-white.h"

#define A4_RATIO   (297.0 / 210.0)
#define CARD_RATIO (85.6 / 54.0)

/* Straightened pages that come so near to one of them are one of them. */
#define RATIO_SLACK 0.05

/* A page seen at a slant cannot be larger than what it was seen in, by much. */
#define MAX_GROWTH 1.25

#define CHANNELS 3
#define FIXED    8 /* bits behind the point, between two pixels */
#define ONE      (1 << FIXED)

/* From this reduction on a pixel is the mean of several places. */
#define REDUCING 1.4

static double
distance (HallPoint a, HallPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
snap_ratio (double *longer, double *shorter)
{
  static const double ratios[] = { A4_RATIO, CARD_RATIO };

  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    if (fabs (*longer / *shorter / ratios[i] - 1) < RATIO_SLACK)
      {
        double area = *longer * *shorter;

        *longer = sqrt (area * ratios[i]);
        *shorter = *longer / ratios[i];
        return;
      }
}

/* Of the page before it is turned. */
static void
measure_page (guint width, guint height, const HallFitRecipe *recipe, double *across, double *down)
{
  HallPoint at[4];

  *across = width;
  *down = height;
  if (!recipe->has_corners)
    return;
  for (guint i = 0; i < 4; i++)
    at[i] = (HallPoint){ recipe->corners[i].x * width, recipe->corners[i].y * height };
  *across = MAX (MAX (distance (at[0], at[1]), distance (at[3], at[2])), 1);
  *down = MAX (MAX (distance (at[0], at[3]), distance (at[1], at[2])), 1);
  *across = MIN (*across, width * MAX_GROWTH);
  *down = MIN (*down, height * MAX_GROWTH);
  snap_ratio (*across > *down ? across : down, *across > *down ? down : across);
}

void
hall_fit_measure (guint width,
                  guint height,
                  const HallFitRecipe *recipe,
                  guint *result_width,
                  guint *result_height)
{
  double across, down;

  measure_page (width, height, recipe, &across, &down);
  *result_width = MAX ((guint) lround (recipe->turns % 2 == 0 ? across : down), 1);
  *result_height = MAX ((guint) lround (recipe->turns % 2 == 0 ? down : across), 1);
}

/* Where a corner of the result (0 to 3, clockwise from the upper left) lies on the page, in
 * fractions: turned back by the skew around the middle, then by the quarter turns. */
static HallPoint
turn_back (guint corner, const HallFitRecipe *recipe, double ratio)
{
  static const HallPoint square[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  double angle = -recipe->skew_deg * G_PI / 180;
  double x = (square[corner].x - 0.5) * ratio, y = square[corner].y - 0.5;
  HallPoint point = { (x * cos (angle) - y * sin (angle)) / ratio + 0.5,
                      x * sin (angle) + y * cos (angle) + 0.5 };

  for (guint i = 0; i < recipe->turns % 4; i++)
    point = (HallPoint){ point.y, 1 - point.x };
  return point;
}

/* The map from the pixels of a result of that size to the pixels of the picture. */
static gboolean
plan (
    const GdkPixbuf *picture, const HallFitRecipe *recipe, guint width, guint height, HallWarp *map)
{
  static const HallPoint square[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  HallPoint in_picture[4], from[4], to[4];
  HallWarp page;

  for (guint i = 0; i < 4; i++)
    {
      HallPoint corner = recipe->has_corners ? recipe->corners[i] : square[i];

      in_picture[i] = (HallPoint){ corner.x * gdk_pixbuf_get_width (picture),
                                   corner.y * gdk_pixbuf_get_height (picture) };
      from[i] = (HallPoint){ square[i].x * width, square[i].y * height };
    }
  if (!hall_warp_from_points (&page, square, in_picture))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    to[i] = hall_warp_map (&page, turn_back (i, recipe, (double) width / height));
  return hall_warp_from_points (map, from, to);
}

typedef struct
{
  const guint8 *data;
  int width, height;
  gsize stride;
} Source;

/* Adds the colour at a place between four pixels, times ONE. */
static inline void
add_sample (const Source *source, double x, double y, guint sum[CHANNELS])
{
  int fixed_x, fixed_y, part_x, part_y;
  gsize right, below;
  const guint8 *pixel;

  if (!(x > -0.5 && y > -0.5 && x < source->width + 0.5 && y < source->height + 0.5))
    {
      for (guint i = 0; i < CHANNELS; i++)
        sum[i] += 255 * ONE;
      return;
    }
  fixed_x = CLAMP ((int) ((x - 0.5) * ONE), 0, (source->width - 1) * ONE);
  fixed_y = CLAMP ((int) ((y - 0.5) * ONE), 0, (source->height - 1) * ONE);
  part_x = fixed_x & (ONE - 1);
  part_y = fixed_y & (ONE - 1);
  pixel = source->data + (gsize) (fixed_y >> FIXED) * source->stride
          + (gsize) (fixed_x >> FIXED) * CHANNELS;
  right = part_x != 0 ? CHANNELS : 0;
  below = part_y != 0 ? source->stride : 0;
  for (guint i = 0; i < CHANNELS; i++)
    {
      int above = pixel[i] * (ONE - part_x) + pixel[i + right] * part_x;
      int under = pixel[i + below] * (ONE - part_x) + pixel[i + below + right] * part_x;

      sum[i] += (guint) ((above * (ONE - part_y) + under * part_y) >> FIXED);
    }
}

/* @grid: a pixel is the mean of grid x grid places */
static void
warp_row (const Source *source, const HallWarp *map, guint y, guint grid, guint8 *to, guint width)
{
  const double *m = map->m;

  for (guint x = 0; x < width; x++, to += CHANNELS)
    {
      guint sum[CHANNELS] = { 0 };

      for (guint i = 0; i < grid * grid; i++)
        {
          double px = x + (i % grid + 0.5) / grid, py = y + (i / grid + 0.5) / grid;
          double w = 1 / (m[6] * px + m[7] * py + m[8]);

          add_sample (source, (m[0] * px + m[1] * py + m[2]) * w,
                      (m[3] * px + m[4] * py + m[5]) * w, sum);
        }
      for (guint i = 0; i < CHANNELS; i++)
        to[i] = (guint8) ((sum[i] + grid * grid * ONE / 2) / (grid * grid * ONE));
    }
}

static GdkPixbuf *
warp (const GdkPixbuf *picture, const HallFitRecipe *recipe, guint width, guint height)
{
  Source source = { gdk_pixbuf_read_pixels (picture), gdk_pixbuf_get_width (picture),
                    gdk_pixbuf_get_height (picture), (gsize) gdk_pixbuf_get_rowstride (picture) };
  GdkPixbuf *result;
  HallWarp map;
  double across, down;
  guint grid;

  if (!plan (picture, recipe, width, height, &map))
    return NULL;
  result = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  if (result == NULL)
    return NULL;
  measure_page ((guint) source.width, (guint) source.height, recipe, &across, &down);
  across = MAX (across, down) / MAX (width, height);
  grid = across < REDUCING ? 1 : (guint) MIN (ceil (across), 6);
  for (guint y = 0; y < height; y++)
    warp_row (&source, &map, y, grid,
              gdk_pixbuf_get_pixels (result)
                  + (gsize) y * (guint) gdk_pixbuf_get_rowstride (result),
              width);
  return result;
}

/* (transfer full) (nullable): 24 bits; what is transparent is white */
static GdkPixbuf *
flatten (const GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  GdkPixbuf *flat;

  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref ((GdkPixbuf *) picture);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xFFFFFFFF);
  gdk_pixbuf_composite (picture, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

/* (transfer full) (nullable): quarter turns alone, pixel by pixel */
static GdkPixbuf *
rotate (GdkPixbuf *picture, guint turns)
{
  static const GdkPixbufRotation rotations[] = { GDK_PIXBUF_ROTATE_NONE,
                                                 GDK_PIXBUF_ROTATE_CLOCKWISE,
                                                 GDK_PIXBUF_ROTATE_UPSIDEDOWN,
                                                 GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE };

  return gdk_pixbuf_rotate_simple (picture, rotations[turns % 4]);
}

GdkPixbuf *
hall_fit_apply_sized (const GdkPixbuf *picture, const HallFitRecipe *recipe, double scale)
{
  g_autoptr (GdkPixbuf) flat = flatten (picture);
  g_autoptr (GdkPixbuf) result = NULL;
  guint width, height;

  g_return_val_if_fail (scale > 0, NULL);
  if (flat == NULL)
    return NULL;
  hall_fit_measure ((guint) gdk_pixbuf_get_width (flat), (guint) gdk_pixbuf_get_height (flat),
                    recipe, &width, &height);
  width = MAX ((guint) lround (width * MIN (scale, 1)), 1);
  height = MAX ((guint) lround (height * MIN (scale, 1)), 1);
  if (scale >= 1 && !recipe->has_corners && recipe->skew_deg == 0)
    result = rotate (flat, recipe->turns);
  else
    result = warp (flat, recipe, width, height);
  if (result == NULL || recipe->colour == HALL_FIT_KEEP)
    return g_steal_pointer (&result);
  hall_paper_whiten (result);
  if (recipe->colour == HALL_FIT_GREY)
    hall_paper_grey (result);
  return g_steal_pointer (&result);
}

GdkPixbuf *
hall_fit_apply (const GdkPixbuf *picture, const HallFitRecipe *recipe)
{
  return hall_fit_apply_sized (picture, recipe, 1);
}
