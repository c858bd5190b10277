/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order in the list: whose, which, where it stands, and what is to be done next. It follows
 * its item, so that it changes in place.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-item.h"
#include "hall-session.h"

#define HALL_TYPE_ORDER_ROW (hall_order_row_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderRow, hall_order_row, HALL, ORDER_ROW, GtkListBoxRow)

GtkWidget *hall_order_row_new (HallOrderItem *item, HallSession *session);

HallOrderItem *hall_order_row_get_item (HallOrderRow *self);

/* Shown again: the catalogue, which has the names of the certificate types, has come. */
void hall_order_row_refresh (HallOrderRow *self);

/* Whether @text is part of its number or of the name of its organisation; "" is part of all. */
gboolean hall_order_row_matches (HallOrderRow *self, const char *text);
