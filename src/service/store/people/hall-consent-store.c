/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-consent-store.h"

#include "hall-counter-store.h"

static const char SQL_ADD[] =
    "INSERT INTO consents (id, account, order_number, document, version, sha256, given_s, "
    "address, agent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
static const char SQL_HAS[] = "SELECT 1 FROM consents WHERE order_number = $1 AND document = $2 "
                              "AND sha256 = $3 LIMIT 1";

gboolean
hall_consent_store_add (HallDb *db,
                        const HallConsent *consent,
                        const HallConsentGiver *giver,
                        GError **error)
{
  gint64 id = hall_counter_next (db, "consents", error);
  g_autoptr (HallStmt) stmt = id > 0 ? hall_db_query (db, SQL_ADD, error) : NULL;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, giver->account);
  hall_stmt_bind_text (stmt, 3, giver->order);
  hall_stmt_bind_text (stmt, 4, consent->id);
  hall_stmt_bind_text (stmt, 5, consent->version);
  hall_stmt_bind_text (stmt, 6, consent->sha256);
  hall_stmt_bind_int (stmt, 7, giver->now_s);
  hall_stmt_bind_text (stmt, 8, giver->address);
  hall_stmt_bind_text (stmt, 9, giver->agent);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_consent_store_has (
    HallDb *db, const HallConsent *consent, const char *order, gboolean *given, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_HAS, error);
  HallStep step;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_text (stmt, 2, consent->id);
  hall_stmt_bind_text (stmt, 3, consent->sha256);
  step = hall_stmt_step (stmt, error);
  *given = step == HALL_STEP_ROW;
  return step != HALL_STEP_FAILED;
}
