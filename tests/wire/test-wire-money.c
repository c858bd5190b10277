/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cashiers and producers work with goes over the wire and comes back as it was.
 */
#include <string.h>

#include "hall-error.h"
#include "hall-transfer-match.h"
#include "hall-wire-money.h"
#include "hall-wire-production.h"
#include "hall-wire-refund.h"

/* What @builder has built, for reading. Takes it over. */
static HallJson *
turn (JsonBuilder *builder, JsonNode **root)
{
  *root = json_builder_get_root (builder);
  g_object_unref (builder);
  return hall_json_new ("wire", *root);
}

static void
assert_good (HallJson *json)
{
  g_autoptr (GError) error = NULL;

  hall_json_finish (json, &error);
  g_assert_no_error (error);
}

static void
test_format (void)
{
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("工商银行");
  g_autoptr (HallBankFormat) back = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  JsonBuilder *builder = json_builder_new ();

  format->separator = '\t';
  format->thousands = '\0';
  format->decimal = ',';
  format->header_lines = 0;
  format->encoding = HALL_ENCODING_GB18030;
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    format->columns[i] = i + 1;
  hall_wire_add_bank_format (builder, format);
  json = turn (builder, &root);
  back = hall_wire_read_bank_format (json);
  assert_good (json);
  g_assert_cmpstr (back->bank, ==, format->bank);
  g_assert_cmpint (back->separator, ==, '\t');
  g_assert_cmpint (back->thousands, ==, '\0');
  g_assert_cmpint (back->decimal, ==, ',');
  g_assert_cmpuint (back->header_lines, ==, 0);
  g_assert_cmpint (back->encoding, ==, HALL_ENCODING_GB18030);
  g_assert_cmpint (memcmp (back->columns, format->columns, sizeof format->columns), ==, 0);
}

