/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fine the finest detail of a page's print is.
 */
#pragma once

#include "hall-tiles.h"

/* Below this, print of 9 points cannot be read: a blur with a deviation of 0.24 mm has 0.54 and
 * less, one of 0.14 mm, which can be read, 0.67 and more. A good scan has 0.85 and more. */
#define HALL_SHARPNESS_MIN 0.6

/**
 * hall_sharpness_measure:
 *
 * The variance of the Laplacian over the variance of the levels, where there is print, each
 * without what noise has of it; its fourth root is a spatial frequency. Neither contrast nor
 * dpi changes it, as long as the dpi suffice.
 *
 * Returns: cycles to the mm; 0 if there is too little print to say
 */
double hall_sharpness_measure (const HallTiles *tiles);
