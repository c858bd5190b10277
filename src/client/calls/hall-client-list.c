/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-list.h"

#include "hall-exchange.h"

/* A page with the ETag it came with; none after a wait without news. */
static gpointer
read_page (const HallExchangeReply *reply, gpointer data, GError **error)
{
  HallOrderPage *page;

  if (reply->status == SOUP_STATUS_NOT_MODIFIED)
    return NULL;
  page =
      hall_exchange_read_json_body (reply, (gpointer (*) (HallJson *)) hall_order_page_read, error);
  if (page != NULL)
    page->etag = g_strdup (reply->etag);
  return page;
}

static void
start (HallExchange *call,
       const HallPageQuery *query,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autofree char *limit = g_strdup_printf ("%u", query->limit);

  hall_exchange_add_query (call, "cursor", query->cursor);
  hall_exchange_add_query (call, "search", query->search);
  hall_exchange_add_query (call, "direction", query->backward ? "backward" : NULL);
  hall_exchange_add_query (call, "limit", query->limit > 0 ? limit : NULL);
  hall_exchange_set_wait (call, query->wait ? HALL_CLIENT_WAIT_S : 0, query->etag);
  hall_exchange_read_with (call, read_page, (GDestroyNotify) hall_order_page_free, NULL, NULL);
  hall_exchange_start (call, tag, cancellable, callback, user_data);
}

void
hall_client_list_orders_async (HallClient *self,
                               const HallPageQuery *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_ORDERS, NULL));

  start (call, query, hall_client_list_orders_async, cancellable, callback, user_data);
}

gboolean
hall_client_list_orders_finish (HallClient *self,
                                GAsyncResult *result,
                                HallOrderPage **page,
                                GError **error)
{
  return hall_exchange_finish_wait (self, result, hall_client_list_orders_async, (gpointer *) page,
                                    error);
}

void
hall_client_list_queue_async (HallClient *self,
                              HallTab tab,
                              const HallPageQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_QUEUE, NULL));

  hall_exchange_add_query (call, "tab", hall_tab_get_name (tab));
  start (call, query, hall_client_list_queue_async, cancellable, callback, user_data);
}

gboolean
hall_client_list_queue_finish (HallClient *self,
                               GAsyncResult *result,
                               HallOrderPage **page,
                               GError **error)
{
  return hall_exchange_finish_wait (self, result, hall_client_list_queue_async, (gpointer *) page,
                                    error);
}
