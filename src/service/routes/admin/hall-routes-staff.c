/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's staff, for administrators: who there is, what they may do, a new password for once.
 * Nobody changes what they may do themselves.
 */
#include "hall-limits.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-staff-store.h"
#include "hall-wire-finding.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define WATCHERS      (ADMINISTRATOR | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))
#define MAX_NAME      40 /* characters */

/* A password that was made up, and what is kept of it. */
typedef struct
{
  char *password;
  char *hash;
} NewPassword;

static void
new_password_free (gpointer data)
{
  NewPassword *made = data;

  g_free (made->password);
  g_free (made->hash);
  g_free (made);
}

/* Hashing is slow: before the writer is asked. */
static HallAnswer *
prepare_password (HallContext *context, const HallRequest *request, GError **error)
{
  NewPassword *made = g_new0 (NewPassword, 1);

  hall_context_set_prepared (context, made, new_password_free);
  made->password = hall_staff_new_password ();
  made->hash = hall_password_hash (made->password, error);
  return NULL;
}

static HallStaffDoer
doer_of (const HallContext *context)
{
  return (HallStaffDoer){ context->caller.staff, context->now_s };
}

static void
add_member (JsonBuilder *builder, const HallStaffMember *member)
{
  hall_wire_add_text (builder, "name", member->name);
  hall_wire_add_text (builder, "full_name", member->full_name);
  json_builder_set_member_name (builder, "roles");
  json_builder_begin_array (builder);
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((member->actors & HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) != 0)
      json_builder_add_string_value (builder, hall_actor_get_name (actor));
  json_builder_end_array (builder);
  hall_wire_add_time (builder, "created_at", member->created_s);
  hall_wire_add_time (builder, "disabled_at", member->disabled_s);
  hall_wire_add_time (builder, "password_until", member->once_until_s);
}

