/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a flat page lies in a picture: the projective map between two planes. Plain values.
 */
#pragma once

#include <glib.h>

typedef struct
{
  double x, y;
} HallPoint;

/* Row by row; the last number is 1. */
typedef struct
{
  double m[9];
} HallWarp;

/**
 * hall_warp_from_points:
 * @from, @to: four points each, no three of them on a line
 *
 * Returns: FALSE if no map takes the one to the other; @self is not to be used then
 */
gboolean hall_warp_from_points (HallWarp *self, const HallPoint from[4], const HallPoint to[4]);

/* The way back. FALSE if there is none. */
gboolean hall_warp_invert (const HallWarp *self, HallWarp *inverse);

HallPoint hall_warp_map (const HallWarp *self, HallPoint point);
