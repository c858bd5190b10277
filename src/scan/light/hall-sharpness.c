/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sharpness.h"

#include <math.h>
#include <stdlib.h>

#define MM_PER_INCH 25.4
#define MIN_INKED   6    /* tiles with print */
#define NOISE_SHARE 0.3  /* of the tiles without print are the quietest: the paper's noise */
#define SHARP_SHARE 0.75 /* of the print is less sharp: large types and lines are */

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sorts @values. Returns: the one that is not smaller than @share of them */
static double
take_share (double *values, guint n, double share)
{
  if (n == 0)
    return 0;
  qsort (values, n, sizeof *values, compare);
  return values[(guint) (share * (n - 1))];
}

/* What noise has of the variance of the levels and of the Laplacian. */
static void
measure_noise (const HallTiles *tiles, double *variance, double *edges)
{
  guint n = tiles->columns * tiles->rows, found = 0;
  g_autofree double *variances = g_new (double, n);
  g_autofree double *laplacians = g_new (double, n);

  for (guint i = 0; i < n; i++)
    if (!tiles->tiles[i].is_inked)
      {
        variances[found] = tiles->tiles[i].variance;
        laplacians[found++] = tiles->tiles[i].edges;
      }
  *variance = take_share (variances, found, NOISE_SHARE);
  *edges = take_share (laplacians, found, NOISE_SHARE);
}

double
hall_sharpness_measure (const HallTiles *tiles)
{
  guint n = tiles->columns * tiles->rows, found = 0;
  g_autofree double *ratios = g_new (double, MAX (n, 1));
  double noise = 0, noise_edges = 0;

  measure_noise (tiles, &noise, &noise_edges);
  for (guint i = 0; i < n; i++)
    {
      const HallTile *tile = &tiles->tiles[i];

      if (tile->is_inked && tile->variance > 2 * noise)
        ratios[found++] = MAX (tile->edges - noise_edges, 0) / (tile->variance - noise);
    }
  if (found < MIN_INKED)
    return 0;
  return pow (take_share (ratios, found, SHARP_SHARE), 0.25) * tiles->dpi / MM_PER_INCH
         / (2 * G_PI);
}
