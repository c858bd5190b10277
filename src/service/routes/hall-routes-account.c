/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registering, signing in and out, passwords. What guesses at a secret costs a try, and
 * the try is kept although the answer is a refusal.
 */
#include "hall-check-text.h"
#include "hall-kind.h"
#include "hall-lease.h"
#include "hall-limits.h"
#include "hall-message.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-sms-store.h"
#include "hall-staff-store.h"
#include "hall-wire-finding.h"
#include "hall-wire-hall.h"

#define HANDLER_SESSION_S (7 * 24 * 3600)
#define STAFF_SESSION_S   (12 * 3600)
#define REGISTER          "register"
#define RESET             "reset"

/* What was typed to register, reset or sign in, and what the slow part made of it. */
typedef struct
{
  char *mobile; /* or the name of staff */
  char *code;
  char *password_hash; /* of a new password */
  gboolean password_right;
  char *new_password; /* (nullable): that staff choose in place of one for once */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->mobile);
  g_free (entry->code);
  g_free (entry->password_hash);
  g_free (entry->new_password);
  g_free (entry);
}

/* A mobile number as it is kept. FALSE with @error if it is none. */
static gboolean
tidy_mobile (const HallContext *context, const char *typed, char **mobile, GError **error)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallCheckContext check;

  hall_context_get_check (context, &check);
  if (*typed != '\0'
      && hall_kind_check (hall_kind_get (HALL_KIND_MOBILE), typed, &check, mobile, &issue)
             < HALL_WRONG)
    return TRUE;
  hall_reply_set_field_error (error, context, "mobile", HALL_ISSUE_MOBILE_FORMAT, NULL);
  return FALSE;
}

static HallAnswer *
post_sms_code (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "mobile", "purpose", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallLogin) login = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *mobile = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) failure = NULL;
  const char *typed;
  const char *purpose;
  const char *texts[3] = { NULL };
  HallSms sms = HALL_SMS_CODE;
  guint wait_s = 0;

  hall_json_expect (json, members);
  typed = hall_json_string (json, "mobile");
  purpose = hall_json_string (json, "purpose");
  if (purpose != NULL && !g_str_equal (purpose, REGISTER) && !g_str_equal (purpose, RESET))
    hall_json_fail (json, "purpose", "must be “register” or “reset”");
  if (!hall_json_finish (json, error) || !tidy_mobile (context, typed, &mobile, error)
      || !hall_sms_may_send (context->db, context->setup->vault, mobile, context->now_s, &wait_s,
                             error))
    return NULL;
  if (wait_s > 0)
    return hall_answer_new_too_many (wait_s, context->lang);
  login = hall_account_find (context->db, context->setup->vault, mobile, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  code = hall_sms_create_code (context->db, context->setup->vault, mobile, purpose, context->now_s,
                               error);
  if (code == NULL)
    return NULL;
  /* who asks must not learn here whether a number is registered; its owner may */
  if (login != NULL && g_str_equal (purpose, REGISTER))
    sms = HALL_SMS_REGISTERED;
  texts[0] = code;
  if ((login != NULL || g_str_equal (purpose, REGISTER))
      && !hall_message_send (context, sms, mobile, NULL, texts, error))
    return NULL;
  json_builder_begin_object (builder);
  hall_wire_add_time (builder, "expires_at", context->now_s + HALL_SMS_CODE_LIFE_S);
  hall_wire_add_time (builder, "resend_at", context->now_s + HALL_SMS_RESEND_S);
  json_builder_end_object (builder);
  return hall_answer_new_json (202, json_builder_get_root (builder));
}

