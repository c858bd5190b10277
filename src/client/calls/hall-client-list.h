/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls for lists of orders. What they have in common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-order-page.h"

/* Which part of a list, and whether to wait for it. Zero: the first page, at once. */
typedef struct
{
  const char *cursor; /* (nullable): HallOrderPage.next of the page before, or of a queue's row */
  gboolean backward;  /* of a queue: the rows before the cursor, nearest first */
  const char *search; /* (nullable): of a queue: through all orders instead of a tab */
  guint limit;        /* rows, at most HALL_MAX_PAGE; 0: the hall's own number */
  const char *etag;   /* (nullable): what is known of the page; no news is no page */
  gboolean wait;      /* answer when the page is no longer as @etag says, or after a while */
} HallPageQuery;

/* The handler's own orders, newest first. */
void hall_client_list_orders_async (HallClient *self,
                                    const HallPageQuery *query,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* @page: (out) (nullable): NULL if the list is as the etag said */
gboolean hall_client_list_orders_finish (HallClient *self,
                                         GAsyncResult *result,
                                         HallOrderPage **page,
                                         GError **error);

/* What waits for staff, those with the nearest deadline first. */
void hall_client_list_queue_async (HallClient *self,
                                   HallTab tab,
                                   const HallPageQuery *query,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean hall_client_list_queue_finish (HallClient *self,
                                        GAsyncResult *result,
                                        HallOrderPage **page,
                                        GError **error);
