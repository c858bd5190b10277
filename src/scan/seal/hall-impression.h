/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One frame of the seal sheet: whether something was stamped or written in it, and how well.
 */
#pragma once

#include "hall-ink.h"
#include "hall-sheet-lay.h"

typedef struct
{
  const HallRegion *frame; /* of the plan */
  HallInkColour colour;    /* of what is in it */
  gboolean present;
  gboolean over; /* it touches the frame's line or crosses it */
  gboolean doubled;
  gboolean blurred;
  gboolean pale;
  HallBox box;    /* mm: what the ink takes up */
  double edge_mm; /* how wide its edges are */
  double echo;    /* how much it looks like itself when moved aside, 0.0 to 1.0 */
} HallImpression;

/**
 * hall_impression_look:
 * @coarse: the page's ink at some 75 dpi, @coarse_lay: of that picture
 * @fine: the same at 100 dpi or more, @fine_lay: of that one
 */
void hall_impression_look (HallImpression *self,
                           const HallRegion *frame,
                           const HallInk *coarse,
                           const HallSheetLay *coarse_lay,
                           const HallInk *fine,
                           const HallSheetLay *fine_lay);

gboolean hall_impression_is_good (const HallImpression *self);

/* (nullable): the best of @impressions (element-type HallImpression) that is there at all */
const HallImpression *hall_impressions_find_best (GArray *impressions);

/* Whether @kind is a frame in which something is captured. */
gboolean hall_impression_is_frame (HallRegionKind kind);
