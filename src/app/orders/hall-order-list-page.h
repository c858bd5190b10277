/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler's orders as a list, with a search in what is loaded.
 *
 * Signals:
 *  - "chosen" (const char *number): the order is wanted in detail
 *  - "new-order" (): a new application is wanted
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-list.h"

#define HALL_TYPE_ORDER_LIST_PAGE (hall_order_list_page_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderListPage, hall_order_list_page, HALL, ORDER_LIST_PAGE, GtkBox)

/* @list: started and stopped by the owner */
GtkWidget *hall_order_list_page_new (HallOrderList *list);

/* Puts the cursor into the search. */
void hall_order_list_page_find (HallOrderListPage *self);

/* The names of certificate types have come. */
void hall_order_list_page_refresh (HallOrderListPage *self);

/* Puts the focus on an order, as when coming back from it. */
void hall_order_list_page_focus_order (HallOrderListPage *self, const char *number);
