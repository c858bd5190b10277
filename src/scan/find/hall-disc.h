/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a printed disc near where it must be.
 */
#pragma once

#include "hall-grey.h"
#include "hall-warp.h"

/**
 * hall_disc_find:
 * @thought: where its centre should be, in pixels
 * @diameter: in pixels
 * @reach: how far from @thought the centre may be, in pixels
 * @found: (out): its centre
 *
 * Returns: FALSE if there is no disc; the nearest counts
 */
gboolean hall_disc_find (
    const HallPixels *pixels, HallPoint thought, double diameter, double reach, HallPoint *found);
