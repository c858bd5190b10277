/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-store.h"

#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-queue-search.h"
#include "hall-transfer-match.h"
#include "hall-wire-finding.h"
#include "hall-wire-money.h"

#define COLUMNS "SELECT id, bank, content_sealed, order_number, set_aside_by FROM statement_lines "
#define OPEN    "order_number IS NULL AND set_aside_by IS NULL "
#define MAX_FOR "50"

static const char SQL_ADD[] =
    "INSERT INTO statement_lines (id, line_key, bank, amount_fen, content_sealed, payer_key, "
    "number_in_remark, imported_by, imported_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "ON CONFLICT (line_key) DO NOTHING";
static const char SQL_GET[] = COLUMNS "WHERE id = $1";
static const char SQL_GET_USED[] =
    COLUMNS "WHERE order_number = $1 ORDER BY used_s DESC, id DESC LIMIT 1";
static const char SQL_LIST[] = COLUMNS "WHERE " OPEN "AND id > $1 ORDER BY id LIMIT $2";
static const char SQL_LIST_FOR[] =
    COLUMNS "WHERE " OPEN "AND payer_key = $1 "
            "UNION " COLUMNS "WHERE " OPEN "AND number_in_remark = $2 ORDER BY id LIMIT " MAX_FOR;
static const char SQL_USE[] =
    "UPDATE statement_lines SET order_number = $2, used_by = $3, used_s = $4 "
    "WHERE id = $1 AND " OPEN;
static const char SQL_SET_ASIDE[] =
    "UPDATE statement_lines SET set_aside_by = $2 WHERE id = $1 AND order_number IS NULL";
static const char SQL_ORDERS[] =
    "SELECT number, organisation, state, amount_fen FROM orders WHERE number = $1 "
    "UNION SELECT number, organisation, state, amount_fen FROM orders "
    "WHERE state = 'payment-verifying' AND organisation_folded = $2 ORDER BY number LIMIT " MAX_FOR;

void
hall_statement_line_free (HallStatementLine *self)
{
  g_free (self->bank);
  g_clear_pointer (&self->transfer, hall_transfer_free);
  g_free (self->order);
  g_free (self);
}

static void
candidate_free (HallStatementCandidate *self)
{
  g_free (self->number);
  g_free (self->organisation);
  g_free (self->state);
  g_free (self);
}

static char *
make_payer_key (const HallVault *vault, const char *payer)
{
  g_autofree char *folded = hall_queue_search_fold (payer);
  g_autofree char *text = g_strdup_printf ("payer\n%s", folded);

  return hall_vault_lookup_key (vault, text);
}

/* The bank is no part of it: a file imported under another bank's name is the same file. */
static char *
make_line_key (const HallVault *vault, const HallTransfer *transfer)
{
  g_autofree char *text =
      g_strdup_printf ("statement\n%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%u", transfer->date,
                       transfer->amount_fen, transfer->payer, transfer->account, transfer->remark,
                       transfer->reference, transfer->occurrence);

  return hall_vault_lookup_key (vault, text);
}

static char *
seal_transfer (const HallVault *vault, const HallTransfer *transfer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  hall_wire_add_transfer (builder, transfer);
  root = json_builder_get_root (builder);
  text = hall_wire_to_text (root);
  return hall_vault_seal (vault, text);
}

static HallTransfer *
open_transfer (const HallVault *vault, const char *sealed, GError **error)
{
  g_autofree char *text = hall_vault_open (vault, sealed, error);
  g_autoptr (JsonNode) root =
      text != NULL ? hall_json_parse ("statement_lines", text, -1, error) : NULL;
  g_autoptr (HallJson) json = NULL;
  g_autoptr (HallTransfer) transfer = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("statement_lines", root);
  transfer = hall_wire_read_transfer (json);
  return hall_json_finish (json, error) ? g_steal_pointer (&transfer) : NULL;
}

