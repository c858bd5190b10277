/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registering, signing in and out.
 */
#include "hall-session-private.h"

static void
on_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSession *self = user_data;
  g_autoptr (GError) error = NULL;
  HallSecretsPlace place = hall_secrets_store_finish (HALL_SECRETS (source), result, &error);

  if (error == NULL)
    hall_session_set_remembered (self, place);
}

typedef HallIdentity *(*SignInFinish) (HallClient *client, GAsyncResult *result, GError **error);

typedef struct
{
  GCancellable *stay; /* of the hall one signs in to */
  SignInFinish finish;
  char *mobile; /* (nullable) */
  gboolean remember;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_object_unref (sign_in->stay);
  g_free (sign_in->mobile);
  g_free (sign_in);
}

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSession *self = g_task_get_source_object (task);
  SignIn *sign_in = g_task_get_task_data (task);
  g_autoptr (HallIdentity) identity = sign_in->finish (self->client, result, &error);

  if (identity == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (sign_in->stay != self->stay)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the hall was left");
      return;
    }
  if (sign_in->remember)
    hall_secrets_store_async (self->secrets, hall_session_get_hall_key (self),
                              hall_session_get_who (self), identity->token, self->stay,
                              on_stored_cb, self);
  else
    hall_session_forget_secret (self);
  g_free (self->mobile);
  self->mobile = g_steal_pointer (&sign_in->mobile);
  hall_session_take_identity (self, g_steal_pointer (&identity));
  g_task_return_boolean (task, TRUE);
}

static GTask *
new_sign_in (HallSession *self,
             const char *mobile,
             gboolean remember,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->stay = g_object_ref (self->stay);
  sign_in->mobile = g_strdup (mobile);
  sign_in->remember = remember;
  g_task_set_task_data (task, sign_in, sign_in_free);
  return task;
}

void
hall_session_register_async (HallSession *self,
                             const char *mobile,
                             const char *sms_code,
                             const char *password,
                             gboolean remember,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = new_sign_in (self, mobile, remember, cancellable, callback, user_data);
  SignIn *sign_in = g_task_get_task_data (task);

  g_task_set_source_tag (task, hall_session_register_async);
  sign_in->finish = hall_client_register_finish;
  hall_client_register_async (self->client, mobile, sms_code, password, cancellable,
                              on_signed_in_cb, task);
}

gboolean
hall_session_register_finish (HallSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hall_session_set_new_password (HallSession *self, const char *new_password)
{
  g_return_if_fail (HALL_IS_SESSION (self));

  g_free (self->new_password);
  self->new_password = g_strdup (new_password);
}

void
hall_session_sign_in_async (HallSession *self,
                            const char *name,
                            const char *password,
                            gboolean remember,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  gboolean staff = self->part == HALL_PART_STAFF;
  GTask *task = new_sign_in (self, staff ? NULL : name, remember, cancellable, callback, user_data);
  SignIn *sign_in = g_task_get_task_data (task);

  g_task_set_source_tag (task, hall_session_sign_in_async);
  if (staff)
    {
      sign_in->finish = hall_client_sign_in_staff_finish;
      hall_client_sign_in_staff_async (self->client, name, password, self->new_password,
                                       cancellable, on_signed_in_cb, task);
      hall_session_set_new_password (self, NULL);
      return;
    }
  sign_in->finish = hall_client_sign_in_finish;
  hall_client_sign_in_async (self->client, name, password, cancellable, on_signed_in_cb, task);
}

gboolean
hall_session_sign_in_finish (HallSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hall_session_sign_out (HallSession *self)
{
  if (self->identity == NULL)
    return;
  hall_client_sign_out_async (self->client, NULL, NULL, NULL);
  hall_session_forget_secret (self);
  hall_session_take_identity (self, NULL);
}
