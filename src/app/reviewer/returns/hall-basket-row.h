/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that is going to be returned: where, why, and a button that takes it back.
 *
 * Signal "removed" (): that button was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reason.h"

#define HALL_TYPE_BASKET_ROW (hall_basket_row_get_type ())
G_DECLARE_FINAL_TYPE (HallBasketRow, hall_basket_row, HALL, BASKET_ROW, GtkListBoxRow)

/* @item: copied */
GtkWidget *hall_basket_row_new (const HallReturn *item, const HallCatalog *catalog);

const char *hall_basket_row_get_place (HallBasketRow *self);
HallReason hall_basket_row_get_reason (HallBasketRow *self);

/* Without the button, and in full: to be read. */
void hall_basket_row_set_fixed (HallBasketRow *self);
