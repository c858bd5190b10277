/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-production.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

#define PAGE "100"

typedef gpointer (*Read) (HallJson *json);

void
hall_client_list_production_async (HallClient *self,
                                   gboolean shipping,
                                   const char *cursor,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PRODUCTION, NULL));

  hall_exchange_add_query (call, "tab", shipping ? "shipping" : "production");
  hall_exchange_add_query (call, "cursor", cursor);
  hall_exchange_add_query (call, "limit", PAGE);
  hall_exchange_read_json (call, (Read) hall_wire_read_batch_page,
                           (GDestroyNotify) hall_batch_page_free);
  hall_exchange_start (call, hall_client_list_production_async, cancellable, callback, user_data);
}

void
hall_client_put_certificate_async (HallClient *self,
                                   const char *number,
                                   gint64 version,
                                   const HallNewCertificate *certificate,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_CERTIFICATE, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "serial", certificate->serial);
  hall_wire_add_text (builder, "valid_from", certificate->valid_from);
  hall_wire_add_text (builder, "valid_to", certificate->valid_to);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_add_version (call, "If-Match", version);
  hall_exchange_read_json (call, (Read) hall_wire_read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_put_certificate_async, cancellable, callback, user_data);
}

static gpointer
read_bytes (const HallExchangeReply *reply, gpointer data, GError **error)
{
  return g_bytes_ref (reply->body);
}

void
hall_client_get_labels_async (HallClient *self,
                              const char *numbers,
                              const char *sheet,
                              guint skip,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_LABELS, NULL));
  g_autofree char *places = g_strdup_printf ("%u", skip);

  hall_exchange_add_query (call, "orders", numbers);
  hall_exchange_add_query (call, "sheet", sheet);
  hall_exchange_add_query (call, "skip", skip > 0 ? places : NULL);
  hall_exchange_read_with (call, read_bytes, (GDestroyNotify) g_bytes_unref, NULL, NULL);
  hall_exchange_start (call, hall_client_get_labels_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_list_production, HallBatchPage)
HALL_EXCHANGE_FINISH (hall_client_put_certificate, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_get_labels, GBytes)
