/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A loupe over the pages: the pixels of the file itself, one by one, wherever the pointer is. The
 * arrow keys move it too; Escape takes it away. It listens to the canvas it lies on.
 *
 * Signal "open-changed" (): ask hall_page_loupe_is_open()
 */
#pragma once

#include "hall-page-layout.h"

#define HALL_TYPE_PAGE_LOUPE (hall_page_loupe_get_type ())
G_DECLARE_FINAL_TYPE (HallPageLoupe, hall_page_loupe, HALL, PAGE_LOUPE, GObject)

/* @canvas: what it is drawn on; @layout: of its pages. Neither is owned, both live longer. */
HallPageLoupe *hall_page_loupe_new (GtkWidget *canvas, const HallPageLayout *layout);

/* @source: (nullable): loaded; @turns: quarter turns in which it is looked at */
void hall_page_loupe_set_source (HallPageLoupe *self, HallPageSource *source, guint turns);

/* In the middle of what is seen; the canvas has the focus as long as it is open. */
void hall_page_loupe_set_open (HallPageLoupe *self, gboolean open);
gboolean hall_page_loupe_is_open (HallPageLoupe *self);

/* What it shows the middle of; page 0 if there is no page. */
const HallPlace *hall_page_loupe_get_point (HallPageLoupe *self);

/* (transfer none) (nullable): the page as fine as its file has it; %NULL until that is drawn */
cairo_surface_t *hall_page_loupe_get_picture (HallPageLoupe *self);

void hall_page_loupe_draw (HallPageLoupe *self, cairo_t *cairo);
