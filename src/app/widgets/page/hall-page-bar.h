/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools above the pages of a view: paging, size, turning, loupe, search. For hall-page-view.c.
 *
 * Signal "strip-toggled" (): ask hall_page_bar_wants_strip()
 */
#pragma once

#include "hall-page-view.h"

#define HALL_TYPE_PAGE_BAR (hall_page_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallPageBar, hall_page_bar, HALL, PAGE_BAR, GtkBox)

/* @view: owns it, and @fit */
GtkWidget *hall_page_bar_new (HallPageView *view, HallPageFit *fit);

/* Another page, another count of pages or another size. */
void hall_page_bar_update (HallPageBar *self);

gboolean hall_page_bar_wants_strip (HallPageBar *self);

/* What stands at its end. */
GtkBox *hall_page_bar_get_tools (HallPageBar *self);
