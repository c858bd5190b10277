/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces a sheet is set from: a strip is one horizontal piece of the page, a group
 * is strips that belong together, and a list of groups is broken into pages.
 */
#pragma once

#include "hall-sheet-plan.h"

typedef struct _HallStrip HallStrip;

/* Draws what is not made of cells. @y: the strip's top; @data: as given to the strip */
typedef void (*HallStripDraw) (const HallStrip *strip, HallPaper *paper, double y, gpointer data);

typedef enum
{
  HALL_CELL_PLAIN,
  HALL_CELL_FRAMED,
  HALL_CELL_BAND /* framed, on grey: the head of a section */
} HallCellLook;

struct _HallStrip
{
  double height;
  GArray *cells;      /* (element-type HallCell) */
  HallStripDraw draw; /* (nullable) */
  gpointer draw_data; /* borrowed: outlives the drawing */
};

/* Returns: (transfer full): a strip at least that high */
HallStrip *hall_strip_new (double min_height);
HallStrip *hall_strip_new_drawn (double height, HallStripDraw draw, gpointer data);
void hall_strip_free (HallStrip *self);

/**
 * hall_strip_add:
 * @layout: (transfer full) (nullable): stands in the middle of the cell's height
 * @x: from the page's left edge
 *
 * The strip grows with its highest cell.
 */
void
hall_strip_add (HallStrip *self, HallCellLook look, PangoLayout *layout, double x, double width);

/* Says what the cell added last holds: its place goes into the plan. @name: (nullable): copied */
void hall_strip_record (HallStrip *self, HallRegionKind kind, const char *name);

/* Returns: (transfer full) (element-type HallStrip) */
GPtrArray *hall_group_new (void);

/**
 * hall_groups_break:
 * @groups: (element-type GPtrArray): in reading order
 * @room: height of a page's text area
 * @gap: between two groups on a page
 * @error: %HALL_ERROR_INVALID if a single strip is higher than a page
 *
 * A group that fits on one page is never divided; one that does not is divided between strips.
 *
 * Returns: (transfer full) (element-type GPtrArray): pages, each a list of groups, which
 *   borrow their strips
 */
GPtrArray *hall_groups_break (GPtrArray *groups, double room, double gap, GError **error);

/* Draws a page's groups from @top down, each in a stronger frame. @plan: (nullable): gets the cells
 * that are recorded. Returns: where the last ends */
double
hall_groups_draw (GPtrArray *page, HallPaper *paper, HallSheetPlan *plan, double top, double gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStrip, hall_strip_free)
