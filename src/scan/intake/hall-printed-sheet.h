/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as it was printed: what a scan should show before it was signed and stamped. Not
 * changed once made, so threads may share it.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"
#include "hall-sheet-plan.h"

typedef struct
{
  gint ref_count;
  GBytes *pdf;
  HallSheetPlan *plan;
  HallCatalog *catalog; /* (nullable): has the labels of the plan's fields */
} HallPrintedSheet;

/* Takes over @plan; takes a reference to @pdf. */
HallPrintedSheet *hall_printed_sheet_new (GBytes *pdf, HallSheetPlan *plan);

/**
 * hall_printed_sheet_print:
 * @kind: the application form or the seal sheet
 * @error: as hall_form_sheet_print()
 *
 * Draws text: in a program with windows only in its main thread. Some 10 ms.
 *
 * Returns: (transfer full) (nullable)
 */
HallPrintedSheet *hall_printed_sheet_print (HallDocumentKind kind,
                                            const HallCatalog *catalog,
                                            const HallApplication *application,
                                            const HallSheetInfo *info,
                                            GError **error);

HallPrintedSheet *hall_printed_sheet_ref (HallPrintedSheet *self);
void hall_printed_sheet_unref (HallPrintedSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPrintedSheet, hall_printed_sheet_unref)
