/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-review.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"
#include "hall-wire-review.h"

void
hall_verdict_sheet_free (HallVerdictSheet *self)
{
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->judgements);
  g_free (self);
}

static gpointer
read_order (HallJson *json)
{
  return hall_wire_read_order (json);
}

static gpointer
read_letter (HallJson *json)
{
  return hall_wire_read_letter (json);
}

static gpointer
read_sheet (HallJson *json)
{
  g_autoptr (HallVerdictSheet) sheet = g_new0 (HallVerdictSheet, 1);
  g_auto (GStrv) places = hall_json_optional_strings (json, "places");

  sheet->places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; places[i] != NULL; i++)
    g_ptr_array_add (sheet->places, g_strdup (places[i]));
  sheet->judgements = hall_wire_read_judgements (json, "verdicts");
  return hall_json_failed (json) ? NULL : g_steal_pointer (&sheet);
}

void
hall_client_get_verdicts_async (HallClient *self,
                                const char *number,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_VERDICTS, number, NULL));

  hall_exchange_read_json (call, read_sheet, (GDestroyNotify) hall_verdict_sheet_free);
  hall_exchange_start (call, hall_client_get_verdicts_async, cancellable, callback, user_data);
}

void
hall_client_put_verdicts_async (HallClient *self,
                                const char *number,
                                gint64 version,
                                GPtrArray *judgements,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_VERDICTS, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "verdicts");
  hall_wire_add_judgements (builder, judgements, HALL_LANG_EN);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_add_version (call, "If-Match", version);
  hall_exchange_read_json (call, read_sheet, (GDestroyNotify) hall_verdict_sheet_free);
  hall_exchange_start (call, hall_client_put_verdicts_async, cancellable, callback, user_data);
}

void
hall_client_get_letter_async (HallClient *self,
                              const char *number,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_LETTER, number, NULL));

  hall_exchange_read_json (call, read_letter, (GDestroyNotify) hall_letter_free);
  hall_exchange_start (call, hall_client_get_letter_async, cancellable, callback, user_data);
}

void
hall_client_decide_async (HallClient *self,
                          const char *number,
                          gint64 version,
                          HallEvent event,
                          const char *text,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_DECISION, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "decision", hall_event_get_name (event));
  hall_wire_add_text (builder, "text", text);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_keyed (call, NULL);
  hall_exchange_add_version (call, "If-Match", version);
  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_decide_async, cancellable, callback, user_data);
}

void
hall_client_undo_decision_async (HallClient *self,
                                 const char *number,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "DELETE", hall_path_fill (HALL_PATH_DECISION, number, NULL));

  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_undo_decision_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_get_verdicts, HallVerdictSheet)
HALL_EXCHANGE_FINISH (hall_client_put_verdicts, HallVerdictSheet)
HALL_EXCHANGE_FINISH (hall_client_get_letter, HallLetter)
HALL_EXCHANGE_FINISH (hall_client_decide, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_undo_decision, HallOrder)
