/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a list of orders, and the tabs of the staff's queue.
 */
#pragma once

#include "hall-json.h"
#include "hall-order.h"

#define TAB(id, ...) HALL_TAB_##id,
typedef enum
{
#include "hall-tab-list.h"
  HALL_N_TABS
} HallTab;
#undef TAB

typedef struct
{
  GPtrArray *orders;         /* (element-type HallOrder): without their detail */
  char *next;                /* (nullable): the cursor of the next page */
  char *etag;                /* (nullable): for waiting until the list changes */
  guint counts[HALL_N_TABS]; /* of a queue: how many orders each tab holds */
} HallOrderPage;

/* "fin-auth-failed" */
const char *hall_tab_get_name (HallTab tab);
const char *hall_tab_get_label (HallTab tab, HallLang lang);

HallOrderPage *hall_order_page_read (HallJson *json);
void hall_order_page_free (HallOrderPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOrderPage, hall_order_page_free)
