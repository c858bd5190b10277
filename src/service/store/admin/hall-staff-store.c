/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-staff-store.h"

#include <string.h>

#include "hall-account-store.h"
#include "hall-error.h"
#include "hall-ledger-store.h"
#include "hall-state.h"

#define PASSWORD_LENGTH 12

static const char SQL_GET[] =
    "SELECT name, full_name, actors, created_s, disabled_s, once_until_s FROM staff "
    "WHERE name = $1";
static const char SQL_LIST[] =
    "SELECT name, full_name, actors, created_s, disabled_s, once_until_s FROM staff ORDER BY name";
static const char SQL_OTHER_ADMINISTRATOR[] =
    "SELECT 1 FROM staff WHERE name <> $1 AND disabled_s = 0 AND actors & $2 <> 0 LIMIT 1";
static const char SQL_CHANGE[] =
    "UPDATE staff SET full_name = $2, actors = $3, disabled_s = $4 WHERE name = $1";
static const char SQL_PASSWORD[] = "UPDATE staff SET password_hash = $2, once_until_s = $3, "
                                   "failed_tries = 0, locked_until_s = 0 WHERE name = $1";
static const char SQL_END_SESSIONS[] = "DELETE FROM sessions WHERE staff = $1";

void
hall_staff_member_free (HallStaffMember *self)
{
  g_free (self->name);
  g_free (self->full_name);
  g_free (self);
}

static HallStaffMember *
read_member (HallStmt *stmt)
{
  HallStaffMember *member = g_new0 (HallStaffMember, 1);

  member->name = g_strdup (hall_stmt_get_text (stmt, 0));
  member->full_name = g_strdup (hall_stmt_get_text (stmt, 1));
  member->actors = (guint) hall_stmt_get_int (stmt, 2);
  member->created_s = hall_stmt_get_int (stmt, 3);
  member->disabled_s = hall_stmt_get_int (stmt, 4);
  member->once_until_s = hall_stmt_get_int (stmt, 5);
  return member;
}

HallStaffMember *
hall_staff_member_get (HallDb *db, const char *name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, name);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_member (stmt) : NULL;
}

GPtrArray *
hall_staff_member_list (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_staff_member_free);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (list, read_member (stmt));
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
hall_staff_is_login (const char *name)
{
  return g_regex_match_simple ("^[a-z0-9][a-z0-9._-]{0,31}$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

char *
hall_staff_describe_roles (guint actors, const char *between)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((actors & HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) != 0)
      g_ptr_array_add (names, (char *) hall_actor_get_name (actor));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (between, (char **) names->pdata);
}

/* A token is random letters and digits; those that look alike are left out. At least one of
 * each kind stands in it, as the rule for passwords wants. */
char *
hall_staff_new_password (void)
{
  static const char alike[] = "0O1Il-_";
  g_autoptr (GString) password = g_string_new (NULL);

  while (password->len < PASSWORD_LENGTH || strpbrk (password->str, "23456789") == NULL)
    {
      g_autofree char *token = hall_token_new ();

      g_string_truncate (password, 0);
      for (const char *c = token; *c != '\0' && password->len < PASSWORD_LENGTH; c++)
        if (g_ascii_isalnum (*c) && strchr (alike, *c) == NULL)
          g_string_append_c (password, *c);
    }
  return g_string_free (g_steal_pointer (&password), FALSE);
}

gboolean
hall_staff_add (HallDb *db,
                const HallStaffMember *member,
                const char *password_hash,
                const HallStaffDoer *doer,
                GError **error)
{
  g_autofree char *roles = hall_staff_describe_roles (member->actors, ", ");
  g_autoptr (HallStmt) stmt = NULL;

  if (!hall_staff_create (db, member->name, password_hash, member->actors, doer->now_s, error)
      || !hall_staff_set_full_name (db, member->name, member->full_name, error))
    return FALSE;
  stmt = hall_db_query (db, SQL_PASSWORD, error);
  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, member->name);
  hall_stmt_bind_text (stmt, 2, password_hash);
  hall_stmt_bind_int (stmt, 3, member->once_until_s);
  return hall_stmt_run (stmt, error)
         && hall_ledger_append (db, HALL_DEED_STAFF_ADDED, doer->who, member->name, roles,
                                doer->now_s, error);
}

