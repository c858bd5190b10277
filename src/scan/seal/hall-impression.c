/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-impression.h"

#include <math.h>

#include "hall-echo.h"

#define MM_PER_INCH 25.4

#define AROUND_MM 3.0 /* frames stand 6 mm apart */
#define LINE_MM   0.6 /* what is nearer to the frame's line touches it */
#define CORNER_MM 4.0 /* there the printed crosses stand */

#define MIN_SEAL_MM2      8.0
#define MIN_SIGNATURE_MM2 3.0
#define MIN_OVER_MM2      0.6
#define MIN_SIGNATURE_MM  5.0 /* its longer side */

/* Ink that is this wide from full to none was not sharp on paper, or not in the picture. */
#define MAX_EDGE_MM 0.75
#define MAX_ECHO    0.5

/* A second impression has edges as sharp as the first; what is wide and soft is smeared ink. */
#define MAX_DOUBLED_EDGE_MM 0.55

/* Where the ink of one frame lies, counted in pixels of the coarse picture. */
typedef struct
{
  guint inside, over;
  gsize sum;
  double left, top, right, bottom; /* mm */
} Count;

gboolean
hall_impression_is_frame (HallRegionKind kind)
{
  return kind == HALL_REGION_OFFICIAL_FRAME || kind == HALL_REGION_PRIVATE_FRAME
         || kind == HALL_REGION_SIGNATURE_FRAME || kind == HALL_REGION_CONFIRM_FRAME;
}

/* How far @at is inside of the frame's line; negative: outside. */
static double
get_depth (const HallBox *box, HallPoint at)
{
  return MIN (MIN (at.x - box->x, box->x + box->width - at.x),
              MIN (at.y - box->y, box->y + box->height - at.y));
}

static gboolean
is_in_corner (const HallBox *box, HallPoint at)
{
  return MIN (fabs (at.x - box->x), fabs (box->x + box->width - at.x)) < CORNER_MM
         && MIN (fabs (at.y - box->y), fabs (box->y + box->height - at.y)) < CORNER_MM;
}

/* The frame's line is dark in red light, and its caption stands above it. */
static gboolean
is_print (const HallImpression *self, HallPoint at, double depth)
{
  const HallBox *box = &self->frame->box;

  return self->colour == HALL_INK_DARK
         && (fabs (depth) < LINE_MM || is_in_corner (box, at) || at.y < box->y);
}

static void
count_pixel (const HallImpression *self, HallPoint at, guint8 ink, Count *count)
{
  double depth = get_depth (&self->frame->box, at);

  if (depth < -AROUND_MM || is_print (self, at, depth))
    return;
  count->sum += ink;
  if (depth >= LINE_MM)
    count->inside++;
  else
    count->over++;
  count->left = MIN (count->left, at.x);
  count->right = MAX (count->right, at.x);
  count->top = MIN (count->top, at.y);
  count->bottom = MAX (count->bottom, at.y);
}

/* The pixels of a picture in which @box lies, with @around mm more. */
static void
find_pixels (const HallSheetLay *lay, const HallBox *box, double around, int range[4])
{
  const HallBox wide = { box->x - around, box->y - around, box->width + 2 * around,
                         box->height + 2 * around };
  HallPlace place = hall_sheet_lay_place (lay, 1, &wide);

  range[0] = (int) floor (place.x * lay->width);
  range[1] = (int) floor (place.y * lay->height);
  range[2] = (int) ceil ((place.x + place.width) * lay->width);
  range[3] = (int) ceil ((place.y + place.height) * lay->height);
}

static Count
count_ink (const HallImpression *self, const HallInk *ink, const HallSheetLay *lay)
{
  Count count = { 0, 0, 0, lay->width_mm, lay->height_mm, 0, 0 };
  guint8 least = self->colour == HALL_INK_DARK ? 2 * HALL_INK_MIN : HALL_INK_MIN;
  int range[4];

  find_pixels (lay, &self->frame->box, AROUND_MM, range);
  for (int y = range[1]; y < range[3]; y++)
    for (int x = range[0]; x < range[2]; x++)
      {
        guint8 strength = hall_ink_get (ink, self->colour, x, y);

        if (strength >= least)
          count_pixel (self, hall_sheet_lay_to_page (lay, x + 0.5, y + 0.5), strength, &count);
      }
  return count;
}

