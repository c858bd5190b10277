/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the code from the remark of the 0.01 yuan transfer is typed, in projects that ask for it.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-watch.h"

#define HALL_TYPE_ORDER_CODE (hall_order_code_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderCode, hall_order_code, HALL, ORDER_CODE, GtkBox)

GtkWidget *hall_order_code_new (HallOrderWatch *watch);

/* It is seen only while a code is asked for. */
void hall_order_code_show (HallOrderCode *self, const HallOrder *order);

void hall_order_code_focus (HallOrderCode *self);

/* FALSE if none is asked for. */
gboolean hall_order_code_fill (HallOrderCode *self, const char *code);
