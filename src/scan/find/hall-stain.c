/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-stain.h"

#include <string.h>

#define MIN_PIXELS 6
#define MAX_STAINS 4000 /* more is no paper but a picture */

typedef struct
{
  const HallInk *ink;
  const guint8 *plane;
  guint8 *seen;  /* owned */
  GArray *stack; /* (element-type gsize) owned */
  int gap;
} Walk;

static void
push_around (Walk *self, int x, int y)
{
  int left = MAX (x - self->gap, 0), right = MIN (x + self->gap, (int) self->ink->width - 1);
  int top = MAX (y - self->gap, 0), bottom = MIN (y + self->gap, (int) self->ink->height - 1);

  for (int v = top; v <= bottom; v++)
    for (int u = left; u <= right; u++)
      {
        gsize at = (gsize) v * self->ink->width + (gsize) u;

        if (self->seen[at] || self->plane[at] < HALL_INK_MIN)
          continue;
        self->seen[at] = 1;
        g_array_append_val (self->stack, at);
      }
}

static HallStain
follow (Walk *self, gsize start)
{
  guint width = self->ink->width;
  HallStain stain = { start % width, start / width, start % width, start / width, 0, 0 };

  self->seen[start] = 1;
  g_array_append_val (self->stack, start);
  while (self->stack->len > 0)
    {
      gsize at = g_array_index (self->stack, gsize, self->stack->len - 1);
      guint x = (guint) (at % width), y = (guint) (at / width);

      g_array_set_size (self->stack, self->stack->len - 1);
      stain.n++;
      stain.sum += self->plane[at];
      stain.left = MIN (stain.left, x);
      stain.right = MAX (stain.right, x);
      stain.top = MIN (stain.top, y);
      stain.bottom = MAX (stain.bottom, y);
      push_around (self, (int) x, (int) y);
    }
  return stain;
}

static gboolean
overlap (const HallStain *a, const HallStain *b, guint gap)
{
  return a->left <= b->right + gap && b->left <= a->right + gap && a->top <= b->bottom + gap
         && b->top <= a->bottom + gap;
}

static HallStain
put_together (const HallStain *a, const HallStain *b)
{
  return (HallStain){ MIN (a->left, b->left),     MIN (a->top, b->top), MAX (a->right, b->right),
                      MAX (a->bottom, b->bottom), a->n + b->n,          a->sum + b->sum };
}

/* Takes up into stain @i one that lies on it. FALSE if there is none. */
static gboolean
grow (GArray *stains, guint i, guint gap, guint max_side)
{
  HallStain *own = &g_array_index (stains, HallStain, i);

  for (guint j = 0; j < stains->len; j++)
    {
      const HallStain *other = &g_array_index (stains, HallStain, j);
      HallStain both = put_together (own, other);

      if (j == i || !overlap (own, other, gap) || both.right - both.left > max_side
          || both.bottom - both.top > max_side)
        continue;
      *own = both;
      g_array_remove_index_fast (stains, j);
      return TRUE;
    }
  return FALSE;
}

GArray *
hall_stains_find (const HallInk *ink, HallInkColour colour, guint gap, guint max_side)
{
  gsize n = (gsize) ink->width * ink->height;
  Walk walk = { ink, ink->planes[colour], g_malloc0 (n), g_array_new (FALSE, FALSE, sizeof (gsize)),
                (int) gap };
  GArray *stains = g_array_new (FALSE, FALSE, sizeof (HallStain));

  for (gsize at = 0; at < n && stains->len < MAX_STAINS; at++)
    if (walk.plane[at] >= HALL_INK_MIN && !walk.seen[at])
      {
        HallStain stain = follow (&walk, at);

        if (stain.n >= MIN_PIXELS)
          g_array_append_val (stains, stain);
      }

  for (guint i = 0; i < stains->len; i++)
    while (i < stains->len && grow (stains, i, gap, max_side))
      i = 0;
  g_free (walk.seen);
  g_array_unref (walk.stack);
  return stains;
}
