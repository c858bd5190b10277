/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-warp.h"

#include <math.h>

#define UNKNOWNS 8
#define TINY     1e-12

/* Gauss with the largest pivot; @rows has the right side in its last column. */
static gboolean
solve (double rows[UNKNOWNS][UNKNOWNS + 1])
{
  for (guint column = 0; column < UNKNOWNS; column++)
    {
      guint best = column;

      for (guint row = column + 1; row < UNKNOWNS; row++)
        if (fabs (rows[row][column]) > fabs (rows[best][column]))
          best = row;
      if (!(fabs (rows[best][column]) > TINY))
        return FALSE;
      for (guint i = 0; i <= UNKNOWNS; i++)
        {
          double swap = rows[column][i];

          rows[column][i] = rows[best][i];
          rows[best][i] = swap;
        }
      for (guint row = 0; row < UNKNOWNS; row++)
        {
          double factor = row == column ? 0 : rows[row][column] / rows[column][column];

          for (guint i = column; factor != 0 && i <= UNKNOWNS; i++)
            rows[row][i] -= factor * rows[column][i];
        }
    }
  return TRUE;
}

gboolean
hall_warp_from_points (HallWarp *self, const HallPoint from[4], const HallPoint to[4])
{
  double rows[UNKNOWNS][UNKNOWNS + 1];

  for (guint i = 0; i < 4; i++)
    {
      double x = from[i].x, y = from[i].y;
      const double across[] = { x, y, 1, 0, 0, 0, -x * to[i].x, -y * to[i].x, to[i].x };
      const double down[] = { 0, 0, 0, x, y, 1, -x * to[i].y, -y * to[i].y, to[i].y };

      for (guint j = 0; j <= UNKNOWNS; j++)
        {
          rows[2 * i][j] = across[j];
          rows[2 * i + 1][j] = down[j];
        }
    }
  if (!solve (rows))
    return FALSE;
  for (guint i = 0; i < UNKNOWNS; i++)
    self->m[i] = rows[i][UNKNOWNS] / rows[i][i];
  self->m[8] = 1;
  return TRUE;
}

gboolean
hall_warp_invert (const HallWarp *self, HallWarp *inverse)
{
  const double *m = self->m;
  const double adjoint[9] = {
    m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
    m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
    m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
  };

  if (!(fabs (adjoint[8]) > TINY))
    return FALSE;
  for (guint i = 0; i < 9; i++)
    inverse->m[i] = adjoint[i] / adjoint[8];
  return TRUE;
}

HallPoint
hall_warp_map (const HallWarp *self, HallPoint point)
{
  const double *m = self->m;
  double w = m[6] * point.x + m[7] * point.y + m[8];

  return (HallPoint){ (m[0] * point.x + m[1] * point.y + m[2]) / w,
                      (m[3] * point.x + m[4] * point.y + m[5]) / w };
}
