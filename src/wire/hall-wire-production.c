/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-production.h"

#include "hall-wire-finding.h"

#define PIN_SMS    "sms"
#define PIN_REMARK "remark"

/* The texts of an item, written once for reading, writing and freeing. */
static const struct
{
  const char *member;
  gsize offset;
} texts[] = {
  { "order", G_STRUCT_OFFSET (HallBatchItem, order) },
  { "project", G_STRUCT_OFFSET (HallBatchItem, project) },
  { "certificate_type", G_STRUCT_OFFSET (HallBatchItem, certificate_type) },
  { "type_label", G_STRUCT_OFFSET (HallBatchItem, type_label) },
  { "organisation", G_STRUCT_OFFSET (HallBatchItem, organisation) },
  { "organisation_code", G_STRUCT_OFFSET (HallBatchItem, organisation_code) },
  { "subject", G_STRUCT_OFFSET (HallBatchItem, subject) },
  { "subject_id", G_STRUCT_OFFSET (HallBatchItem, subject_id) },
  { "recipient", G_STRUCT_OFFSET (HallBatchItem, recipient) },
  { "phone", G_STRUCT_OFFSET (HallBatchItem, phone) },
  { "address", G_STRUCT_OFFSET (HallBatchItem, address) },
  { "postcode", G_STRUCT_OFFSET (HallBatchItem, postcode) },
  { "serial", G_STRUCT_OFFSET (HallBatchItem, serial) },
  { "valid_from", G_STRUCT_OFFSET (HallBatchItem, valid_from) },
  { "valid_to", G_STRUCT_OFFSET (HallBatchItem, valid_to) },
  { "courier", G_STRUCT_OFFSET (HallBatchItem, courier) },
  { "tracking_number", G_STRUCT_OFFSET (HallBatchItem, tracking_number) },
};

static char **
text_of (const HallBatchItem *self, gsize i)
{
  return &G_STRUCT_MEMBER (char *, (gpointer) self, texts[i].offset);
}

HallBatchItem *
hall_batch_item_new (const char *order)
{
  HallBatchItem *self = g_new0 (HallBatchItem, 1);

  self->order = g_strdup (order);
  self->pin_recipient = -1;
  return self;
}

void
hall_batch_item_free (HallBatchItem *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*text_of (self, i));
  g_free (self);
}

HallBatchPage *
hall_batch_page_new (void)
{
  HallBatchPage *self = g_new0 (HallBatchPage, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_item_free);
  return self;
}

void
hall_batch_page_free (HallBatchPage *self)
{
  g_ptr_array_unref (self->items);
  g_free (self->next);
  g_free (self);
}

static void
add_item (JsonBuilder *builder, const HallBatchItem *item)
{
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    hall_wire_add_text (builder, texts[i].member, *text_of (item, i));
  hall_wire_add_int (builder, "version", item->version);
  hall_wire_add_text (builder, "state", hall_state_get_name (item->state));
  if (item->pin_recipient >= 0)
    {
      hall_wire_add_text (builder, "pin_way", item->pin_by_sms ? PIN_SMS : PIN_REMARK);
      hall_wire_add_text (builder, "pin_recipient",
                          hall_pin_recipient_get_name (item->pin_recipient));
    }
  hall_wire_add_time (builder, "pin_sent_at", item->pin_sent_s);
  hall_wire_add_bool (builder, "needs_colleague", item->needs_colleague);
  json_builder_end_object (builder);
}

void
hall_wire_add_batch_page (JsonBuilder *builder, const HallBatchPage *page)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->items->len; i++)
    add_item (builder, g_ptr_array_index (page->items, i));
  json_builder_end_array (builder);
  hall_wire_add_text (builder, "next", page->next);
  json_builder_end_object (builder);
}

static int
read_recipient (HallJson *json)
{
  const char *name = hall_json_optional_string (json, "pin_recipient");

  for (guint i = 0; name != NULL && i < HALL_N_PIN_RECIPIENTS; i++)
    if (g_str_equal (name, hall_pin_recipient_get_name (i)))
      return (int) i;
  return -1;
}

static HallBatchItem *
read_item (HallJson *json)
{
  HallBatchItem *item = hall_batch_item_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_of (item, i) = g_strdup (hall_json_optional_string (json, texts[i].member));
  item->version = hall_json_int (json, "version", 0, G_MAXINT64);
  item->state = hall_state_from_name (hall_json_string (json, "state"));
  item->pin_recipient = read_recipient (json);
  item->pin_by_sms = g_strcmp0 (hall_json_optional_string (json, "pin_way"), PIN_SMS) == 0;
  item->pin_sent_s = hall_wire_read_time (json, "pin_sent_at");
  item->needs_colleague = hall_json_optional_bool (json, "needs_colleague", FALSE);
  if (!hall_json_failed (json) && (item->state >= HALL_N_STATES || item->order == NULL))
    hall_json_fail (json, NULL, "an order with a known state");
  return item;
}

HallBatchPage *
hall_wire_read_batch_page (HallJson *json)
{
  g_autoptr (HallBatchPage) page = hall_batch_page_new ();

  if (hall_json_enter (json, "orders"))
    {
      for (guint i = 0, n = hall_json_count (json); i < n; i++)
        if (hall_json_enter_element (json, i))
          {
            g_ptr_array_add (page->items, read_item (json));
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  page->next = g_strdup (hall_json_optional_string (json, "next"));
  return hall_json_failed (json) ? NULL : g_steal_pointer (&page);
}
