/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-lay.h"

#include <math.h>

#include "hall-disc.h"
#include "hall-sheet-marks.h"

#define CODE_MODULE_MM 1.0
#define MM_PER_INCH    25.4

/* How far a disc may be from where it is thought to be. */
#define NEAR_MM 9.0
#define FAR_MM  14.0

#define MARK_CENTRE (HALL_SHEET_MARKS_EDGE_MM + HALL_SHEET_MARKS_MM / 2)

enum
{
  TOP_RIGHT, /* beside the code: found first */
  TOP_LEFT,
  BOTTOM_RIGHT,
  BOTTOM_LEFT,
  N_MARKS
};

static const HallPoint marks_mm[N_MARKS] = {
  [TOP_RIGHT] = { HALL_PAPER_WIDTH_MM - MARK_CENTRE, MARK_CENTRE },
  [TOP_LEFT] = { MARK_CENTRE, MARK_CENTRE },
  [BOTTOM_RIGHT] = { HALL_PAPER_WIDTH_MM - MARK_CENTRE, HALL_PAPER_HEIGHT_MM - MARK_CENTRE },
  [BOTTOM_LEFT] = { MARK_CENTRE, HALL_PAPER_HEIGHT_MM - MARK_CENTRE },
};

/* What is known of the page so far: points in mm and where they are in the picture. */
typedef struct
{
  HallPoint from[4 + N_MARKS], to[4 + N_MARKS];
  guint n;
} Pairs;

static void
add_pair (Pairs *self, HallPoint from, HallPoint to)
{
  self->from[self->n] = from;
  self->to[self->n++] = to;
}

static HallPoint
get_mean (const HallPoint *points, guint n)
{
  HallPoint sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      sum.x += points[i].x / n;
      sum.y += points[i].y / n;
    }
  return sum;
}

/* The turned and scaled page that fits best: least squares. */
static HallWarp
fit_similarity (const Pairs *pairs)
{
  HallPoint from = get_mean (pairs->from, pairs->n), to = get_mean (pairs->to, pairs->n);
  double a = 0, b = 0, norm = 0;

  for (guint i = 0; i < pairs->n; i++)
    {
      double x = pairs->from[i].x - from.x, y = pairs->from[i].y - from.y;
      double u = pairs->to[i].x - to.x, v = pairs->to[i].y - to.y;

      a += x * u + y * v;
      b += x * v - y * u;
      norm += x * x + y * y;
    }
  a /= norm;
  b /= norm;
  return (HallWarp){ { a, -b, to.x - a * from.x + b * from.y, b, a, to.y - b * from.x - a * from.y,
                       0, 0, 1 } };
}

static void
add_code (Pairs *pairs, const HallCodeSpot *spot)
{
  double side = spot->modules * CODE_MODULE_MM;
  double right = HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM, top = HALL_PAPER_MARGIN_MM;
  const HallPoint corners[] = {
    { right - side, top }, { right - side, top + side }, { right, top + side }, { right, top }
  };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    add_pair (pairs, corners[i], spot->corners[i]);
}

/* Three corners of a page and the fourth as if it were a parallelogram. */
static HallPoint
complete (const HallPoint found[N_MARKS], guint missing)
{
  guint opposite = N_MARKS - 1 - missing;
  HallPoint sum = { -found[opposite].x, -found[opposite].y };

  for (guint i = 0; i < N_MARKS; i++)
    if (i != missing && i != opposite)
      {
        sum.x += found[i].x;
        sum.y += found[i].y;
      }
  return sum;
}

static double
get_scale (const HallWarp *warp, HallPoint at)
{
  HallPoint here = hall_warp_map (warp, at);
  HallPoint right = hall_warp_map (warp, (HallPoint){ at.x + 1, at.y });
  HallPoint below = hall_warp_map (warp, (HallPoint){ at.x, at.y + 1 });

  return (hypot (right.x - here.x, right.y - here.y) + hypot (below.x - here.x, below.y - here.y))
         / 2;
}

/* Looks for the discs one after the other; each that is found says better where the next is. */
static guint
find_marks (const HallPixels *pixels, Pairs *pairs, HallPoint found[N_MARKS], gboolean has[N_MARKS])
{
  guint n = 0;

  for (guint i = 0; i < N_MARKS; i++)
    {
      HallWarp warp = fit_similarity (pairs);
      double scale = get_scale (&warp, marks_mm[i]);
      HallPoint thought =
          n == 3 ? complete (found, BOTTOM_LEFT) : hall_warp_map (&warp, marks_mm[i]);
      double reach = (i == TOP_RIGHT ? NEAR_MM : FAR_MM) * scale;

      has[i] = hall_disc_find (pixels, thought, HALL_SHEET_MARKS_MM * scale, reach, &found[i]);
      if (!has[i])
        continue;
      n++;
      add_pair (pairs, marks_mm[i], found[i]);
    }
  return n;
}