/* Reads number, code and new password, and hashes the password: registering and resetting. */
static HallAnswer *
prepare_new_password (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "mobile", "sms_code", "password", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  Entry *entry = g_new0 (Entry, 1);
  const char *typed;
  const char *password;

  hall_context_set_prepared (context, entry, entry_free);
  hall_json_expect (json, members);
  typed = hall_json_string (json, "mobile");
  entry->code =
      hall_kind_get (HALL_KIND_POSTCODE)->tidy (hall_json_optional_string (json, "sms_code"));
  password = hall_json_string (json, "password");
  if (!hall_json_finish (json, error) || !tidy_mobile (context, typed, &entry->mobile, error))
    return NULL;
  if (!g_regex_match_simple ("^[0-9]{6}$", entry->code, G_REGEX_DOLLAR_ENDONLY, 0))
    hall_reply_set_field_error (error, context, "sms_code", HALL_ISSUE_SMS_CODE_FORMAT, NULL);
  else if (hall_check_password (password, NULL) != HALL_GOOD)
    hall_reply_set_field_error (error, context, "password", HALL_ISSUE_PASSWORD_WEAK, NULL);
  else
    entry->password_hash = hall_password_hash (password, error);
  return NULL;
}

/* A refusal that keeps what was written: the try it cost. */
static HallAnswer *
refuse_and_keep (HallContext *context, const char *field, HallIssueCode code, const char *arg)
{
  g_autoptr (GError) error = NULL;
  HallAnswer *answer;

  hall_reply_set_field_error (&error, context, field, code, arg);
  answer = hall_answer_new_error (error, context->lang);
  answer->keep = TRUE;
  return answer;
}

/* Uses the code up, or refuses it. @refusal: (out) (nullable). FALSE with @error. */
static gboolean
use_code (HallContext *context,
          const Entry *entry,
          const char *purpose,
          HallAnswer **refusal,
          GError **error)
{
  g_autofree char *left = NULL;
  HallSmsVerdict verdict;
  guint tries_left;

  *refusal = NULL;
  if (!hall_sms_check_code (context->db, context->setup->vault,
                            &(HallSmsTry){ entry->mobile, purpose, entry->code }, context->now_s,
                            &verdict, &tries_left, error))
    return FALSE;
  left = g_strdup_printf ("%u", tries_left);
  if (verdict == HALL_SMS_CODE_WRONG)
    *refusal = refuse_and_keep (context, "sms_code", HALL_ISSUE_SMS_CODE_WRONG, left);
  else if (verdict == HALL_SMS_CODE_GONE)
    *refusal = refuse_and_keep (context, "sms_code", HALL_ISSUE_SMS_CODE_EXPIRED, NULL);
  return TRUE;
}

/* Signs somebody in and answers with who they are and their token. */
static HallAnswer *
open_session (HallContext *context, const char *account, const char *staff, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HallIdentity) identity = NULL;
  g_auto (HallCaller) caller = { 0 };
  gint64 expires_s = context->now_s + (staff != NULL ? STAFF_SESSION_S : HANDLER_SESSION_S);
  g_autofree char *token =
      hall_session_create (context->db, account, staff, context->now_s, expires_s, error);

  if (token == NULL
      || !hall_session_find (context->db, context->setup->vault, token, context->now_s, &caller,
                             error))
    return NULL;
  identity = hall_identity_new (caller.name, caller.actors);
  identity->token = g_steal_pointer (&token);
  identity->expires_s = expires_s;
  hall_wire_add_identity (builder, identity);
  return hall_answer_new_json (201, json_builder_get_root (builder));
}

