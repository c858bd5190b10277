/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture made into a JPEG of at most so many bytes: less quality first, then fewer pixels,
 * but never so few that it cannot be read.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

typedef struct
{
  gsize max_bytes;
  double min_scale; /* it may be made so much smaller, up to 1 */
  gboolean is_grey;
  gboolean is_fine; /* for seals: colours in full resolution, and better quality to begin with */
  double dpi;       /* of the picture, written into the file; 0: none */
} HallFitSqueeze;

typedef struct
{
  GBytes *jpeg; /* owned */
  guint quality;
  guint width, height;
} HallFitSqueezed;

/* FALSE if it cannot be done. */
gboolean
hall_fit_squeeze (const GdkPixbuf *picture, const HallFitSqueeze *wish, HallFitSqueezed *squeezed);

/* Bytes at the best quality, roughly: nothing is reduced. */
double hall_fit_squeeze_guess (const GdkPixbuf *picture, const HallFitSqueeze *wish);
