/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: the handlers' accounts, the hall's staff, and their sessions.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

/* Who may sign in, as far as signing in needs it. */
typedef struct
{
  char *id; /* of an account, or the name of staff */
  char *password_hash;
  guint actors; /* HALL_ACTOR_BIT of each role */
  guint failed_tries;
  gint64 locked_until_s;
  gint64 disabled_s;   /* 0: may sign in */
  gint64 once_until_s; /* of a password given out by an administrator; 0: their own */
} HallLogin;

/* Whose token it is. */
typedef struct
{
  char *account; /* (nullable) */
  char *staff;   /* (nullable) */
  char *name;    /* masked mobile, or the name of staff */
  guint actors;
  gint64 expires_s;
} HallCaller;

void hall_login_free (HallLogin *self);
void hall_caller_clear (HallCaller *self);

/* NULL without @error: there is nobody of that number or name. */
HallLogin *
hall_account_find (HallDb *db, const HallVault *vault, const char *mobile, GError **error);
HallLogin *hall_staff_find (HallDb *db, const char *name, GError **error);

/* Returns: (transfer full): the id; HALL_ERROR_CONFLICT if the number is registered */
char *hall_account_create (HallDb *db,
                           const HallVault *vault,
                           const char *mobile,
                           const char *password_hash,
                           gint64 now_s,
                           GError **error);
gboolean hall_account_set_password (HallDb *db, const char *id, const char *hash, GError **error);

/* Returns: (transfer full): the number of the account, in full */
char *hall_account_get_mobile (HallDb *db, const HallVault *vault, const char *id, GError **error);

/* HALL_ERROR_CONFLICT if there is somebody of that name */
gboolean hall_staff_create (HallDb *db,
                            const char *name,
                            const char *password_hash,
                            guint actors,
                            gint64 now_s,
                            GError **error);

/* HALL_ERROR_NOT_FOUND. Staff sign in by their name, and are called by their full name. */
gboolean
hall_staff_set_full_name (HallDb *db, const char *name, const char *full_name, GError **error);

/* Counts a wrong password; five in a row close the door for fifteen minutes. */
gboolean hall_login_failed (
    HallDb *db, const HallLogin *login, gboolean staff, gint64 now_s, GError **error);
gboolean hall_login_succeeded (HallDb *db, const HallLogin *login, gboolean staff, GError **error);

/* Returns: (transfer full): a new token for an account or a member of staff */
char *hall_session_create (HallDb *db,
                           const char *account,
                           const char *staff,
                           gint64 now_s,
                           gint64 expires_s,
                           GError **error);

/* FALSE without @error if nobody has that token (any more). */
gboolean hall_session_find (HallDb *db,
                            const HallVault *vault,
                            const char *token,
                            gint64 now_s,
                            HallCaller *caller,
                            GError **error);
gboolean hall_session_end (HallDb *db, const char *token, GError **error);
gboolean hall_session_end_all (HallDb *db, const char *account, GError **error);
gboolean hall_session_forget_expired (HallDb *db, gint64 now_s, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallLogin, hall_login_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallCaller, hall_caller_clear)
