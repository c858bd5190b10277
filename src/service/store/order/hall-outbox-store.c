/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-outbox-store.h"

#include "hall-counter-store.h"

static const char *const kind_names[HALL_N_OUTBOX_KINDS] = {
  [HALL_OUTBOX_SMS] = "sms",
  [HALL_OUTBOX_TRANSFER] = "transfer",
};

static const char SQL_ADD[] =
    "INSERT INTO outbox (id, kind, order_number, payload_sealed, state, attempts, due_s, "
    "created_s) VALUES ($1, $2, $3, $4, 'waiting', 0, $5, $5)";
static const char SQL_NEXT[] =
    "SELECT id, kind, order_number, payload_sealed, state, attempts FROM outbox "
    "WHERE state <> 'done' AND state <> 'failed' AND due_s <= $1 ORDER BY due_s, id LIMIT 1";
static const char SQL_NEXT_DUE[] =
    "SELECT MIN (due_s), COUNT (*) FROM outbox WHERE state <> 'done' AND state <> 'failed'";
static const char SQL_SENT[] =
    "UPDATE outbox SET state = 'sent', attempts = 0, due_s = $2 WHERE id = $1";
static const char SQL_FINISH[] = "UPDATE outbox SET state = $2, payload_sealed = $3 WHERE id = $1";
static const char SQL_RETRY[] =
    "UPDATE outbox SET attempts = attempts + 1, due_s = $2, last_error = $3 WHERE id = $1";
static const char SQL_DROP[] = "UPDATE outbox SET state = 'failed', payload_sealed = $3 "
                               "WHERE kind = $1 AND order_number = $2 AND state = 'waiting'";

void
hall_outbox_item_free (HallOutboxItem *self)
{
  g_free (self->order);
  g_free (self->payload);
  g_free (self);
}

gboolean
hall_outbox_add (HallDb *db,
                 const HallVault *vault,
                 HallOutboxKind kind,
                 const char *order,
                 const char *payload,
                 gint64 due_s,
                 GError **error)
{
  gint64 id = hall_counter_next (db, "outbox", error);
  g_autoptr (HallStmt) stmt = id > 0 ? hall_db_query (db, SQL_ADD, error) : NULL;
  g_autofree char *sealed = hall_vault_seal (vault, payload);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, kind_names[kind]);
  hall_stmt_bind_text (stmt, 3, order);
  hall_stmt_bind_text (stmt, 4, sealed);
  hall_stmt_bind_int (stmt, 5, due_s);
  return hall_stmt_run (stmt, error);
}

HallOutboxItem *
hall_outbox_next (HallDb *db, const HallVault *vault, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEXT, error);
  g_autoptr (HallOutboxItem) item = NULL;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, now_s);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  item = g_new0 (HallOutboxItem, 1);
  item->id = hall_stmt_get_int (stmt, 0);
  item->kind = g_strcmp0 (hall_stmt_get_text (stmt, 1), kind_names[HALL_OUTBOX_SMS]) == 0
                   ? HALL_OUTBOX_SMS
                   : HALL_OUTBOX_TRANSFER;
  item->order = g_strdup (hall_stmt_get_text (stmt, 2));
  item->payload = hall_vault_open (vault, hall_stmt_get_text (stmt, 3), error);
  item->sent = g_strcmp0 (hall_stmt_get_text (stmt, 4), "sent") == 0;
  item->attempts = (guint) hall_stmt_get_int (stmt, 5);
  return item->payload != NULL ? g_steal_pointer (&item) : NULL;
}

gint64
hall_outbox_next_due (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEXT_DUE, error);

  if (stmt == NULL || hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return -1;
  return hall_stmt_get_int (stmt, 1) > 0 ? hall_stmt_get_int (stmt, 0) : G_MAXINT64;
}

gboolean
hall_outbox_set_sent (HallDb *db, gint64 id, gint64 due_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SENT, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_int (stmt, 2, due_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_outbox_finish (HallDb *db, const HallVault *vault, gint64 id, gboolean done, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FINISH, error);
  g_autofree char *nothing = hall_vault_seal (vault, "");

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, done ? "done" : "failed");
  hall_stmt_bind_text (stmt, 3, nothing);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_outbox_retry (HallDb *db, gint64 id, gint64 due_s, const char *reason, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_RETRY, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_int (stmt, 2, due_s);
  hall_stmt_bind_text (stmt, 3, reason);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_outbox_drop (
    HallDb *db, const HallVault *vault, HallOutboxKind kind, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_DROP, error);
  g_autofree char *nothing = hall_vault_seal (vault, "");

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, kind_names[kind]);
  hall_stmt_bind_text (stmt, 2, order);
  hall_stmt_bind_text (stmt, 3, nothing);
  return hall_stmt_run (stmt, error);
}
