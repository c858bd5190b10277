/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be known of an order: why it was returned, where the certificate is, who gets the
 * PIN, what was paid, and the sheets of paper.
 *
 * Signals:
 *  - "correct" (): what was returned is to be mended, in the wizard
 *  - "correct-account" (): the bank account is to be filled in again
 *  - "paper" (guint paper): a HallPaperKind is wanted
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"
#include "hall-paper-window.h"

#define HALL_TYPE_ORDER_RECORD (hall_order_record_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderRecord, hall_order_record, HALL, ORDER_RECORD, GtkBox)

GtkWidget *hall_order_record_new (void);

/* Neither is kept. */
void
hall_order_record_show (HallOrderRecord *self, const HallOrder *order, const HallCatalog *catalog);

/* Where the courier stands. */
GtkWidget *hall_order_record_get_parcel (HallOrderRecord *self);
