/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 我的业务单: the handler's orders, and one of them in detail. It follows them as long as
 * somebody is signed in, seen or not, and notifies of what has happened to them.
 *
 * Signals:
 *  - "open-order" (const char *number): the handler wants to go on with it, in the wizard
 *  - "new-order" (): a new application is wanted
 *  - "waiting-changed" (): ask hall_orders_view_get_n_waiting()
 */
#pragma once

#include "hall-frame.h"

#define HALL_TYPE_ORDERS_VIEW (hall_orders_view_get_type ())
G_DECLARE_FINAL_TYPE (HallOrdersView, hall_orders_view, HALL, ORDERS_VIEW, GtkBox)

GtkWidget *hall_orders_view_new (HallFrame *frame);

/* The list, or with @number the order in detail. */
void hall_orders_view_show_list (HallOrdersView *self);
void hall_orders_view_show_order (HallOrdersView *self, const char *number);

/* It has come into view: somebody is signed in. */
void hall_orders_view_enter (HallOrdersView *self);

/* From the detail to the list. FALSE if there is nothing to go back to. */
gboolean hall_orders_view_go_back (HallOrdersView *self);

/* Puts the cursor into the search. */
void hall_orders_view_find (HallOrdersView *self);

/* How many orders wait for the handler. */
guint hall_orders_view_get_n_waiting (HallOrdersView *self);

/* FALSE if no code is wanted; from the practice phone. */
gboolean hall_orders_view_fill_code (HallOrdersView *self, const char *code);
