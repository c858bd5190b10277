/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A printed page drawn as it lies on a page of a scan: crooked, turned, seen from the side. Plain
 * functions on pictures; they may run in any thread.
 */
#pragma once

#include <cairo.h>

#include "hall-sheet-spot.h"

/**
 * hall_page_laid_draw:
 * @printed: the printed page, upright, 24 of 32 bits a pixel
 * @turns: quarter turns clockwise in which the scanned page is looked at
 * @width, @height: of the scanned page as it is looked at, in pixels
 *
 * Returns: (transfer full) (nullable): a picture of that size, transparent beside the sheet; %NULL
 *   if the corners are those of no page, or there is no memory
 */
cairo_surface_t *hall_page_laid_draw (
    cairo_surface_t *printed, const HallSheetSpot *spot, guint turns, int width, int height);
