/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large the pages of a view are: as chosen, as the room allows, or so that a part of a page can
 * be read. For hall-page-view.c.
 *
 * Signal "changed" (): another size, or another rule
 */
#pragma once

#include "hall-page-canvas.h"

typedef enum
{
  HALL_FIT_WIDTH,
  HALL_FIT_PAGE,
  HALL_FIT_NOTHING, /* the size was chosen */
} HallFit;

#define HALL_TYPE_PAGE_FIT (hall_page_fit_get_type ())
G_DECLARE_FINAL_TYPE (HallPageFit, hall_page_fit, HALL, PAGE_FIT, GObject)

/* @canvas: in @scroller; neither is owned, both live as long */
HallPageFit *hall_page_fit_new (HallPageCanvas *canvas, GtkScrolledWindow *scroller);

void hall_page_fit_set_rule (HallPageFit *self, HallFit rule);
HallFit hall_page_fit_get_rule (HallPageFit *self);

/* 1.0 is life size. */
void hall_page_fit_set_zoom (HallPageFit *self, double zoom);
double hall_page_fit_get_zoom (HallPageFit *self);

/* The pages, or the room for them, are others. */
void hall_page_fit_apply (HallPageFit *self);

/* @place: (nullable): of a page that is there: it is to be read; NULL: the size is again what it
 * was before, unless another was chosen meanwhile */
void hall_page_fit_read (HallPageFit *self, const HallPlace *place);

/* The zoom at which a document is shown first: what hall_page_fit_read() does is undone by then. */
double hall_page_fit_get_usual_zoom (HallPageFit *self);
