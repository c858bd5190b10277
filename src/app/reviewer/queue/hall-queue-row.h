/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order of the queue. It follows its item.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-item.h"

#define HALL_TYPE_QUEUE_ROW (hall_queue_row_get_type ())
G_DECLARE_FINAL_TYPE (HallQueueRow, hall_queue_row, HALL, QUEUE_ROW, GtkListBoxRow)

/* @now_s: the hall's clock; @catalog: (nullable): names the certificate type */
GtkWidget *hall_queue_row_new (HallOrderItem *item, const HallCatalog *catalog, gint64 now_s);

const char *hall_queue_row_get_number (HallQueueRow *self);

/* Time has passed, or the catalogue has come. */
void hall_queue_row_refresh (HallQueueRow *self, const HallCatalog *catalog, gint64 now_s);

/* Whether number or organisation contain @text, whatever the case and blanks; "" is in all. */
gboolean hall_queue_row_matches (HallQueueRow *self, const char *text);

/* It is the one on the desk. */
void hall_queue_row_set_open (HallQueueRow *self, gboolean open);