gboolean
hall_statement_store_add (HallDb *db,
                          const HallVault *vault,
                          const HallStatementEntry *entry,
                          gboolean *added,
                          GError **error)
{
  const HallTransfer *transfer = entry->transfer;
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  g_autofree char *line_key = make_line_key (vault, transfer);
  g_autofree char *payer_key = make_payer_key (vault, transfer->payer);
  g_autofree char *sealed = seal_transfer (vault, transfer);
  g_autofree char *number = hall_remark_find_number (transfer->remark);
  gint64 id = stmt != NULL ? hall_counter_next (db, "statement-lines", error) : 0;

  if (id == 0)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, line_key);
  hall_stmt_bind_text (stmt, 3, entry->bank);
  hall_stmt_bind_int (stmt, 4, transfer->amount_fen);
  hall_stmt_bind_text (stmt, 5, sealed);
  hall_stmt_bind_text (stmt, 6, payer_key);
  hall_stmt_bind_text (stmt, 7, number != NULL ? number : "");
  hall_stmt_bind_text (stmt, 8, entry->staff);
  hall_stmt_bind_int (stmt, 9, entry->now_s);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  *added = hall_db_get_changes (db) > 0;
  return TRUE;
}

static HallStatementLine *
read_line (HallStmt *stmt, const HallVault *vault, GError **error)
{
  g_autoptr (HallStatementLine) line = g_new0 (HallStatementLine, 1);

  line->id = hall_stmt_get_int (stmt, 0);
  line->bank = g_strdup (hall_stmt_get_text (stmt, 1));
  line->transfer = open_transfer (vault, hall_stmt_get_text (stmt, 2), error);
  line->order = g_strdup (hall_stmt_get_text (stmt, 3));
  line->set_aside = hall_stmt_get_text (stmt, 4) != NULL;
  return line->transfer != NULL ? g_steal_pointer (&line) : NULL;
}

/* Frees nothing. Returns: the first line; NULL, with @error or without */
static HallStatementLine *
get_line (HallStmt *stmt, const HallVault *vault, GError **error)
{
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_line (stmt, vault, error) : NULL;
}

static GPtrArray *
list_lines (HallStmt *stmt, const HallVault *vault, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_statement_line_free);
  HallStep step;

  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallStatementLine *line = read_line (stmt, vault, error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

HallStatementLine *
hall_statement_store_get (HallDb *db, const HallVault *vault, gint64 id, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, id);
  return get_line (stmt, vault, error);
}

HallStatementLine *
hall_statement_store_get_used (HallDb *db,
                               const HallVault *vault,
                               const char *order,
                               GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_USED, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  return get_line (stmt, vault, error);
}

GPtrArray *
hall_statement_store_list (
    HallDb *db, const HallVault *vault, gint64 after, guint limit, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, after);
  hall_stmt_bind_int (stmt, 2, limit);
  return list_lines (stmt, vault, error);
}

GPtrArray *
hall_statement_store_list_for (
    HallDb *db, const HallVault *vault, const char *order, const char *organisation, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST_FOR, error);
  g_autofree char *key = make_payer_key (vault, organisation);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_text (stmt, 2, order);
  return list_lines (stmt, vault, error);
}

static gboolean
run_on_one (HallDb *db, HallStmt *stmt, GError **error)
{
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  if (hall_db_get_changes (db) == 1)
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       "this line of the statement has been used");
  return FALSE;
}

gboolean
hall_statement_store_use (
    HallDb *db, gint64 id, const char *order, const char *staff, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_USE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, order);
  hall_stmt_bind_text (stmt, 3, staff);
  hall_stmt_bind_int (stmt, 4, now_s);
  return run_on_one (db, stmt, error);
}

gboolean
hall_statement_store_set_aside (HallDb *db, gint64 id, const char *staff, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET_ASIDE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, staff);
  return run_on_one (db, stmt, error);
}

GPtrArray *
hall_statement_store_list_orders (HallDb *db, const HallTransfer *transfer, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ORDERS, error);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  g_autofree char *folded = hall_queue_search_fold (transfer->payer);
  g_autofree char *number = hall_remark_find_number (transfer->remark);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, number != NULL ? number : "");
  hall_stmt_bind_text (stmt, 2, folded);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallStatementCandidate *order = g_new0 (HallStatementCandidate, 1);

      order->number = g_strdup (hall_stmt_get_text (stmt, 0));
      order->organisation = g_strdup (hall_stmt_get_text (stmt, 1));
      order->state = g_strdup (hall_stmt_get_text (stmt, 2));
      order->amount_fen = hall_stmt_get_int (stmt, 3);
      g_ptr_array_add (orders, order);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&orders) : NULL;
}
