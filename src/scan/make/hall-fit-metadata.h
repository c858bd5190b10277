/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a camera writes beside the picture: read, and taken out without touching the picture.
 */
#pragma once

#include <gio/gio.h>

typedef struct
{
  guint orientation; /* 1 to 8 as in Exif; 1 if it does not say */
  double dpi;        /* 0 if it does not say */
  gboolean has_exif; /* Exif, XMP, IPTC or a comment */
  gboolean has_gps;
} HallFitMetadata;

/* Of a block of Exif that begins with its byte order ("II*" or "MM"). Never fails. */
void hall_fit_metadata_read_exif (HallFitMetadata *self, const guint8 *tiff, gsize size);

/**
 * hall_fit_metadata_strip_jpeg:
 * @self: (out): what it said
 *
 * Returns: (transfer full) (nullable): the same JPEG with nothing but what is needed to decode it
 *   in the same colours, ended behind its end marker; NULL if it is no JPEG to be kept. The
 *   orientation goes too: whoever uses this turns the picture.
 */
GBytes *hall_fit_metadata_strip_jpeg (GBytes *jpeg, HallFitMetadata *self);

/**
 * hall_fit_metadata_blank_pdf:
 *
 * Returns: (transfer full): the same PDF; Exif and XMP blocks of pictures in it are overwritten
 *   with zeros of the same length, so that nothing moves
 */
GBytes *hall_fit_metadata_blank_pdf (GBytes *pdf, gboolean *changed);
