/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG pictures by libjpeg itself, for what gdk-pixbuf does not let one choose. Decoding
 * belongs into certhall-render.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

/**
 * hall_fit_jpeg_decode:
 * @max_pixels: more are not made: the picture is read at a fraction of its size
 * @min_side: (in pixels): it may be read at any fraction whose longer side still has so many;
 *   0: at its full size
 * @error: %HALL_ERROR_INVALID
 *
 * Returns: (transfer full): 24 bits a pixel, not turned
 */
GdkPixbuf *hall_fit_jpeg_decode (GBytes *bytes, double max_pixels, guint min_side, GError **error);

typedef struct
{
  guint quality;      /* 1 to 100 */
  gboolean is_grey;   /* the red channel is all there is */
  gboolean is_fine;   /* colours in full resolution, for seals */
  guint dpi;          /* written into the file; 0: none */
  guint rows_of_many; /* 0 or 1: all; n: every n-th strip of 16 rows, to guess the size */
} HallFitJpegOptions;

/* Returns: (transfer full) (nullable): NULL if there is not enough memory. */
GBytes *hall_fit_jpeg_encode (const GdkPixbuf *picture, const HallFitJpegOptions *options);
