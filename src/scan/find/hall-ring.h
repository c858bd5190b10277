/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ring that points lie on: a circle, pressed a little flat perhaps. Plain values.
 */
#pragma once

#include "hall-warp.h"

typedef struct
{
  HallPoint centre;
  double diameter;  /* the mean of the longest and the shortest */
  double roundness; /* the shortest to the longest; 1 is a circle */
  double covered;   /* the part of its length on which there are points, 0.0 to 1.0 */
} HallRing;

/**
 * hall_ring_fit:
 * @points: outline points, some of which may lie elsewhere
 * @min, @max: of the diameter, in the points' unit
 *
 * Returns: FALSE if they lie on no ring of such a size
 */
gboolean hall_ring_fit (HallRing *self, const HallPoint *points, guint n, double min, double max);
