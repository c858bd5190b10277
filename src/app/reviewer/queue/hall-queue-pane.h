/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff: tabs with counts, a search through all orders, and the list, which
 * keeps itself fresh.
 *
 * Signal "open" (const char *number): that order was chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-queue.h"
#include "hall-session.h"

#define HALL_TYPE_QUEUE_PANE (hall_queue_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallQueuePane, hall_queue_pane, HALL, QUEUE_PANE, GtkBox)

GtkWidget *hall_queue_pane_new (HallSession *session);

/* Loads and follows the queue for who is signed in, from the tab of their work; stop empties it. */
void hall_queue_pane_start (HallQueuePane *self);
void hall_queue_pane_stop (HallQueuePane *self);

/* (nullable): the order on the desk is marked. */
void hall_queue_pane_mark_open (HallQueuePane *self, const char *number);

/* (transfer none) (nullable): the list one walks through, while started */
HallQueue *hall_queue_pane_get_queue (HallQueuePane *self);

/* Puts the cursor into the search. */
void hall_queue_pane_find (HallQueuePane *self);

/* Opens the first order of the list; focuses the list. */
void hall_queue_pane_open_first (HallQueuePane *self);
void hall_queue_pane_focus (HallQueuePane *self);

/* What stands below the list. */
GtkBox *hall_queue_pane_get_foot (HallQueuePane *self);
