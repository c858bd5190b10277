/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page for the organisation's accountant: which 0.01 yuan is coming, and that its remark is
 * needed. It holds no secret and may be passed on. Always Chinese.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"

/**
 * hall_finance_note_print:
 * @application, @info: as for hall_form_sheet_print()
 * @payer: (nullable): name of the account that the 0.01 yuan comes from; NULL: the hall's name
 * @error: %HALL_ERROR_INVALID if the catalogue has no such certificate type;
 *   %HALL_ERROR_INTERNAL if the fonts are missing
 *
 * The account's number is masked. The same arguments give the same bytes. Safe from every thread.
 *
 * Returns: (transfer full): a PDF of one A4 page
 */
GBytes *hall_finance_note_print (const HallCatalog *catalog,
                                 const HallApplication *application,
                                 const HallSheetInfo *info,
                                 const char *payer,
                                 GError **error);
