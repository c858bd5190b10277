/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coming in: the hall, its catalogue, the account; at a practice hall a new account, with the
 * code that its sandbox carrier was given.
 */
#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-error.h"

#define CODE_WAIT_MS 15000
#define LOOK_MS      100

HallApplyTurn
hall_apply_connect (HallApply *self, GError **error)
{
  g_autoptr (GAsyncResult) connected = NULL;

  hall_session_connect_async (self->session, self->options->hall, NULL, hall_await_cb, &connected);
  if (!hall_session_connect_finish (self->session, hall_await (&connected), error))
    return HALL_APPLY_FAILED;
  if (hall_apply_is_practice (self) && self->phone == NULL)
    self->phone = hall_practice_phone_new (self->session);
  return HALL_APPLY_ON;
}

/* The newest message to the account's number; its id is 0 if there is none. */
static gint64
find_message (HallApply *self, char **code)
{
  GListModel *model = G_LIST_MODEL (self->phone);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HallPhoneMessage) message = g_list_model_get_item (model, i);
      const HallMessage *content = hall_phone_message_get (message);

      if (content->kind != HALL_MESSAGE_SMS || g_strcmp0 (content->to, self->options->mobile) != 0)
        continue;
      if (code != NULL)
        *code = hall_phone_message_find_code (message);
      return content->id;
    }
  return 0;
}

/* The code of a message newer than @known. NULL: none came, or it has none. */
static char *
wait_for_code (HallApply *self, gint64 known)
{
  char *code = NULL;

  for (guint waited_ms = 0; waited_ms < CODE_WAIT_MS; waited_ms += LOOK_MS)
    {
      if (find_message (self, NULL) > known)
        {
          find_message (self, &code);
          return code;
        }
      hall_await_ms (LOOK_MS);
    }
  return NULL;
}

/* Asks for a code. Where one was sent just now, that one may still be good. */
static gboolean
request_code (HallApply *self, gint64 *known, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (HallSmsCode) code = NULL;
  g_autoptr (GError) failure = NULL;

  *known = find_message (self, NULL);
  hall_client_request_sms_code_async (client, self->options->mobile, HALL_SMS_REGISTER, NULL,
                                      hall_await_cb, &sent);
  code = hall_client_request_sms_code_finish (client, hall_await (&sent), &failure);
  if (code != NULL)
    return TRUE;
  *known = 0;
  if (g_error_matches (failure, HALL_ERROR, HALL_ERROR_TOO_MANY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_about_code (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  return findings != NULL && findings->len == 1
         && g_strcmp0 (((const HallFinding *) g_ptr_array_index (findings, 0))->where, "sms_code")
                == 0;
}

/* @refusal: why signing in failed; it stays the reason where the number proves to be known: it was
 * told so in place of a code, or its code has been used. */
static HallApplyTurn
create_account (HallApply *self, const GError *refusal, GError **error)
{
  g_autoptr (GAsyncResult) registered = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *code = NULL;
  gint64 known;

  if (!request_code (self, &known, error))
    return HALL_APPLY_FAILED;
  code = wait_for_code (self, known);
  if (code != NULL)
    {
      hall_session_register_async (self->session, self->options->mobile, code,
                                   self->options->password, FALSE, NULL, hall_await_cb,
                                   &registered);
      if (hall_session_register_finish (self->session, hall_await (&registered), &failure))
        {
          hall_apply_say (self, "registered");
          return HALL_APPLY_ON;
        }
    }
  if (failure != NULL && !is_about_code (failure))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_propagate_error (error, g_error_copy (refusal));
  return HALL_APPLY_FAILED;
}

HallApplyTurn
hall_apply_sign_in (HallApply *self, GError **error)
{
  g_autoptr (GAsyncResult) signed_in = NULL;
  g_autoptr (GError) failure = NULL;

  hall_session_sign_in_async (self->session, self->options->mobile, self->options->password, FALSE,
                              NULL, hall_await_cb, &signed_in);
  if (hall_session_sign_in_finish (self->session, hall_await (&signed_in), &failure))
    return HALL_APPLY_ON;
  if (hall_apply_is_practice (self) && g_error_matches (failure, HALL_ERROR, HALL_ERROR_INVALID))
    return create_account (self, failure, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return HALL_APPLY_FAILED;
}
