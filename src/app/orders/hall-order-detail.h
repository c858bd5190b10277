/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order: where it stands, what to do next, what can be done, and all that is known of it. It
 * follows the order as long as it exists.
 *
 * Signals:
 *  - "back" (): the list is wanted
 *  - "open-order" (): to be gone on with, in the wizard
 *  - "account" (): the bank account is to be filled in again
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-watch.h"

#define HALL_TYPE_ORDER_DETAIL (hall_order_detail_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderDetail, hall_order_detail, HALL, ORDER_DETAIL, GtkBox)

GtkWidget *hall_order_detail_new (HallSession *session, const char *number);

const char *hall_order_detail_get_number (HallOrderDetail *self);

/* FALSE if no code is asked for. */
gboolean hall_order_detail_fill_code (HallOrderDetail *self, const char *code);
