/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-verdict-store.h"

#include "hall-wire-finding.h"
#include "hall-wire-review.h"

static const char SQL_LIST[] = "SELECT place, returns_sealed, judged_key FROM verdicts "
                               "WHERE order_number = $1 ORDER BY position, place";
static const char SQL_ADD[] =
    "INSERT INTO verdicts (order_number, place, position, accepted, returns_sealed, judged_key, "
    "staff, at_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_CLEAR[] = "DELETE FROM verdicts WHERE order_number = $1";
static const char SQL_FORGET[] = "DELETE FROM verdicts WHERE order_number = $1 AND accepted = 0";

HallStoredJudgement *
hall_stored_judgement_new (HallJudgement *judgement, const char *judged_key)
{
  HallStoredJudgement *self = g_new0 (HallStoredJudgement, 1);

  self->judgement = judgement;
  self->judged_key = g_strdup (judged_key);
  return self;
}

void
hall_stored_judgement_free (HallStoredJudgement *self)
{
  g_clear_pointer (&self->judgement, hall_judgement_free);
  g_free (self->judged_key);
  g_free (self);
}

static char *
seal_returns (const HallVault *vault, GPtrArray *returns)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "returns");
  hall_wire_add_returns (builder, returns, HALL_LANG_ZH_CN);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = hall_wire_to_text (root);
  return hall_vault_seal (vault, text);
}

static gboolean
open_returns (const HallVault *vault, const char *sealed, HallJudgement *judgement, GError **error)
{
  g_autofree char *text = hall_vault_open (vault, sealed, error);
  g_autoptr (JsonNode) root = text != NULL ? hall_json_parse ("verdicts", text, -1, error) : NULL;
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return FALSE;
  json = hall_json_new ("verdicts", root);
  g_ptr_array_unref (judgement->returns);
  judgement->returns = hall_wire_read_returns (json, "returns");
  return hall_json_finish (json, error);
}

GPtrArray *
hall_verdict_store_list (HallDb *db, const HallVault *vault, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_stored_judgement_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallJudgement *judgement = hall_judgement_new (hall_stmt_get_text (stmt, 0));
      const char *sealed = hall_stmt_get_text (stmt, 1);

      g_ptr_array_add (list, hall_stored_judgement_new (judgement, hall_stmt_get_text (stmt, 2)));
      if (sealed != NULL && !open_returns (vault, sealed, judgement, error))
        return NULL;
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
add (HallDb *db,
     const HallVault *vault,
     const char *order,
     guint position,
     const HallStoredJudgement *stored,
     const HallJudged *judged,
     GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  gboolean accepted = hall_judgement_is_accepted (stored->judgement);
  g_autofree char *sealed = accepted ? NULL : seal_returns (vault, stored->judgement->returns);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_text (stmt, 2, stored->judgement->place);
  hall_stmt_bind_int (stmt, 3, position);
  hall_stmt_bind_int (stmt, 4, accepted);
  hall_stmt_bind_text (stmt, 5, sealed);
  hall_stmt_bind_text (stmt, 6, stored->judged_key);
  hall_stmt_bind_text (stmt, 7, judged->staff);
  hall_stmt_bind_int (stmt, 8, judged->at_s);
  return hall_stmt_run (stmt, error);
}

static gboolean
run (HallDb *db, const char *sql, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_verdict_store_replace (HallDb *db,
                            const HallVault *vault,
                            const char *order,
                            GPtrArray *judgements,
                            const HallJudged *judged,
                            GError **error)
{
  if (!run (db, SQL_CLEAR, order, error))
    return FALSE;
  for (guint i = 0; i < judgements->len; i++)
    if (!add (db, vault, order, i, g_ptr_array_index (judgements, i), judged, error))
      return FALSE;
  return TRUE;
}

gboolean
hall_verdict_store_forget_returned (HallDb *db, const char *order, GError **error)
{
  return run (db, SQL_FORGET, order, error);
}
