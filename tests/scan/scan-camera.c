/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-camera.h"

#include <math.h>

#include "hall-warp.h"

#define MM_PER_INCH  25.4
#define DESK_MARGIN  0.07 /* of the desk around the sheet, of its sides */
#define TILE         256
#define N_NOISE      65521
#define MAX_RADIUS   120
#define WEIGHT_SHIFT 14
#define LIGHT_STEP   4

typedef struct
{
  guint8 *data;
  int width, height, stride;
} Plane;

static Plane
plane_of (GdkPixbuf *picture)
{
  return (Plane){ gdk_pixbuf_get_pixels (picture), gdk_pixbuf_get_width (picture),
                  gdk_pixbuf_get_height (picture), gdk_pixbuf_get_rowstride (picture) };
}

static double
lattice (guint seed, int x, int y)
{
  guint32 hash = seed * 2654435761u + (guint32) x * 374761393u + (guint32) y * 668265263u;

  hash = (hash ^ hash >> 13) * 1274126177u;
  hash ^= hash >> 16;
  return (hash & 0xffff) / 65535.0;
}

double
scan_camera_waver (guint seed, double x, double y)
{
  int left = (int) floor (x), top = (int) floor (y);
  double u = x - left, v = y - top;

  u = u * u * (3 - 2 * u);
  v = v * v * (3 - 2 * v);
  return (lattice (seed, left, top) * (1 - u) + lattice (seed, left + 1, top) * u) * (1 - v)
         + (lattice (seed, left, top + 1) * (1 - u) + lattice (seed, left + 1, top + 1) * u) * v;
}

static int
make_weights (double sigma, gint32 *weights)
{
  int radius = CLAMP ((int) ceil (3 * sigma), 1, MAX_RADIUS);
  double sum = 0;
  gint32 left = 1 << WEIGHT_SHIFT;

  for (int i = -radius; i <= radius; i++)
    sum += exp (-i * i / (2 * sigma * sigma));
  for (int i = -radius; i <= radius; i++)
    {
      weights[i + radius] =
          (gint32) (exp (-i * i / (2 * sigma * sigma)) / sum * (1 << WEIGHT_SHIFT));
      left -= weights[i + radius];
    }
  weights[radius] += left;
  return radius;
}

/* A line of @n bytes that stand @step apart, with @weights of @radius to either side. */
static void
blur_rows (guint8 *data, int width, int height, int stride, int channels, double sigma)
{
  gint32 weights[2 * MAX_RADIUS + 1];
  int radius = make_weights (sigma, weights);
  int row = width * channels;
  g_autofree guint8 *padded = g_malloc ((gsize) row + 2 * radius * channels);
  g_autofree gint32 *sums = g_new (gint32, row);

  for (int y = 0; y < height; y++)
    {
      guint8 *line = data + (gsize) y * stride;

      for (int i = 0; i < radius * channels; i++)
        {
          padded[i] = line[i % channels];
          padded[radius * channels + row + i] = line[row - channels + i % channels];
        }
      memcpy (padded + radius * channels, line, row);
      for (int i = 0; i < row; i++)
        sums[i] = 1 << (WEIGHT_SHIFT - 1);
      for (int k = 0; k <= 2 * radius; k++)
        for (int i = 0; i < row; i++)
          sums[i] += weights[k] * padded[k * channels + i];
      for (int i = 0; i < row; i++)
        line[i] = (guint8) (sums[i] >> WEIGHT_SHIFT);
    }
}

static void
blur_columns (guint8 *data, int width, int height, int stride, int channels, double sigma)
{
  gint32 weights[2 * MAX_RADIUS + 1];
  int radius = make_weights (sigma, weights);
  int row = width * channels;
  g_autofree guint8 *source = g_malloc ((gsize) row * height);
  g_autofree gint32 *sums = g_new (gint32, row);

  for (int y = 0; y < height; y++)
    memcpy (source + (gsize) y * row, data + (gsize) y * stride, row);
  for (int y = 0; y < height; y++)
    {
      for (int i = 0; i < row; i++)
        sums[i] = 1 << (WEIGHT_SHIFT - 1);
      for (int k = -radius; k <= radius; k++)
        {
          const guint8 *from = source + (gsize) CLAMP (y + k, 0, height - 1) * row;

          for (int i = 0; i < row; i++)
            sums[i] += weights[k + radius] * from[i];
        }
      for (int i = 0; i < row; i++)
        data[(gsize) y * stride + i] = (guint8) (sums[i] >> WEIGHT_SHIFT);
    }
}