/* Ink falls from full to none over this many mm, on its sharpest edges. */
static double
measure_edge (const HallImpression *self, const HallInk *ink, const HallSheetLay *lay)
{
  gsize slopes[512] = { 0 }, levels[256] = { 0 };
  gsize n_slopes = 0, n_levels = 0, sum = 0, n = 0;
  guint full = 255;
  int range[4];

  find_pixels (lay, &self->box, 0, range);
  for (int y = range[1]; y < range[3]; y++)
    for (int x = range[0]; x < range[2]; x++)
      {
        guint8 here = hall_ink_get (ink, self->colour, x, y);
        int dx =
            hall_ink_get (ink, self->colour, x + 1, y) - hall_ink_get (ink, self->colour, x - 1, y);
        int dy =
            hall_ink_get (ink, self->colour, x, y + 1) - hall_ink_get (ink, self->colour, x, y - 1);

        if (here < HALL_INK_MIN)
          continue;
        slopes[MIN ((guint) hypot (dx, dy), 511)]++;
        levels[here]++;
        n_slopes++;
        n_levels++;
      }
  while (full > 0 && n + levels[full] < n_levels / 10)
    n += levels[full--];
  n = 0;
  for (guint slope = 511; slope > 0 && n < n_slopes / 10 + 1; slope--)
    {
      n += slopes[slope];
      sum += slopes[slope] * slope;
    }
  return sum > 0 ? full * 2.0 * (double) n / (double) sum * MM_PER_INCH / lay->dpi : 0;
}

static void
judge (HallImpression *self,
       const HallInk *coarse,
       const HallSheetLay *coarse_lay,
       const HallInk *fine,
       const HallSheetLay *fine_lay)
{
  int range[4];

  self->edge_mm = measure_edge (self, fine, fine_lay);
  self->blurred = self->edge_mm > MAX_EDGE_MM;
  /* strokes of writing and of small seals are as wide as they are */
  if (self->frame->kind != HALL_REGION_OFFICIAL_FRAME
      && self->frame->kind != HALL_REGION_CONFIRM_FRAME)
    return;
  find_pixels (coarse_lay, &self->box, 0, range);
  self->echo = hall_echo_measure (coarse, self->colour, range, coarse_lay->dpi);
  self->doubled = self->echo > MAX_ECHO && self->edge_mm <= MAX_DOUBLED_EDGE_MM;
}

/* The colour that there is most of. */
static Count
choose_colour (HallImpression *self, const HallInk *ink, const HallSheetLay *lay)
{
  gboolean is_written = self->frame->kind == HALL_REGION_SIGNATURE_FRAME;
  Count first, second;

  self->colour = is_written ? HALL_INK_DARK : HALL_INK_BLUE;
  second = count_ink (self, ink, lay);
  if (is_written)
    return second;
  self->colour = HALL_INK_RED;
  first = count_ink (self, ink, lay);
  if (first.inside >= second.inside)
    return first;
  self->colour = HALL_INK_BLUE;
  return second;
}

void
hall_impression_look (HallImpression *self,
                      const HallRegion *frame,
                      const HallInk *coarse,
                      const HallSheetLay *coarse_lay,
                      const HallInk *fine,
                      const HallSheetLay *fine_lay)
{
  double mm2 = pow (MM_PER_INCH / coarse_lay->dpi, 2);
  Count count;
  double longer;

  *self = (HallImpression){ .frame = frame };
  count = choose_colour (self, coarse, coarse_lay);
  longer = MAX (count.right - count.left, count.bottom - count.top);
  self->present = self->colour == HALL_INK_DARK
                      ? count.inside * mm2 >= MIN_SIGNATURE_MM2 && longer >= MIN_SIGNATURE_MM
                      : count.inside * mm2 >= MIN_SEAL_MM2;
  if (!self->present)
    return;
  self->over = count.over * mm2 >= MIN_OVER_MM2;
  self->pale = count.sum < HALL_INK_PALE * (gsize) (count.inside + count.over);
  self->box =
      (HallBox){ count.left, count.top, count.right - count.left, count.bottom - count.top };
  judge (self, coarse, coarse_lay, fine, fine_lay);
}

/* Fewer is better. */
static double
get_faults (const HallImpression *self)
{
  return self->over + 2.0 * self->doubled + 2.0 * self->blurred + self->pale;
}

gboolean
hall_impression_is_good (const HallImpression *self)
{
  return self->present && get_faults (self) == 0;
}

/* Of equal ones the sharper. */
static double
get_cost (const HallImpression *self)
{
  return 10 * get_faults (self) + self->edge_mm + self->echo;
}

const HallImpression *
hall_impressions_find_best (GArray *impressions)
{
  const HallImpression *best = NULL;

  for (guint i = 0; i < impressions->len; i++)
    {
      const HallImpression *each = &g_array_index (impressions, HallImpression, i);

      if (each->present && each->frame->kind != HALL_REGION_CONFIRM_FRAME
          && (best == NULL || get_cost (each) < get_cost (best)))
        best = each;
    }
  return best;
}
