/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a printed page lies on a page of a scan, whatever the sizes of either: its corners in
 * fractions of the scanned page. This is what is kept of a HallSheetLay once the picture is gone.
 * Plain values.
 */
#pragma once

#include "hall-sheet-lay.h"

typedef struct
{
  guint page;           /* of the scan, from 1 */
  guint sheet_page;     /* of the printed sheet, from 1 */
  HallPoint corners[4]; /* upper left, upper right, lower left, lower right */
} HallSheetSpot;

void hall_sheet_spot_from_lay (HallSheetSpot *self,
                               guint page,
                               guint sheet_page,
                               const HallSheetLay *lay);

/* From fractions of the printed page to fractions of the scanned one. FALSE if the corners are
 * those of no page. */
gboolean hall_sheet_spot_get_warp (const HallSheetSpot *self, HallWarp *warp);

/* Where @box, in mm of the printed page, is seen: upright, and as far as it is on the scan. */
HallPlace hall_sheet_spot_place (const HallSheetSpot *self, const HallBox *box);
