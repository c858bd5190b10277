/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-claim-store.h"

#include "hall-error.h"

static const char SQL_LIST[] =
    "SELECT c.order_number, o.organisation, c.staff, c.since_s, c.seen_s FROM claims AS c "
    "JOIN orders AS o ON o.number = c.order_number WHERE c.seen_s > $1 ORDER BY c.since_s";
static const char SQL_GET[] =
    "SELECT staff, since_s, seen_s FROM claims WHERE order_number = $1 AND seen_s > $2";
static const char SQL_TAKE[] =
    "INSERT INTO claims (order_number, staff, since_s, seen_s) VALUES ($1, $2, $3, $3) "
    "ON CONFLICT (order_number) DO UPDATE SET staff = excluded.staff, seen_s = excluded.seen_s, "
    "since_s = CASE WHEN claims.staff = excluded.staff AND claims.seen_s > $4 "
    "THEN claims.since_s ELSE excluded.since_s END "
    "WHERE claims.staff = excluded.staff OR claims.seen_s <= $4";
static const char SQL_RELEASE[] = "DELETE FROM claims WHERE order_number = $1";
static const char SQL_LAPSED[] = "DELETE FROM claims WHERE seen_s <= $1";

void
hall_claim_free (HallClaim *self)
{
  g_free (self->staff);
  g_free (self);
}

HallClaim *
hall_claim_get (HallDb *db, const char *order, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);
  HallClaim *self;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, now_s - HALL_CLAIM_IDLE_S);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  self = g_new0 (HallClaim, 1);
  self->staff = g_strdup (hall_stmt_get_text (stmt, 0));
  self->since_s = hall_stmt_get_int (stmt, 1);
  self->expires_s = hall_stmt_get_int (stmt, 2) + HALL_CLAIM_IDLE_S;
  return self;
}

/* @error: who has it; or what went wrong while that was looked up */
static void
set_claimed_error (HallDb *db, const char *order, gint64 now_s, GError **error)
{
  g_autoptr (HallClaim) claim = hall_claim_get (db, order, now_s, error);

  if (claim != NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CLAIMED, claim->staff);
}

gboolean
hall_claim_take (HallDb *db, const char *order, const char *staff, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_TAKE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_text (stmt, 2, staff);
  hall_stmt_bind_int (stmt, 3, now_s);
  hall_stmt_bind_int (stmt, 4, now_s - HALL_CLAIM_IDLE_S);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  if (hall_db_get_changes (db) == 1)
    return TRUE;
  set_claimed_error (db, order, now_s, error);
  return FALSE;
}

gboolean
hall_claim_release (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_RELEASE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_run (stmt, error);
}

gint64
hall_claim_forget_lapsed (HallDb *db, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LAPSED, error);

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_int (stmt, 1, now_s - HALL_CLAIM_IDLE_S);
  return hall_stmt_run (stmt, error) ? hall_db_get_changes (db) : -1;
}

void
hall_claimed_order_free (HallClaimedOrder *self)
{
  g_free (self->order);
  g_free (self->organisation);
  g_free (self->staff);
  g_free (self);
}

GPtrArray *
hall_claim_list (HallDb *db, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_claimed_order_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, now_s - HALL_CLAIM_IDLE_S);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallClaimedOrder *claimed = g_new0 (HallClaimedOrder, 1);

      claimed->order = g_strdup (hall_stmt_get_text (stmt, 0));
      claimed->organisation = g_strdup (hall_stmt_get_text (stmt, 1));
      claimed->staff = g_strdup (hall_stmt_get_text (stmt, 2));
      claimed->since_s = hall_stmt_get_int (stmt, 3);
      claimed->expires_s = hall_stmt_get_int (stmt, 4) + HALL_CLAIM_IDLE_S;
      g_ptr_array_add (list, claimed);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
