/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-refund.h"

#include "hall-wire-finding.h"

#define MAX_AMOUNT G_GINT64_CONSTANT (100000000000000)

void
hall_refund_free (HallRefund *self)
{
  g_free (self->order);
  g_free (self->organisation);
  g_free (self->payee);
  g_free (self->bank);
  g_free (self->account);
  g_free (self->transaction);
  g_free (self);
}

HallRefundPage *
hall_refund_page_new (void)
{
  HallRefundPage *self = g_new0 (HallRefundPage, 1);

  self->refunds = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_refund_free);
  return self;
}

void
hall_refund_page_free (HallRefundPage *self)
{
  g_ptr_array_unref (self->refunds);
  g_free (self->next);
  g_free (self);
}

static void
add_refund (JsonBuilder *builder, const HallRefund *refund)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "order", refund->order);
  hall_wire_add_int (builder, "version", refund->version);
  hall_wire_add_text (builder, "organisation", refund->organisation);
  hall_wire_add_int (builder, "amount_fen", refund->amount_fen);
  if (refund->channel >= 0)
    hall_wire_add_text (builder, "channel", hall_pay_channel_get_name (refund->channel));
  hall_wire_add_text (builder, "payee", refund->payee);
  hall_wire_add_text (builder, "bank", refund->bank);
  hall_wire_add_text (builder, "account", refund->account);
  hall_wire_add_text (builder, "transaction", refund->transaction);
  hall_wire_add_time (builder, "since", refund->since_s);
  json_builder_end_object (builder);
}

static HallRefund *
read_refund (HallJson *json)
{
  HallRefund *refund = g_new0 (HallRefund, 1);
  HallPayChannel channel = hall_pay_channel_from_name (hall_json_optional_string (json, "channel"));

  refund->order = g_strdup (hall_json_string (json, "order"));
  refund->version = hall_json_int (json, "version", 0, G_MAXINT64);
  refund->organisation = g_strdup (hall_json_string (json, "organisation"));
  refund->amount_fen = hall_json_int (json, "amount_fen", 0, MAX_AMOUNT);
  refund->channel = channel < HALL_N_PAY_CHANNELS ? (int) channel : -1;
  refund->payee = g_strdup (hall_json_optional_string (json, "payee"));
  refund->bank = g_strdup (hall_json_optional_string (json, "bank"));
  refund->account = g_strdup (hall_json_optional_string (json, "account"));
  refund->transaction = g_strdup (hall_json_optional_string (json, "transaction"));
  refund->since_s = hall_wire_read_time (json, "since");
  return refund;
}

void
hall_wire_add_refund_page (JsonBuilder *builder, const HallRefundPage *page)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "refunds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->refunds->len; i++)
    add_refund (builder, g_ptr_array_index (page->refunds, i));
  json_builder_end_array (builder);
  hall_wire_add_text (builder, "next", page->next);
  json_builder_end_object (builder);
}

HallRefundPage *
hall_wire_read_refund_page (HallJson *json)
{
  g_autoptr (HallRefundPage) page = hall_refund_page_new ();

  if (hall_json_enter (json, "refunds"))
    {
      for (guint i = 0, n = hall_json_count (json); i < n; i++)
        if (hall_json_enter_element (json, i))
          {
            g_ptr_array_add (page->refunds, read_refund (json));
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  page->next = g_strdup (hall_json_optional_string (json, "next"));
  return hall_json_failed (json) ? NULL : g_steal_pointer (&page);
}
