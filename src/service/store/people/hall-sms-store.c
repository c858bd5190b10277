/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sms-store.h"

#include "hall-limits.h"

#define HOUR_S 3600
#define DAY_S  86400

static const char SQL_RECENT[] = "SELECT COUNT (*), MIN (sent_s), MAX (sent_s) FROM sms_sent "
                                 "WHERE mobile_key = $1 AND sent_s > $2";
static const char SQL_SENT[] = "INSERT INTO sms_sent (mobile_key, sent_s) VALUES ($1, $2)";
static const char SQL_SET_CODE[] =
    "INSERT INTO sms_codes (mobile_key, purpose, code_hash, sent_s, expires_s, tries_left) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (mobile_key, purpose) DO UPDATE SET "
    "code_hash = excluded.code_hash, sent_s = excluded.sent_s, "
    "expires_s = excluded.expires_s, tries_left = excluded.tries_left";
static const char SQL_GET_CODE[] = "SELECT code_hash, expires_s, tries_left FROM sms_codes "
                                   "WHERE mobile_key = $1 AND purpose = $2";
static const char SQL_WRONG[] = "UPDATE sms_codes SET tries_left = tries_left - 1 "
                                "WHERE mobile_key = $1 AND purpose = $2";
static const char SQL_USED[] = "DELETE FROM sms_codes WHERE mobile_key = $1 AND purpose = $2";
static const char SQL_FORGET_CODES[] = "DELETE FROM sms_codes WHERE expires_s < $1";
static const char SQL_FORGET_SENT[] = "DELETE FROM sms_sent WHERE sent_s < $1";

/* Seconds to wait so that no more than @max were sent in the last @span_s. */
static gboolean
wait_for_span (HallDb *db,
               const char *key,
               gint64 now_s,
               gint64 span_s,
               guint max,
               guint *wait_s,
               GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_RECENT, error);
  gint64 until_s;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_int (stmt, 2, now_s - span_s);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return FALSE;
  if (hall_stmt_get_int (stmt, 0) < max)
    return TRUE;
  until_s = (max == 1 ? hall_stmt_get_int (stmt, 2) : hall_stmt_get_int (stmt, 1)) + span_s;
  *wait_s = MAX (*wait_s, (guint) MAX (until_s - now_s, 1));
  return TRUE;
}

gboolean
hall_sms_may_send (HallDb *db,
                   const HallVault *vault,
                   const char *mobile,
                   gint64 now_s,
                   guint *wait_s,
                   GError **error)
{
  g_autofree char *key = hall_vault_lookup_key (vault, mobile);

  *wait_s = 0;
  return wait_for_span (db, key, now_s, HALL_SMS_RESEND_S, 1, wait_s, error)
         && wait_for_span (db, key, now_s, HOUR_S, HALL_SMS_MAX_PER_HOUR, wait_s, error)
         && wait_for_span (db, key, now_s, DAY_S, HALL_SMS_MAX_PER_DAY, wait_s, error);
}

static gboolean
note_sent (HallDb *db, const char *key, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SENT, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_int (stmt, 2, now_s);
  return hall_stmt_run (stmt, error);
}

/* The hash is keyed: a million possible codes are soon tried. */
static char *
hash_code (const HallVault *vault, const char *key, const char *code)
{
  g_autofree char *text = g_strconcat ("sms-code:", key, ":", code, NULL);

  return hall_vault_lookup_key (vault, text);
}

char *
hall_sms_create_code (HallDb *db,
                      const HallVault *vault,
                      const char *mobile,
                      const char *purpose,
                      gint64 now_s,
                      GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET_CODE, error);
  g_autofree char *key = hall_vault_lookup_key (vault, mobile);
  g_autofree char *code = hall_random_digits (HALL_SMS_CODE_DIGITS);
  g_autofree char *hash = hash_code (vault, key, code);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_text (stmt, 2, purpose);
  hall_stmt_bind_text (stmt, 3, hash);
  hall_stmt_bind_int (stmt, 4, now_s);
  hall_stmt_bind_int (stmt, 5, now_s + HALL_SMS_CODE_LIFE_S);
  hall_stmt_bind_int (stmt, 6, HALL_SMS_MAX_TRIES);
  if (!hall_stmt_run (stmt, error) || !note_sent (db, key, now_s, error))
    return NULL;
  return g_steal_pointer (&code);
}

static gboolean
run_for_code (HallDb *db, const char *sql, const char *key, const char *purpose, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, key);
  hall_stmt_bind_text (stmt, 2, purpose);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_sms_check_code (HallDb *db,
                     const HallVault *vault,
                     const HallSmsTry *typed,
                     gint64 now_s,
                     HallSmsVerdict *verdict,
                     guint *tries_left,
                     GError **error)
{
  g_autofree char *key = hall_vault_lookup_key (vault, typed->mobile);
  g_autofree char *hash = hash_code (vault, key, typed->code);
  g_autofree char *expected = NULL;
  HallStep step;

  *verdict = HALL_SMS_CODE_GONE;
  *tries_left = 0;
  {
    g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_CODE, error);

    if (stmt == NULL)
      return FALSE;
    hall_stmt_bind_text (stmt, 1, key);
    hall_stmt_bind_text (stmt, 2, typed->purpose);
    step = hall_stmt_step (stmt, error);
    if (step == HALL_STEP_ROW && hall_stmt_get_int (stmt, 1) > now_s)
      {
        expected = g_strdup (hall_stmt_get_text (stmt, 0));
        *tries_left = (guint) MAX (hall_stmt_get_int (stmt, 2), 0);
      }
  }
  if (step == HALL_STEP_FAILED)
    return FALSE;
  if (expected == NULL || *tries_left == 0)
    return TRUE;
  if (hall_secret_equal (hash, expected))
    {
      *verdict = HALL_SMS_CODE_RIGHT;
      return run_for_code (db, SQL_USED, key, typed->purpose, error);
    }
  *tries_left -= 1;
  *verdict = *tries_left > 0 ? HALL_SMS_CODE_WRONG : HALL_SMS_CODE_GONE;
  return run_for_code (db, SQL_WRONG, key, typed->purpose, error);
}

static gboolean
forget (HallDb *db, const char *sql, gint64 before_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, before_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_sms_forget_old (HallDb *db, gint64 now_s, GError **error)
{
  return forget (db, SQL_FORGET_CODES, now_s, error)
         && forget (db, SQL_FORGET_SENT, now_s - DAY_S, error);
}
