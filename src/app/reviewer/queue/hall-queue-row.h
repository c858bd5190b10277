/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order of the queue: of which one changes while the list scrolls. It follows its item.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-item.h"

#define HALL_TYPE_QUEUE_ROW (hall_queue_row_get_type ())
G_DECLARE_FINAL_TYPE (HallQueueRow, hall_queue_row, HALL, QUEUE_ROW, GtkListBoxRow)

GtkWidget *hall_queue_row_new (void);

/* @item: (nullable): NULL while it is fetched; @catalog: (nullable): names the certificate type;
 * @now_s: the hall's clock */
void hall_queue_row_set_item (HallQueueRow *self,
                              HallOrderItem *item,
                              const HallCatalog *catalog,
                              gint64 now_s);

/* @me: (nullable): who looks; an order on their own desk is said otherwise from the next item on */
void hall_queue_row_set_me (HallQueueRow *self, const char *me);

/* "" while it is fetched. */
const char *hall_queue_row_get_number (HallQueueRow *self);

/* It is the one on the desk. */
void hall_queue_row_set_open (HallQueueRow *self, gboolean open);
