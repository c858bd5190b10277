/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-grey.h"

/* Weights of 256ths: ITU-R BT.601. */
#define RED_WEIGHT   77
#define GREEN_WEIGHT 150
#define BLUE_WEIGHT  29

/* Red ink is a little darker than paper even in red light; this takes the rest away. */
#define RED_GAIN 5 / 4

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
