/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files: can it be opened by everybody, what pages has it, what do they look like.
 * A HallPdf belongs to one thread. Any number of threads may have one, but a process may draw
 * the pages of one only at a time, and none while it draws text elsewhere: see hall-paper.c.
 */
#pragma once

#include <cairo.h>

#include "hall-issue.h"

/* Pages smaller or larger than this on a side are no scans. Source: ISO 32000-1, annex C. */
#define HALL_PDF_MIN_MM 20.0
#define HALL_PDF_MAX_MM 5080.0

typedef struct _HallPdf HallPdf;

/**
 * hall_pdf_open:
 * @issue: (out): why not: file-truncated, file-damaged, pdf-encrypted or pdf-no-pages
 *
 * A PDF that only asks for the owner's password (it opens, but may not be printed or
 * changed) counts as encrypted too: the archive must be able to keep it.
 */
HallPdf *hall_pdf_open (GBytes *bytes, HallIssueCode *issue);
void hall_pdf_free (HallPdf *self);

guint hall_pdf_get_n_pages (const HallPdf *self);

/* FALSE if page @index (from 0) cannot be had or its size is impossible. */
gboolean
hall_pdf_get_page_size (const HallPdf *self, guint index, double *width_mm, double *height_mm);

/**
 * hall_pdf_render:
 * @dpi: pixels to the inch
 * @max_side: the picture is made smaller if its longer side would have more pixels
 *
 * Returns: (transfer full) (nullable): page @index on white, 24 of 32 bits a pixel;
 *   NULL if it cannot be drawn
 */
cairo_surface_t *hall_pdf_render (const HallPdf *self, guint index, double dpi, guint max_side);

/* Draws page @index in points, as text and lines where the target can keep them. FALSE if there is
 * none. */
gboolean hall_pdf_copy_page (const HallPdf *self, guint index, cairo_t *cairo);

/**
 * hall_pdf_get_picture_dpi:
 *
 * Decodes the pictures on the page.
 *
 * Returns: pixels to the inch of the finest picture that covers a good part of page @index; 0 if
 *   none does
 */
double hall_pdf_get_picture_dpi (const HallPdf *self, guint index);

/* The same of a page that somebody else has opened: a PopplerPage. */
struct _PopplerPage;
double hall_pdf_measure_picture (struct _PopplerPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPdf, hall_pdf_free)
