/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-tiles.h"

#include <stdlib.h>

#define MM_PER_INCH   25.4
#define MIN_TILE_PX   8
#define SOFT_MM       0.12 /* all pages are made as soft as the finest print needs at 100 dpi */
#define PIXEL_BLUR    (1 / 12.0) /* a pixel's own, in square pixels */
#define CLIPPED_LEVEL 251

#define PAPER_SHARE  0.75 /* of the tiles are not lighter than the paper */
#define MIN_CONTRAST 0.15 /* of ink, in parts of the paper's level */
#define MIN_LEVELS   16   /* of ink, whatever the paper */
#define MIN_AROUND   0.6  /* what is lighter than that part of the paper is paper in a shadow */

static void
measure (
    HallTile *tile, const HallGrey *raw, const HallGrey *soft, guint left, guint top, guint size)
{
  guint64 sum = 0, squares = 0;
  gint64 edge_sum = 0;
  guint64 edge_squares = 0;
  guint8 darkest = 255, lightest = 0;
  guint clipped = 0;
  double n = (double) size * size;

  tile->low = 255;
  for (guint y = top; y < top + size; y++)
    for (guint x = left; x < left + size; x++)
      {
        const guint8 *at = soft->data + (gsize) y * soft->width + x;
        guint8 level = raw->data[(gsize) y * raw->width + x];
        gint edge = 4 * at[0] - at[-1] - at[1] - at[-(gssize) soft->width] - at[soft->width];

        sum += at[0];
        squares += (guint64) at[0] * at[0];
        edge_sum += edge;
        edge_squares += (guint64) ((gint64) edge * edge);
        tile->low = MIN (tile->low, at[0]);
        tile->high = MAX (tile->high, at[0]);
        darkest = MIN (darkest, level);
        lightest = MAX (lightest, level);
        clipped += level >= CLIPPED_LEVEL;
      }
  tile->mean = sum / n;
  tile->variance = squares / n - tile->mean * tile->mean;
  tile->edges = edge_squares / n - (edge_sum / n) * (edge_sum / n);
  tile->unevenness = lightest - darkest;
  tile->clipped = clipped / n;
}

static int
compare_levels (const void *a, const void *b)
{
  return *(const guint8 *) a - *(const guint8 *) b;
}

static double
find_paper (const HallTiles *self)
{
  guint n = self->columns * self->rows;
  g_autofree guint8 *levels = g_malloc (MAX (n, 1));

  if (n == 0)
    return 255;
  for (guint i = 0; i < n; i++)
    levels[i] = self->tiles[i].high;
  qsort (levels, n, 1, compare_levels);
  return MAX (levels[(guint) (PAPER_SHARE * (n - 1))], 1);
}

/* Paper on all sides of it, or in it: not the edge of the sheet and not the desk. */
static gboolean
lies_on_paper (const HallTiles *self, int column, int row)
{
  for (int y = row - 1; y <= row + 1; y++)
    for (int x = column - 1; x <= column + 1; x++)
      {
        const HallTile *tile = hall_tiles_get (self, x, y);

        if (tile == NULL || tile->high < MIN_AROUND * self->paper)
          return FALSE;
      }
  return TRUE;
}

static void
find_ink (HallTiles *self)
{
  double contrast = MAX (MIN_CONTRAST * self->paper, MIN_LEVELS);

  for (guint i = 0; i < self->columns * self->rows; i++)
    {
      HallTile *tile = &self->tiles[i];

      tile->is_inked =
          tile->high - tile->low >= contrast
          && lies_on_paper (self, (int) (i % self->columns), (int) (i / self->columns));
    }
}

HallTiles *
hall_tiles_new (const HallPixels *pixels, double dpi)
{
  HallTiles *self = g_new0 (HallTiles, 1);
  double soft_px = SOFT_MM * dpi / MM_PER_INCH;
  g_autoptr (HallGrey) raw = hall_grey_new (pixels, HALL_GREY_EYE);
  g_autoptr (HallGrey) soft = hall_grey_soften (raw, soft_px * soft_px - PIXEL_BLUR);

  self->dpi = dpi;
  self->size_px = MAX ((guint) (HALL_TILE_MM * dpi / MM_PER_INCH), MIN_TILE_PX);
  /* a pixel at each side stays free for the neighbours of the outermost ones */
  self->columns = pixels->width > 2 ? (pixels->width - 2) / self->size_px : 0;
  self->rows = pixels->height > 2 ? (pixels->height - 2) / self->size_px : 0;
  self->tiles = g_new0 (HallTile, MAX (self->columns * self->rows, 1));
  for (guint y = 0; y < self->rows; y++)
    for (guint x = 0; x < self->columns; x++)
      measure (&self->tiles[y * self->columns + x], raw, soft, 1 + x * self->size_px,
               1 + y * self->size_px, self->size_px);
  self->paper = find_paper (self);
  find_ink (self);
  return self;
}

void
hall_tiles_free (HallTiles *self)
{
  g_free (self->tiles);
  g_free (self);
}

const HallTile *
hall_tiles_get (const HallTiles *self, int column, int row)
{
  if (column < 0 || row < 0 || column >= (int) self->columns || row >= (int) self->rows)
    return NULL;
  return &self->tiles[row * (int) self->columns + column];
}
