/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a list of orders. The same object as long as the order is in the list: it changes
 * in place, so that a list keeps its place on the screen.
 *
 * Signal "changed" (): another summary.
 */
#pragma once

#include <glib-object.h>

#include "hall-order.h"

#define HALL_TYPE_ORDER_ITEM (hall_order_item_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderItem, hall_order_item, HALL, ORDER_ITEM, GObject)

/* @order: (transfer full) */
HallOrderItem *hall_order_item_new (HallOrder *order);

/* Without detail; valid until "changed". */
const HallOrder *hall_order_item_get_order (HallOrderItem *self);

/* @order: (transfer full): of the same number */
void hall_order_item_set_order (HallOrderItem *self, HallOrder *order);
