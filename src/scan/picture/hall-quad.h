/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four corners of a page, and lines that points lie on. Plain values, in pixels.
 */
#pragma once

#include "hall-warp.h"

/* n.x * x + n.y * y = c, with a normal of length 1. */
typedef struct
{
  HallPoint normal;
  double c;
} HallLine;

HallLine hall_line_through (HallPoint a, HallPoint b);

/* How far @point is from it, to which side. */
double hall_line_measure (const HallLine *self, HallPoint point);

/* FALSE if they do not meet anywhere near. */
gboolean hall_line_cross (const HallLine *a, const HallLine *b, HallPoint *where);

/**
 * hall_line_fit:
 * @near: most points lie nearer to the line than this; the others are not counted
 * @share: (out): of the points that are
 *
 * FALSE if there are too few points.
 */
gboolean
hall_line_fit (HallLine *self, const HallPoint *points, guint n_points, double near, double *share);

double hall_quad_get_area (const HallPoint corners[4]);

/* Clockwise, from the upper left. */
void hall_quad_sort (HallPoint corners[4]);

/* No angle is far from a right one, no side much longer than the one opposite. */
gboolean hall_quad_is_page (const HallPoint corners[4]);

/* The four corners of what @points enclose, as far as they can be told. @points is sorted anew.
 * FALSE if they enclose nothing. */
gboolean hall_quad_around (HallPoint *points, guint n_points, HallPoint corners[4]);
