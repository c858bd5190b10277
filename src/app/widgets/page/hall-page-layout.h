/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the pages of a document lie on a canvas: one below the other, in the middle, at a scale
 * and turned. Geometry alone; the places are fractions of the upright page.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-source.h"
#include "hall-place.h"

/* Around each page, room for its shadow. */
#define HALL_PAGE_GAP_PX 12

typedef struct _HallPageLayout HallPageLayout;

HallPageLayout *hall_page_layout_new (void);
void hall_page_layout_free (HallPageLayout *self);

/**
 * hall_page_layout_set:
 * @source: (nullable): loaded
 * @scale: pixels for each point
 * @turns: quarter turns clockwise, 0 to 3
 */
void hall_page_layout_set (HallPageLayout *self, HallPageSource *source, double scale, guint turns);

/* Of the canvas: as little as shows everything, or as much as there is. */
void hall_page_layout_get_needed (const HallPageLayout *self, int *width, int *height);
void hall_page_layout_set_width (HallPageLayout *self, int width);

guint hall_page_layout_get_n_pages (const HallPageLayout *self);

/* The largest page as it lies now, in points; 0 without pages. */
void hall_page_layout_get_extent (const HallPageLayout *self, double *width_pt, double *height_pt);

/* @page: from 0. In pixels. */
void hall_page_layout_get_area (const HallPageLayout *self, guint page, GdkRectangle *area);

/* The page at the height @y, or the nearest. 0 without pages. */
guint hall_page_layout_get_page_at (const HallPageLayout *self, double y);

/* @place: its page must be there. In pixels, turned with the page. */
void hall_page_layout_get_box (const HallPageLayout *self,
                               const HallPlace *place,
                               cairo_rectangle_int_t *box);

/**
 * hall_page_layout_find:
 * @point: (out): a place without width and height: the nearest one of a page
 *
 * Returns: %FALSE without pages
 */
gboolean hall_page_layout_find (const HallPageLayout *self, double x, double y, HallPlace *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPageLayout, hall_page_layout_free)
