/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-phone-store.h"

static const char *const state_names[HALL_N_LINK_STATES] = {
  [HALL_LINK_WAITING] = "waiting",
  [HALL_LINK_CONSENTED] = "consented",
  [HALL_LINK_DONE] = "done",
  [HALL_LINK_VOID] = "void",
};

#define LINK_COLUMNS \
  "SELECT token_sealed, order_number, state, actions, created_s, expires_s FROM auth_links "

static const char SQL_ADD[] =
    "INSERT INTO auth_links (token_hash, token_sealed, order_number, state, actions, "
    "created_s, expires_s) VALUES ($1, $2, $3, $4, $5, $6, $7)";
static const char SQL_GET[] = LINK_COLUMNS "WHERE token_hash = $1";
static const char SQL_GET_NEWEST[] =
    LINK_COLUMNS "WHERE order_number = $1 ORDER BY created_s DESC, "
                 "CASE state WHEN 'void' THEN 2 WHEN 'done' THEN 1 ELSE 0 END, token_hash LIMIT 1";
static const char SQL_COUNT[] =
    "SELECT COUNT (*) FROM auth_links WHERE order_number = $1 AND created_s > $2";
static const char SQL_SET_STATE[] = "UPDATE auth_links SET state = $2 WHERE token_hash = $1";
static const char SQL_VOID_ALL[] =
    "UPDATE auth_links SET state = 'void' WHERE order_number = $1 AND state <> 'done'";
static const char SQL_OLD_CAPTURE[] =
    "SELECT blob FROM captures WHERE token_hash = $1 AND name = $2";
static const char SQL_PUT_CAPTURE[] =
    "INSERT INTO captures (token_hash, name, order_number, blob, sha256, at_s) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (token_hash, name) DO UPDATE SET "
    "blob = excluded.blob, sha256 = excluded.sha256, at_s = excluded.at_s";
static const char SQL_CAPTURES[] =
    "SELECT name, blob, sha256 FROM captures WHERE token_hash = $1 ORDER BY name";
static const char SQL_CAPTURES_DONE[] =
    "SELECT name, blob, sha256 FROM captures WHERE token_hash = "
    "(SELECT token_hash FROM auth_links WHERE order_number = $1 AND state = 'done' "
    "ORDER BY created_s DESC, token_hash LIMIT 1) ORDER BY name";
static const char SQL_FORGET[] = "DELETE FROM captures WHERE token_hash = $1";

void
hall_link_free (HallLink *self)
{
  g_free (self->token);
  g_free (self->order);
  g_strfreev (self->actions);
  g_free (self);
}

void
hall_capture_free (HallCapture *self)
{
  g_free (self->name);
  g_free (self->blob);
  g_free (self->sha256);
  g_free (self);
}

const char *
hall_link_state_get_name (HallLinkState state)
{
  g_return_val_if_fail (state < HALL_N_LINK_STATES, NULL);
  return state_names[state];
}

gboolean
hall_phone_store_add (HallDb *db, const HallVault *vault, const HallLink *link, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  g_autofree char *hash = hall_token_hash (link->token);
  g_autofree char *sealed = hall_vault_seal (vault, link->token);
  g_autofree char *actions = g_strjoinv (" ", link->actions);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_text (stmt, 2, sealed);
  hall_stmt_bind_text (stmt, 3, link->order);
  hall_stmt_bind_text (stmt, 4, state_names[link->state]);
  hall_stmt_bind_text (stmt, 5, actions);
  hall_stmt_bind_int (stmt, 6, link->created_s);
  hall_stmt_bind_int (stmt, 7, link->expires_s);
  return hall_stmt_run (stmt, error);
}

