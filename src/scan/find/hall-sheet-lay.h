/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a sheet lies in the picture of a page: found by its form code and the four discs printed
 * near its corners. Where there is no code, the page is taken for an A4 sheet that fills the
 * picture, and says so. Plain values.
 */
#pragma once

#include "hall-grey.h"
#include "hall-place.h"
#include "hall-sheet-plan.h"
#include "hall-warp.h"

/* Where a form code was seen: its corners in pixels of a picture, beginning with the one that is
 * the upper left one on paper, against the clock. */
typedef struct
{
  HallPoint corners[4];
  guint modules; /* the code's side */
} HallCodeSpot;

typedef struct
{
  HallWarp to_picture; /* from mm of the page to pixels, whose corners are whole numbers */
  HallWarp to_page;
  gboolean is_known;          /* FALSE: it is only assumed that the picture is an A4 page */
  guint n_marks;              /* how many discs were found */
  double width_mm, height_mm; /* of the page */
  double dpi;                 /* of the picture, in the middle of the page */
  guint width, height;        /* of the picture in pixels */
} HallSheetLay;

/* @spot: (nullable). Always gives a map that can be used. */
void hall_sheet_lay_find (HallSheetLay *self, const HallPixels *pixels, const HallCodeSpot *spot);

HallPoint hall_sheet_lay_to_picture (const HallSheetLay *self, double x_mm, double y_mm);
HallPoint hall_sheet_lay_to_page (const HallSheetLay *self, double x, double y);

/* For a picture of the same page that is @factor times as large. */
HallSheetLay hall_sheet_lay_scale (const HallSheetLay *self, double factor);

/* What of page @page is covered by @box (mm), upright in the picture. */
HallPlace hall_sheet_lay_place (const HallSheetLay *self, guint page, const HallBox *box);
