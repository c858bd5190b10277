/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-desk.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

static gpointer
read_order (HallJson *json)
{
  return hall_wire_read_order (json);
}

void
hall_desk_note_free (HallDeskNote *self)
{
  g_free (self->who);
  g_free (self->text);
  g_free (self);
}

static gpointer
read_notes (HallJson *json)
{
  g_autoptr (GPtrArray) notes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_desk_note_free);

  if (!hall_json_enter (json, "notes"))
    return NULL;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        HallDeskNote *note = g_new0 (HallDeskNote, 1);

        g_ptr_array_add (notes, note);
        note->who = g_strdup (hall_json_string (json, "who"));
        note->text = g_strdup (hall_json_string (json, "text"));
        note->at_s = hall_wire_read_time (json, "at");
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&notes);
}

void
hall_client_claim_order_async (HallClient *self,
                               const char *number,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_CLAIM, number, NULL));

  hall_exchange_set_repeatable (call);
  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_claim_order_async, cancellable, callback, user_data);
}

void
hall_client_release_order_async (HallClient *self,
                                 const char *number,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "DELETE", hall_path_fill (HALL_PATH_CLAIM, number, NULL));

  hall_exchange_start (call, hall_client_release_order_async, cancellable, callback, user_data);
}

void
hall_client_list_notes_async (HallClient *self,
                              const char *number,
                              const char *note,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, note != NULL ? "POST" : "GET",
                                          hall_path_fill (HALL_PATH_NOTES, number, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (note != NULL)
    {
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "note", note);
      json_builder_end_object (builder);
      hall_exchange_set_json (call, builder);
      hall_exchange_set_keyed (call, NULL);
    }
  hall_exchange_read_json (call, read_notes, (GDestroyNotify) g_ptr_array_unref);
  hall_exchange_start (call, hall_client_list_notes_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_claim_order, HallOrder)
HALL_EXCHANGE_FINISH_BOOL (hall_client_release_order)
HALL_EXCHANGE_FINISH (hall_client_list_notes, GPtrArray)
