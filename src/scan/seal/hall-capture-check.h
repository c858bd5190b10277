/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seal sheet: every frame of it, and the impression that is fit for the electronic seal.
 */
#pragma once

#include "hall-impression.h"
#include "hall-look-page.h"

/* As a HallExaminer: what is said about the frames on the page. */
void hall_capture_check_page (const HallLookPage *page, HallLook *look);

/**
 * hall_capture_measure:
 *
 * Returns: (transfer full) (element-type HallImpression): each frame of the plan's page; they
 *   refer to @plan
 */
GArray *hall_capture_measure (const HallPixels *pixels,
                              const HallSheetLay *lay,
                              const HallSheetPlan *plan,
                              guint sheet_page);
