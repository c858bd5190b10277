/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reason why an order was returned: about what, why, what to do, and the way there.
 *
 * Signal "go" (): the place is wanted where it can be mended.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reason.h"

#define HALL_TYPE_MEND_ROW (hall_mend_row_get_type ())
G_DECLARE_FINAL_TYPE (HallMendRow, hall_mend_row, HALL, MEND_ROW, GtkListBoxRow)

/* @item: of an order that can change; what is needed is copied */
GtkWidget *hall_mend_row_new (const HallReturn *item, const HallCatalog *catalog);

/* Field id, slot or part of the order. */
const char *hall_mend_row_get_place (HallMendRow *self);

/* As far as it can be seen here. */
void hall_mend_row_set_mended (HallMendRow *self, gboolean mended);

/* What the hall still finds wrong with it, in place of what to do. */
void hall_mend_row_show_problem (HallMendRow *self, const char *text);
