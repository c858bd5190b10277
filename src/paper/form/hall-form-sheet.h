/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application form that is printed, signed, stamped and scanned. Always Chinese.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"
#include "hall-sheet-plan.h"

/**
 * hall_form_sheet_print:
 * @application: tidy; it need not be free of errors
 * @info: (transfer none): which order, printed from what
 * @plan: (nullable): a new one, gets what stands where
 * @error: %HALL_ERROR_INVALID if the catalogue has no such certificate type, or a value is
 *   longer than a page; %HALL_ERROR_INTERNAL if the fonts are missing
 *
 * As many A4 pages as the values need, each with the form code. The same arguments give the
 * same bytes. Safe from every thread.
 *
 * Returns: (transfer full): a PDF
 */
GBytes *hall_form_sheet_print (const HallCatalog *catalog,
                               const HallApplication *application,
                               const HallSheetInfo *info,
                               HallSheetPlan *plan,
                               GError **error);
