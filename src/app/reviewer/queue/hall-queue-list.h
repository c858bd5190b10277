/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the queue that are in view. However long the list is there are only as many row
 * widgets as fit into the window; while it scrolls each is given another order.
 *
 * Signal "activated" (const char *number): that order was chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"
#include "hall-queue.h"

#define HALL_TYPE_QUEUE_LIST (hall_queue_list_get_type ())
G_DECLARE_FINAL_TYPE (HallQueueList, hall_queue_list, HALL, QUEUE_LIST, GtkBox)

GtkWidget *hall_queue_list_new (void);

/* @queue: (nullable): whose rows are shown from now on, beginning at the top */
void hall_queue_list_set_queue (HallQueueList *self, HallQueue *queue);

/* Time has passed, or the catalogue has come. @catalog: (nullable); @now_s: the hall's clock */
void hall_queue_list_refresh (HallQueueList *self, HallCatalog *catalog, gint64 now_s);

/* (nullable): that order is marked, and moved into view if it is at hand. */
void hall_queue_list_mark (HallQueueList *self, const char *number);

/* Focuses the marked row, or the first in view. */
void hall_queue_list_focus (HallQueueList *self);

/* From the top: another list. */
void hall_queue_list_rewind (HallQueueList *self);

/* Scrolls so that the row at @position is the first, as far as there are rows. */
void hall_queue_list_scroll_to (HallQueueList *self, guint position);

/* How many row widgets there are. */
guint hall_queue_list_get_n_widgets (HallQueueList *self);
