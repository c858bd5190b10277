/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cashiers work with: statements of banks and what they propose, and refunds. That money has
 * arrived, and that it was paid back, is said by events of the order.
 */
#include "hall-bank-format-store.h"
#include "hall-limits.h"
#include "hall-payment-store.h"
#include "hall-queue-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-statement-store.h"
#include "hall-transfer-match.h"
#include "hall-wire-money.h"
#include "hall-wire-refund.h"

#define CASHIER HALL_ACTOR_BIT (HALL_ACTOR_CASHIER)

static HallAnswer *
answer_formats (HallContext *context, GError **error)
{
  g_autoptr (GPtrArray) formats = hall_bank_format_store_list (context->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (formats == NULL)
    return NULL;
  hall_wire_add_bank_formats (builder, formats);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
get_formats (HallContext *context, G_GNUC_UNUSED const HallRequest *request, GError **error)
{
  return answer_formats (context, error);
}

static HallAnswer *
put_format (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallBankFormat) format = hall_wire_read_bank_format (json);

  if (!hall_json_finish (json, error)
      || !hall_bank_format_store_put (context->db, format, context->caller.staff, context->now_s,
                                      error))
    return NULL;
  return answer_formats (context, error);
}

static gboolean
keep_line (HallContext *context,
           const char *bank,
           const HallTransfer *transfer,
           HallImportResult *result,
           GError **error)
{
  const HallStatementEntry entry = { bank, transfer, context->caller.staff, context->now_s };
  gboolean added;

  if (!hall_statement_store_add (context->db, context->setup->vault, &entry, &added, error))
    return FALSE;
  if (added)
    result->added++;
  else
    g_array_append_val (result->known, transfer->line);
  return TRUE;
}

static HallAnswer *
post_lines (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  const char *bank;
  g_autoptr (GPtrArray) lines = hall_wire_read_import (json, &bank);
  g_autoptr (HallImportResult) result = hall_import_result_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!hall_json_finish (json, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!keep_line (context, bank, g_ptr_array_index (lines, i), result, error))
      return NULL;
  hall_wire_add_import_result (builder, result);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const HallProposal *first = *(HallProposal *const *) a;
  const HallProposal *second = *(HallProposal *const *) b;
  gboolean first_waits = first->state == HALL_STATE_PAYMENT_VERIFYING;
  gboolean second_waits = second->state == HALL_STATE_PAYMENT_VERIFYING;

  if (first_waits != second_waits)
    return first_waits ? -1 : 1;
  return (int) hall_agreement_get_score (second->agreement)
         - (int) hall_agreement_get_score (first->agreement);
}

static gboolean
add_proposals (HallContext *context, HallStatementItem *item, GError **error)
{
  g_autoptr (GPtrArray) orders =
      hall_statement_store_list_orders (context->db, item->transfer, error);

  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      const HallStatementCandidate *order = g_ptr_array_index (orders, i);
      const HallExpectedTransfer expected = { order->number, order->organisation,
                                              order->amount_fen };
      HallProposal *proposal = g_new0 (HallProposal, 1);

      proposal->order = g_strdup (order->number);
      proposal->organisation = g_strdup (order->organisation);
      proposal->state = hall_state_from_name (order->state);
      proposal->amount_fen = order->amount_fen;
      proposal->agreement = hall_transfer_match (item->transfer, &expected);
      g_ptr_array_add (item->proposals, proposal);
    }
  g_ptr_array_sort (item->proposals, compare_proposals);
  return TRUE;
}

/* Takes the line's texts over. NULL with @error */
static HallStatementItem *
make_item (HallContext *context, HallStatementLine *line, GError **error)
{
  g_autoptr (HallStatementItem) item = hall_statement_item_new ();

  item->id = line->id;
  item->bank = g_steal_pointer (&line->bank);
  item->transfer = g_steal_pointer (&line->transfer);
  item->order = g_steal_pointer (&line->order);
  item->set_aside = line->set_aside;
  if (item->order == NULL && !add_proposals (context, item, error))
    return NULL;
  return g_steal_pointer (&item);
}

