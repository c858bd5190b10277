/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tabs of the queue with how many orders each holds; one is chosen.
 *
 * Signal "chosen" (guint tab): another HallTab was chosen by the person.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-page.h"

#define HALL_TYPE_QUEUE_TABS (hall_queue_tabs_get_type ())
G_DECLARE_FINAL_TYPE (HallQueueTabs, hall_queue_tabs, HALL, QUEUE_TABS, GtkGrid)

GtkWidget *hall_queue_tabs_new (void);

/* Without "chosen". */
void hall_queue_tabs_set_tab (HallQueueTabs *self, HallTab tab);

void hall_queue_tabs_set_count (HallQueueTabs *self, HallTab tab, guint count);
