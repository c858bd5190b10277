/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views of colour pictures, and smaller copies of them.
 */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-grey.h"

/* Views: they live as long as what they are of. @surface has 24 or 32 bits a pixel. */
HallPixels hall_pixels_of_pixbuf (GdkPixbuf *pixbuf);
HallPixels hall_pixels_of_surface (cairo_surface_t *surface);

/* A half, a third, … of the size, without alpha: the mean of @divide times @divide pixels.
 * Returns: (transfer full) */
GdkPixbuf *hall_pixels_reduce (const HallPixels *self, guint divide);
