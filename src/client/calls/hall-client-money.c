/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-money.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"

#define PAGE "100"

typedef gpointer (*Read) (HallJson *json);

void
hall_client_bank_formats_async (HallClient *self,
                                const HallBankFormat *format,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, format != NULL ? "PUT" : "GET",
                                          hall_path_fill (HALL_PATH_BANK_FORMATS, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (format != NULL)
    {
      hall_wire_add_bank_format (builder, format);
      hall_exchange_set_json (call, builder);
    }
  hall_exchange_read_json (call, (Read) hall_wire_read_bank_formats,
                           (GDestroyNotify) g_ptr_array_unref);
  hall_exchange_start (call, hall_client_bank_formats_async, cancellable, callback, user_data);
}

void
hall_client_import_statement_async (HallClient *self,
                                    const char *bank,
                                    GPtrArray *transfers,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_STATEMENT_LINES, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  hall_wire_add_import (builder, bank, transfers);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_repeatable (call);
  hall_exchange_read_json (call, (Read) hall_wire_read_import_result,
                           (GDestroyNotify) hall_import_result_free);
  hall_exchange_start (call, hall_client_import_statement_async, cancellable, callback, user_data);
}

void
hall_client_list_statement_async (HallClient *self,
                                  const char *order,
                                  gint64 after,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_STATEMENT_LINES, NULL));
  g_autofree char *cursor = g_strdup_printf ("%" G_GINT64_FORMAT, after);

  hall_exchange_add_query (call, "order", order);
  hall_exchange_add_query (call, "cursor", after > 0 ? cursor : NULL);
  hall_exchange_add_query (call, "limit", order == NULL ? PAGE : NULL);
  hall_exchange_read_json (call, (Read) hall_wire_read_statement_page,
                           (GDestroyNotify) hall_statement_page_free);
  hall_exchange_start (call, hall_client_list_statement_async, cancellable, callback, user_data);
}

void
hall_client_set_line_aside_async (HallClient *self,
                                  gint64 line,
                                  gboolean aside,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line);
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_STATEMENT_LINE, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_bool (builder, "set_aside", aside);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_read_json (call, (Read) hall_wire_read_statement_item,
                           (GDestroyNotify) hall_statement_item_free);
  hall_exchange_start (call, hall_client_set_line_aside_async, cancellable, callback, user_data);
}

void
hall_client_list_refunds_async (HallClient *self,
                                const char *cursor,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_REFUNDS, NULL));

  hall_exchange_add_query (call, "cursor", cursor);
  hall_exchange_add_query (call, "limit", PAGE);
  hall_exchange_read_json (call, (Read) hall_wire_read_refund_page,
                           (GDestroyNotify) hall_refund_page_free);
  hall_exchange_start (call, hall_client_list_refunds_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_bank_formats, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_import_statement, HallImportResult)
HALL_EXCHANGE_FINISH (hall_client_list_statement, HallStatementPage)
HALL_EXCHANGE_FINISH (hall_client_set_line_aside, HallStatementItem)
HALL_EXCHANGE_FINISH (hall_client_list_refunds, HallRefundPage)