static HallLink *
read_link (HallStmt *stmt, const HallVault *vault, GError **error)
{
  g_autoptr (HallLink) link = g_new0 (HallLink, 1);
  const char *state = hall_stmt_get_text (stmt, 2);

  link->token = hall_vault_open (vault, hall_stmt_get_text (stmt, 0), error);
  link->order = g_strdup (hall_stmt_get_text (stmt, 1));
  link->state = HALL_LINK_VOID;
  for (guint i = 0; i < HALL_N_LINK_STATES; i++)
    if (g_strcmp0 (state, state_names[i]) == 0)
      link->state = i;
  link->actions = g_strsplit (hall_stmt_get_text (stmt, 3), " ", -1);
  link->created_s = hall_stmt_get_int (stmt, 4);
  link->expires_s = hall_stmt_get_int (stmt, 5);
  return link->token != NULL ? g_steal_pointer (&link) : NULL;
}

static HallLink *
get_link (HallDb *db, const HallVault *vault, const char *sql, const char *text, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, text);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_link (stmt, vault, error) : NULL;
}

HallLink *
hall_phone_store_get (HallDb *db, const HallVault *vault, const char *token, GError **error)
{
  g_autofree char *hash = hall_token_hash (token);

  return get_link (db, vault, SQL_GET, hash, error);
}

HallLink *
hall_phone_store_get_newest (HallDb *db, const HallVault *vault, const char *order, GError **error)
{
  return get_link (db, vault, SQL_GET_NEWEST, order, error);
}

gint64
hall_phone_store_count (HallDb *db, const char *order, gint64 since_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_COUNT, error);

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, since_s);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : -1;
}

gboolean
hall_phone_store_set_state (HallDb *db, const char *token, HallLinkState state, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SET_STATE, error);
  g_autofree char *hash = hall_token_hash (token);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_text (stmt, 2, state_names[state]);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_phone_store_void_all (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_VOID_ALL, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_run (stmt, error);
}

static gboolean
find_old_capture (HallDb *db, const char *hash, const char *name, char **blob, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_OLD_CAPTURE, error);
  HallStep step;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_text (stmt, 2, name);
  step = hall_stmt_step (stmt, error);
  *blob = step == HALL_STEP_ROW ? g_strdup (hall_stmt_get_text (stmt, 0)) : NULL;
  return step != HALL_STEP_FAILED;
}

gboolean
hall_phone_store_put_capture (HallDb *db,
                              const HallLink *link,
                              const HallCapture *capture,
                              gint64 now_s,
                              char **replaced,
                              GError **error)
{
  g_autofree char *hash = hall_token_hash (link->token);
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_PUT_CAPTURE, error);

  if (stmt == NULL || !find_old_capture (db, hash, capture->name, replaced, error))
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  hall_stmt_bind_text (stmt, 2, capture->name);
  hall_stmt_bind_text (stmt, 3, link->order);
  hall_stmt_bind_text (stmt, 4, capture->blob);
  hall_stmt_bind_text (stmt, 5, capture->sha256);
  hall_stmt_bind_int (stmt, 6, now_s);
  return hall_stmt_run (stmt, error);
}

static GPtrArray *
list_captures (HallDb *db, const char *sql, const char *text, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);
  g_autoptr (GPtrArray) captures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_capture_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, text);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallCapture *capture = g_new0 (HallCapture, 1);

      capture->name = g_strdup (hall_stmt_get_text (stmt, 0));
      capture->blob = g_strdup (hall_stmt_get_text (stmt, 1));
      capture->sha256 = g_strdup (hall_stmt_get_text (stmt, 2));
      g_ptr_array_add (captures, capture);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&captures) : NULL;
}

GPtrArray *
hall_phone_store_list_captures (HallDb *db, const char *token, GError **error)
{
  g_autofree char *hash = hall_token_hash (token);

  return list_captures (db, SQL_CAPTURES, hash, error);
}

GPtrArray *
hall_phone_store_list_done (HallDb *db, const char *order, GError **error)
{
  return list_captures (db, SQL_CAPTURES_DONE, order, error);
}

gboolean
hall_phone_store_forget_captures (HallDb *db, const char *token, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FORGET, error);
  g_autofree char *hash = hall_token_hash (token);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, hash);
  return hall_stmt_run (stmt, error);
}