static gboolean
is_administrator (const HallStaffMember *member)
{
  return member->disabled_s == 0
         && (member->actors & HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)) != 0;
}

/* The schema would refuse it as well; this says it in words. */
static gboolean
check_administrator_left (HallDb *db,
                          const HallStaffMember *now,
                          const HallStaffMember *wanted,
                          GError **error)
{
  g_autoptr (HallStmt) stmt = NULL;
  HallStep step;

  if (!is_administrator (now) || is_administrator (wanted))
    return TRUE;
  stmt = hall_db_query (db, SQL_OTHER_ADMINISTRATOR, error);
  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, now->name);
  hall_stmt_bind_int (stmt, 2, HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR));
  step = hall_stmt_step (stmt, error);
  if (step == HALL_STEP_DONE)
    g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT, "“%s” is the last administrator",
                 now->name);
  return step == HALL_STEP_ROW;
}

static gboolean
end_sessions (HallDb *db, const char *name, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_END_SESSIONS, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  return hall_stmt_run (stmt, error);
}

static gboolean
write_member (HallDb *db, const HallStaffMember *member, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_CHANGE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, member->name);
  hall_stmt_bind_text (stmt, 2, member->full_name);
  hall_stmt_bind_int (stmt, 3, member->actors);
  hall_stmt_bind_int (stmt, 4, member->disabled_s);
  return hall_stmt_run (stmt, error);
}

static gboolean
note_changes (HallDb *db,
              const HallStaffMember *now,
              const HallStaffMember *wanted,
              const HallStaffDoer *doer,
              GError **error)
{
  g_autofree char *before = hall_staff_describe_roles (now->actors, ", ");
  g_autofree char *after = hall_staff_describe_roles (wanted->actors, ", ");
  g_autofree char *roles = g_strdup_printf ("%s → %s", before, after);
  const struct
  {
    gboolean done;
    HallDeed deed;
    const char *note;
  } deeds[] = {
    { g_strcmp0 (now->full_name, wanted->full_name) != 0, HALL_DEED_STAFF_NAMED, NULL },
    { now->actors != wanted->actors, HALL_DEED_STAFF_ROLES, roles },
    { now->disabled_s == 0 && wanted->disabled_s != 0, HALL_DEED_STAFF_DISABLED, NULL },
    { now->disabled_s != 0 && wanted->disabled_s == 0, HALL_DEED_STAFF_ENABLED, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].done
        && !hall_ledger_append (db, deeds[i].deed, doer->who, now->name, deeds[i].note, doer->now_s,
                                error))
      return FALSE;
  return TRUE;
}

static void
set_unknown (GError **error, const char *name)
{
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no “%s” among the staff", name);
}

gboolean
hall_staff_change (HallDb *db,
                   const HallStaffMember *member,
                   const HallStaffDoer *doer,
                   GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallStaffMember) now = hall_staff_member_get (db, member->name, &failure);
  gboolean ends;

  if (now == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        set_unknown (error, member->name);
      return FALSE;
    }
  ends = now->actors != member->actors || member->disabled_s != 0;
  return check_administrator_left (db, now, member, error) && write_member (db, member, error)
         && note_changes (db, now, member, doer, error)
         && (!ends || end_sessions (db, member->name, error));
}

gboolean
hall_staff_set_password (HallDb *db,
                         const char *name,
                         const char *password_hash,
                         gint64 once_until_s,
                         const HallStaffDoer *doer,
                         GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_PASSWORD, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  hall_stmt_bind_text (stmt, 2, password_hash);
  hall_stmt_bind_int (stmt, 3, once_until_s);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  if (hall_db_get_changes (db) == 0)
    {
      set_unknown (error, name);
      return FALSE;
    }
  return hall_ledger_append (db, once_until_s != 0 ? HALL_DEED_STAFF_PASSWORD : HALL_DEED_STAFF_OWN,
                             doer->who, name, NULL, doer->now_s, error)
         && end_sessions (db, name, error);
}
