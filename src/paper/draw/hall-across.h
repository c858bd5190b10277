/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that say across a page that it is not valid: as often as there is room for them, whole
 * each time, so that no copy of a part of the page is without them and none is cut to pieces.
 */
#pragma once

#include "hall-paper.h"

/* @clear: (element-type HallBox): where nothing may go */
void hall_across_draw (HallPaper *paper, const char *text, GArray *clear);
