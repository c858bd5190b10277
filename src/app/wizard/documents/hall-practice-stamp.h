/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person's hand would add to a printed sheet, drawn for practice: seals, signatures, a
 * tick. No letter is drawn, so that it can be done in any thread.
 */
#pragma once

#include "hall-sheet-plan.h"

/**
 * hall_practice_stamp_region:
 * @cairo: in mm from the page's upper left corner
 *
 * Fills what the sheet left open for seal, signature and tick; other regions stay as they are.
 */
void hall_practice_stamp_region (cairo_t *cairo, const HallRegion *region);

/* The round seal of an organisation, 42 mm, with its middle at @x, @y. */
void hall_practice_stamp_official (cairo_t *cairo, double x, double y);
