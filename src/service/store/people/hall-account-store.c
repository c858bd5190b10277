/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-account-store.h"

#include "hall-error.h"
#include "hall-mask.h"
#include "hall-state.h"

#define MAX_TRIES 5
#define LOCK_S    (15 * 60)

static const char SQL_FIND_ACCOUNT[] =
    "SELECT id, password_hash, failed_tries, locked_until_s FROM accounts WHERE mobile_key = $1";
static const char SQL_CREATE_ACCOUNT[] =
    "INSERT INTO accounts (id, mobile_key, mobile_sealed, password_hash, created_s) "
    "VALUES ($1, $2, $3, $4, $5)";
static const char SQL_SET_PASSWORD[] =
    "UPDATE accounts SET password_hash = $2, failed_tries = 0, locked_until_s = 0 WHERE id = $1";
static const char SQL_GET_MOBILE[] = "SELECT mobile_sealed FROM accounts WHERE id = $1";
static const char SQL_FIND_STAFF[] =
    "SELECT name, password_hash, failed_tries, locked_until_s, actors, disabled_s, once_until_s "
    "FROM staff WHERE name = $1";
static const char SQL_CREATE_STAFF[] =
    "INSERT INTO staff (name, password_hash, actors, created_s) VALUES ($1, $2, $3, $4)";
static const char SQL_NAME_STAFF[] = "UPDATE staff SET full_name = $2 WHERE name = $1";
static const char SQL_ACCOUNT_TRIES[] =
    "UPDATE accounts SET failed_tries = $2, locked_until_s = $3 WHERE id = $1";
static const char SQL_STAFF_TRIES[] =
    "UPDATE staff SET failed_tries = $2, locked_until_s = $3 WHERE name = $1";
static const char SQL_CREATE_SESSION[] =
    "INSERT INTO sessions (token_hash, account, staff, created_s, expires_s) "
    "VALUES ($1, $2, $3, $4, $5)";
static const char SQL_FIND_SESSION[] =
    "SELECT s.account, s.staff, s.expires_s, t.actors, a.mobile_sealed FROM sessions s "
    "LEFT JOIN staff t ON t.name = s.staff LEFT JOIN accounts a ON a.id = s.account "
    "WHERE s.token_hash = $1 AND s.expires_s > $2";
static const char SQL_END_SESSION[] = "DELETE FROM sessions WHERE token_hash = $1";
static const char SQL_END_SESSIONS[] = "DELETE FROM sessions WHERE account = $1";
static const char SQL_FORGET_SESSIONS[] = "DELETE FROM sessions WHERE expires_s <= $1";

void
hall_login_free (HallLogin *self)
{
  g_free (self->id);
  g_free (self->password_hash);
  g_free (self);
}

void
hall_caller_clear (HallCaller *self)
{
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->staff, g_free);
  g_clear_pointer (&self->name, g_free);
}

/* Reads id, hash, tries and lock; the caller adds what differs. */
static HallLogin *
read_login (HallStmt *stmt)
{
  HallLogin *login = g_new0 (HallLogin, 1);

  login->id = g_strdup (hall_stmt_get_text (stmt, 0));
  login->password_hash = g_strdup (hall_stmt_get_text (stmt, 1));
  login->failed_tries = (guint) hall_stmt_get_int (stmt, 2);
  login->locked_until_s = hall_stmt_get_int (stmt, 3);
  return login;
}

HallLogin *
hall_account_find (HallDb *db, const HallVault *vault, const char *mobile, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FIND_ACCOUNT, error);
  g_autofree char *key = hall_vault_lookup_key (vault, mobile);
  HallLogin *login;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, key);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  login = read_login (stmt);
  login->actors = HALL_ACTOR_BIT (HALL_ACTOR_HANDLER);
  return login;
}

HallLogin *
hall_staff_find (HallDb *db, const char *name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FIND_STAFF, error);
  HallLogin *login;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, name);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  login = read_login (stmt);
  login->actors = (guint) hall_stmt_get_int (stmt, 4);
  login->disabled_s = hall_stmt_get_int (stmt, 5);
  login->once_until_s = hall_stmt_get_int (stmt, 6);
  return login;
}

char *
hall_account_create (HallDb *db,
                     const HallVault *vault,
                     const char *mobile,
                     const char *password_hash,
                     gint64 now_s,
                     GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_CREATE_ACCOUNT, error);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *key = hall_vault_lookup_key (vault, mobile);
  g_autofree char *sealed = hall_vault_seal (vault, mobile);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, key);
  hall_stmt_bind_text (stmt, 3, sealed);
  hall_stmt_bind_text (stmt, 4, password_hash);
  hall_stmt_bind_int (stmt, 5, now_s);
  return hall_stmt_run (stmt, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
hall_account_set_password (HallDb *db, const char *id, const char *hash, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET_PASSWORD, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, hash);
  return hall_stmt_run (stmt, error);
}

