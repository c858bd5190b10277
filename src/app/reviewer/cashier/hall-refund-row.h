/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money to be paid back: how much, to whom, and the number of the bank's record once it is.
 *
 * Signal "paid" (): the number is there and the button was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-wire-refund.h"

#define HALL_TYPE_REFUND_ROW (hall_refund_row_get_type ())
G_DECLARE_FINAL_TYPE (HallRefundRow, hall_refund_row, HALL, REFUND_ROW, GtkListBoxRow)

GtkWidget *hall_refund_row_new (const HallRefund *refund);

const char *hall_refund_row_get_order (HallRefundRow *self);
gint64 hall_refund_row_get_version (HallRefundRow *self);
const char *hall_refund_row_get_reference (HallRefundRow *self);
void hall_refund_row_set_busy (HallRefundRow *self, gboolean busy);
