/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents of an order to look at: a card with its picture for each. It fetches them.
 *
 * Signal "view" (const char *slot): the whole document is wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"
#include "hall-session.h"

#define HALL_TYPE_ORDER_DOCUMENTS (hall_order_documents_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderDocuments, hall_order_documents, HALL, ORDER_DOCUMENTS, GtkBox)

GtkWidget *hall_order_documents_new (HallSession *session);

/* @catalog: a reference is taken. A document that is as before stays in place. */
void
hall_order_documents_show (HallOrderDocuments *self, const HallOrder *order, HallCatalog *catalog);
