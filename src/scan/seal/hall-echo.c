/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-echo.h"

#include <math.h>

#define MM_PER_INCH  25.4
#define MAX_REACH    16 /* pixels: 5 mm at 75 dpi */
#define REACH_MM     5.0
#define N_DIRECTIONS 16 /* of a half turn */

/* Moved so far in any direction, one impression is half as much like itself; of two side by side
 * that is never so, or there is a second place at which they meet. Measured on seals of 38 to 44
 * mm: 0.9 to 1.15 of a single one, 1.45 and more of two that stand 0.8 to 3 mm apart. */
#define DOUBLED_MM   1.3
#define DOUBLED_RISE 0.05

/* How alike the ink is to itself moved by so many pixels; [dy][dx + MAX_REACH]. */
typedef struct
{
  double alike[MAX_REACH + 1][2 * MAX_REACH + 1];
  int reach;
} Lags;

static double
compare (const HallInk *ink, HallInkColour colour, const int range[4], int dx, int dy)
{
  const guint8 *plane = ink->planes[colour];
  int left = MAX (range[0], MAX (-dx, 0)), right = MIN (range[2], (int) ink->width - MAX (dx, 0));
  int bottom = MIN (range[3], (int) ink->height - dy);
  gssize moved = (gssize) dy * ink->width + dx;
  gsize sum = 0;

  for (int y = MAX (range[1], 0); y < bottom; y += 2)
    {
      const guint8 *row = plane + (gsize) y * ink->width;

      for (int x = left; x < right; x++)
        if (row[x] >= HALL_INK_MIN)
          sum += (gsize) row[x] * row[x + moved];
    }
  return (double) sum;
}

static void
fill (Lags *self, const HallInk *ink, HallInkColour colour, const int range[4])
{
  double whole = compare (ink, colour, range, 0, 0);

  for (int dy = 0; dy <= self->reach; dy++)
    for (int dx = -self->reach; dx <= self->reach; dx++)
      self->alike[dy][dx + MAX_REACH] = compare (ink, colour, range, dx, dy) / MAX (whole, 1);
}

static double
get (const Lags *self, double dx, double dy)
{
  int x = (int) floor (dx), y = (int) floor (dy);
  double u = dx - x, v = dy - y;
  double rows[2];

  for (int i = 0; i < 2; i++)
    {
      const double *row = self->alike[MIN (y + i, self->reach)] + MAX_REACH;

      rows[i] = row[MAX (x, -self->reach)] * (1 - u) + row[MIN (x + 1, self->reach)] * u;
    }
  return rows[0] * (1 - v) + rows[1] * v;
}

/* How far one can move in a direction until only half is alike, and how much more alike it
 * becomes again farther on. */
static void
walk (const Lags *self, guint direction, double *half, double *rise)
{
  double angle = direction * G_PI / N_DIRECTIONS;
  double lowest = 1, before = 1;

  *half = self->reach;
  *rise = 0;
  for (double away = 0; away <= self->reach; away += 0.5)
    {
      double alike = get (self, away * cos (angle), away * sin (angle));

      if (alike < 0.5 && away < *half)
        *half = away - 0.5 * (0.5 - alike) / (before - alike);
      before = alike;
      lowest = MIN (lowest, alike);
      *rise = MAX (*rise, alike - lowest);
    }
}

double
hall_echo_measure (const HallInk *ink, HallInkColour colour, const int range[4], double dpi)
{
  Lags lags = { .reach = (int) CLAMP (REACH_MM * dpi / MM_PER_INCH, 4, MAX_REACH) };
  double shortest = lags.reach, highest = 0;

  fill (&lags, ink, colour, range);
  for (guint i = 0; i < N_DIRECTIONS; i++)
    {
      double half, rise;

      walk (&lags, i, &half, &rise);
      shortest = MIN (shortest, half);
      highest = MAX (highest, rise);
    }
  return CLAMP (MAX (shortest * MM_PER_INCH / dpi / DOUBLED_MM, highest / DOUBLED_RISE) / 2, 0, 1);
}
