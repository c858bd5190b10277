/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels for the parcels: to whom a certificate goes. Always Chinese.
 */
#pragma once

#include "hall-sheet-info.h"

typedef enum
{
  HALL_LABELS_A4,      /* ten to a sheet: two columns of five, without gaps */
  HALL_LABELS_THERMAL, /* one to a page of 100 x 70 mm */
  HALL_N_LABEL_SHEETS
} HallLabelSheet;

/* Nothing in it is owned. */
typedef struct
{
  const char *order;
  const char *organisation;
  const char *recipient;
  const char *phone;
  const char *address;
  const char *postcode; /* (nullable) */
} HallAddressLabel;

/**
 * hall_address_labels_print:
 * @labels: (element-type HallAddressLabel): at least one
 * @skip: places of the first sheet that are used up; less than a sheet holds
 * @info: the hall's name and whether this is for practice; no order
 * @error: %HALL_ERROR_INVALID if an address does not fit on a label;
 *   %HALL_ERROR_INTERNAL if the fonts are missing
 *
 * Returns: (transfer full): a PDF. Safe from every thread.
 */
GBytes *hall_address_labels_print (
    GPtrArray *labels, HallLabelSheet sheet, guint skip, const HallSheetInfo *info, GError **error);

/* How many labels a page holds. */
guint hall_label_sheet_get_places (HallLabelSheet sheet);

/* "a4", "thermal" */
const char *hall_label_sheet_get_name (HallLabelSheet sheet);
/* HALL_N_LABEL_SHEETS if there is no such name. */
HallLabelSheet hall_label_sheet_from_name (const char *name);
