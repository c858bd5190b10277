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

/* Asks for a code. Where one was sent just now, that one is still good. */
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
  if (!g_error_matches (failure, HALL_ERROR, HALL_ERROR_TOO_MANY))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *known = 0;
  return TRUE;
}

/* @refusal: (transfer full): why signing in failed; it stays the reason if the number is known */
static HallApplyTurn
create_account (HallApply *self, GError *refusal, GError **error)
{
  g_autoptr (GError) refused = refusal;
  g_autoptr (GAsyncResult) registered = NULL;
  g_autofree char *code = NULL;
  gint64 known;

  if (!request_code (self, &known, error))
    return HALL_APPLY_FAILED;
  code = wait_for_code (self, known);
  if (code == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return HALL_APPLY_FAILED;
    }
  hall_session_register_async (self->session, self->options->mobile, code, self->options->password,
                               FALSE, NULL, hall_await_cb, &registered);
  if (!hall_session_register_finish (self->session, hall_await (&registered), error))
    return HALL_APPLY_FAILED;
  hall_apply_say (self, "registered");
  return HALL_APPLY_ON;
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
    return create_account (self, g_steal_pointer (&failure), error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return HALL_APPLY_FAILED;
}
