/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff, tab by tab: a HallOrderList of the hall's queue, nearest deadline first.
 * "state-changed" also tells of other counts.
 */
#pragma once

#include "hall-order-list.h"

#define HALL_TYPE_QUEUE (hall_queue_get_type ())
G_DECLARE_FINAL_TYPE (HallQueue, hall_queue, HALL, QUEUE, HallOrderList)

/* Begins with the tab of everything. */
HallQueue *hall_queue_new (HallSession *session);

/* Another tab empties the list and loads it. */
void hall_queue_set_tab (HallQueue *self, HallTab tab);
HallTab hall_queue_get_tab (HallQueue *self);

/* How many orders a tab holds, by the last answer. */
guint hall_queue_get_count (HallQueue *self, HallTab tab);
