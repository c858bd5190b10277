/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the round seals on a page: rings of red or blue ink, with what stands in them.
 */
#pragma once

#include "hall-ink.h"
#include "hall-seal.h"
#include "hall-sheet-lay.h"

/**
 * hall_seal_finder_find:
 * @ink: of the page, some 75 dpi
 * @lay: of that picture
 * @page: from 1
 * @plan: (nullable): of the sheet; its page @plan_page tells the region
 * @seals: (element-type HallSeal): get what is found
 */
void hall_seal_finder_find (const HallInk *ink,
                            const HallSheetLay *lay,
                            guint page,
                            const HallSheetPlan *plan,
                            guint plan_page,
                            GPtrArray *seals);

/* "seal", "official-frame-2": what has @point on it, or "page". Returns: (transfer full) */
char *hall_seal_finder_name_region (const HallSheetPlan *plan, guint page, HallPoint point_mm);