char *
hall_account_get_mobile (HallDb *db, const HallVault *vault, const char *id, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_MOBILE, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, id);
  if (hall_stmt_step (stmt, error) == HALL_STEP_ROW)
    return hall_vault_open (vault, hall_stmt_get_text (stmt, 0), error);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "no such account");
  return NULL;
}

gboolean
hall_staff_create (HallDb *db,
                   const char *name,
                   const char *password_hash,
                   guint actors,
                   gint64 now_s,
                   GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_CREATE_STAFF, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  hall_stmt_bind_text (stmt, 2, password_hash);
  hall_stmt_bind_int (stmt, 3, actors);
  hall_stmt_bind_int (stmt, 4, now_s);
  return hall_stmt_run (stmt, error);
}

/* Runs a statement with one text as $1. */
static gboolean
run_with_text (HallDb *db, const char *sql, const char *text, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, text);
  return hall_stmt_run (stmt, error);
}

static gboolean
check_found (HallDb *db, const char *name, GError **error)
{
  if (hall_db_get_changes (db) > 0)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no “%s” among the staff", name);
  return FALSE;
}

gboolean
hall_staff_set_full_name (HallDb *db, const char *name, const char *full_name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NAME_STAFF, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  hall_stmt_bind_text (stmt, 2, full_name);
  return hall_stmt_run (stmt, error) && check_found (db, name, error);
}

static gboolean
set_tries (
    HallDb *db, const HallLogin *login, gboolean staff, guint tries, gint64 until_s, GError **error)
{
  g_autoptr (HallStmt) stmt =
      hall_db_query (db, staff ? SQL_STAFF_TRIES : SQL_ACCOUNT_TRIES, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, login->id);
  hall_stmt_bind_int (stmt, 2, tries);
  hall_stmt_bind_int (stmt, 3, until_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_login_failed (HallDb *db, const HallLogin *login, gboolean staff, gint64 now_s, GError **error)
{
  guint tries = login->failed_tries + 1;

  if (tries >= MAX_TRIES)
    return set_tries (db, login, staff, 0, now_s + LOCK_S, error);
  return set_tries (db, login, staff, tries, 0, error);
}

gboolean
hall_login_succeeded (HallDb *db, const HallLogin *login, gboolean staff, GError **error)
{
  if (login->failed_tries == 0 && login->locked_until_s == 0)
    return TRUE;
  return set_tries (db, login, staff, 0, 0, error);
}

char *
hall_session_create (HallDb *db,
                     const char *account,
                     const char *staff,
                     gint64 now_s,
                     gint64 expires_s,
                     GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_CREATE_SESSION, error);
  g_autofree char *token = hall_token_new ();
  g_autofree char *hash = hall_token_hash (token);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_text (stmt, 2, account);
  hall_stmt_bind_text (stmt, 3, staff);
  hall_stmt_bind_int (stmt, 4, now_s);
  hall_stmt_bind_int (stmt, 5, expires_s);
  return hall_stmt_run (stmt, error) ? g_steal_pointer (&token) : NULL;
}

gboolean
hall_session_find (HallDb *db,
                   const HallVault *vault,
                   const char *token,
                   gint64 now_s,
                   HallCaller *caller,
                   GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FIND_SESSION, error);
  g_autofree char *hash = hall_token_hash (token);
  g_autofree char *mobile = NULL;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_int (stmt, 2, now_s);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return FALSE;
  caller->account = g_strdup (hall_stmt_get_text (stmt, 0));
  caller->staff = g_strdup (hall_stmt_get_text (stmt, 1));
  caller->expires_s = hall_stmt_get_int (stmt, 2);
  if (caller->staff != NULL)
    {
      caller->actors = (guint) hall_stmt_get_int (stmt, 3);
      caller->name = g_strdup (caller->staff);
      return TRUE;
    }
  mobile = hall_vault_open (vault, hall_stmt_get_text (stmt, 4), error);
  if (mobile == NULL)
    return FALSE;
  caller->actors = HALL_ACTOR_BIT (HALL_ACTOR_HANDLER);
  caller->name = hall_mask_mobile (mobile);
  return TRUE;
}

gboolean
hall_session_end (HallDb *db, const char *token, GError **error)
{
  g_autofree char *hash = hall_token_hash (token);

  return run_with_text (db, SQL_END_SESSION, hash, error);
}

gboolean
hall_session_end_all (HallDb *db, const char *account, GError **error)
{
  return run_with_text (db, SQL_END_SESSIONS, account, error);
}

gboolean
hall_session_forget_expired (HallDb *db, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FORGET_SESSIONS, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, now_s);
  return hall_stmt_run (stmt, error);
}
