/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that somebody has, opened: its pages as pictures. Gives strangers' bytes to decoders:
 * only certhall-render does that.
 */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

#include "hall-fit-format.h"
#include "hall-fit-metadata.h"
#include "hall-issue.h"

typedef struct _HallFitSource HallFitSource;

/* A page as it is seen. */
typedef struct
{
  double width, height;       /* pixels */
  double width_mm, height_mm; /* 0 if the file does not say */
} HallFitSize;

/**
 * hall_fit_source_open:
 * @error: %HALL_ERROR_INVALID with a finding
 */
HallFitSource *hall_fit_source_open (GBytes *bytes, GError **error);
void hall_fit_source_free (HallFitSource *self);

HallFitFormat hall_fit_source_get_format (const HallFitSource *self);
guint hall_fit_source_get_n_pages (const HallFitSource *self);

/* Of a JPEG; else what is known without decoding. */
const HallFitMetadata *hall_fit_source_get_metadata (const HallFitSource *self);

/* (transfer none) (nullable): a JPEG without what the camera wrote; NULL for other formats */
GBytes *hall_fit_source_get_stripped (const HallFitSource *self);

/* FALSE if that is known only when it is decoded. */
gboolean hall_fit_source_measure (HallFitSource *self, guint page, HallFitSize *size);

/**
 * hall_fit_source_draw:
 * @min_side: the longer side has at least so many pixels if the page has; 0: all of them
 * @size: (out): of the page itself
 *
 * Returns: (transfer full) (nullable): upright, 24 bits
 */
GdkPixbuf *hall_fit_source_draw (
    HallFitSource *self, guint page, guint min_side, HallFitSize *size, GError **error);

/* Draws a page of a PDF in points, as text and lines; FALSE for other formats. */
gboolean hall_fit_source_copy (HallFitSource *self, guint page, cairo_t *cairo);

/* Of a page of a PDF. */
gboolean
hall_fit_source_get_page_mm (HallFitSource *self, guint page, double *width_mm, double *height_mm);

/* Sets an error that carries one finding. @arg1, @arg2: (nullable) */
void hall_fit_fail (GError **error, HallIssueCode code, const char *arg1, const char *arg2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFitSource, hall_fit_source_free)
