/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-grey.h"

/* Weights of 256ths: ITU-R BT.601. */
#define RED_WEIGHT   77
#define GREEN_WEIGHT 150
#define BLUE_WEIGHT  29

/* Red ink is a little darker than paper even in red light; this takes the rest away. */
#define RED_GAIN 5 / 4

/* Of one softening with the next neighbours alone. */
#define MAX_PASS_VARIANCE 0.5
#define MAX_PASSES        4

#define SHARPEN_VARIANCE 2.0 /* square pixels */
#define SHARPEN_FACTOR   5

static HallGrey *
grey_alloc (guint width, guint height)
{
  HallGrey *self = g_new0 (HallGrey, 1);

  self->width = width;
  self->height = height;
  self->data = g_malloc_n (MAX (width, 1), MAX (height, 1));
  return self;
}

void
hall_grey_free (HallGrey *self)
{
  g_free (self->data);
  g_free (self);
}

HallGrey *
hall_grey_new (const HallPixels *pixels, HallGreyMode mode)
{
  HallGrey *self = grey_alloc (pixels->width, pixels->height);
  guint8 *to = self->data;

  for (guint y = 0; y < pixels->height; y++)
    {
      const guint8 *from = pixels->data + y * pixels->stride;

      for (guint x = 0; x < pixels->width; x++, from += pixels->pixel_bytes)
        {
          if (mode == HALL_GREY_EYE)
            *to++ = (guint8) ((from[pixels->red] * RED_WEIGHT + from[pixels->green] * GREEN_WEIGHT
                               + from[pixels->blue] * BLUE_WEIGHT)
                              / 256);
          else
            *to++ = (guint8) MIN (from[pixels->red] * RED_GAIN, 255);
        }
    }
  return self;
}

HallGrey *
hall_grey_enlarge (const HallGrey *self)
{
  HallGrey *big = grey_alloc (self->width * 2, self->height * 2);

  for (guint y = 0; y < self->height; y++)
    {
      const guint8 *row = self->data + (gsize) y * self->width;
      const guint8 *below = y + 1 < self->height ? row + self->width : row;
      guint8 *to = big->data + (gsize) y * 2 * big->width;

      for (guint x = 0; x < self->width; x++)
        {
          guint next = x + 1 < self->width ? x + 1 : x;

          to[2 * x] = row[x];
          to[2 * x + 1] = (guint8) ((row[x] + row[next]) / 2);
          to[big->width + 2 * x] = (guint8) ((row[x] + below[x]) / 2);
          to[big->width + 2 * x + 1] = (guint8) ((row[x] + row[next] + below[x] + below[next]) / 4);
        }
    }
  return big;
}

HallGrey *
hall_grey_reduce (const HallGrey *self)
{
  HallGrey *small = grey_alloc (self->width / 2, self->height / 2);

  for (guint y = 0; y < small->height; y++)
    {
      const guint8 *row = self->data + (gsize) y * 2 * self->width;
      const guint8 *below = row + self->width;
      guint8 *to = small->data + (gsize) y * small->width;

      for (guint x = 0; x < small->width; x++)
        to[x] = (guint8) ((row[2 * x] + row[2 * x + 1] + below[2 * x] + below[2 * x + 1]) / 4);
    }
  return small;
}

HallGrey *
hall_grey_turn (const HallGrey *self)
{
  HallGrey *turned = grey_alloc (self->height, self->width);

  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      turned->data[(gsize) x * turned->width + (self->height - 1 - y)] =
          self->data[(gsize) y * self->width + x];
  return turned;
}

/* One pass over the rows and one over the columns, with @side 256ths of either neighbour. */
static HallGrey *
soften_once (const HallGrey *self, guint side)
{
  g_autoptr (HallGrey) across = grey_alloc (self->width, self->height);
  HallGrey *soft = grey_alloc (self->width, self->height);
  guint middle = 256 - 2 * side;

  for (guint y = 0; y < self->height; y++)
    {
      const guint8 *from = self->data + (gsize) y * self->width;
      guint8 *to = across->data + (gsize) y * self->width;

      for (guint x = 0; x < self->width; x++)
        {
          guint8 left = from[x > 0 ? x - 1 : x], right = from[x + 1 < self->width ? x + 1 : x];

          to[x] = (guint8) ((from[x] * middle + (left + right) * side + 128) / 256);
        }
    }
  for (guint y = 0; y < self->height; y++)
    {
      const guint8 *from = across->data + (gsize) y * self->width;
      const guint8 *above = y > 0 ? from - self->width : from;
      const guint8 *below = y + 1 < self->height ? from + self->width : from;
      guint8 *to = soft->data + (gsize) y * self->width;

      for (guint x = 0; x < self->width; x++)
        to[x] = (guint8) ((from[x] * middle + (above[x] + below[x]) * side + 128) / 256);
    }
  return soft;
}

HallGrey *
hall_grey_soften (const HallGrey *self, double variance)
{
  guint passes = CLAMP ((guint) (variance / MAX_PASS_VARIANCE) + 1, 1, MAX_PASSES);
  guint side = (guint) (CLAMP (variance / passes, 0, MAX_PASS_VARIANCE) * 128);
  HallGrey *soft = soften_once (self, side);

  for (guint i = 1; i < passes; i++)
    {
      g_autoptr (HallGrey) before = soft;

      soft = soften_once (before, side);
    }
  return soft;
}

HallGrey *
hall_grey_sharpen (const HallGrey *self)
{
  HallGrey *sharp = hall_grey_soften (self, SHARPEN_VARIANCE);
  gsize n = (gsize) self->width * self->height;

  for (gsize i = 0; i < n; i++)
    {
      int level = self->data[i] + SHARPEN_FACTOR * (self->data[i] - sharp->data[i]);

      sharp->data[i] = (guint8) CLAMP (level, 0, 255);
    }
  return sharp;
}
