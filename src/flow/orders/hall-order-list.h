/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler's orders, newest first: a GListModel of HallOrderItem that keeps itself fresh by
 * waiting calls, and grows page by page.
 *
 * Signals:
 *  - "state-changed" (): loaded for the first time, or another answer to has_more
 *  - "failed" (GError *error): the list cannot be had: not allowed. A lost line is no failure.
 */
#pragma once

#include "hall-client-list.h"
#include "hall-order-item.h"
#include "hall-session.h"

#define HALL_TYPE_ORDER_LIST (hall_order_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (HallOrderList, hall_order_list, HALL, ORDER_LIST, GObject)

struct _HallOrderListClass
{
  GObjectClass parent_class;

  /* Which list it is; the handler's orders unless overridden. */
  void (*list_async) (HallOrderList *self,
                      const HallPageQuery *query,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  gboolean (*list_finish) (HallOrderList *self,
                           GAsyncResult *result,
                           HallOrderPage **page,
                           GError **error);
};

HallOrderList *hall_order_list_new (HallSession *session);

/* Loads and follows from now on; again from the first page if it did so before. */
void hall_order_list_start (HallOrderList *self);
void hall_order_list_stop (HallOrderList *self);

/* Nothing is in the list, and nothing loaded, until it is started again. */
void hall_order_list_clear (HallOrderList *self);

HallSession *hall_order_list_get_session (HallOrderList *self);

/* FALSE until the first page has come: nothing in the list does not mean that there is nothing. */
gboolean hall_order_list_is_loaded (HallOrderList *self);
gboolean hall_order_list_has_more (HallOrderList *self);

/* The next page at the end of the list; at once if there is none. */
void hall_order_list_load_more_async (HallOrderList *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
hall_order_list_load_more_finish (HallOrderList *self, GAsyncResult *result, GError **error);

/* (transfer none) (nullable) */
HallOrderItem *hall_order_list_find (HallOrderList *self, const char *number);
