/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the doctor can open, told by the first bytes. More than a hall accepts (see
 * hall-media-type.h): what it opens it turns into a JPEG or PDF.
 */
#pragma once

#include <glib.h>

typedef enum
{
  HALL_FIT_UNKNOWN,
  HALL_FIT_JPEG,
  HALL_FIT_PNG,
  HALL_FIT_WEBP,
  HALL_FIT_TIFF,
  HALL_FIT_HEIC,
  HALL_FIT_PDF,
  HALL_N_FIT_FORMATS
} HallFitFormat;

HallFitFormat hall_fit_format_guess (const guint8 *data, gsize size);

/* "jpeg", "heic": stable. HALL_FIT_UNKNOWN is "unknown". */
const char *hall_fit_format_get_name (HallFitFormat format);

/* HALL_FIT_UNKNOWN if there is no such name. */
HallFitFormat hall_fit_format_from_name (const char *name);

/* What gdk-pixbuf calls its loader; NULL for what is opened without one. */
const char *hall_fit_format_get_loader (HallFitFormat format);

/* Whether it can be opened here. */
gboolean hall_fit_format_is_known (HallFitFormat format);

/**
 * hall_fit_format_get_patterns:
 *
 * Returns: (transfer none) (array zero-terminated=1): "*.jpg" and the like, for a file chooser;
 *   only of what can be opened here: gdk-pixbuf may have no loader for WebP or HEIC. Main thread.
 */
const char *const *hall_fit_format_get_patterns (void);
