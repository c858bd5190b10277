/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where what was printed stands on the scan of a form: the form is printed once more, for its plan,
 * and the scan is looked through for the sheet, both while nobody waits.
 *
 * Signal "found" (): ask hall_sheet_finder_find() and hall_sheet_finder_get_spots()
 */
#pragma once

#include "hall-catalog.h"
#include "hall-order.h"
#include "hall-sheet-spot.h"

#define HALL_TYPE_SHEET_FINDER (hall_sheet_finder_get_type ())
G_DECLARE_FINAL_TYPE (HallSheetFinder, hall_sheet_finder, HALL, SHEET_FINDER, GObject)

HallSheetFinder *hall_sheet_finder_new (void);

/**
 * hall_sheet_finder_start:
 * @version: of the scan; nothing happens if it is the one that is known
 * @order: read now, not kept
 *
 * It waits for hall_sheet_finder_take_scan().
 */
void hall_sheet_finder_start (HallSheetFinder *self,
                              const char *version,
                              const HallCatalog *catalog,
                              const HallOrder *order);

/* Nothing happens if @version is not what is looked for, or was there before. */
void hall_sheet_finder_take_scan (HallSheetFinder *self, const char *version, GBytes *scan);

void hall_sheet_finder_forget (HallSheetFinder *self);

/* FALSE while it is looked for, and where there is no such field. */
gboolean hall_sheet_finder_find (HallSheetFinder *self, const char *field, HallPlace *place);

/* (nullable) (element-type HallSheetSpot): of the scan @version, if that is known */
GArray *hall_sheet_finder_get_spots (HallSheetFinder *self, const char *version);
