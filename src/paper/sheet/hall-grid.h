/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table that sheets are set in: two columns of label and value, all lines of a
 * sheet at the same places.
 */
#pragma once

#include "hall-strip.h"

#define HALL_GRID_LABEL_MM 28.0
#define HALL_GRID_VALUE_MM 62.0
#define HALL_GRID_HALF_MM  (HALL_GRID_LABEL_MM + HALL_GRID_VALUE_MM)
#define HALL_GRID_INSET_MM 2.0 /* from a cell's edge to its text */
#define HALL_GRID_ROW_MM   6.4

extern const HallTextStyle hall_grid_label_style;
extern const HallTextStyle hall_grid_value_style;
extern const HallTextStyle hall_grid_note_style;

typedef struct
{
  const char *label;
  const char *value; /* empty: printed as a dash, so that nothing can be written in later */
  gboolean required; /* marked with a star */
  const char *field; /* (nullable): its id: the value's cell goes into the plan */
} HallGridItem;

/* All (transfer full). */

/* The head of a section; @number stands before its title, @note small at its right end, or NULL. */
HallStrip *
hall_grid_band (HallPaper *paper, const char *number, const char *title, const char *note);
HallStrip *hall_grid_wide (HallPaper *paper, const HallGridItem *item);
HallStrip *hall_grid_pair (HallPaper *paper, const HallGridItem *left, const HallGridItem *right);

/* Whether the value takes few enough lines in half the width. */
gboolean hall_grid_fits_half (HallPaper *paper, const HallGridItem *item);
