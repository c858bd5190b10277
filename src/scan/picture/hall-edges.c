/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines are voted for by every pixel at an edge, in the direction of its own gradient (Duda and
 * Hart 1972, O'Gorman and Clowes 1976). Of all pairs of lying and standing lines the largest
 * quadrilateral wins whose sides are covered with edges.
 */
#include "hall-edges.h"

#include <math.h>

#include "hall-quad.h"

#define CHANNELS   3
#define ANGLES     180
#define MAX_LINES  14   /* of each direction */
#define APART      8    /* pixels, or degrees, between two lines */
#define MIN_LENGTH 0.25 /* votes, of the shorter side of the picture */
#define MIN_EDGE   14.0 /* sum over three colours and a Sobel kernel's width */
#define MIN_AREA   0.12
#define COVERED    0.55 /* of each side */
#define SAMPLES    40

typedef struct
{
  const GdkPixbuf *picture;
  int width, height;
  guint8 *edges; /* owned: 1 where there is one, or beside it */
  guint *votes;  /* owned: ANGLES x n_distances */
  int n_distances;
} Field;

typedef struct
{
  HallLine line;
  guint votes;
  gboolean is_lying;
} Candidate;

static int
level_at (const Field *field, int x, int y, guint channel)
{
  return gdk_pixbuf_read_pixels (
      field->picture)[(gsize) y * (guint) gdk_pixbuf_get_rowstride (field->picture)
                      + (gsize) x * CHANNELS + channel];
}

static double
get_gradient (const Field *field, int x, int y, double *dx, double *dy)
{
  *dx = *dy = 0;
  for (guint i = 0; i < CHANNELS; i++)
    for (int d = -1; d <= 1; d++)
      {
        int weight = d == 0 ? 2 : 1;

        *dx += weight * (level_at (field, x + 1, y + d, i) - level_at (field, x - 1, y + d, i));
        *dy += weight * (level_at (field, x + d, y + 1, i) - level_at (field, x + d, y - 1, i));
      }
  *dx /= 4;
  *dy /= 4;
  return hypot (*dx, *dy);
}

static void
vote (Field *field, int x, int y, double angle)
{
  for (int d = -2; d <= 2; d++)
    {
      int degree = ((int) lround (angle) + d + 2 * ANGLES) % ANGLES;
      double radian = degree * G_PI / ANGLES;
      int distance = (int) lround (x * cos (radian) + y * sin (radian)) + field->n_distances / 2;

      if (distance >= 0 && distance < field->n_distances)
        field->votes[degree * field->n_distances + distance]++;
    }
}

static void
mark (Field *field, int x, int y)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      field->edges[(y + dy) * field->width + x + dx] = 1;
}

static void
collect (Field *field)
{
  for (int y = 2; y < field->height - 2; y++)
    for (int x = 2; x < field->width - 2; x++)
      {
        double dx, dy;

        if (get_gradient (field, x, y, &dx, &dy) < MIN_EDGE)
          continue;
        mark (field, x, y);
        vote (field, x, y, atan2 (dy, dx) * 180 / G_PI);
      }
}

/* A line's own place and all near it are used up. */
static void
use_up (Field *field, int degree, int distance)
{
  for (int a = -APART; a <= APART; a++)
    {
      int other = degree + a;
      int middle = distance;

      if (other < 0 || other >= ANGLES) /* the same line from behind */
        {
          other = (other + ANGLES) % ANGLES;
          middle = field->n_distances - 1 - distance;
        }
      for (int d = MAX (middle - APART, 0); d <= MIN (middle + APART, field->n_distances - 1); d++)
        field->votes[other * field->n_distances + d] = 0;
    }
}