/* The best map for what was found. FALSE if it must be the similarity. */
static gboolean
fit_marks (HallWarp *warp, HallPoint found[N_MARKS], const gboolean has[N_MARKS], guint n)
{
  if (n < 3)
    return FALSE;
  for (guint i = 0; i < N_MARKS; i++)
    if (!has[i])
      found[i] = complete (found, i);
  return hall_warp_from_points (warp, marks_mm, found);
}

/* The page as large as the picture allows, lying as it lies. */
static void
assume_page (HallSheetLay *self, Pairs *pairs)
{
  gboolean lying = self->width > self->height;
  double scale = MAX (self->width, self->height) / HALL_PAPER_HEIGHT_MM;

  self->width_mm = lying ? HALL_PAPER_HEIGHT_MM : MAX (self->width / scale, 1);
  self->height_mm = lying ? MAX (self->height / scale, 1) : HALL_PAPER_HEIGHT_MM;
  add_pair (pairs, (HallPoint){ 0, 0 }, (HallPoint){ 0, 0 });
  add_pair (pairs, (HallPoint){ self->width_mm, self->height_mm },
            (HallPoint){ self->width, self->height });
}

void
hall_sheet_lay_find (HallSheetLay *self, const HallPixels *pixels, const HallCodeSpot *spot)
{
  Pairs pairs = { .n = 0 };
  HallPoint found[N_MARKS];
  gboolean has[N_MARKS];

  *self = (HallSheetLay){ .is_known = spot != NULL,
                          .width_mm = HALL_PAPER_WIDTH_MM,
                          .height_mm = HALL_PAPER_HEIGHT_MM,
                          .width = pixels->width,
                          .height = pixels->height };
  if (spot != NULL)
    {
      add_code (&pairs, spot);
      self->n_marks = find_marks (pixels, &pairs, found, has);
    }
  else
    assume_page (self, &pairs);
  if (!fit_marks (&self->to_picture, found, has, self->n_marks)
      || !hall_warp_invert (&self->to_picture, &self->to_page))
    {
      self->to_picture = fit_similarity (&pairs);
      if (!hall_warp_invert (&self->to_picture, &self->to_page))
        self->to_picture = self->to_page = (HallWarp){ { 1, 0, 0, 0, 1, 0, 0, 0, 1 } };
    }
  self->dpi = get_scale (&self->to_picture, (HallPoint){ self->width_mm / 2, self->height_mm / 2 })
              * MM_PER_INCH;
}

HallPoint
hall_sheet_lay_to_picture (const HallSheetLay *self, double x_mm, double y_mm)
{
  return hall_warp_map (&self->to_picture, (HallPoint){ x_mm, y_mm });
}

HallPoint
hall_sheet_lay_to_page (const HallSheetLay *self, double x, double y)
{
  return hall_warp_map (&self->to_page, (HallPoint){ x, y });
}

HallSheetLay
hall_sheet_lay_scale (const HallSheetLay *self, double factor)
{
  HallSheetLay lay = *self;

  for (guint i = 0; i < 6; i++)
    lay.to_picture.m[i] *= factor;
  for (guint i = 0; i < 9; i += 3)
    {
      lay.to_page.m[i] /= factor;
      lay.to_page.m[i + 1] /= factor;
    }
  lay.dpi *= factor;
  lay.width = (guint) (lay.width * factor + 0.5);
  lay.height = (guint) (lay.height * factor + 0.5);
  return lay;
}

HallPlace
hall_sheet_lay_place (const HallSheetLay *self, guint page, const HallBox *box)
{
  double left = 1, top = 1, right = 0, bottom = 0;

  for (guint i = 0; i < 4; i++)
    {
      HallPoint corner = hall_sheet_lay_to_picture (self, box->x + (i % 2) * box->width,
                                                    box->y + (i / 2) * box->height);
      double x = CLAMP (corner.x / self->width, 0, 1), y = CLAMP (corner.y / self->height, 0, 1);

      left = MIN (left, x);
      top = MIN (top, y);
      right = MAX (right, x);
      bottom = MAX (bottom, y);
    }
  return (HallPlace){ page, left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}