void
scan_camera_blur (guint8 *data, int width, int height, int stride, int channels, double sigma)
{
  if (sigma < 0.2)
    return;
  blur_rows (data, width, height, stride, channels, sigma);
  blur_columns (data, width, height, stride, channels, sigma);
}

static void
move (Plane *plane, int length)
{
  g_autofree guint8 *line = g_malloc ((gsize) plane->width * 3);

  for (int y = 0; y < plane->height && length > 1; y++)
    {
      guint8 *row = plane->data + (gsize) y * plane->stride;

      memcpy (line, row, (gsize) plane->width * 3);
      for (int channel = 0; channel < 3; channel++)
        {
          int sum = line[channel] * length;

          for (int x = 0; x < plane->width; x++)
            {
              sum += line[3 * x + channel] - line[3 * MAX (x - length, 0) + channel];
              row[3 * x + channel] = (guint8) (sum / length);
            }
        }
    }
}

/* What lies around the sheet: a white lid, or the wood of a desk. */
static guint32
get_ground (const ScanRecipe *recipe, int x, int y)
{
  double grain;
  int red;

  if (recipe->perspective <= 0)
    return 0xf1f1ef;
  grain = scan_camera_waver (recipe->seed, x * 0.004 * 150 / recipe->dpi, y * 0.09);
  red = 96 + (int) (48 * grain);
  return (guint32) (red << 16 | (red * 72 / 100) << 8 | red * 48 / 100);
}

static gint8 *
make_tile (double deviation)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint8 *tile = g_new (gint8, TILE * TILE);

  for (int i = 0; i < TILE * TILE; i++)
    {
      double fine = g_rand_double (rand) + g_rand_double (rand) - 1;
      double coarse = scan_camera_waver (5, i % TILE / 8.0, i / TILE / 8.0) - 0.5;

      tile[i] = (gint8) (deviation * (1.6 * fine + 1.5 * coarse));
    }
  return tile;
}

/* The paper itself: a little grain, a little yellow; @sheet becomes what is seen of it. */
static void
give_texture (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  g_autofree gint8 *tile = make_tile (recipe->texture);
  int width = cairo_image_surface_get_width (sheet);
  const double white[] = { 250 - 6 * recipe->tint, 249 - 10 * recipe->tint,
                           247 - 26 * recipe->tint };
  guint8 levels[3][256];

  for (int i = 0; i < 256; i++)
    for (int channel = 0; channel < 3; channel++)
      levels[channel][i] = (guint8) (22 + (white[channel] - 22) * i / 255);
  for (int y = 0; y < cairo_image_surface_get_height (sheet); y++)
    {
      guint32 *row = (guint32 *) (void *) (cairo_image_surface_get_data (sheet)
                                           + (gsize) y * cairo_image_surface_get_stride (sheet));

      for (int x = 0; x < width; x++)
        {
          int grain = tile[(y % TILE) * TILE + x % TILE];
          int red = levels[0][row[x] >> 16 & 0xff] + grain;
          int green = levels[1][row[x] >> 8 & 0xff] + grain;
          int blue = levels[2][row[x] & 0xff] + grain;

          row[x] = (guint32) (CLAMP (red, 0, 255) << 16 | CLAMP (green, 0, 255) << 8
                              | CLAMP (blue, 0, 255));
        }
    }
}