static void
test_refused_formats (void)
{
  static const char *const bad[] = {
    "{}",
    "[]",
    "{\"bank\":\"a\",\"encoding\":\"ebcdic\",\"separator\":\"none\",\"header_lines\":1,"
    "\"columns\":{\"date\":1,\"amount\":2,\"payer\":3},\"decimal\":\".\",\"thousands\":\",\"}",
    "{\"bank\":\"a\",\"encoding\":\"auto\",\"separator\":\"::\",\"header_lines\":1,"
    "\"columns\":{\"date\":1,\"amount\":2,\"payer\":3},\"decimal\":\".\",\"thousands\":\",\"}",
    "{\"bank\":\"a\",\"encoding\":\"auto\",\"separator\":\"none\",\"header_lines\":1,"
    "\"columns\":{\"date\":1,\"amount\":1,\"payer\":3},\"decimal\":\".\",\"thousands\":\",\"}",
    "{\"bank\":\"a\",\"encoding\":\"auto\",\"separator\":\"none\",\"header_lines\":1,"
    "\"columns\":{\"date\":1,\"amount\":2,\"payer\":3,\"colour\":4},\"decimal\":\".\","
    "\"thousands\":\",\"}",
    "{\"bank\":\"a\",\"encoding\":\"auto\",\"separator\":\"none\",\"header_lines\":-1,"
    "\"columns\":{\"date\":1,\"amount\":2,\"payer\":3},\"decimal\":\".\",\"thousands\":\",\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) root = hall_json_parse ("bad", bad[i], -1, NULL);
      g_autoptr (HallJson) json = hall_json_new ("bad", root);
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (hall_wire_read_bank_format (json));
      g_assert_false (hall_json_finish (json, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

static HallTransfer *
make_transfer (void)
{
  HallTransfer *transfer = hall_transfer_new ();

  transfer->line = 7;
  transfer->occurrence = 1;
  transfer->date = g_strdup ("2026-11-22");
  transfer->amount_fen = 90000;
  transfer->payer = g_strdup ("甲公司");
  transfer->account = g_strdup ("");
  transfer->remark = g_strdup ("20261122000017");
  transfer->reference = g_strdup ("A1");
  return transfer;
}

static void
test_statement (void)
{
  g_autoptr (HallStatementPage) page = hall_statement_page_new ();
  g_autoptr (HallStatementPage) back = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  JsonBuilder *builder = json_builder_new ();
  HallStatementItem *item = hall_statement_item_new ();
  HallMatch *match = g_new0 (HallMatch, 1);
  const HallMatch *found;

  g_ptr_array_add (page->items, item);
  page->next = 12;
  item->id = 12;
  item->bank = g_strdup ("银行");
  item->transfer = make_transfer ();
  g_ptr_array_add (item->proposals, match);
  match->order = g_strdup ("20261122000017");
  match->organisation = g_strdup ("甲公司");
  match->state = HALL_STATE_PAYMENT_VERIFYING;
  match->amount_fen = 90000;
  match->agreement = HALL_AGREES_NUMBER | HALL_AGREES_AMOUNT;
  hall_wire_add_statement_page (builder, page);
  json = turn (builder, &root);
  back = hall_wire_read_statement_page (json);
  assert_good (json);
  g_assert_cmpint (back->next, ==, 12);
  item = g_ptr_array_index (back->items, 0);
  g_assert_cmpstr (item->transfer->payer, ==, "甲公司");
  g_assert_cmpstr (item->transfer->account, ==, "");
  found = g_ptr_array_index (item->proposals, 0);
  g_assert_cmpuint (found->agreement, ==, HALL_AGREES_NUMBER | HALL_AGREES_AMOUNT);
  g_assert_cmpint (found->state, ==, HALL_STATE_PAYMENT_VERIFYING);
}

static void
test_import (void)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_transfer_free);
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  JsonBuilder *builder = json_builder_new ();
  const HallTransfer *transfer;
  const char *bank;

  g_ptr_array_add (lines, make_transfer ());
  hall_wire_add_import (builder, "工商银行", lines);
  json = turn (builder, &root);
  back = hall_wire_read_import (json, &bank);
  assert_good (json);
  g_assert_cmpstr (bank, ==, "工商银行");
  transfer = g_ptr_array_index (back, 0);
  g_assert_cmpuint (transfer->line, ==, 7);
  g_assert_cmpuint (transfer->occurrence, ==, 1);
}

static void
test_refunds (void)
{
  g_autoptr (HallRefundPage) page = hall_refund_page_new ();
  g_autoptr (HallRefundPage) back = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  JsonBuilder *builder = json_builder_new ();
  HallRefund *refund = g_new0 (HallRefund, 1);

  g_ptr_array_add (page->refunds, refund);
  refund->order = g_strdup ("20261122000017");
  refund->organisation = g_strdup ("甲公司");
  refund->channel = HALL_PAY_ALIPAY;
  refund->transaction = g_strdup ("T1");
  refund->since_s = 1763800000;
  hall_wire_add_refund_page (builder, page);
  json = turn (builder, &root);
  back = hall_wire_read_refund_page (json);
  assert_good (json);
  refund = g_ptr_array_index (back->refunds, 0);
  g_assert_null (refund->payee);
  g_assert_cmpint (refund->channel, ==, HALL_PAY_ALIPAY);
  g_assert_cmpint (refund->since_s, ==, 1763800000);
  g_assert_null (back->next);
}

static void
test_production (void)
{
  g_autoptr (HallBatchPage) page = hall_batch_page_new ();
  g_autoptr (HallBatchPage) back = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  JsonBuilder *builder = json_builder_new ();
  HallBatchItem *item = hall_batch_item_new ("20261122000017");

  g_ptr_array_add (page->items, item);
  page->next = g_strdup ("0-1-2");
  item->version = 9;
  item->state = HALL_STATE_IN_PRODUCTION;
  item->organisation = g_strdup ("甲公司");
  item->certificate_type = g_strdup ("organisation");
  item->serial = g_strdup ("2F0011AA");
  item->pin_recipient = HALL_PIN_TO_SUBJECT;
  item->pin_by_sms = TRUE;
  item->needs_colleague = TRUE;
  hall_wire_add_batch_page (builder, page);
  json = turn (builder, &root);
  back = hall_wire_read_batch_page (json);
  assert_good (json);
  item = g_ptr_array_index (back->items, 0);
  g_assert_cmpint (item->version, ==, 9);
  g_assert_cmpint (item->pin_recipient, ==, HALL_PIN_TO_SUBJECT);
  g_assert_true (item->pin_by_sms && item->needs_colleague);
  g_assert_cmpstr (item->serial, ==, "2F0011AA");
  g_assert_null (item->subject);
  g_assert_cmpstr (back->next, ==, "0-1-2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire-money/format", test_format);
  g_test_add_func ("/wire-money/refused-formats", test_refused_formats);
  g_test_add_func ("/wire-money/statement", test_statement);
  g_test_add_func ("/wire-money/import", test_import);
  g_test_add_func ("/wire-money/refunds", test_refunds);
  g_test_add_func ("/wire-money/production", test_production);
  return g_test_run ();
}
