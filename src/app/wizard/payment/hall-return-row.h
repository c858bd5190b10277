/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reason why an order was returned: about what, why, what to do, and the way there.
 *
 * Signal "go" (): the place is wanted where it can be mended.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reason.h"

#define HALL_TYPE_RETURN_ROW (hall_return_row_get_type ())
G_DECLARE_FINAL_TYPE (HallReturnRow, hall_return_row, HALL, RETURN_ROW, GtkListBoxRow)

/* @item: of an order that can change; what is needed is copied */
GtkWidget *hall_return_row_new (const HallReturn *item, const HallCatalog *catalog);

/* Field id, slot or part of the order. */
const char *hall_return_row_get_place (HallReturnRow *self);

/* As far as it can be seen here. */
void hall_return_row_set_mended (HallReturnRow *self, gboolean mended);

/* What the hall still finds wrong with it, in place of what to do. */
void hall_return_row_show_problem (HallReturnRow *self, const char *text);
