/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paper's own light is taken from cells of the picture: the bright end of each is paper,
 * since print and strokes cover only a part of it. Where a cell has no paper at all (a portrait,
 * a block of ink) its neighbours' light is taken. Every pixel is then divided by it.
 */
#include "hall-paper-white.h"

#include <math.h>

#define CELLS     40   /* along the longer side */
#define SAMPLES   24   /* across a cell */
#define PAPER     0.85 /* so much of a cell may be darker than what is taken for its paper */
#define REACH     2    /* cells that are looked at around one that seems to have no paper */
#define MIN_LIGHT 0.5  /* of the median of all cells: less is no shadow but a dark thing */
#define WHITE     252.0
#define LEVELS    256
#define CHANNELS  3
#define FIXED     8 /* bits behind the point of a factor */

typedef struct
{
  guint columns, rows;
  float *light; /* owned; columns x rows x CHANNELS */
} Cells;

static guint
weigh (const guint8 *pixel)
{
  return (pixel[0] * 77u + pixel[1] * 151u + pixel[2] * 28u) >> 8;
}

/* The mean colour of the lightest pixels between the percentile and the top. */
static void
take_cell (const GdkPixbuf *picture, const guint box[4], float light[CHANNELS])
{
  const guint8 *data = gdk_pixbuf_read_pixels (picture);
  guint stride = (guint) gdk_pixbuf_get_rowstride (picture);
  guint step = MAX (MAX (box[2], box[3]) / SAMPLES, 1);
  guint counts[LEVELS] = { 0 };
  guint sums[LEVELS][CHANNELS] = { { 0 } };
  guint total = 0, seen = 0, n = 0;
  guint sum[CHANNELS] = { 0 };

  for (guint y = box[1]; y < box[1] + box[3]; y += step)
    for (guint x = box[0]; x < box[0] + box[2]; x += step, total++)
      {
        const guint8 *pixel = data + (gsize) y * stride + (gsize) x * CHANNELS;
        guint level = weigh (pixel);

        counts[level]++;
        for (guint i = 0; i < CHANNELS; i++)
          sums[level][i] += pixel[i];
      }
  for (guint level = LEVELS; level-- > 0 && seen <= total * (1 - PAPER); seen += counts[level])
    {
      n += counts[level];
      for (guint i = 0; i < CHANNELS; i++)
        sum[i] += sums[level][i];
    }
  for (guint i = 0; i < CHANNELS; i++)
    light[i] = n > 0 ? (float) sum[i] / (float) n : 0;
}

static float *
at (const Cells *cells, guint column, guint row)
{
  return cells->light + ((gsize) row * cells->columns + column) * CHANNELS;
}

static float
brightness (const float *light)
{
  return light[0] * 0.3f + light[1] * 0.59f + light[2] * 0.11f;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x < y ? -1 : x > y;
}

static float
median_brightness (const Cells *cells)
{
  guint n = cells->columns * cells->rows;
  g_autofree float *all = g_new (float, n);

  for (guint i = 0; i < n; i++)
    all[i] = brightness (cells->light + (gsize) i * CHANNELS);
  qsort (all, n, sizeof *all, compare_floats);
  return all[n / 2];
}

/* The brightest cell around, for each. */
static void
spread (Cells *cells)
{
  float *from =
      g_memdup2 (cells->light, (gsize) cells->columns * cells->rows * CHANNELS * sizeof (float));
  Cells old = { cells->columns, cells->rows, from };
  float floor = MAX (median_brightness (cells) * (float) MIN_LIGHT, 1);

  for (guint row = 0; row < cells->rows; row++)
    for (guint column = 0; column < cells->columns; column++)
      {
        const float *best = at (&old, column, row);
        guint last_row = MIN (row + REACH, cells->rows - 1);
        guint last_column = MIN (column + REACH, cells->columns - 1);

        for (guint y = row - MIN (row, REACH); y <= last_row; y++)
          for (guint x = column - MIN (column, REACH); x <= last_column; x++)
            if (brightness (at (&old, x, y)) > brightness (best) * 1.06f)
              best = at (&old, x, y);
        for (guint i = 0; i < CHANNELS; i++)
          at (cells, column, row)[i] = MAX (best[i], floor * 0.8f);
      }
  g_free (from);
}

/* Each cell becomes the mean of itself and its neighbours. */
static void
smooth (Cells *cells)
{
  gsize n = (gsize) cells->columns * cells->rows * CHANNELS;
  g_autofree float *from = g_memdup2 (cells->light, n * sizeof (float));
  Cells old = { cells->columns, cells->rows, from };

  for (guint row = 0; row < cells->rows; row++)
    for (guint column = 0; column < cells->columns; column++)
      for (guint i = 0; i < CHANNELS; i++)
        {
          float sum = 0;

          for (int d = 0; d < 9; d++)
            {
              int x = CLAMP ((int) column + d % 3 - 1, 0, (int) cells->columns - 1);
              int y = CLAMP ((int) row + d / 3 - 1, 0, (int) cells->rows - 1);

              sum += at (&old, (guint) x, (guint) y)[i];
            }
          at (cells, column, row)[i] = sum / 9;
        }
}

