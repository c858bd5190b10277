/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that is going to be returned: where, why, and a button that takes it back.
 *
 * Signal "removed" (): that button was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reason.h"

#define HALL_TYPE_RETURN_ROW (hall_return_row_get_type ())
G_DECLARE_FINAL_TYPE (HallReturnRow, hall_return_row, HALL, RETURN_ROW, GtkListBoxRow)

/* @item: copied */
GtkWidget *hall_return_row_new (const HallReturn *item, const HallCatalog *catalog);

const char *hall_return_row_get_place (HallReturnRow *self);
HallReason hall_return_row_get_reason (HallReturnRow *self);

/* Without the button: to be read. */
void hall_return_row_set_fixed (HallReturnRow *self);
