/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: makes the files that people upload, good and bad, from real libraries.
 */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-sheet-info.h"

/* How a page is scanned. */
typedef struct
{
  double dpi;
  double degrees; /* how far it lies turned */
  double noise;   /* standard deviation of the grey levels */
  int quality;    /* of the JPEG */
  gboolean seal;  /* a red seal stands on the form code */
  /* (nullable): puts ink on the page, in mm from its upper left corner */
  void (*mark) (cairo_t *cairo, gpointer data);
  gpointer data;
} ScanWay;

/* @n_pages pages of that size with a line of text on each. */
GBytes *scan_maker_pdf (guint n_pages, double width_mm, double height_mm);

/* A colourful picture. */
GBytes *scan_maker_jpeg (int width, int height);

/* The application form or the seal sheet of tests/data/organisation.json. */
GBytes *scan_maker_sheet (HallSheet sheet, const char *order, guint revision, char **sha256);

/* Page @index of @pdf, scanned: as a JPEG, or as a PDF with that JPEG on an A4 page. */
GBytes *scan_maker_scan (GBytes *pdf, int index, const ScanWay *way);
GBytes *scan_maker_wrap (GBytes *jpeg);

/* A QR code with @text in the middle of an empty page. */
GBytes *scan_maker_stranger (const char *text);

/* FALSE, and the test is marked as skipped, where qpdf is not installed. */
gboolean scan_maker_has_qpdf (void);

/* Two PDFs as one: runs qpdf. */
GBytes *scan_maker_join (GBytes *first, GBytes *second);

/* What `qpdf ARGUMENTS in out` makes of @pdf; @arguments is NULL-terminated. */
GBytes *scan_maker_qpdf (GBytes *pdf, const char *const *arguments);

/* @bytes with @length of @insert put in at @at. */
GBytes *scan_maker_insert (GBytes *bytes, gsize at, const void *insert, gsize length);

/* The first @length bytes. */
GBytes *scan_maker_cut (GBytes *bytes, gsize length);

/* A PDF with one page whose content is @size bytes of @pattern, packed as a stream. */
GBytes *scan_maker_bomb (const char *pattern, gsize size);

/* A file put together by hand: @objects follow each other as "1 0 obj" and so on. */
GBytes *scan_maker_raw_pdf (GPtrArray *objects);
