/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff, tab by tab, or what a search finds: a list in the hall's order that is
 * loaded where it is looked at, and keeps itself fresh by waiting calls.
 *
 * Signals:
 *  - "rows-changed" (): other rows, or another number of them
 *  - "state-changed" (): loaded for the first time, or other counts
 *  - "failed" (GError *error): the list cannot be had: not allowed. A lost line is no failure.
 */
#pragma once

#include "hall-client-list.h"
#include "hall-order-item.h"
#include "hall-session.h"

#define HALL_TYPE_QUEUE (hall_queue_get_type ())
G_DECLARE_FINAL_TYPE (HallQueue, hall_queue, HALL, QUEUE, GObject)

/* Begins with the tab of everything. */
HallQueue *hall_queue_new (HallSession *session);

/* Loads and follows from now on. */
void hall_queue_start (HallQueue *self);
void hall_queue_stop (HallQueue *self);

/* Another tab empties the list and loads it; a search ends. */
void hall_queue_set_tab (HallQueue *self, HallTab tab);
HallTab hall_queue_get_tab (HallQueue *self);

/* @text: (nullable): through all orders instead of the tab; fewer than two characters are none */
void hall_queue_search (HallQueue *self, const char *text);
/* (nullable) */
const char *hall_queue_get_search (HallQueue *self);

/* How many orders a tab holds, by the last answer. */
guint hall_queue_get_count (HallQueue *self, HallTab tab);

/* FALSE until the first page has come: no rows do not mean that there are none. */
gboolean hall_queue_is_loaded (HallQueue *self);

/* Rows that are known of; more are found as one looks further down. */
guint hall_queue_get_n (HallQueue *self);

/* (transfer none) (nullable): NULL while its page is fetched */
HallOrderItem *hall_queue_get (HallQueue *self, guint position);

/* -1 if the order is not in a page at hand. */
int hall_queue_find (HallQueue *self, const char *number);

/* These rows are seen: what is missing of them is fetched, what is far away is let go. */
void hall_queue_look (HallQueue *self, guint first, guint n);

/* The order that is open, from which one walks on. Remembers the list it is in. */
void hall_queue_set_current (HallQueue *self, const char *number);

/* (transfer none) (nullable): The order after the current one, or before, if it is at hand. */
const char *hall_queue_peek (HallQueue *self, gboolean backward);

/* The same, asked of the hall if need be: the list may have moved on, the current order left it. */
void hall_queue_walk_async (HallQueue *self,
                            gboolean backward,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Returns: (transfer full) (nullable): NULL without @error at the end of the list */
char *hall_queue_walk_finish (HallQueue *self, GAsyncResult *result, GError **error);
