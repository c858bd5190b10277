/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG files: what they say about themselves, before anything is decoded, and the
 * picture. Everything here is safe from every thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

typedef enum
{
  HALL_JPEG_WHOLE,
  HALL_JPEG_TRUNCATED, /* stops before its end marker */
  HALL_JPEG_DAMAGED    /* not put together as a JPEG is, or of a kind that nobody writes */
} HallJpegState;

typedef struct
{
  guint width; /* pixels, as the picture is seen: the camera's orientation is applied */
  guint height;
} HallJpegInfo;

/**
 * hall_jpeg_probe:
 * @info: (out): zero unless a frame header was found
 *
 * Walks from marker to marker through the whole file without decoding a pixel, so that a
 * small file that unpacks to a huge picture, or to thousands of passes over it, costs nothing.
 */
HallJpegState hall_jpeg_probe (const guint8 *data, gsize size, HallJpegInfo *info);

/**
 * hall_jpeg_decode:
 * @max_side: the picture is decoded at the largest of 1/1, 1/2, 1/4, 1/8 whose longer side
 *   is not much more than this; at most twice as long
 * @error: %HALL_ERROR_INVALID if the data cannot be decoded, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the picture, upright, in 24 bits a pixel
 */
GdkPixbuf *
hall_jpeg_decode (GBytes *bytes, guint max_side, GCancellable *cancellable, GError **error);
