/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decision-store.h"

static const char SQL_GET[] = "SELECT event, staff, shown_hash, text_sealed, body_sealed, "
                              "due_s FROM decisions "
                              "WHERE order_number = $1";
static const char SQL_ADD[] =
    "INSERT INTO decisions (order_number, event, staff, shown_hash, text_sealed, body_sealed, "
    "made_s, due_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_REMOVE[] = "DELETE FROM decisions WHERE order_number = $1";
static const char SQL_NEXT[] = "SELECT order_number FROM decisions WHERE due_s <= $1 "
                               "ORDER BY due_s LIMIT 1";
static const char SQL_NEXT_DUE[] = "SELECT due_s FROM decisions ORDER BY due_s LIMIT 1";

void
hall_decision_free (HallDecision *self)
{
  g_free (self->order);
  g_free (self->staff);
  g_free (self->shown_hash);
  g_free (self->text);
  g_free (self->body);
  g_free (self);
}

/* What is sealed in @column, if anything is. */
static gboolean
open_column (HallStmt *stmt, const HallVault *vault, guint column, char **text, GError **error)
{
  const char *sealed = hall_stmt_get_text (stmt, column);

  if (sealed == NULL)
    return TRUE;
  *text = hall_vault_open (vault, sealed, error);
  return *text != NULL;
}

HallDecision *
hall_decision_store_get (HallDb *db, const HallVault *vault, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);
  g_autoptr (HallDecision) self = NULL;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  self = g_new0 (HallDecision, 1);
  self->order = g_strdup (order);
  self->event = hall_event_from_name (hall_stmt_get_text (stmt, 0));
  self->staff = g_strdup (hall_stmt_get_text (stmt, 1));
  self->shown_hash = g_strdup (hall_stmt_get_text (stmt, 2));
  self->due_s = hall_stmt_get_int (stmt, 5);
  return open_column (stmt, vault, 3, &self->text, error)
                 && open_column (stmt, vault, 4, &self->body, error)
             ? g_steal_pointer (&self)
             : NULL;
}

gboolean
hall_decision_store_add (
    HallDb *db, const HallVault *vault, const HallDecision *decision, gint64 made_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  g_autofree char *text = decision->text != NULL ? hall_vault_seal (vault, decision->text) : NULL;
  g_autofree char *body = decision->body != NULL ? hall_vault_seal (vault, decision->body) : NULL;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, decision->order);
  hall_stmt_bind_text (stmt, 2, hall_event_get_name (decision->event));
  hall_stmt_bind_text (stmt, 3, decision->staff);
  hall_stmt_bind_text (stmt, 4, decision->shown_hash);
  hall_stmt_bind_text (stmt, 5, text);
  hall_stmt_bind_text (stmt, 6, body);
  hall_stmt_bind_int (stmt, 7, made_s);
  hall_stmt_bind_int (stmt, 8, decision->due_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_decision_store_remove (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_REMOVE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_run (stmt, error);
}

char *
hall_decision_store_next (HallDb *db, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEXT, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, now_s);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? g_strdup (hall_stmt_get_text (stmt, 0))
                                                       : NULL;
}

gint64
hall_decision_store_next_due (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEXT_DUE, error);
  HallStep step = stmt != NULL ? hall_stmt_step (stmt, error) : HALL_STEP_FAILED;

  if (step == HALL_STEP_FAILED)
    return -1;
  return step == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : G_MAXINT64;
}
