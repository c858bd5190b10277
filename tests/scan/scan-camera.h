/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: what a scanner or a camera makes of a sheet: how it lies, what light falls on it,
 * what the lens and the sensor do. Pictures have 24 bits a pixel; lengths are mm on the sheet.
 */
#pragma once

#include "scan-sim.h"

/* A number from 0 to 1 that changes smoothly over the plane, by 1 from one whole number to the
 * next: blotches of paper and ink. */
double scan_camera_waver (guint seed, double x, double y);

/* Blurs @channels bytes a pixel with a Gaussian of @sigma pixels. */
void scan_camera_blur (guint8 *data, int width, int height, int stride, int channels, double sigma);

/* The whole way from the paper to the picture. Returns: (transfer full) */
GdkPixbuf *scan_camera_take (cairo_surface_t *sheet, const ScanRecipe *recipe);
