/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Characters that were read from a level page, put into rows, and what stands beside a label
 * in one of them.
 */
#pragma once

#include "hall-ocr.h"

/* From left to right. */
typedef struct
{
  GArray *glyphs; /* (element-type HallOcrGlyph) */
  double middle;  /* pixels from the top */
  double em;      /* the usual height of a character on the page */
} HallPrintRow;

/* Some glyphs of a row that follow each other. */
typedef struct
{
  const HallPrintRow *row;
  guint first, count; /* count 0: nothing */
} HallPrintRun;

/* (transfer full) (element-type HallPrintRow): from top to bottom */
GPtrArray *hall_print_rows_new (GArray *glyphs);

/**
 * hall_print_row_find:
 * @label: at least two characters; in the row they may stand apart. From four on, one of them may
 *   have been misread
 */
HallPrintRun hall_print_row_find (const HallPrintRow *self, const char *label);

/* The glyphs right of @label until a gap, or until @stop glyphs of the row are through. */
HallPrintRun hall_print_run_get_value (const HallPrintRun *label, guint stop);

/* The longest run of at least @min letters and digits. */
HallPrintRun hall_print_row_find_code (const HallPrintRow *self, guint min);

/* (transfer full) */
char *hall_print_run_get_text (const HallPrintRun *self);
double hall_print_run_get_confidence (const HallPrintRun *self); /* the mean */
HallOcrBox hall_print_run_get_box (const HallPrintRun *self);
