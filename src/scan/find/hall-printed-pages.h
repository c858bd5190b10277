/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a printed sheet as pictures, drawn when they are first wanted. One thread.
 */
#pragma once

#include "hall-grey.h"
#include "hall-printed-sheet.h"

#define HALL_PRINTED_PAGES_DPI 150.0

typedef struct _HallPrintedPages HallPrintedPages;

/* @sheet outlives it. */
HallPrintedPages *hall_printed_pages_new (const HallPrintedSheet *sheet);
void hall_printed_pages_free (HallPrintedPages *self);

const HallSheetPlan *hall_printed_pages_get_plan (const HallPrintedPages *self);

/* (nullable): page @number, from 1; its upper left corner is that of the paper */
const HallGrey *hall_printed_pages_get (HallPrintedPages *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPrintedPages, hall_printed_pages_free)