/* Where the corners of a sheet of @width x @height pixels come to lie, and on how much room. */
static void
place_corners (
    const ScanRecipe *recipe, double width, double height, HallPoint to[4], double room[2])
{
  double margin = recipe->perspective > 0 ? DESK_MARGIN : 0;
  double angle = recipe->degrees * G_PI / 180;
  double squeeze = recipe->perspective / 2;
  const double corners[4][2] = { { -0.5 + squeeze, -0.5 + squeeze / 2 },
                                 { 0.5 - squeeze * 0.7, -0.5 + squeeze / 3 },
                                 { 0.5, 0.5 },
                                 { -0.5 - squeeze * 0.2, 0.5 - squeeze / 4 } };

  room[0] = width * (1 + 2 * margin);
  room[1] = height * (1 + 2 * margin);
  for (int i = 0; i < 4; i++)
    {
      double x = corners[i][0] * width, y = corners[i][1] * height;

      to[i].x = room[0] / 2 + x * cos (angle) - y * sin (angle);
      to[i].y = room[1] / 2 + x * sin (angle) + y * cos (angle);
    }
}

/* One channel of four neighbours, two of this row and two of the next, by how far the point lies
 * to the right and down, in 256ths. */
static guint
mix (const guint32 *row, const guint32 *below, int shift, guint u, guint v)
{
  guint upper = (row[0] >> shift & 0xff) * (256 - u) + (row[1] >> shift & 0xff) * u;
  guint lower = (below[0] >> shift & 0xff) * (256 - u) + (below[1] >> shift & 0xff) * u;

  return (upper * (256 - v) + lower * v) >> 16;
}

/* The sheet's colour at a point between pixels; FALSE: it lies beside the sheet. */
static gboolean
sample (const Plane *sheet, HallPoint at, guint8 *pixel)
{
  int x = (int) (at.x + 1) - 1, y = (int) (at.y + 1) - 1;
  const guint32 *row;
  const guint32 *below;
  guint u, v;

  if (x < 0 || y < 0 || x + 1 >= sheet->width || y + 1 >= sheet->height)
    return FALSE;
  row = (const guint32 *) (const void *) (sheet->data + (gsize) y * sheet->stride) + x;
  below = row + sheet->stride / 4;
  u = (guint) ((at.x - x) * 256);
  v = (guint) ((at.y - y) * 256);
  pixel[0] = (guint8) mix (row, below, 16, u, v);
  pixel[1] = (guint8) mix (row, below, 8, u, v);
  pixel[2] = (guint8) mix (row, below, 0, u, v);
  return TRUE;
}

/* One row of the picture; the map is written out, as it is asked for each pixel. */
static void
lay_row (const Plane *sheet, const ScanRecipe *recipe, const double *m, int y, Plane *plane)
{
  guint8 *pixel = plane->data + (gsize) y * plane->stride;
  double down = y + 0.25;

  for (int x = 0; x < plane->width; x++, pixel += 3)
    {
      double across = x + 0.25;
      double scale = 1 / (m[6] * across + m[7] * down + m[8]);
      HallPoint at = { (m[0] * across + m[1] * down + m[2]) * scale,
                       (m[3] * across + m[4] * down + m[5]) * scale };
      guint32 ground;

      if (sample (sheet, at, pixel))
        continue;
      ground = get_ground (recipe, x, y);
      pixel[0] = (guint8) (ground >> 16);
      pixel[1] = (guint8) (ground >> 8);
      pixel[2] = (guint8) ground;
    }
}

static GdkPixbuf *
lay (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  Plane paper = { cairo_image_surface_get_data (sheet), cairo_image_surface_get_width (sheet),
                  cairo_image_surface_get_height (sheet), cairo_image_surface_get_stride (sheet) };
  double width = paper.width, height = paper.height;
  const HallPoint from[4] = { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } };
  HallPoint to[4];
  double room[2];
  HallWarp back;
  GdkPixbuf *picture;
  Plane plane;

  place_corners (recipe, width, height, to, room);
  g_assert_true (hall_warp_from_points (&back, to, from));
  picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) room[0], (int) room[1]);
  plane = plane_of (picture);
  for (int y = 0; y < plane.height; y++)
    lay_row (&paper, recipe, back.m, y, &plane);
  return picture;
}

/* What of a pixel at (@x, @y) mm is a reflection. */
static double
get_shine (const ScanGlare *glare, double x, double y)
{
  double dx = x - glare->x, dy = y - glare->y;

  if (glare->radius <= 0)
    return 0;
  return glare->strength * CLAMP (1.6 - 1.6 * sqrt (dx * dx + dy * dy * 1.6) / glare->radius, 0, 1);
}

