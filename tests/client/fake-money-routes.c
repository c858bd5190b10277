/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers to cashiers and producers: statements, refunds, what is to be
 * made, certificates and labels.
 */
#include <string.h>

#include "fake-answer.h"
#include "hall-batch-list.h"
#include "hall-path.h"
#include "hall-transfer-match.h"
#include "hall-wire-finding.h"
#include "hall-wire-money.h"
#include "hall-wire-production.h"
#include "hall-wire-refund.h"

#define CASHIER  HALL_ACTOR_BIT (HALL_ACTOR_CASHIER)
#define PRODUCER HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER)

static void
send_formats (Fake *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  hall_wire_add_bank_formats (builder, self->hall->formats);
  fake_send_json (self, 200, builder);
}

static void
put_format (Fake *self)
{
  g_autoptr (HallJson) json = hall_json_new ("body", self->body);
  HallBankFormat *format = hall_wire_read_bank_format (json);

  g_assert_nonnull (format);
  g_ptr_array_set_size (self->hall->formats, 0);
  g_ptr_array_add (self->hall->formats, format);
  send_formats (self);
}

static gboolean
is_known (Fake *self, const HallTransfer *transfer)
{
  for (guint i = 0; i < self->hall->transfers->len; i++)
    {
      const HallTransfer *other = g_ptr_array_index (self->hall->transfers, i);

      if (g_str_equal (other->payer, transfer->payer) && g_str_equal (other->date, transfer->date)
          && g_str_equal (other->remark, transfer->remark)
          && other->occurrence == transfer->occurrence)
        return TRUE;
    }
  return FALSE;
}

static void
import_lines (Fake *self)
{
  g_autoptr (HallJson) json = hall_json_new ("body", self->body);
  g_autoptr (HallImportResult) result = hall_import_result_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) lines = NULL;
  const char *bank;

  lines = hall_wire_read_import (json, &bank);
  g_assert_nonnull (lines);
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      HallTransfer *transfer = g_ptr_array_index (lines, i);

      if (is_known (self, transfer))
        {
          g_array_append_val (result->known, transfer->line);
          hall_transfer_free (transfer);
          continue;
        }
      result->added++;
      transfer->line = self->hall->transfers->len + 1;
      g_ptr_array_add (self->hall->transfers, transfer);
    }
  hall_wire_add_import_result (builder, result);
  fake_send_json (self, 200, builder);
}

static HallTransfer *
copy_transfer (const HallTransfer *transfer)
{
  HallTransfer *copy = g_memdup2 (transfer, sizeof *transfer);

  copy->date = g_strdup (transfer->date);
  copy->payer = g_strdup (transfer->payer);
  copy->account = g_strdup (transfer->account);
  copy->remark = g_strdup (transfer->remark);
  copy->reference = g_strdup (transfer->reference);
  return copy;
}

static HallStatementItem *
make_item (Fake *self, const HallTransfer *transfer, const char *wanted)
{
  HallStatementItem *item = hall_statement_item_new ();

  item->id = transfer->line;
  item->bank = g_strdup ("工商银行");
  item->transfer = copy_transfer (transfer);
  for (guint i = 0; i < self->hall->orders->len; i++)
    {
      const HallOrder *order = g_ptr_array_index (self->hall->orders, i);
      const HallExpectedTransfer expected = { order->number, order->organisation,
                                              order->amount_fen };
      guint agreement = hall_transfer_match (transfer, &expected);
      HallMatch *match;

      if ((agreement & ~(guint) HALL_AGREES_AMOUNT) == 0
          || (wanted != NULL && !g_str_equal (wanted, order->number)))
        continue;
      match = g_new0 (HallMatch, 1);
      match->order = g_strdup (order->number);
      match->organisation = g_strdup (order->organisation);
      match->state = order->state;
      match->amount_fen = order->amount_fen;
      match->agreement = agreement;
      g_ptr_array_add (item->proposals, match);
    }
  return item;
}

static GHashTable *
get_query (Fake *self)
{
  const char *text = g_uri_get_query (soup_server_message_get_uri (self->message));

  return text != NULL ? soup_form_decode (text) : g_hash_table_new (g_str_hash, g_str_equal);
}

static void
list_lines (Fake *self)
{
  g_autoptr (GHashTable) query = get_query (self);
  const char *wanted = g_hash_table_lookup (query, "order");
  g_autoptr (HallStatementPage) page = hall_statement_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < self->hall->transfers->len; i++)
    {
      HallStatementItem *item =
          make_item (self, g_ptr_array_index (self->hall->transfers, i), wanted);

      if (wanted == NULL || item->proposals->len > 0)
        g_ptr_array_add (page->items, item);
      else
        hall_statement_item_free (item);
    }
  hall_wire_add_statement_page (builder, page);
  fake_send_json (self, 200, builder);
}

