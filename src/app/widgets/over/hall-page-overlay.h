/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another document laid over the pages that are looked at, more or less strongly: what was printed
 * over what was scanned. Where it is known how the sheet lies on a page, exactly so; else page over
 * page at the same size. For a page canvas.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-source.h"

typedef struct _HallPageOverlay HallPageOverlay;

/* @canvas: drawn again when there is something new; not owned */
HallPageOverlay *hall_page_overlay_new (GtkWidget *canvas);
void hall_page_overlay_free (HallPageOverlay *self);

/* @source: (nullable): loaded; NULL: nothing is laid over */
void hall_page_overlay_set_source (HallPageOverlay *self, HallPageSource *source);

/* @spots: (nullable) (element-type HallSheetSpot): how the pages lie; copied */
void hall_page_overlay_set_spots (HallPageOverlay *self, GArray *spots);

/* 0.0: only what lies below is seen, 1.0: only what lies above */
void hall_page_overlay_set_strength (HallPageOverlay *self, double strength);
double hall_page_overlay_get_strength (HallPageOverlay *self);

/* @wish: how the page below is drawn; @area: where */
void hall_page_overlay_draw (HallPageOverlay *self,
                             cairo_t *cairo,
                             const HallPageWish *wish,
                             const GdkRectangle *area);