static Cells
measure_light (const GdkPixbuf *picture)
{
  guint width = (guint) gdk_pixbuf_get_width (picture);
  guint height = (guint) gdk_pixbuf_get_height (picture);
  guint side = MAX (MAX (width, height) / CELLS, 1);
  Cells cells = { MAX (width / side, 1), MAX (height / side, 1), NULL };

  cells.light = g_new0 (float, (gsize) cells.columns *cells.rows *CHANNELS);
  for (guint row = 0; row < cells.rows; row++)
    for (guint column = 0; column < cells.columns; column++)
      {
        guint left = width * column / cells.columns, top = height * row / cells.rows;
        const guint box[4] = { left, top, width * (column + 1) / cells.columns - left,
                               height * (row + 1) / cells.rows - top };

        take_cell (picture, box, at (&cells, column, row));
      }
  return cells;
}

/* What one row of the picture is multiplied with, at the middle of each column of cells. */
static void
mix_rows (const Cells *cells, double where, float *factors)
{
  double place = CLAMP (where * cells->rows - 0.5, 0, cells->rows - 1.0);
  guint row = MIN ((guint) place, cells->rows - 1);
  guint next = MIN (row + 1, cells->rows - 1);
  float part = (float) (place - row);

  for (guint column = 0; column < cells->columns; column++)
    for (guint i = 0; i < CHANNELS; i++)
      {
        float light = at (cells, column, row)[i] * (1 - part) + at (cells, column, next)[i] * part;

        factors[column * CHANNELS + i] = (float) WHITE * (1 << FIXED) / MAX (light, 1);
      }
}

static void
whiten_row (guint8 *pixel, guint width, const float *factors, guint columns)
{
  float per_pixel = (float) columns / (float) width;

  for (guint x = 0; x < width;)
    {
      float place = CLAMP (((float) x + 0.5f) * per_pixel - 0.5f, 0, (float) columns - 1);
      guint column = MIN ((guint) place, columns - 1);
      const float *a = factors + column * CHANNELS;
      const float *b = factors + MIN (column + 1, columns - 1) * CHANNELS;
      float part = place - (float) column;
      guint factor[CHANNELS];
      guint until = MIN (x + 8, width); /* the light changes slowly */

      for (guint i = 0; i < CHANNELS; i++)
        factor[i] = (guint) (a[i] * (1 - part) + b[i] * part);
      for (; x < until; x++, pixel += CHANNELS)
        for (guint i = 0; i < CHANNELS; i++)
          {
            guint value = (pixel[i] * factor[i]) >> FIXED;

            pixel[i] = (guint8) MIN (value, 255);
          }
    }
}

void
hall_paper_whiten (GdkPixbuf *picture)
{
  guint height = (guint) gdk_pixbuf_get_height (picture);
  guint8 *data = gdk_pixbuf_get_pixels (picture);
  Cells cells = measure_light (picture);
  g_autofree float *factors = g_new (float, (gsize) cells.columns *CHANNELS);

  spread (&cells);
  smooth (&cells);
  smooth (&cells);
  for (guint y = 0; y < height; y++)
    {
      mix_rows (&cells, (y + 0.5) / height, factors);
      whiten_row (data + (gsize) y * (guint) gdk_pixbuf_get_rowstride (picture),
                  (guint) gdk_pixbuf_get_width (picture), factors, cells.columns);
    }
  g_free (cells.light);
}

void
hall_paper_grey (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture);
  guint8 *data = gdk_pixbuf_get_pixels (picture);

  for (int y = 0; y < gdk_pixbuf_get_height (picture); y++)
    {
      guint8 *pixel = data + (gsize) y * (guint) gdk_pixbuf_get_rowstride (picture);

      for (int x = 0; x < width; x++, pixel += CHANNELS)
        pixel[0] = pixel[1] = pixel[2] = (guint8) weigh (pixel);
    }
}

double
hall_paper_get_unevenness (const GdkPixbuf *picture)
{
  Cells cells = measure_light (picture);
  float darkest = 255;

  spread (&cells);
  for (guint i = 0; i < cells.columns * cells.rows * CHANNELS; i++)
    darkest = MIN (darkest, cells.light[i]);
  g_free (cells.light);
  return CLAMP (1 - darkest / 255.0, 0, 1);
}
