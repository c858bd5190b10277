/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: reads back what a PDF says and where it says it.
 */
#pragma once

#include <poppler.h>

/* Opens a PDF that must be good. */
PopplerDocument *page_text_open (GBytes *pdf);

/* All pages, a line for each line of text, pieces that stand apart divided by two blanks. */
char *page_text_print (GBytes *pdf);

/* The same for the text that stands between two verticals, in points from the left. */
char *page_text_print_between (GBytes *pdf, double left, double right);

/* @text without any blanks, also the full-width one: for finding what may be broken anywhere. */
char *page_text_squeeze (const char *text);

/* What stands in @box of page @index, without blanks; points from the top left corner. A letter
 * that is only partly in it fails the test. */
char *page_text_read_box (GBytes *pdf, int index, const PopplerRectangle *box);

/* The rectangle around all text of page @index, in points from the top left corner. */
PopplerRectangle page_text_bounds (GBytes *pdf, int index);

/* A page as a picture on white, 32 bits a pixel. */
cairo_surface_t *page_text_render (GBytes *pdf, int index, double dpi);