/* The strongest line left; FALSE if it is too weak. */
static gboolean
take_line (Field *field, gboolean is_lying, Candidate *candidate)
{
  guint best = 0;
  int at = 0;

  for (int degree = 0; degree < ANGLES; degree++)
    {
      if ((degree > ANGLES / 4 && degree < ANGLES * 3 / 4) != is_lying)
        continue;
      for (int i = degree * field->n_distances; i < (degree + 1) * field->n_distances; i++)
        if (field->votes[i] > best)
          {
            best = field->votes[i];
            at = i;
          }
    }
  if (best < MIN_LENGTH * MIN (field->width, field->height))
    return FALSE;
  candidate->votes = best;
  candidate->is_lying = is_lying;
  candidate->line.normal = (HallPoint){ cos (at / field->n_distances * G_PI / ANGLES),
                                        sin (at / field->n_distances * G_PI / ANGLES) };
  candidate->line.c = at % field->n_distances - field->n_distances / 2;
  use_up (field, at / field->n_distances, at % field->n_distances);
  return TRUE;
}

static double
get_cover (const Field *field, HallPoint a, HallPoint b)
{
  guint n = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      double part = (i + 0.5) / SAMPLES;
      int x = (int) (a.x + (b.x - a.x) * part), y = (int) (a.y + (b.y - a.y) * part);

      n += x >= 0 && y >= 0 && x < field->width && y < field->height
           && field->edges[y * field->width + x] != 0;
    }
  return (double) n / SAMPLES;
}

/* 0 if it is none. */
static double
rate (const Field *field, const Candidate *const sides[4], HallPoint corners[4])
{
  double least = 1, area;

  for (guint i = 0; i < 4; i++)
    if (!hall_line_cross (&sides[i]->line, &sides[(i + 1) % 4]->line, &corners[i])
        || corners[i].x < -2 || corners[i].y < -2 || corners[i].x > field->width + 2
        || corners[i].y > field->height + 2)
      return 0;
  hall_quad_sort (corners);
  area = hall_quad_get_area (corners) / ((double) field->width * field->height);
  if (area < MIN_AREA || !hall_quad_is_page (corners))
    return 0;
  for (guint i = 0; i < 4 && least >= COVERED; i++)
    least = MIN (least, get_cover (field, corners[i], corners[(i + 1) % 4]));
  return least >= COVERED ? least * sqrt (area) : 0;
}

static gboolean
choose (const Field *field,
        const Candidate *lying,
        guint n_lying,
        const Candidate *standing,
        guint n_standing,
        HallPoint corners[4])
{
  double best = 0;

  for (guint i = 0; i < n_lying * n_lying; i++)
    for (guint j = 0; j < n_standing * n_standing; j++)
      {
        const Candidate *const sides[4] = { &lying[i / n_lying], &standing[j / n_standing],
                                            &lying[i % n_lying], &standing[j % n_standing] };
        HallPoint found[4];
        double rating;

        if (i / n_lying >= i % n_lying || j / n_standing >= j % n_standing)
          continue;
        rating = rate (field, sides, found);
        if (rating <= best)
          continue;
        best = rating;
        for (guint k = 0; k < 4; k++)
          corners[k] = found[k];
      }
  return best > 0;
}

gboolean
hall_edges_find_quad (const GdkPixbuf *picture, HallPoint corners[4])
{
  Field field = { picture, gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture) };
  Candidate lying[MAX_LINES], standing[MAX_LINES];
  guint n_lying = 0, n_standing = 0;
  gboolean found;

  field.n_distances = 2 * (field.width + field.height) + 1;
  field.edges = g_new0 (guint8, (gsize) field.width * (gsize) field.height);
  field.votes = g_new0 (guint, (gsize) ANGLES * (gsize) field.n_distances);
  collect (&field);
  while (n_lying < MAX_LINES && take_line (&field, TRUE, &lying[n_lying]))
    n_lying++;
  while (n_standing < MAX_LINES && take_line (&field, FALSE, &standing[n_standing]))
    n_standing++;
  found = choose (&field, lying, n_lying, standing, n_standing, corners);
  g_free (field.edges);
  g_free (field.votes);
  return found;
}
