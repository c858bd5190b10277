/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a box on a page that is looked at: with the mouse in one pull, or with the keys: arrows
 * move the box, with Shift they make it larger or smaller, Enter keeps it, Escape gives it up.
 */
#pragma once

#include "hall-page-view.h"

/* @box: (nullable): NULL: given up */
typedef void (*HallMarkPenDone) (const HallPlace *box, gpointer data);

/**
 * hall_mark_pen_draw:
 * @box: (nullable): what there is already
 * @done: called once, unless something else is shown before
 *
 * The pen belongs to the view and goes with it.
 */
void hall_mark_pen_draw (HallPageView *view,
                         const HallPlace *box,
                         HallMarkPenDone done,
                         gpointer data,
                         GDestroyNotify free_data);

/* Gives up what is being drawn. */
void hall_mark_pen_stop (HallPageView *view);

/* All keys belong to it meanwhile. */
gboolean hall_mark_pen_is_drawing (HallPageView *view);