static HallAnswer *
post_account (HallContext *context, const HallRequest *request, GError **error)
{
  const Entry *entry = context->prepared;
  g_autoptr (GError) failure = NULL;
  g_autofree char *account = NULL;
  HallAnswer *refusal;

  if (!use_code (context, entry, REGISTER, &refusal, error))
    return NULL;
  if (refusal != NULL)
    return refusal;
  account = hall_account_create (context->db, context->setup->vault, entry->mobile,
                                 entry->password_hash, context->now_s, &failure);
  if (account != NULL)
    return open_session (context, account, NULL, error);
  if (g_error_matches (failure, HALL_ERROR, HALL_ERROR_CONFLICT))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         hall_reply_say (context, "该手机号已注册，请直接登录。",
                                         "This number is registered already; please sign in."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static HallAnswer *
post_password_reset (HallContext *context, const HallRequest *request, GError **error)
{
  const Entry *entry = context->prepared;
  g_autoptr (HallLogin) login = NULL;
  g_autoptr (GError) failure = NULL;
  HallAnswer *refusal;

  if (!use_code (context, entry, RESET, &refusal, error))
    return NULL;
  if (refusal != NULL)
    return refusal;
  login = hall_account_find (context->db, context->setup->vault, entry->mobile, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* a code is only ever sent to a registered number, so this is an account closed meanwhile */
  if (login == NULL)
    return refuse_and_keep (context, "sms_code", HALL_ISSUE_SMS_CODE_EXPIRED, NULL);
  if (!hall_account_set_password (context->db, login->id, entry->password_hash, error)
      || !hall_session_end_all (context->db, login->id, error))
    return NULL;
  return hall_answer_new (204);
}

/* A new password is as good as the rule wants, and not the old one again. Said whether the old one
 * is right or not, so that nothing is learned about that. */
static gboolean
check_new_password (HallContext *context, const Entry *entry, const char *old, GError **error)
{
  HallIssueCode code = HALL_ISSUE_PASSWORD_NEW;

  if (entry->new_password == NULL)
    return TRUE;
  if (g_strcmp0 (entry->new_password, old) != 0)
    {
      if (hall_check_password (entry->new_password, NULL) == HALL_GOOD)
        return TRUE;
      code = HALL_ISSUE_PASSWORD_WEAK;
    }
  hall_reply_set_field_error (error, context, "new_password", code, NULL);
  return FALSE;
}

/* Reads who wants to sign in and tries the password: slow, and always equally slow. */
static HallAnswer *
prepare_sign_in (HallContext *context, const HallRequest *request, gboolean staff, GError **error)
{
  const char *const members[] = { staff ? "name" : "mobile", "password",
                                  staff ? "new_password" : NULL, NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallLogin) login = NULL;
  g_autoptr (GError) failure = NULL;
  Entry *entry = g_new0 (Entry, 1);
  const char *name;
  const char *password;

  hall_context_set_prepared (context, entry, entry_free);
  hall_json_expect (json, members);
  name = hall_json_string (json, members[0]);
  password = hall_json_string (json, "password");
  if (staff)
    entry->new_password = g_strdup (hall_json_optional_string (json, "new_password"));
  if (!hall_json_finish (json, error) || !check_new_password (context, entry, password, error))
    return NULL;
  entry->mobile = staff ? g_strdup (name) : hall_kind_get (HALL_KIND_MOBILE)->tidy (name);
  login = staff ? hall_staff_find (context->db, entry->mobile, &failure)
                : hall_account_find (context->db, context->setup->vault, entry->mobile, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (login == NULL)
    g_free (hall_password_hash (password, NULL));
  else
    entry->password_right = hall_password_verify (login->password_hash, password);
  if (entry->password_right && entry->new_password != NULL)
    entry->password_hash = hall_password_hash (entry->new_password, error);
  return NULL;
}

static HallAnswer *
prepare_handler_sign_in (HallContext *context, const HallRequest *request, GError **error)
{
  return prepare_sign_in (context, request, FALSE, error);
}

static HallAnswer *
prepare_staff_sign_in (HallContext *context, const HallRequest *request, GError **error)
{
  return prepare_sign_in (context, request, TRUE, error);
}

/* A password that was given out opens the door once, to whoever puts their own in its place.
 * @refusal: (out) (nullable). FALSE with @error. */
static gboolean
replace_password (HallContext *context,
                  const HallLogin *login,
                  HallAnswer **refusal,
                  GError **error)
{
  const Entry *entry = context->prepared;
  HallStaffDoer doer = { login->id, context->now_s };

  *refusal = NULL;
  if (login->once_until_s != 0 && login->once_until_s <= context->now_s)
    *refusal = refuse_and_keep (context, "password", HALL_ISSUE_PASSWORD_OVER, NULL);
  else if (login->once_until_s != 0 && entry->password_hash == NULL)
    *refusal = refuse_and_keep (context, "new_password", HALL_ISSUE_PASSWORD_NEW, NULL);
  return *refusal != NULL || entry->password_hash == NULL
         || hall_staff_set_password (context->db, login->id, entry->password_hash, 0, &doer, error);
}

static HallAnswer *
sign_in (HallContext *context, gboolean staff, GError **error)
{
  const Entry *entry = context->prepared;
  const char *field = staff ? "name" : "mobile";
  HallAnswer *refusal = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallLogin) login =
      staff ? hall_staff_find (context->db, entry->mobile, &failure)
            : hall_account_find (context->db, context->setup->vault, entry->mobile, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (login != NULL && login->locked_until_s > context->now_s)
    return hall_answer_new_too_many ((guint) (login->locked_until_s - context->now_s),
                                     context->lang);
  if (login == NULL || login->disabled_s > 0)
    return refuse_and_keep (context, field, HALL_ISSUE_SIGN_IN_WRONG, NULL);
  if (!entry->password_right)
    return hall_login_failed (context->db, login, staff, context->now_s, error)
               ? refuse_and_keep (context, field, HALL_ISSUE_SIGN_IN_WRONG, NULL)
               : NULL;
  if (!hall_login_succeeded (context->db, login, staff, error)
      || (staff && !replace_password (context, login, &refusal, error)))
    return NULL;
  if (refusal != NULL)
    return refusal;
  return open_session (context, staff ? NULL : login->id, staff ? login->id : NULL, error);
}

static HallAnswer *
post_session (HallContext *context, const HallRequest *request, GError **error)
{
  return sign_in (context, FALSE, error);
}

static HallAnswer *
post_staff_session (HallContext *context, const HallRequest *request, GError **error)
{
  return sign_in (context, TRUE, error);
}

static HallAnswer *
delete_session (HallContext *context, const HallRequest *request, GError **error)
{
  if (context->caller.staff != NULL && !hall_lease_release_all (context, error))
    return NULL;
  return hall_session_end (context->db, request->token, error) ? hall_answer_new (204) : NULL;
}

static HallAnswer *
get_account (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HallIdentity) identity =
      hall_identity_new (context->caller.name, context->caller.actors);

  identity->expires_s = context->caller.expires_s;
  hall_wire_add_identity (builder, identity);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

#define ANYBODY       (HALL_ACTOR_BIT (HALL_ACTOR_HANDLER) | HALL_ACTORS_STAFF)
#define GUARDED_WRITE (HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED)

const HallRoute hall_routes_account[] = {
  { "POST", HALL_PATH_SMS_CODES, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, GUARDED_WRITE,
    post_sms_code, NULL },
  { "POST", HALL_PATH_ACCOUNTS, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, GUARDED_WRITE, post_account,
    prepare_new_password },
  { "GET", HALL_PATH_ACCOUNT, ANYBODY, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_account, NULL },
  { "POST", HALL_PATH_PASSWORD_RESETS, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, GUARDED_WRITE,
    post_password_reset, prepare_new_password },
  { "POST", HALL_PATH_SESSIONS, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, GUARDED_WRITE, post_session,
    prepare_handler_sign_in },
  { "DELETE", HALL_PATH_SESSION, ANYBODY, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES, delete_session,
    NULL },
  { "POST", HALL_PATH_STAFF_SESSIONS, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, GUARDED_WRITE,
    post_staff_session, prepare_staff_sign_in },
  { NULL },
};
