/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-practice.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"

static gpointer
read_messages (const HallExchangeReply *reply, gpointer data, GError **error)
{
  HallMessages *messages;

  if (reply->status == SOUP_STATUS_NOT_MODIFIED)
    return NULL;
  messages =
      hall_exchange_read_json_body (reply, (gpointer (*) (HallJson *)) hall_messages_read, error);
  if (messages != NULL)
    messages->etag = g_strdup (reply->etag);
  return messages;
}

static gpointer
read_settings (HallJson *json)
{
  return hall_practice_settings_read (json);
}

static gpointer
read_bill (HallJson *json)
{
  return hall_cashier_bill_read (json);
}

void
hall_client_list_messages_async (HallClient *self,
                                 const char *etag,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PRACTICE_MESSAGES, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_set_wait (call, HALL_CLIENT_WAIT_S, etag);
  hall_exchange_read_with (call, read_messages, (GDestroyNotify) hall_messages_free, NULL, NULL);
  hall_exchange_start (call, hall_client_list_messages_async, cancellable, callback, user_data);
}

gboolean
hall_client_list_messages_finish (HallClient *self,
                                  GAsyncResult *result,
                                  HallMessages **messages,
                                  GError **error)
{
  return hall_exchange_finish_wait (self, result, hall_client_list_messages_async,
                                    (gpointer *) messages, error);
}

void
hall_client_get_practice_settings_async (HallClient *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PRACTICE_SETTINGS, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_read_json (call, read_settings, (GDestroyNotify) hall_practice_settings_free);
  hall_exchange_start (call, hall_client_get_practice_settings_async, cancellable, callback,
                       user_data);
}

void
hall_client_put_practice_settings_async (HallClient *self,
                                         gboolean two_person_rule,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_PRACTICE_SETTINGS, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_bool (builder, "two_person_rule", two_person_rule);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_repeatable (call);
  hall_exchange_read_json (call, read_settings, (GDestroyNotify) hall_practice_settings_free);
  hall_exchange_start (call, hall_client_put_practice_settings_async, cancellable, callback,
                       user_data);
}

void
hall_client_get_bill_async (HallClient *self,
                            const char *payment,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_CASHIER, payment, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_read_json (call, read_bill, (GDestroyNotify) hall_cashier_bill_free);
  hall_exchange_start (call, hall_client_get_bill_async, cancellable, callback, user_data);
}

void
hall_client_pay_bill_async (HallClient *self,
                            const char *payment,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_CASHIER_PAY, payment, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_end_object (builder);
  hall_exchange_set_anonymous (call);
  hall_exchange_set_json (call, builder);
  hall_exchange_start (call, hall_client_pay_bill_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_get_practice_settings, HallPracticeSettings)
HALL_EXCHANGE_FINISH (hall_client_put_practice_settings, HallPracticeSettings)
HALL_EXCHANGE_FINISH (hall_client_get_bill, HallCashierBill)
HALL_EXCHANGE_FINISH_BOOL (hall_client_pay_bill)
