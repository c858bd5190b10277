/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says of a page's picture what a person would see first: blurred, dark, cut, no paper.
 */
#pragma once

#include "hall-look-page.h"

/* A HallExaminer. */
void hall_light_examine (const HallLookPage *page, HallLook *look);
