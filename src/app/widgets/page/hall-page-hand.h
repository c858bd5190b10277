/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What mouse, touch pad and keyboard do to the pages of a view: moving, zooming, turning,
 * selecting text. For hall-page-view.c.
 */
#pragma once

#include "hall-page-canvas.h"
#include "hall-page-view.h"

typedef struct _HallPageHand HallPageHand;

/* @view: owns it; @canvas is in @scroller */
HallPageHand *
hall_page_hand_new (HallPageView *view, HallPageCanvas *canvas, GtkScrolledWindow *scroller);
void hall_page_hand_free (HallPageHand *self);

/**
 * hall_page_hand_show:
 * @now: %FALSE while the pages are still on their way
 *
 * Brings @place into the middle of the view and lets it pulse, now or when it is asked for what
 * was wanted. Nothing happens if there is no such page.
 */
void hall_page_hand_show (HallPageHand *self, const HallPlace *place, gboolean now);

/* The pages are there; what was wanted is shown as soon as they have got their sizes. */
void hall_page_hand_show_wanted (HallPageHand *self);

/* A screen on, or back. */
void hall_page_hand_page (HallPageHand *self, gboolean backward);