static HallAnswer *
get_staff (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (GPtrArray) list = hall_staff_member_list (context->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (list == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "staff");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      add_member (builder, g_ptr_array_index (list, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* The person as they are now. @password: (nullable): shown this once */
static HallAnswer *
answer_member (
    HallContext *context, const char *name, const char *password, guint status, GError **error)
{
  g_autoptr (HallStaffMember) member = hall_staff_member_get (context->db, name, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (member == NULL)
    return NULL;
  json_builder_begin_object (builder);
  add_member (builder, member);
  hall_wire_add_text (builder, "password", password);
  json_builder_end_object (builder);
  return hall_answer_new_json (status, json_builder_get_root (builder));
}

/* Roles by their names; at least one. */
static guint
read_roles (HallJson *json)
{
  g_auto (GStrv) names = hall_json_optional_strings (json, "roles");
  guint actors = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      HallActor actor = hall_actor_from_name (names[i]);

      if (actor >= HALL_N_ACTORS || (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) == 0)
        hall_json_fail (json, "roles", "“%s” is no role of staff", names[i]);
      else
        actors |= HALL_ACTOR_BIT (actor);
    }
  if (actors == 0)
    hall_json_fail (json, "roles", "at least one role is needed");
  return actors;
}

static char *
read_full_name (HallJson *json)
{
  const char *typed = hall_json_string (json, "full_name");
  g_autofree char *name = typed != NULL ? g_strstrip (g_strdup (typed)) : NULL;

  if (name != NULL && (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME))
    hall_json_fail (json, "full_name", "1 to %d characters", MAX_NAME);
  return g_steal_pointer (&name);
}

static HallAnswer *
post_staff (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "name", "full_name", "roles", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallStaffMember) member = g_new0 (HallStaffMember, 1);
  g_autoptr (GError) failure = NULL;
  const NewPassword *made = context->prepared;
  HallStaffDoer doer = doer_of (context);

  hall_json_expect (json, members);
  member->name = g_strdup (hall_json_string (json, "name"));
  member->full_name = read_full_name (json);
  member->actors = read_roles (json);
  member->once_until_s = context->now_s + HALL_PASSWORD_ONCE_S;
  if (member->name != NULL && !hall_staff_is_login (member->name))
    hall_json_fail (json, "name", "1 to 32 of a-z, 0-9, dot and line, beginning with a-z or 0-9");
  if (!hall_json_finish (json, error))
    return NULL;
  if (hall_staff_add (context->db, member, made->hash, &doer, &failure))
    return answer_member (context, member->name, made->password, 201, error);
  if (g_error_matches (failure, HALL_ERROR, HALL_ERROR_CONFLICT))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         hall_reply_say (context, "这个登录名已有人使用。",
                                         "Somebody signs in with that name already."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* (transfer full) (nullable): NULL with @error if there is nobody of that name */
static HallStaffMember *
find_member (HallContext *context, const HallRequest *request, GError **error)
{
  const char *name = hall_request_get_arg (request, 0);
  g_autoptr (GError) failure = NULL;
  HallStaffMember *member = hall_staff_member_get (context->db, name, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (member == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                 hall_reply_say (context, "没有名为“%s”的员工。",
                                 "There is no “%s” among the staff."),
                 name);
  return member;
}

/* One's own rights are in a colleague's hands. */
static gboolean
check_not_self (HallContext *context,
                const HallStaffMember *now,
                const HallStaffMember *wanted,
                GError **error)
{
  if (g_strcmp0 (now->name, context->caller.staff) != 0
      || (now->actors == wanted->actors && wanted->disabled_s == 0))
    return TRUE;
  g_set_error_literal (
      error, HALL_ERROR, HALL_ERROR_CONFLICT,
      hall_reply_say (context, "不能更改自己的角色，也不能停用自己，请由另一位管理员操作。",
                      "Another administrator must change your own roles or switch you off."));
  return FALSE;
}

/* The store's words are for the operator; these are for a window. */
static void
say_last_administrator (HallContext *context, GError **error)
{
  if (error == NULL || !g_error_matches (*error, HALL_ERROR, HALL_ERROR_CONFLICT))
    return;
  g_clear_error (error);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       hall_reply_say (context, "至少保留一位管理员。",
                                       "The last administrator stays one."));
}

static HallAnswer *
put_staff (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "full_name", "roles", "disabled", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallStaffMember) now = NULL;
  g_autoptr (HallStaffMember) wanted = g_new0 (HallStaffMember, 1);
  HallStaffDoer doer = doer_of (context);
  gboolean disabled;

  hall_json_expect (json, members);
  wanted->full_name = read_full_name (json);
  wanted->actors = read_roles (json);
  disabled = hall_json_bool (json, "disabled");
  if (!hall_json_finish (json, error))
    return NULL;
  now = find_member (context, request, error);
  if (now == NULL)
    return NULL;
  wanted->name = g_strdup (now->name);
  if (disabled)
    wanted->disabled_s = now->disabled_s != 0 ? now->disabled_s : context->now_s;
  if (!check_not_self (context, now, wanted, error))
    return NULL;
  if (hall_staff_change (context->db, wanted, &doer, error))
    return answer_member (context, now->name, NULL, 200, error);
  say_last_administrator (context, error);
  return NULL;
}

static HallAnswer *
post_password (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallStaffMember) member = find_member (context, request, error);
  const NewPassword *made = context->prepared;
  HallStaffDoer doer = doer_of (context);

  if (member == NULL
      || !hall_staff_set_password (context->db, member->name, made->hash,
                                   context->now_s + HALL_PASSWORD_ONCE_S, &doer, error))
    return NULL;
  return answer_member (context, member->name, made->password, 200, error);
}

const HallRoute hall_routes_staff[] = {
  { "GET", HALL_PATH_STAFF, WATCHERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_staff, NULL },
  { "POST", HALL_PATH_STAFF, ADMINISTRATOR, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT, post_staff, prepare_password },
  { "PUT", HALL_PATH_STAFF_MEMBER, ADMINISTRATOR, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES, put_staff, NULL },
  { "POST", HALL_PATH_STAFF_PASSWORD, ADMINISTRATOR, HALL_BODY_NONE, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT, post_password, prepare_password },
  { NULL },
};
