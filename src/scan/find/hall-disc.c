/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-disc.h"

#include <math.h>

#define MIN_CONTRAST 60 /* of black on paper */

/* Of its box a disc fills pi / 4; print and blur change that a little. */
#define MIN_FILL 0.60
#define MAX_FILL 0.96

/* A part of the picture. What is dark in it is counted off spot by spot. */
typedef struct
{
  guint x0, y0, width, height;
  guint8 *grey;  /* owned */
  GArray *stack; /* (element-type guint): of the spot being counted */
  guint8 limit;
} Window;

/* A connected dark spot. */
typedef struct
{
  guint left, top, right, bottom;
  gsize n;
  double x, y; /* sums */
} Spot;

static gboolean
window_init (Window *self, const HallPixels *pixels, HallPoint at, double half)
{
  double left = MAX (floor (at.x - half), 0), top = MAX (floor (at.y - half), 0);
  double right = MIN (ceil (at.x + half), pixels->width);
  double bottom = MIN (ceil (at.y + half), pixels->height);
  guint8 low = 255, high = 0;

  if (!(right - left >= 3 && bottom - top >= 3))
    return FALSE;
  self->x0 = (guint) left;
  self->y0 = (guint) top;
  self->width = (guint) (right - left);
  self->height = (guint) (bottom - top);
  self->grey = g_malloc ((gsize) self->width * self->height);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        guint8 grey = pixels->data[(self->y0 + y) * pixels->stride
                                   + (gsize) (self->x0 + x) * pixels->pixel_bytes + pixels->green];

        self->grey[(gsize) y * self->width + x] = grey;
        low = MIN (low, grey);
        high = MAX (high, grey);
      }
  self->limit = (guint8) ((low + high) / 2);
  self->stack = g_array_new (FALSE, FALSE, sizeof (guint));
  return high - low >= MIN_CONTRAST;
}

static void
window_clear (Window *self)
{
  g_free (self->grey);
  g_clear_pointer (&self->stack, g_array_unref);
}

static void
push (Window *self, guint x, guint y)
{
  guint at = y * self->width + x;

  if (x >= self->width || y >= self->height || self->grey[at] > self->limit)
    return;
  self->grey[at] = 255;
  g_array_append_val (self->stack, at);
}

static Spot
count_off (Window *self, guint x, guint y)
{
  Spot spot = { x, y, x, y, 0, 0, 0 };

  push (self, x, y);
  while (self->stack->len > 0)
    {
      guint at = g_array_index (self->stack, guint, self->stack->len - 1);

      g_array_set_size (self->stack, self->stack->len - 1);
      x = at % self->width;
      y = at / self->width;
      spot.n++;
      spot.x += x;
      spot.y += y;
      spot.left = MIN (spot.left, x);
      spot.right = MAX (spot.right, x);
      spot.top = MIN (spot.top, y);
      spot.bottom = MAX (spot.bottom, y);
      push (self, x - 1, y);
      push (self, x + 1, y);
      push (self, x, y - 1);
      push (self, x, y + 1);
    }
  return spot;
}

static gboolean
is_disc (const Spot *spot, double diameter)
{
  double width = spot->right - spot->left + 1, height = spot->bottom - spot->top + 1;
  double fill = (double) spot->n / (width * height);

  return width >= 0.6 * diameter - 1 && height >= 0.6 * diameter - 1 && width <= 1.5 * diameter + 1
         && height <= 1.5 * diameter + 1 && MIN (width, height) >= 0.7 * MAX (width, height) - 1
         && fill >= MIN_FILL && fill <= MAX_FILL;
}

gboolean
hall_disc_find (
    const HallPixels *pixels, HallPoint thought, double diameter, double reach, HallPoint *found)
{
  Window window = { .grey = NULL };
  double nearest = reach;

  if (window_init (&window, pixels, thought, reach + diameter))
    for (guint at = 0; at < window.width * window.height; at++)
      {
        Spot spot;
        HallPoint centre;

        if (window.grey[at] > window.limit)
          continue;
        spot = count_off (&window, at % window.width, at / window.width);
        centre = (HallPoint){ window.x0 + spot.x / (double) spot.n + 0.5,
                              window.y0 + spot.y / (double) spot.n + 0.5 };
        if (!is_disc (&spot, diameter)
            || hypot (centre.x - thought.x, centre.y - thought.y) > nearest)
          continue;
        nearest = hypot (centre.x - thought.x, centre.y - thought.y);
        *found = centre;
      }
  window_clear (&window);
  return nearest < reach;
}
