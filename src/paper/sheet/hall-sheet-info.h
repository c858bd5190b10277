/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a printed sheet beside the application itself: which order it belongs
 * to and from which data it was printed.
 */
#pragma once

#include "hall-form-code.h"

/* Nothing in it is owned; it is filled in, used for one call and forgotten. */
typedef struct
{
  const char *hall_name; /* (nullable): the hall that prints */
  const char *order;     /* (nullable): NULL: no order yet, the code says so */
  guint revision;        /* of the confirmed data; 0 without an order */
  const char *sha256;    /* hexadecimal: hall_application_hash_printed () */
  gint64 confirmed_at_s; /* seconds since 1970 UTC; 0: not confirmed yet */
  gboolean practice;     /* prints 练习 · 无效 across each page */
} HallSheetInfo;

/* Returns: (transfer full) */
HallFormCode *hall_sheet_info_make_code (const HallSheetInfo *self, HallSheet sheet);

/* "2026-11-22 16:00" by China's clock, "—" if not confirmed. Returns: (transfer full) */
char *hall_sheet_info_format_time (const HallSheetInfo *self);