static HallAnswer *
answer_lines (HallContext *context, GPtrArray *lines, guint limit, GError **error)
{
  g_autoptr (HallStatementPage) page = hall_statement_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < lines->len && i < limit; i++)
    {
      HallStatementItem *item = make_item (context, g_ptr_array_index (lines, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (page->items, item);
      if (i + 1 == limit && lines->len > limit)
        page->next = item->id;
    }
  hall_wire_add_statement_page (builder, page);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
answer_lines_for (HallContext *context, const char *number, GError **error)
{
  g_autoptr (HallRecord) record = hall_context_glance_at_order (context, number, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (record == NULL)
    return NULL;
  lines = hall_statement_store_list_for (context->db, context->setup->vault, record->number,
                                         record->organisation, error);
  return lines != NULL ? answer_lines (context, lines, G_MAXUINT, error) : NULL;
}

static gboolean
parse_id (const char *text, gint64 *id, GError **error)
{
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "“%s” is not a cursor of this list",
                   text);
      return FALSE;
    }
  *id = (gint64) number;
  return TRUE;
}

static HallAnswer *
get_lines (HallContext *context, const HallRequest *request, GError **error)
{
  const char *order = hall_request_get_query (request, "order");
  g_autoptr (GPtrArray) lines = NULL;
  gint64 after;
  guint limit;

  if (order != NULL)
    return answer_lines_for (context, order, error);
  if (!hall_reply_read_limit (request, &limit, error)
      || !parse_id (hall_request_get_query (request, "cursor"), &after, error))
    return NULL;
  lines = hall_statement_store_list (context->db, context->setup->vault, after, limit + 1, error);
  return lines != NULL ? answer_lines (context, lines, limit, error) : NULL;
}

/* NULL with HALL_ERROR_NOT_FOUND if there is no such line. */
static HallStatementLine *
load_line (HallContext *context, const HallRequest *request, GError **error)
{
  const char *text = hall_request_get_arg (request, 0);
  g_autoptr (GError) failure = NULL;
  guint64 id = 0;
  HallStatementLine *line = NULL;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    line = hall_statement_store_get (context->db, context->setup->vault, (gint64) id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (line == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                 hall_reply_say (context, "没有银行流水“%s”。", "There is no line “%s”."), text);
  return line;
}

static HallAnswer *
put_line (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "set_aside", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallStatementLine) line = NULL;
  g_autoptr (HallStatementItem) item = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean aside;

  hall_json_expect (json, members);
  aside = hall_json_bool (json, "set_aside");
  if (!hall_json_finish (json, error))
    return NULL;
  line = load_line (context, request, error);
  if (line == NULL
      || !hall_statement_store_set_aside (context->db, line->id,
                                          aside ? context->caller.staff : NULL, error))
    return NULL;
  line->set_aside = aside;
  item = make_item (context, line, error);
  if (item == NULL)
    return NULL;
  hall_wire_add_statement_item (builder, item);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* Back to who paid: by the statement if that is known, else to the account the payment proved. */
static gboolean
add_payee (HallContext *context, const HallRecord *record, HallRefund *refund, GError **error)
{
  HallCatalog *catalog;
  const HallCertificateType *type;
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallStatementLine) line =
      hall_statement_store_get_used (context->db, context->setup->vault, record->number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!hall_context_find_type (context, record, &catalog, &type, error))
    return FALSE;
  refund->payee = g_strdup (
      hall_application_get_role (record->application, catalog, HALL_FIELD_ROLE_ACCOUNT_NAME));
  refund->bank = g_strdup (
      hall_application_get_role (record->application, catalog, HALL_FIELD_ROLE_ACCOUNT_BRANCH));
  refund->account = g_strdup (
      hall_application_get_role (record->application, catalog, HALL_FIELD_ROLE_ACCOUNT_NUMBER));
  if (line == NULL)
    return TRUE;
  g_free (refund->payee);
  refund->payee = g_strdup (line->transfer->payer);
  refund->transaction = g_strdup (line->transfer->reference);
  if (*line->transfer->account != '\0')
    {
      g_clear_pointer (&refund->bank, g_free);
      g_free (refund->account);
      refund->account = g_strdup (line->transfer->account);
    }
  return TRUE;
}

static gboolean
add_transaction (HallContext *context, HallRefund *refund, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallBill) bill = hall_payment_store_get_paid (context->db, refund->order, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  refund->transaction = bill != NULL ? g_strdup (bill->transaction) : NULL;
  return TRUE;
}

static gboolean
add_refund (HallContext *context, const char *number, HallRefundPage *page, GError **error)
{
  g_autoptr (HallRecord) record = hall_context_load_order (context, number, error);
  HallPayChannel channel;
  HallRefund *refund;

  if (record == NULL)
    return FALSE;
  channel = hall_pay_channel_from_name (record->channel);
  refund = g_new0 (HallRefund, 1);
  g_ptr_array_add (page->refunds, refund);
  refund->order = g_strdup (record->number);
  refund->version = record->version;
  refund->organisation = g_strdup (record->organisation);
  refund->amount_fen = record->amount_fen;
  refund->channel = channel < HALL_N_PAY_CHANNELS ? (int) channel : -1;
  refund->since_s = record->changed_s;
  return channel == HALL_PAY_TRANSFER ? add_payee (context, record, refund, error)
                                      : add_transaction (context, refund, error);
}

static HallAnswer *
get_refunds (HallContext *context, const HallRequest *request, GError **error)
{
  HallQueueQuery query = { .tab = "refund",
                           .staff = context->caller.staff,
                           .cursor = hall_request_get_query (request, "cursor"),
                           .now_s = context->now_s };
  g_autoptr (HallRefundPage) page = hall_refund_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;

  if (!hall_reply_read_limit (request, &query.limit, error))
    return NULL;
  rows = hall_queue_list (context->db, context->setup->vault, &query, &page->next, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!add_refund (context, ((HallQueueRow *) g_ptr_array_index (rows, i))->record->number, page,
                     error))
      return NULL;
  hall_wire_add_refund_page (builder, page);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

const HallRoute hall_routes_money[] = {
  { "GET", HALL_PATH_BANK_FORMATS, CASHIER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_formats,
    NULL },
  { "PUT", HALL_PATH_BANK_FORMATS, CASHIER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, HALL_ROUTE_WRITES,
    put_format, NULL },
  { "GET", HALL_PATH_STATEMENT_LINES, CASHIER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_lines,
    NULL },
  { "POST", HALL_PATH_STATEMENT_LINES, CASHIER, HALL_BODY_JSON, HALL_MAX_IMPORT_BYTES,
    HALL_ROUTE_WRITES, post_lines, NULL },
  { "PUT", HALL_PATH_STATEMENT_LINE, CASHIER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES, put_line, NULL },
  { "GET", HALL_PATH_REFUNDS, CASHIER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_refunds, NULL },
  { NULL },
};
