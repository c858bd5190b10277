/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-second-look.h"

#include "hall-duplicate-store.h"
#include "hall-wire-finding.h"

/* What the order is compared with: as it was confirmed before the last return, or the printout
 * before this one. NULL without @error if there is none. */
static HallApplication *
load_before (HallContext *context, const HallCase *order, gint64 returned_s, GError **error)
{
  const HallRecord *record = order->record;
  gint64 revision = returned_s > 0 ? record->revision : record->revision - 1;

  for (; revision > 0; revision--)
    {
      gint64 confirmed_s = 0;
      g_autoptr (GError) failure = NULL;
      g_autoptr (HallApplication) application =
          hall_revision_get (context->db, context->setup->vault, record->number, (guint) revision,
                             &confirmed_s, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (application != NULL && (returned_s == 0 || confirmed_s < returned_s))
        return g_steal_pointer (&application);
    }
  return NULL;
}

static void
add_fields (const HallCase *order, const HallApplication *before, JsonBuilder *builder)
{
  GHashTableIter iter;
  gpointer id;

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  g_hash_table_iter_init (&iter, order->catalog->fields);
  while (before != NULL && g_hash_table_iter_next (&iter, &id, NULL))
    {
      const char *value = hall_application_get (before, id);

      if (g_strcmp0 (value, hall_application_get (order->record->application, id)) == 0)
        continue;
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "field", id);
      hall_wire_add_text (builder, "before", value != NULL ? value : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
add_changes (HallContext *context, const HallCase *order, JsonBuilder *builder, GError **error)
{
  gint64 returned_s = 0;
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallApplication) before = NULL;
  g_auto (GStrv) slots = NULL;

  if (!hall_return_store_get_time (context->db, order->record->number, &returned_s, error))
    return FALSE;
  before = load_before (context, order, returned_s, &failure);
  if (failure == NULL)
    slots = hall_duplicate_list_replaced (context->db, order->record->number, returned_s, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_object (builder);
  hall_wire_add_time (builder, "since", returned_s);
  add_fields (order, before, builder);
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (char **slot = slots; *slot != NULL; slot++)
    json_builder_add_string_value (builder, *slot);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return TRUE;
}

static GPtrArray *
list_duplicates (HallContext *context, const HallCase *order, GError **error)
{
  const HallRequirement *form =
      hall_catalog_find_document (order->catalog, HALL_DOCUMENT_APPLICATION_FORM);
  const HallRequirement *voucher =
      hall_catalog_find_document (order->catalog, HALL_DOCUMENT_VOUCHER);
  const char *own[] = { form != NULL ? form->slot : "", voucher != NULL ? voucher->slot : "",
                        NULL };

  return hall_duplicate_list (context->db, order->record, own, error);
}

gboolean
hall_second_look_add (HallContext *context,
                      const HallCase *order,
                      JsonBuilder *builder,
                      GError **error)
{
  g_autoptr (GPtrArray) duplicates = list_duplicates (context, order, error);

  if (duplicates == NULL || !add_changes (context, order, builder, error))
    return FALSE;
  json_builder_set_member_name (builder, "duplicates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HallDuplicate *item = g_ptr_array_index (duplicates, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "kind", hall_duplicate_kind_get_name (item->kind));
      hall_wire_add_text (builder, "order", item->number);
      hall_wire_add_text (builder, "organisation", item->organisation);
      hall_wire_add_text (builder, "state", hall_state_get_name (item->state));
      hall_wire_add_text (builder, "document", item->slot);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}