/* Each row in steps, in which light changes little. */
static void
light (Plane *plane, const ScanRecipe *recipe)
{
  double unit = recipe->dpi / MM_PER_INCH;
  double angle = recipe->seed % 7;
  double across = cos (angle) / plane->width, down = sin (angle) / plane->height;

  for (int y = 0; y < plane->height; y++)
    for (int from = 0; from < plane->width; from += LIGHT_STEP)
      {
        double side = 0.5 + (from - plane->width / 2.0) * across + (y - plane->height / 2.0) * down;
        double gain = (1 - recipe->darkness) * (1 - recipe->shadow * CLAMP (side, 0, 1));
        double shine = get_shine (&recipe->glare, from / unit, y / unit);
        int factor = (int) (256 * gain * (1 - shine)), more = (int) (256 * 262 * shine);
        guint8 *row = plane->data + (gsize) y * plane->stride;

        for (int i = 3 * from; i < 3 * MIN (from + LIGHT_STEP, plane->width); i++)
          {
            int level = (row[i] * factor + more) >> 8;

            row[i] = (guint8) MIN (level, 255);
          }
      }
}

/* About normally distributed: sums of twelve uniform numbers. (transfer full) */
static gint16 *
make_noise (double deviation)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gint16 *noise = g_new (gint16, N_NOISE);

  for (guint i = 0; i < N_NOISE; i++)
    {
      double sum = -6;

      for (guint j = 0; j < 12; j++)
        sum += g_rand_double (rand);
      noise[i] = (gint16) lrint (deviation * sum);
    }
  return noise;
}

static void
add_noise (Plane *plane, double deviation, guint seed)
{
  g_autofree gint16 *noise = make_noise (deviation);
  guint32 at = seed + 1;

  for (int y = 0; y < plane->height; y++)
    {
      guint8 *row = plane->data + (gsize) y * plane->stride;

      for (int i = 0; i < 3 * plane->width; i++)
        {
          int level = row[i] + noise[(at >> 8) % N_NOISE];

          at = at * 1664525 + 1013904223; /* as in Numerical Recipes */
          row[i] = (guint8) CLAMP (level, 0, 255);
        }
    }
}

static void
take_colour (Plane *plane)
{
  for (int y = 0; y < plane->height; y++)
    for (int x = 0; x < plane->width; x++)
      {
        guint8 *pixel = plane->data + (gsize) y * plane->stride + 3 * x;

        pixel[0] = pixel[1] = pixel[2] =
            (guint8) ((pixel[0] * 77 + pixel[1] * 150 + pixel[2] * 29) / 256);
      }
}

/* (transfer full): @picture without what is cut off */
static GdkPixbuf *
crop (GdkPixbuf *picture, const ScanRecipe *recipe)
{
  double unit = recipe->dpi / MM_PER_INCH;
  int left = (int) (recipe->cut[0] * unit), top = (int) (recipe->cut[1] * unit);
  int width = gdk_pixbuf_get_width (picture) - left - (int) (recipe->cut[2] * unit);
  int height = gdk_pixbuf_get_height (picture) - top - (int) (recipe->cut[3] * unit);
  g_autoptr (GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (picture, left, top, width, height);

  return gdk_pixbuf_copy (part);
}

static GdkPixbuf *
take_screenshot (cairo_surface_t *sheet)
{
  static const ScanRecipe nothing = { .dpi = 150 };

  return lay (sheet, &nothing);
}

GdkPixbuf *
scan_camera_take (cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  double unit = recipe->dpi / MM_PER_INCH;
  g_autoptr (GdkPixbuf) laid = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  Plane plane;

  if (recipe->is_screenshot)
    return take_screenshot (sheet);
  give_texture (sheet, recipe);
  laid = lay (sheet, recipe);
  picture = crop (laid, recipe);
  plane = plane_of (picture);
  light (&plane, recipe);
  scan_camera_blur (plane.data, plane.width, plane.height, plane.stride, 3, recipe->blur * unit);
  move (&plane, (int) (recipe->motion * unit));
  add_noise (&plane, recipe->noise, recipe->seed);
  if (recipe->is_grey)
    take_colour (&plane);
  return gdk_pixbuf_rotate_simple (picture, (4 - recipe->quarter_turns % 4) % 4 * 90);
}
