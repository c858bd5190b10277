/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing what a hall refused to the rows of a small form.
 */
#pragma once

#include "hall-input-row.h"
#include "hall-notice.h"

/* Which row is about which name in an error. Ends with a row without a name. */
typedef struct
{
  const char *where;
  HallInputRow *row;
} HallFormErrorRow;

/**
 * hall_form_error_show:
 *
 * Findings go beside their rows, of which the first gets the focus; everything else is said in
 * @notice, with how long to wait where the hall says so.
 */
void hall_form_error_show (const GError *error, const HallFormErrorRow *rows, HallNotice *notice);
