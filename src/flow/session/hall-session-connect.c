/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coming to a hall: finding it, and who is remembered there.
 */
#include "hall-session-private.h"

/* Whether the hall was left, or another connected to, since @task began; then it is answered. */
static gboolean
is_stale (GTask *task)
{
  HallSession *self = g_task_get_source_object (task);

  if (g_task_get_task_data (task) == self->stay)
    return FALSE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the hall was left");
  return TRUE;
}

static void
return_connected (GTask *task)
{
  hall_session_settle (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

static void
return_failed (GTask *task, GError *error)
{
  HallSession *self = g_task_get_source_object (task);

  hall_session_leave (self);
  g_task_return_error (task, error);
}

static void
on_remembered_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSession *self = g_task_get_source_object (task);
  g_autoptr (HallIdentity) identity = hall_client_get_account_finish (self->client, result, &error);

  if (is_stale (task))
    return;
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT))
    {
      hall_session_forget_secret (self);
      return_connected (task);
    }
  else if (error != NULL)
    return_failed (task, g_steal_pointer (&error));
  else
    {
      self->identity = g_steal_pointer (&identity);
      return_connected (task);
    }
}

static void
on_secret_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSession *self = g_task_get_source_object (task);
  HallSecretsPlace place;
  g_autofree char *token = hall_secrets_lookup_finish (self->secrets, result, &place, &error);

  if (is_stale (task))
    return;
  if (error != NULL)
    return_failed (task, g_steal_pointer (&error));
  else if (token == NULL)
    return_connected (task);
  else
    {
      hall_session_set_remembered (self, place);
      hall_client_set_token (self->client, token);
      hall_client_get_account_async (self->client, g_task_get_cancellable (task),
                                     on_remembered_checked_cb, g_object_ref (task));
    }
}

static void
on_info_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSession *self = g_task_get_source_object (task);
  g_autoptr (HallInfo) info = hall_client_get_info_finish (self->client, result, &error);

  if (is_stale (task))
    return;
  if (info == NULL)
    {
      return_failed (task, g_steal_pointer (&error));
      return;
    }
  self->info = g_steal_pointer (&info);
  hall_secrets_lookup_async (self->secrets, hall_session_get_hall_key (self),
                             hall_session_get_who (self), g_task_get_cancellable (task),
                             on_secret_found_cb, g_object_ref (task));
}

/* Takes over the reference of @owned_task. */
static void
ask_hall (GTask *owned_task, const char *address)
{
  g_autoptr (GTask) task = owned_task;
  HallSession *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!hall_client_set_address (self->client, address, &error))
    return_failed (task, error);
  else
    hall_client_get_info_async (self->client, g_task_get_cancellable (task), on_info_got_cb,
                                g_object_ref (task));
}

static void
on_local_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address =
      hall_local_hall_start_finish (HALL_LOCAL_HALL (source), result, &error);

  if (is_stale (task))
    return;
  if (address != NULL)
    ask_hall (g_steal_pointer (&task), address);
  else
    return_failed (task, g_steal_pointer (&error));
}

void
hall_session_connect_async (HallSession *self,
                            const char *address,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_session_connect_async);
  hall_session_leave (self);
  g_task_set_task_data (task, g_object_ref (self->stay), g_object_unref);
  ask_hall (task, address);
}

void
hall_session_connect_local_async (HallSession *self,
                                  HallLocalHall *local,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_session_connect_async);
  hall_session_leave (self);
  g_task_set_task_data (task, g_object_ref (self->stay), g_object_unref);
  self->local = g_object_ref (local);
  hall_local_hall_start_async (local, cancellable, on_local_started_cb, task);
}

gboolean
hall_session_connect_finish (HallSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
