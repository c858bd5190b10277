/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-ring.h"

#include <math.h>

#define TRIES     300
#define ROUNDS    6
#define N_SECTORS 72
#define MIN_SHARE 0.35 /* of the points lie on it, or it is none */
#define ROUGH     0.06 /* of the radius: how far off a circle points of an ellipse may be */
#define FINE      0.03

/* Numerical Recipes' quick generator: the same tries every time. */
static guint
draw (guint32 *state, guint n)
{
  *state = *state * 1664525 + 1013904223;
  return (guint) (((guint64) *state * n) >> 32);
}

static gboolean
circle_through (HallPoint a, HallPoint b, HallPoint c, HallPoint *centre, double *radius)
{
  double bx = b.x - a.x, by = b.y - a.y, cx = c.x - a.x, cy = c.y - a.y;
  double d = 2 * (bx * cy - by * cx);
  double b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;

  if (!(fabs (d) > 1e-9))
    return FALSE;
  centre->x = a.x + (cy * b2 - by * c2) / d;
  centre->y = a.y + (bx * c2 - cx * b2) / d;
  *radius = hypot (a.x - centre->x, a.y - centre->y);
  return TRUE;
}

static guint
count_on (const HallPoint *points, guint n, HallPoint centre, double radius)
{
  guint on = 0;

  for (guint i = 0; i < n; i++)
    on += fabs (hypot (points[i].x - centre.x, points[i].y - centre.y) - radius) < ROUGH * radius;
  return on;
}

/* The circle through three of the points on which most others lie. */
static guint
try_circles (const HallPoint *points, guint n, double min, double max, HallRing *best)
{
  guint32 state = 1;
  guint most = 0;

  for (guint i = 0; i < TRIES; i++)
    {
      HallPoint a = points[draw (&state, n)];
      HallPoint b = points[draw (&state, n)];
      HallPoint c = points[draw (&state, n)];
      HallPoint centre;
      double radius;
      guint on;

      if (!circle_through (a, b, c, &centre, &radius) || 2 * radius < min || 2 * radius > max)
        continue;
      on = count_on (points, n, centre, radius);
      if (on <= most)
        continue;
      most = on;
      best->centre = centre;
      best->diameter = 2 * radius;
    }
  return most;
}

/* r(t) = r0 + a cos t + b sin t + c cos 2t + d sin 2t: a and b shift the centre, c and d press
 * the circle flat. Found by least squares over the points near the ring so far. */
#define TERMS 5

typedef struct
{
  double terms[TERMS];
} Shape;

static void
fill_terms (double angle, double terms[TERMS])
{
  terms[0] = 1;
  terms[1] = cos (angle);
  terms[2] = sin (angle);
  terms[3] = cos (2 * angle);
  terms[4] = sin (2 * angle);
}

static double
get_radius (const Shape *shape, double angle)
{
  double terms[TERMS], sum = 0;

  fill_terms (angle, terms);
  for (guint i = 0; i < TERMS; i++)
    sum += shape->terms[i] * terms[i];
  return sum;
}

/* Gauss for a matrix that is positive. FALSE if it is not. */
static gboolean
solve (double rows[TERMS][TERMS + 1], Shape *shape)
{
  for (guint i = 0; i < TERMS; i++)
    {
      if (!(rows[i][i] > 1e-6))
        return FALSE;
      for (guint j = 0; j < TERMS; j++)
        {
          double factor = j == i ? 0 : rows[j][i] / rows[i][i];

          for (guint k = i; k <= TERMS; k++)
            rows[j][k] -= factor * rows[i][k];
        }
    }
  for (guint i = 0; i < TERMS; i++)
    shape->terms[i] = rows[i][TERMS] / rows[i][i];
  return TRUE;
}

static gboolean
fit_shape (const HallPoint *points, guint n, HallPoint centre, double tolerance, Shape *shape)
{
  double rows[TERMS][TERMS + 1] = { { 0 } };

  for (guint i = 0; i < n; i++)
    {
      double x = points[i].x - centre.x, y = points[i].y - centre.y;
      double angle = atan2 (y, x), radius = hypot (x, y);
      double terms[TERMS];

      if (fabs (radius - get_radius (shape, angle)) > tolerance)
        continue;
      fill_terms (angle, terms);
      for (guint j = 0; j < TERMS; j++)
        {
          for (guint k = 0; k < TERMS; k++)
            rows[j][k] += terms[j] * terms[k];
          rows[j][TERMS] += terms[j] * radius;
        }
    }
  return solve (rows, shape);
}

static double
get_cover (const HallPoint *points, guint n, HallPoint centre, const Shape *shape)
{
  gboolean has[N_SECTORS] = { FALSE };
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      double x = points[i].x - centre.x, y = points[i].y - centre.y;
      double angle = atan2 (y, x);
      guint sector = (guint) ((angle + G_PI) / (2 * G_PI) * N_SECTORS) % N_SECTORS;

      if (fabs (hypot (x, y) - get_radius (shape, angle)) < FINE * shape->terms[0] * 1.3)
        has[sector] = TRUE;
    }
  for (guint i = 0; i < N_SECTORS; i++)
    count += has[i];
  return (double) count / N_SECTORS;
}

static void
refine (HallRing *self, const HallPoint *points, guint n)
{
  Shape shape = { { self->diameter / 2 } };

  for (guint i = 0; i < ROUNDS; i++)
    {
      double tolerance = shape.terms[0] * (i < 2 ? ROUGH : FINE);
      Shape next = shape;

      if (!fit_shape (points, n, self->centre, tolerance, &next)
          || hypot (next.terms[1], next.terms[2]) > shape.terms[0] / 4)
        break;
      shape = next;
      self->centre.x += shape.terms[1];
      self->centre.y += shape.terms[2];
      shape.terms[1] = shape.terms[2] = 0;
    }
  self->diameter = 2 * shape.terms[0];
  self->covered = get_cover (points, n, self->centre, &shape);
  /* A short arc does not tell how round the whole is. */
  if (self->covered > 0.5)
    self->roundness = CLAMP ((shape.terms[0] - hypot (shape.terms[3], shape.terms[4]))
                                 / (shape.terms[0] + hypot (shape.terms[3], shape.terms[4])),
                             0, 1);
}

gboolean
hall_ring_fit (HallRing *self, const HallPoint *points, guint n, double min, double max)
{
  *self = (HallRing){ .roundness = 1 };
  if (n < 8 || try_circles (points, n, min, max, self) < MIN_SHARE * n)
    return FALSE;
  refine (self, points, n);
  return self->diameter >= min && self->diameter <= max;
}
