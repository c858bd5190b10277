/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-order.h"

#include "hall-exchange.h"
#include "hall-wire-application.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"
#include "hall-wire-review.h"

static gpointer
read_order (HallJson *json)
{
  return hall_wire_read_order (json);
}

static void
start (HallExchange *call,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, tag, cancellable, callback, user_data);
}

static JsonBuilder *
begin_object (void)
{
  JsonBuilder *builder = json_builder_new ();

  return json_builder_begin_object (builder);
}

void
hall_client_create_order_async (HallClient *self,
                                const HallNewOrder *order,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_ORDERS, NULL));
  g_autoptr (JsonBuilder) builder = begin_object ();

  hall_wire_add_text (builder, "project", order->project);
  hall_wire_add_text (builder, "certificate_type", order->certificate_type);
  json_builder_set_member_name (builder, "consents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < order->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (order->consents, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "id", consent->id);
      hall_wire_add_text (builder, "version", consent->version);
      hall_wire_add_text (builder, "sha256", consent->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_keyed (call, order->key);
  start (call, hall_client_create_order_async, cancellable, callback, user_data);
}

void
hall_client_get_order_async (HallClient *self,
                             const char *number,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_ORDER, number, NULL));

  start (call, hall_client_get_order_async, cancellable, callback, user_data);
}

void
hall_client_wait_order_async (HallClient *self,
                              const char *number,
                              gint64 version,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_ORDER, number, NULL));
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);

  hall_exchange_set_wait (call, HALL_CLIENT_WAIT_S, etag);
  start (call, hall_client_wait_order_async, cancellable, callback, user_data);
}

gboolean
hall_client_wait_order_finish (HallClient *self,
                               GAsyncResult *result,
                               HallOrder **order,
                               GError **error)
{
  return hall_exchange_finish_wait (self, result, hall_client_wait_order_async, (gpointer *) order,
                                    error);
}

void
hall_client_put_application_async (HallClient *self,
                                   const char *number,
                                   gint64 version,
                                   const HallApplication *application,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_APPLICATION, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  hall_wire_add_application (builder, application);
  hall_exchange_set_json (call, builder);
  hall_exchange_add_version (call, "If-Match", version);
  start (call, hall_client_put_application_async, cancellable, callback, user_data);
}

static void
add_fields (JsonBuilder *builder, GHashTable *fields)
{
  GHashTableIter iter;
  gpointer id, value;

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    hall_wire_add_text (builder, id, value);
  json_builder_end_object (builder);
}

static JsonBuilder *
build_event (const HallEventBody *body, HallLang lang)
{
  JsonBuilder *builder = begin_object ();

  if (body == NULL)
    return json_builder_end_object (builder);
  if (body->fields != NULL)
    add_fields (builder, body->fields);
  if (body->returns != NULL)
    {
      json_builder_set_member_name (builder, "returns");
      hall_wire_add_returns (builder, body->returns, lang);
    }
  if (body->amount_fen != 0)
    hall_wire_add_int (builder, "amount_fen", body->amount_fen);
  hall_wire_add_text (builder, "code", body->code);
  hall_wire_add_text (builder, "note", body->note);
  hall_wire_add_text (builder, "payer", body->payer);
  if (body->statement_line != 0)
    hall_wire_add_int (builder, "statement_line", body->statement_line);
  hall_wire_add_text (builder, "courier", body->courier);
  hall_wire_add_text (builder, "tracking_number", body->tracking_number);
  return json_builder_end_object (builder);
}

void
hall_client_send_event_async (HallClient *self,
                              const char *number,
                              gint64 version,
                              HallEvent event,
                              const HallEventBody *body,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST",
                                          hall_path_fill (HALL_PATH_EVENT, number,
                                                          hall_event_get_name (event), NULL));
  g_autoptr (JsonBuilder) builder = build_event (body, hall_client_get_lang (self));

  hall_exchange_set_json (call, builder);
  hall_exchange_set_keyed (call, NULL);
  hall_exchange_add_version (call, "If-Match", version);
  start (call, hall_client_send_event_async, cancellable, callback, user_data);
}

void
hall_client_renew_auth_link_async (HallClient *self,
                                   const char *number,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_AUTH_LINK, number, NULL));

  start (call, hall_client_renew_auth_link_async, cancellable, callback, user_data);
}

void
hall_client_request_alternative_auth_async (HallClient *self,
                                            const char *number,
                                            const char *note,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_ALTERNATIVE_AUTH, number, NULL));
  g_autoptr (JsonBuilder) builder = begin_object ();

  hall_wire_add_text (builder, "note", note);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_repeatable (call);
  start (call, hall_client_request_alternative_auth_async, cancellable, callback, user_data);
}

void
hall_client_create_payment_async (HallClient *self,
                                  const char *number,
                                  HallPayChannel channel,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_PAYMENTS, number, NULL));
  g_autoptr (JsonBuilder) builder = begin_object ();

  hall_wire_add_text (builder, "channel", hall_pay_channel_get_name (channel));
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_keyed (call, NULL);
  start (call, hall_client_create_payment_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_create_order, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_get_order, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_put_application, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_send_event, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_renew_auth_link, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_request_alternative_auth, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_create_payment, HallOrder)
