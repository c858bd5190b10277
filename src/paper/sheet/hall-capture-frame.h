/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame in which a seal or a signature is given: clean white, thin and cyan so that it drops
 * out when red is taken, with a black cross on each corner that survives every copy.
 */
#pragma once

#include "hall-paper.h"
#include "hall-sheet-plan.h"

#define HALL_CAPTURE_CAPTION_MM 6.0 /* above the frame */

typedef struct
{
  HallRegionKind kind;
  const char *name; /* (nullable): in the plan */
  const char *caption;
  HallBox box;
} HallCaptureFrame;

/* @plan: (nullable) */
void hall_capture_frame_draw (const HallCaptureFrame *self, HallPaper *paper, HallSheetPlan *plan);
