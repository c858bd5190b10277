/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet on which seals and signatures are put to be scanned: the official seal for an
 * organisation's certificate, private seal or signature for a person's. Always Chinese.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"
#include "hall-sheet-plan.h"

/**
 * hall_seal_sheet_print:
 * @application, @info, @plan, @error: as for hall_form_sheet_print()
 *
 * The frames are cyan, so that they drop out when red is taken; black crosses at their
 * corners tell how the page lies. Safe from every thread.
 *
 * Returns: (transfer full): a PDF of one A4 page
 */
GBytes *hall_seal_sheet_print (const HallCatalog *catalog,
                               const HallApplication *application,
                               const HallSheetInfo *info,
                               HallSheetPlan *plan,
                               GError **error);
