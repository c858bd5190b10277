/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What light did to a page's picture, and whether it is paper at all.
 */
#pragma once

#include "hall-place.h"
#include "hall-tiles.h"

/* The paper itself is dark. */
gboolean hall_lighting_is_dark (const HallTiles *tiles);

/* Next to no print is on it. */
gboolean hall_lighting_is_blank (const HallTiles *tiles);

/* Paper of exactly one colour, without a sensor's noise: drawn by a program. */
gboolean hall_lighting_is_screenshot (const HallTiles *tiles);

/**
 * hall_lighting_find_glare:
 * @place: (out): the largest spot; its page is left alone
 *
 * A spot as white as can be, softly going over into darker paper around it.
 */
gboolean hall_lighting_find_glare (const HallTiles *tiles, HallPlace *place);

/* Print goes on beyond the border of the picture. */
gboolean hall_lighting_is_cut (const HallTiles *tiles, const HallPixels *pixels);
