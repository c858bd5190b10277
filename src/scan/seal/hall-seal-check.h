/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The official seal on a document: what is found, and what is wrong with it.
 */
#pragma once

#include "hall-look-page.h"

/* As a HallExaminer: adds the page's seals to the look. */
void hall_seal_check_page (const HallLookPage *page, HallLook *look);

/* When all pages have been seen: what is said about the seals of the whole file. */
void hall_seal_check_file (HallLook *look, const HallLookOptions *options);
