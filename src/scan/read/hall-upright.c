/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-upright.h"

#include <math.h>
#include <string.h>

#define LOOKED_AT_SIDE 1000 /* pixels: lines of print are some 10 high */
#define N_LINES        4096
#define MAX_DEGREES    6.0
#define STEP_DEGREES   0.25
#define LEVEL_DEGREES  0.2 /* not worth a turn */
#define DARK           128

/* The dark pixels of a picture, from its middle. */
typedef struct
{
  float x, y;
} Ink;

/* (transfer full) (element-type Ink) */
static GArray *
find_ink (const HallGrey *grey)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Ink));

  for (guint y = 0; y < grey->height; y++)
    for (guint x = 0; x < grey->width; x++)
      if (grey->data[(gsize) y * grey->width + x] < DARK)
        {
          Ink point = { (float) x - (float) grey->width / 2, (float) y - (float) grey->height / 2 };

          g_array_append_val (points, point);
        }
  return points;
}

/* How sharply lines of print and the gaps between them follow each other, if the lines fall by
 * @slope. */
static double
get_unevenness (GArray *points, double slope)
{
  int middle = N_LINES / 2;
  double ink[N_LINES] = { 0 }, sum = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const Ink *point = &g_array_index (points, Ink, i);
      int at = middle + (int) lrint (point->y - point->x * slope);

      if (at >= 0 && at < N_LINES)
        ink[at]++;
    }
  for (guint i = 1; i < N_LINES; i++)
    sum += (ink[i] - ink[i - 1]) * (ink[i] - ink[i - 1]);
  return sum;
}

static HallGrey *
copy_grey (const HallGrey *grey)
{
  HallGrey *copy = g_new0 (HallGrey, 1);

  *copy = *grey;
  copy->data = g_memdup2 (grey->data, (gsize) grey->width * grey->height);
  return copy;
}

/* (transfer full): small enough to be looked at many times */
static HallGrey *
make_small (const HallGrey *grey)
{
  HallGrey *small = copy_grey (grey);

  while (MAX (small->width, small->height) > 2 * LOOKED_AT_SIDE)
    {
      HallGrey *half = hall_grey_reduce (small);

      hall_grey_free (small);
      small = half;
    }
  return small;
}

/* The angle at which the lines of print lie, in radians, clockwise. */
static double
measure_skew (GArray *points)
{
  double best = -1, angle = 0;

  for (double degrees = -MAX_DEGREES; degrees <= MAX_DEGREES; degrees += STEP_DEGREES)
    {
      double radians = degrees * G_PI / 180;
      double found = get_unevenness (points, tan (radians));

      if (found > best)
        {
          best = found;
          angle = radians;
        }
    }
  return angle;
}

static guint8
look_up (const HallGrey *grey, double x, double y)
{
  int left = (int) floor (x), top = (int) floor (y);
  double right = x - left, down = y - top;
  const guint8 *pixel;

  if (left < 0 || top < 0 || left + 1 >= (int) grey->width || top + 1 >= (int) grey->height)
    return 255;
  pixel = grey->data + (gsize) top * grey->width + left;
  return (guint8) ((pixel[0] * (1 - right) + pixel[1] * right) * (1 - down)
                   + (pixel[grey->width] * (1 - right) + pixel[grey->width + 1] * right) * down
                   + 0.5);
}

/* Where a point of the levelled picture was before. */
static void
turn_point (const HallUpright *self, double *x, double *y)
{
  double from_x = *x - self->grey->width / 2.0, from_y = *y - self->grey->height / 2.0;
  double cosine = cos (self->radians), sine = sin (self->radians);

  *x = self->grey->width / 2.0 + from_x * cosine - from_y * sine;
  *y = self->grey->height / 2.0 + from_x * sine + from_y * cosine;
}

static void
level (HallUpright *self)
{
  HallGrey *levelled = copy_grey (self->grey);

  for (guint row = 0; row < levelled->height; row++)
    for (guint column = 0; column < levelled->width; column++)
      {
        double x = column, y = row;

        turn_point (self, &x, &y);
        levelled->data[(gsize) row * levelled->width + column] = look_up (self->grey, x, y);
      }
  hall_grey_free (self->grey);
  self->grey = levelled;
}

HallUpright *
hall_upright_new (const HallGrey *grey, guint turns)
{
  HallUpright *self = g_new0 (HallUpright, 1);
  g_autoptr (HallGrey) small = NULL;
  g_autoptr (GArray) ink = NULL;

  self->turns = turns % 4;
  self->grey = copy_grey (grey);
  for (guint i = 0; i < self->turns; i++)
    {
      HallGrey *turned = hall_grey_turn (self->grey);

      hall_grey_free (self->grey);
      self->grey = turned;
    }
  small = make_small (self->grey);
  ink = find_ink (small);
  self->radians = measure_skew (ink);
  if (fabs (self->radians) < LEVEL_DEGREES * G_PI / 180)
    self->radians = 0;
  else
    level (self);
  return self;
}

void
hall_upright_free (HallUpright *self)
{
  hall_grey_free (self->grey);
  g_free (self);
}

/* A point of the picture as it came, in fractions of it. */
static void
map_back (const HallUpright *self, double *x, double *y)
{
  double across, down;

  turn_point (self, x, y);
  across = *x / self->grey->width;
  down = *y / self->grey->height;
  switch (self->turns % 4)
    {
    case 1:
      *x = down, *y = 1 - across;
      break;
    case 2:
      *x = 1 - across, *y = 1 - down;
      break;
    case 3:
      *x = 1 - down, *y = across;
      break;
    default:
      *x = across, *y = down;
      break;
    }
}

HallPlace
hall_upright_map (const HallUpright *self, double x, double y, double width, double height)
{
  double left = 1, top = 1, right = 0, bottom = 0;

  for (int corner = 0; corner < 4; corner++)
    {
      double at_x = x + (corner % 2) * width, at_y = y + (corner / 2) * height;

      map_back (self, &at_x, &at_y);
      left = MIN (left, at_x);
      right = MAX (right, at_x);
      top = MIN (top, at_y);
      bottom = MAX (bottom, at_y);
    }
  left = CLAMP (left, 0, 1);
  top = CLAMP (top, 0, 1);
  return (HallPlace){ 1, left, top, CLAMP (right, left, 1) - left, CLAMP (bottom, top, 1) - top };
}
