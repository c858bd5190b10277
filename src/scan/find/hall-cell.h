/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a page as it was printed and as it was scanned, laid one over the other.
 */
#pragma once

#include "hall-grey.h"
#include "hall-sheet-lay.h"

/* How much ink, 0 to 255, at the dots of a grid of %HALL_PRINTED_PAGES_DPI. */
typedef struct
{
  guint width, height; /* of the printed part */
  guint8 *print;       /* owned */
  guint8 *red;         /* owned; as @scan: 1 where it is red */
  guint8 *scan;        /* owned; wider by %HALL_CELL_AROUND dots on each side */
  int dx, dy;          /* how far the scanned print lies beside the printed one */
  guint n_print;       /* dots with print */
} HallCell;

#define HALL_CELL_AROUND 7 /* 1.2 mm */

/**
 * hall_cell_new:
 * @print: the printed page
 * @pixels: the scanned page, @lay: of it
 * @box: mm
 *
 * Red ink is left out of what was scanned, and kept apart: a seal may stand over print.
 *
 * Returns: (transfer full) (nullable): NULL if @box is not on the page
 */
HallCell *hall_cell_new (const HallGrey *print,
                         const HallPixels *pixels,
                         const HallSheetLay *lay,
                         const HallBox *box);
void hall_cell_free (HallCell *self);

/* The part of the printed dots that is found in the scan; 1 if nothing is printed there. */
double hall_cell_get_match (const HallCell *self);

typedef struct
{
  double extra_mm2;   /* ink where none was printed */
  double missing_mm2; /* none where some was printed */
  double extent_mm;   /* of the extra ink, its longer side */
  double red_mm;    /* of its longest level line of a red pen; a seal's ring is thicker and bends */
  double stroke_mm; /* by how much its longest level line is longer than any printed one */
} HallCellChange;

HallCellChange hall_cell_compare (const HallCell *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCell, hall_cell_free)