static void
set_aside (Fake *self)
{
  guint64 id = g_ascii_strtoull (self->names[0], NULL, 10);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < self->hall->transfers->len; i++)
    {
      const HallTransfer *transfer = g_ptr_array_index (self->hall->transfers, i);
      g_autoptr (HallStatementItem) item = NULL;

      if (transfer->line != id)
        continue;
      item = make_item (self, transfer, NULL);
      item->set_aside = TRUE;
      hall_wire_add_statement_item (builder, item);
      g_ptr_array_remove_index (self->hall->transfers, i);
      fake_send_json (self, 200, builder);
      return;
    }
  fake_send_problem (self, HALL_ERROR_NOT_FOUND, "There is no such line.");
}

static void
list_refunds (Fake *self)
{
  g_autoptr (HallRefundPage) page = hall_refund_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < self->hall->orders->len; i++)
    {
      const HallOrder *order = g_ptr_array_index (self->hall->orders, i);
      HallRefund *refund;

      if (order->state != HALL_STATE_REFUND_PENDING)
        continue;
      refund = g_new0 (HallRefund, 1);
      g_ptr_array_add (page->refunds, refund);
      refund->order = g_strdup (order->number);
      refund->version = order->version;
      refund->organisation = g_strdup (order->organisation);
      refund->amount_fen = order->amount_fen;
      refund->channel = order->channel;
      refund->payee = g_strdup (order->organisation);
      refund->account = g_strdup ("755900000010101");
    }
  hall_wire_add_refund_page (builder, page);
  fake_send_json (self, 200, builder);
}

static HallBatchItem *
make_batch_item (const HallOrder *order)
{
  HallBatchItem *item = hall_batch_item_new (order->number);

  item->version = order->version;
  item->state = order->state;
  item->project = g_strdup (FAKE_PROJECT);
  item->certificate_type = g_strdup (order->certificate_type);
  item->type_label = g_strdup ("Organisation certificate");
  item->organisation = g_strdup (order->organisation);
  item->organisation_code = g_strdup ("91999999MA0000023Y");
  item->recipient = g_strdup ("张三");
  item->phone = g_strdup ("13800138000");
  item->address = g_strdup ("广东省深圳市南山区测试路1号");
  item->pin_recipient = HALL_PIN_TO_HANDLER;
  item->pin_by_sms = TRUE;
  item->pin_sent_s = 1763800000;
  item->courier = g_strdup (order->courier);
  item->tracking_number = g_strdup (order->tracking_number);
  item->needs_colleague = g_strcmp0 (order->reviewed_by, FAKE_STAFF) == 0;
  return item;
}

static void
list_production (Fake *self)
{
  g_autoptr (GHashTable) query = get_query (self);
  gboolean shipping = g_strcmp0 (g_hash_table_lookup (query, "tab"), "shipping") == 0;
  g_autoptr (HallBatchPage) page = hall_batch_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < self->hall->orders->len; i++)
    {
      const HallOrder *order = g_ptr_array_index (self->hall->orders, i);

      if (shipping ? order->state == HALL_STATE_IN_PRODUCTION || order->state == HALL_STATE_SHIPPED
                   : order->state == HALL_STATE_ACCEPTED)
        g_ptr_array_add (page->items, make_batch_item (order));
    }
  hall_wire_add_batch_page (builder, page);
  fake_send_json (self, 200, builder);
}

static void
put_certificate (Fake *self)
{
  if (!hall_serial_is_good (fake_get_text (self, "serial")))
    fake_send_issue (self, "serial", HALL_ISSUE_LINE_SERIAL);
  else if (self->order->state != HALL_STATE_IN_PRODUCTION)
    fake_send_problem (self, HALL_ERROR_CONFLICT, "This order is not in production.");
  else
    {
      fake_hall_touch (self->hall, self->order);
      fake_send_order (self, 200);
    }
}

static void
send_labels (Fake *self)
{
  fake_send_text (self, 200, "application/pdf", g_strdup ("%PDF-1.4 no page"));
}

const FakeRoute fake_money_routes[] = {
  { "GET", HALL_PATH_BANK_FORMATS, CASHIER, send_formats },
  { "PUT", HALL_PATH_BANK_FORMATS, CASHIER, put_format },
  { "GET", HALL_PATH_STATEMENT_LINES, CASHIER, list_lines },
  { "POST", HALL_PATH_STATEMENT_LINES, CASHIER, import_lines },
  { "PUT", HALL_PATH_STATEMENT_LINE, CASHIER, set_aside },
  { "GET", HALL_PATH_REFUNDS, CASHIER, list_refunds },
  { "GET", HALL_PATH_PRODUCTION, PRODUCER, list_production },
  { "PUT", HALL_PATH_CERTIFICATE, PRODUCER, put_certificate },
  { "GET", HALL_PATH_LABELS, PRODUCER, send_labels },
  { NULL },
};
