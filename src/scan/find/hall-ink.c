/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-ink.h"

#include "hall-pixels.h"

/* Below this (of the paper's white) a pixel is too dark for its colour to mean much. */
#define MIN_LIGHT 72

/* What is at least as light as this share of the page counts as its paper. */
#define PAPER_SHARE 0.6

/* The paper's white in 256ths that bring each channel to 240. */
typedef struct
{
  guint gain[3];
} White;

static White
find_white (GdkPixbuf *pixbuf)
{
  HallPixels pixels = hall_pixels_of_pixbuf (pixbuf);
  gsize counts[3][256] = { { 0 } };
  gsize wanted = (gsize) (pixels.width * (double) pixels.height * PAPER_SHARE);
  White white;

  for (guint y = 0; y < pixels.height; y += 2)
    for (guint x = 0; x < pixels.width; x += 2)
      for (guint i = 0; i < 3; i++)
        counts[i][pixels.data[y * pixels.stride + x * 3 + i]] += 4;
  for (guint i = 0; i < 3; i++)
    {
      gsize n = 0;
      guint level = 0;

      while (level < 255 && (n += counts[i][level]) < wanted)
        level++;
      white.gain[i] = 240 * 256 / MAX (level, 60);
    }
  return white;
}

static guint8
clamp (int value)
{
  return (guint8) CLAMP (value, 0, 255);
}

static void
weigh (HallInk *self, gsize at, int red, int green, int blue)
{
  int lightest = MAX (red, MAX (green, blue));
  int base = MAX (lightest, MIN_LIGHT);

  self->planes[HALL_INK_RED][at] = clamp ((red - MAX (green, blue)) * 255 / base);
  self->planes[HALL_INK_BLUE][at] = clamp ((blue - MAX (red, green)) * 255 / base);
  self->planes[HALL_INK_DARK][at] = clamp (240 - red);
}

HallInk *
hall_ink_new (const HallPixels *pixels, guint divide)
{
  g_autoptr (GdkPixbuf) small = hall_pixels_reduce (pixels, divide);
  HallPixels seen = hall_pixels_of_pixbuf (small);
  White white = find_white (small);
  HallInk *self = g_new0 (HallInk, 1);
  gsize at = 0;

  self->width = seen.width;
  self->height = seen.height;
  for (guint i = 0; i < HALL_N_INKS; i++)
    self->planes[i] = g_malloc ((gsize) seen.width * seen.height);
  for (guint y = 0; y < seen.height; y++)
    {
      const guint8 *from = seen.data + y * seen.stride;

      for (guint x = 0; x < seen.width; x++, from += 3, at++)
        weigh (self, at, (int) (from[0] * white.gain[0] / 256),
               (int) (from[1] * white.gain[1] / 256), (int) (from[2] * white.gain[2] / 256));
    }
  return self;
}

void
hall_ink_free (HallInk *self)
{
  for (guint i = 0; i < HALL_N_INKS; i++)
    g_free (self->planes[i]);
  g_free (self);
}

guint8
hall_ink_get (const HallInk *self, HallInkColour colour, int x, int y)
{
  if (x < 0 || y < 0 || (guint) x >= self->width || (guint) y >= self->height)
    return 0;
  return self->planes[colour][(gsize) y * self->width + (gsize) x];
}
