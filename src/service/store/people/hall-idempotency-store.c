/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-idempotency-store.h"

static const char SQL_FIND[] =
    "SELECT request_hash, status, etag, location, body_sealed FROM idempotency "
    "WHERE key = $1 AND caller = $2";
static const char SQL_KEEP[] =
    "INSERT INTO idempotency (key, caller, request_hash, status, etag, location, body_sealed, "
    "created_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_FORGET[] = "DELETE FROM idempotency WHERE created_s < $1";

void
hall_kept_answer_free (HallKeptAnswer *self)
{
  g_free (self->request_hash);
  g_free (self->etag);
  g_free (self->location);
  g_free (self->body);
  g_free (self);
}

HallKeptAnswer *
hall_idempotency_find (
    HallDb *db, const HallVault *vault, const char *key, const char *caller, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FIND, error);
  g_autoptr (HallKeptAnswer) answer = NULL;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_text (stmt, 2, caller);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  answer = g_new0 (HallKeptAnswer, 1);
  answer->request_hash = g_strdup (hall_stmt_get_text (stmt, 0));
  answer->status = (guint) hall_stmt_get_int (stmt, 1);
  answer->etag = g_strdup (hall_stmt_get_text (stmt, 2));
  answer->location = g_strdup (hall_stmt_get_text (stmt, 3));
  answer->body = hall_vault_open (vault, hall_stmt_get_text (stmt, 4), error);
  return answer->body != NULL ? g_steal_pointer (&answer) : NULL;
}

gboolean
hall_idempotency_keep (HallDb *db,
                       const HallVault *vault,
                       const char *key,
                       const char *caller,
                       const HallKeptAnswer *answer,
                       gint64 now_s,
                       GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_KEEP, error);
  g_autofree char *sealed = hall_vault_seal (vault, answer->body);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_text (stmt, 2, caller);
  hall_stmt_bind_text (stmt, 3, answer->request_hash);
  hall_stmt_bind_int (stmt, 4, answer->status);
  hall_stmt_bind_text (stmt, 5, answer->etag);
  hall_stmt_bind_text (stmt, 6, answer->location);
  hall_stmt_bind_text (stmt, 7, sealed);
  hall_stmt_bind_int (stmt, 8, now_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_idempotency_forget_old (HallDb *db, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FORGET, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, now_s - HALL_IDEMPOTENCY_LIFE_S);
  return hall_stmt_run (stmt, error);
}
