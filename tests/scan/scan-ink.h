/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: what people do to a sheet with a stamp, a pen, scissors and glue. A sheet is a
 * picture of 32 bits a pixel; lengths are mm on it. Text is drawn: one thread at a time.
 */
#pragma once

#include "scan-sim.h"

void scan_ink_stamp (cairo_surface_t *sheet, double dpi, const ScanSeal *seal, guint seed);

/* Three cursive characters that fill @box. */
void scan_ink_sign (cairo_surface_t *sheet, double dpi, const HallBox *box, guint seed);

void scan_ink_alter (cairo_surface_t *sheet, double dpi, const ScanAlteration *change, guint seed);

/* A line of print of @size pixels, from @x on, about @y. */
void scan_ink_write (cairo_t *cairo, const char *text, double size, double x, double y);
