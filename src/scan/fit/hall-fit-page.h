/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the doctor found when it opened a page of a file.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-fit-format.h"
#include "hall-fit-recipe.h"

/* The longer side of a preview, in pixels. */
#define HALL_FIT_PREVIEW_SIDE 1600

typedef struct
{
  HallFitFormat format;
  guint n_pages; /* of the file */
  guint page;    /* which one this is, from 0 */
  guint width;   /* of the page upright, in pixels; of a PDF's as it would be drawn */
  guint height;
  double dpi;           /* as the file says; 0 if it does not */
  gboolean has_exif;    /* Exif, XMP or IPTC: what will be removed */
  gboolean has_gps;     /* among it a place */
  HallFitRecipe recipe; /* suggested */
  GPtrArray *findings;  /* (element-type HallFinding): warnings: too few pixels, … */
  GdkPixbuf *preview;   /* 24 bits, upright, nothing of the recipe done */
} HallFitPage;

HallFitPage *hall_fit_page_new (void);
void hall_fit_page_free (HallFitPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFitPage, hall_fit_page_free)

/* For the way between two processes: a line of JSON, then the preview's pixels.
 * Returns: (transfer full) */
GBytes *hall_fit_page_write (const HallFitPage *self);

/* Strict: the process that wrote it may have been taken over by what it looked at. */
HallFitPage *hall_fit_page_read (GBytes *bytes, GError **error);
