/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A transfer from a bank statement: who paid how much, and how far that agrees with an order. It
 * proposes; a cashier decides.
 *
 * Signals:
 *  - "use" (): for the order it is shown for; or, shown for none, that its best order is wanted
 *  - "aside" (): it is for no order
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-wire-money.h"

#define HALL_TYPE_STATEMENT_ROW (hall_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (HallStatementRow, hall_statement_row, HALL, STATEMENT_ROW, GtkListBoxRow)

/* @order: (nullable): the number of the order it is shown for */
GtkWidget *hall_statement_row_new (const HallStatementItem *item, const char *order);

gint64 hall_statement_row_get_id (HallStatementRow *self);

/* What the bank says: to be sent with the confirmation. Valid as long as the row. */
const char *hall_statement_row_get_payer (HallStatementRow *self);
gint64 hall_statement_row_get_amount_fen (HallStatementRow *self);

/* (nullable): the order that waits for money and agrees best */
const char *hall_statement_row_get_best (HallStatementRow *self);
