/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on every page of every sheet: title, order, the form code, the foot.
 */
#pragma once

#include "hall-paper.h"
#include "hall-sheet-info.h"
#include "hall-sheet-plan.h"

typedef struct
{
  HallSheet sheet;
  const char *title;
  const char *project;
  const char *foot; /* what to heed, at the foot's left end */
} HallSheetTexts;

typedef struct _HallSheetFrame HallSheetFrame;

/**
 * hall_sheet_frame_new:
 * @info, @texts: (transfer none): outlive the frame
 * @error: %HALL_ERROR_INVALID if the order number does not fit a code
 */
HallSheetFrame *
hall_sheet_frame_new (const HallSheetInfo *info, const HallSheetTexts *texts, GError **error);
void hall_sheet_frame_free (HallSheetFrame *self);

/* Where the page's own content begins and ends. */
double hall_sheet_frame_get_top (const HallSheetFrame *self);
double hall_sheet_frame_get_bottom (const HallSheetFrame *self);

/* Begins the next of @n_pages and draws what every page has; code and marks go into @plan
 * (nullable). */
void hall_sheet_frame_draw (const HallSheetFrame *self,
                            HallPaper *paper,
                            HallSheetPlan *plan,
                            guint n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSheetFrame, hall_sheet_frame_free)
