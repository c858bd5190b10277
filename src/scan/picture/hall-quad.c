/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-quad.h"

#include <math.h>
#include <stdlib.h>

#define MIN_POINTS    5
#define ROUNDS        6
#define LEAST_SINE    0.3
#define LEAST_ANGLE   50.0
#define MOST_ANGLE    130.0
#define MOST_OPPOSITE 2.2

HallLine
hall_line_through (HallPoint a, HallPoint b)
{
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);
  HallPoint normal = { (b.y - a.y) / length, (a.x - b.x) / length };

  return (HallLine){ normal, normal.x * a.x + normal.y * a.y };
}

double
hall_line_measure (const HallLine *self, HallPoint point)
{
  return self->normal.x * point.x + self->normal.y * point.y - self->c;
}

gboolean
hall_line_cross (const HallLine *a, const HallLine *b, HallPoint *where)
{
  double sine = a->normal.x * b->normal.y - a->normal.y * b->normal.x;

  if (fabs (sine) < LEAST_SINE)
    return FALSE;
  where->x = (a->c * b->normal.y - b->c * a->normal.y) / sine;
  where->y = (a->normal.x * b->c - b->normal.x * a->c) / sine;
  return TRUE;
}

/* Through the points that are near @self; all of them the first time. */
static guint
fit_once (HallLine *self, const HallPoint *points, guint n_points, double near)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0, angle;
  guint n = 0;

  for (guint i = 0; i < n_points; i++)
    if (fabs (hall_line_measure (self, points[i])) <= near)
      {
        x += points[i].x;
        y += points[i].y;
        xx += points[i].x * points[i].x;
        xy += points[i].x * points[i].y;
        yy += points[i].y * points[i].y;
        n++;
      }
  if (n < MIN_POINTS)
    return n;
  x /= n;
  y /= n;
  angle = 0.5 * atan2 (2 * (xy / n - x * y), (xx / n - x * x) - (yy / n - y * y));
  self->normal = (HallPoint){ sin (angle), -cos (angle) };
  self->c = self->normal.x * x + self->normal.y * y;
  return n;
}

/* How many points are near the line through two of them. */
static guint
count_near (const HallLine *line, const HallPoint *points, guint n_points, double near)
{
  guint n = 0;

  for (guint i = 0; i < n_points; i++)
    n += fabs (hall_line_measure (line, points[i])) <= near;
  return n;
}

gboolean
hall_line_fit (HallLine *self, const HallPoint *points, guint n_points, double near, double *share)
{
  guint best = 0;

  *share = 0;
  if (n_points < MIN_POINTS)
    return FALSE;
  for (guint i = 0; i < n_points / 2; i++)
    for (guint j = i + n_points / 3; j < n_points; j += 2)
      {
        HallLine line = hall_line_through (points[i], points[j]);
        guint n = count_near (&line, points, n_points, near);

        if (n > best)
          {
            best = n;
            *self = line;
          }
      }
  for (guint round = 0; round < ROUNDS; round++)
    best = fit_once (self, points, n_points, near);
  *share = (double) best / n_points;
  return best >= MIN_POINTS;
}

double
hall_quad_get_area (const HallPoint corners[4])
{
  double area = 0;

  for (guint i = 0; i < 4; i++)
    area += corners[i].x * corners[(i + 1) % 4].y - corners[(i + 1) % 4].x * corners[i].y;
  return area / 2;
}

void
hall_quad_sort (HallPoint corners[4])
{
  HallPoint copy[4];
  guint first = 0;

  if (hall_quad_get_area (corners) < 0)
    {
      HallPoint swap = corners[1];

      corners[1] = corners[3];
      corners[3] = swap;
    }
  for (guint i = 0; i < 4; i++)
    copy[i] = corners[i];
  for (guint i = 1; i < 4; i++)
    if (copy[i].x + copy[i].y < copy[first].x + copy[first].y)
      first = i;
  for (guint i = 0; i < 4; i++)
    corners[i] = copy[(first + i) % 4];
}

gboolean
hall_quad_is_page (const HallPoint corners[4])
{
  double sides[4];

  for (guint i = 0; i < 4; i++)
    {
      HallPoint a = corners[(i + 3) % 4], b = corners[i], c = corners[(i + 1) % 4];
      double from = atan2 (a.y - b.y, a.x - b.x), to = atan2 (c.y - b.y, c.x - b.x);
      double angle = fmod (from - to + 4 * G_PI, 2 * G_PI) * 180 / G_PI;

      if (angle < LEAST_ANGLE || angle > MOST_ANGLE)
        return FALSE;
      sides[i] = hypot (c.x - b.x, c.y - b.y);
    }
  for (guint i = 0; i < 2; i++)
    if (MAX (sides[i], sides[i + 2]) > MOST_OPPOSITE * MIN (sides[i], sides[i + 2]))
      return FALSE;
  return TRUE;
}

static double
turn (HallPoint a, HallPoint b, HallPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int
compare_points (const void *a, const void *b)
{
  const HallPoint *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* Half a hull, from one end to the other: what turns the wrong way is dropped. */
static void
add_to_hull (GArray *hull, HallPoint point, guint least)
{
  while (hull->len >= least
         && turn (g_array_index (hull, HallPoint, hull->len - 2),
                  g_array_index (hull, HallPoint, hull->len - 1), point)
                <= 0)
    g_array_set_size (hull, hull->len - 1);
  g_array_append_val (hull, point);
}

static GArray *
make_hull (HallPoint *points, guint n_points)
{
  GArray *hull = g_array_new (FALSE, FALSE, sizeof (HallPoint));
  guint least;

  qsort (points, n_points, sizeof *points, compare_points);
  for (guint i = 0; i < n_points; i++)
    add_to_hull (hull, points[i], 2);
  least = hull->len + 1;
  for (guint i = n_points - 1; i-- > 0;)
    add_to_hull (hull, points[i], least);
  g_array_set_size (hull, hull->len - 1); /* the first point again */
  return hull;
}

gboolean
hall_quad_around (HallPoint *points, guint n_points, HallPoint corners[4])
{
  GArray *hull = n_points >= 4 ? make_hull (points, n_points) : NULL;
  gboolean enough = hull != NULL && hull->len >= 4;

  while (enough && hull->len > 4)
    {
      guint least = 0;
      double area = G_MAXDOUBLE;

      for (guint i = 0; i < hull->len; i++)
        {
          double lost = turn (g_array_index (hull, HallPoint, (i + hull->len - 1) % hull->len),
                              g_array_index (hull, HallPoint, i),
                              g_array_index (hull, HallPoint, (i + 1) % hull->len));

          if (lost < area)
            {
              area = lost;
              least = i;
            }
        }
      g_array_remove_index (hull, least);
    }
  for (guint i = 0; enough && i < 4; i++)
    corners[i] = g_array_index (hull, HallPoint, i);
  if (enough)
    hall_quad_sort (corners);
  g_clear_pointer (&hull, g_array_unref);
  return enough;
}
