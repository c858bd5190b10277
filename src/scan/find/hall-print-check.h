/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a page is the one that was printed, and what was changed on it by hand: values are
 * compared cell by cell, signatures looked for.
 */
#pragma once

#include "hall-look-page.h"

/* Which page of the printed sheet @page shows, from 1; 0 if it is none of them, or if that cannot
 * be told. */
guint hall_print_check_find_page (const HallLookPage *page);

/* As a HallExaminer. */
void hall_print_check_page (const HallLookPage *page, HallLook *look);

/* When all pages have been seen: whether one is missing. */
void hall_print_check_file (HallLook *look, const HallLookOptions *options);
