/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be known of an order: why it was returned, where the certificate is, who gets the
 * PIN, what was paid, and the sheets of paper.
 *
 * Signals:
 *  - "correct" (): what was returned is to be mended, in the wizard
 *  - "correct-account" (): the bank account is to be filled in again
 *  - "paper" (guint paper): a HallPaper is wanted
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"
#include "hall-paper-window.h"

#define HALL_TYPE_ORDER_FACTS (hall_order_facts_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderFacts, hall_order_facts, HALL, ORDER_FACTS, GtkBox)

GtkWidget *hall_order_facts_new (void);

/* Neither is kept. */
void
hall_order_facts_show (HallOrderFacts *self, const HallOrder *order, const HallCatalog *catalog);

/* Where the courier stands. */
GtkWidget *hall_order_facts_get_parcel (HallOrderFacts *self);
