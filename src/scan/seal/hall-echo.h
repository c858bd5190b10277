/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an impression was stamped twice: it then looks like itself when moved aside.
 */
#pragma once

#include "hall-ink.h"

/**
 * hall_echo_measure:
 * @range: left, top, right, bottom in pixels of @ink
 *
 * Returns: 0.0 for a single impression, up to 1.0; above 0.5 it is doubled
 */
double hall_echo_measure (const HallInk *ink, HallInkColour colour, const int range[4], double dpi);
