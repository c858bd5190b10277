/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four printed marks by which the scan of a sheet is laid straight: filled black discs, one
 * near each corner, all alike. The form code tells which way up the page is.
 */
#pragma once

#include "hall-paper.h"
#include "hall-sheet-plan.h"

/* Printers leave up to 5 mm at the paper's edges white, and few feed it straighter than 1 mm. */
#define HALL_SHEET_MARKS_EDGE_MM 8.0 /* from the paper's edges to the mark */
#define HALL_SHEET_MARKS_MM      3.0 /* a disc's diameter: 12 pixels at 100 dpi */

/* On the page being drawn. @plan: (nullable): gets "top-left", "top-right", "bottom-left" and
 * "bottom-right", each with the square around the disc */
void hall_sheet_marks_draw (HallPaper *paper, HallSheetPlan *plan);
