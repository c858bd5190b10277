/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-session-private.h"

#include <string.h>

#include "hall-workday.h"

#define PROBE_MAX_MS (60 * 1000)
#define LOCAL_KEY    "local"

enum
{
  HALL_CHANGED,
  LINK_CHANGED,
  IDENTITY_CHANGED,
  SIGNED_OUT,
  REMEMBERED_CHANGED,
  N_SIGNALS
};

static const char *const signal_names[N_SIGNALS] = {
  [HALL_CHANGED] = "hall-changed",
  [LINK_CHANGED] = "link-changed",
  [IDENTITY_CHANGED] = "identity-changed",
  [SIGNED_OUT] = "signed-out",
  [REMEMBERED_CHANGED] = "remembered-changed",
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallSession, hall_session, G_TYPE_OBJECT)

const char *
hall_session_get_who (HallSession *self)
{
  return self->part == HALL_PART_STAFF ? "staff" : "handler";
}

void
hall_session_set_remembered (HallSession *self, HallSecretsPlace place)
{
  if (self->remembered == place)
    return;
  self->remembered = place;
  g_signal_emit (self, signals[REMEMBERED_CHANGED], 0);
}

void
hall_session_take_identity (HallSession *self, HallIdentity *identity)
{
  if (identity != NULL && identity->token != NULL)
    hall_client_set_token (self->client, identity->token);
  if (identity == NULL)
    {
      hall_client_set_token (self->client, NULL);
      g_clear_pointer (&self->mobile, g_free);
    }
  if (identity == self->identity)
    return;
  g_clear_pointer (&self->identity, hall_identity_free);
  self->identity = identity;
  g_signal_emit (self, signals[IDENTITY_CHANGED], 0);
}

void
hall_session_forget_secret (HallSession *self)
{
  hall_secrets_clear_async (self->secrets, hall_session_get_hall_key (self),
                            hall_session_get_who (self), NULL, NULL, NULL);
  hall_session_set_remembered (self, HALL_SECRETS_NOWHERE);
}

static void
on_token_refused_cb (HallClient *client, HallSession *self)
{
  g_autoptr (HallSession) held = g_object_ref (self); /* a handler may drop it */

  if (!self->connected)
    return;
  hall_session_forget_secret (self);
  hall_session_take_identity (self, NULL);
  g_signal_emit (self, signals[SIGNED_OUT], 0);
}

/* What runs in the background gets a bare @self: leaving the hall, and dispose, cancel it, and
 * who was cancelled touches nothing. */

static void
on_probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSession *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean healthy = hall_client_check_health_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->probe_runs = FALSE;
  if (!healthy && !hall_client_is_reachable (self->client))
    hall_backoff_schedule (&self->probing, 0);
}

static void
check_health (HallSession *self)
{
  hall_client_check_health_async (self->client, self->stay, on_probed_cb, self);
}

/* A practice hall that came back may have another port; who is signed in stays so. */
static void
on_local_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSession *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address =
      hall_local_hall_start_finish (HALL_LOCAL_HALL (source), result, &error);
  g_autofree char *token = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  token = g_strdup (hall_client_get_token (self->client));
  if (address != NULL && hall_client_set_address (self->client, address, &error))
    {
      hall_client_set_token (self->client, token);
      check_health (self);
      return;
    }
  self->probe_runs = FALSE;
  hall_backoff_schedule (&self->probing, 0);
}

static void
probe (gpointer data)
{
  HallSession *self = data;

  self->probe_runs = TRUE;
  if (self->local != NULL)
    hall_local_hall_start_async (self->local, self->stay, on_local_back_cb, self);
  else
    check_health (self);
}

static void
on_reachable_changed_cb (HallClient *client, HallSession *self)
{
  if (!self->connected)
    return;
  self->probing.first_ms = 2 * hall_client_get_retry_ms (client);
  if (hall_client_is_reachable (client))
    hall_backoff_reset (&self->probing);
  else if (!self->probe_runs)
    hall_backoff_schedule (&self->probing, 0);
  g_signal_emit (self, signals[LINK_CHANGED], 0);
}

static void
on_network_changed_cb (GNetworkMonitor *monitor, gboolean available, HallSession *self)
{
  if (available)
    hall_session_hurry (self);
}

void
hall_session_hurry (HallSession *self)
{
  hall_backoff_hurry (&self->probing);
}

void
hall_session_leave (HallSession *self)
{
  gboolean had_hall = self->connected;

  self->connected = FALSE;
  g_cancellable_cancel (self->stay);
  g_set_object (&self->stay, NULL);
  self->stay = g_cancellable_new ();
  hall_backoff_reset (&self->probing);
  self->probe_runs = FALSE;
  hall_session_take_identity (self, NULL);
  g_hash_table_remove_all (self->catalogs);
  g_clear_pointer (&self->info, hall_info_free);
  g_clear_object (&self->local);
  hall_session_set_remembered (self, HALL_SECRETS_NOWHERE);
  if (!had_hall)
    return;
  g_signal_emit (self, signals[HALL_CHANGED], 0);
  g_signal_emit (self, signals[LINK_CHANGED], 0);
}

void
hall_session_settle (HallSession *self)
{
  self->connected = TRUE;
  g_signal_emit (self, signals[HALL_CHANGED], 0);
  g_signal_emit (self, signals[LINK_CHANGED], 0);
  if (self->identity != NULL)
    g_signal_emit (self, signals[IDENTITY_CHANGED], 0);
}

void
hall_session_disconnect (HallSession *self)
{
  hall_session_leave (self);
}

/* The hall says which version of a project is its newest; one that was asked for by its number
 * never changes. */
static gboolean
is_newest (HallSession *self, const char *name, const HallCatalog *catalog)
{
  if (strchr (name, '@') != NULL)
    return TRUE;
  for (guint i = 0; self->info != NULL && i < self->info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (self->info->projects, i);

      if (g_strcmp0 (project->id, catalog->id) == 0)
        return g_strcmp0 (project->sha256, catalog->sha256) == 0;
    }
  return FALSE;
}

static void
on_catalog_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSession *self = g_task_get_source_object (task);
  HallCatalog *catalog = hall_client_get_catalog_finish (self->client, result, &error);

  if (catalog == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_hash_table_replace (self->catalogs, g_strdup (g_task_get_task_data (task)),
                        hall_catalog_ref (catalog));
  g_task_return_pointer (task, catalog, (GDestroyNotify) hall_catalog_unref);
}

void
hall_session_load_catalog_async (HallSession *self,
                                 const char *project,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HallCatalog *known = hall_session_get_catalog (self, project);

  g_task_set_source_tag (task, hall_session_load_catalog_async);
  g_task_set_task_data (task, g_strdup (project), g_free);
  if (known != NULL && is_newest (self, project, known))
    g_task_return_pointer (task, hall_catalog_ref (known), (GDestroyNotify) hall_catalog_unref);
  else
    hall_client_get_catalog_async (self->client, project, known, cancellable, on_catalog_got_cb,
                                   g_steal_pointer (&task));
}

HallCatalog *
hall_session_load_catalog_finish (HallSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

HallCatalog *
hall_session_get_catalog (HallSession *self, const char *project)
{
  return g_hash_table_lookup (self->catalogs, project);
}

static void
hall_session_dispose (GObject *object)
{
  HallSession *self = HALL_SESSION (object);

  g_cancellable_cancel (self->stay);
  hall_backoff_reset (&self->probing);
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_object (&self->secrets);
  g_clear_object (&self->local);
  g_clear_object (&self->stay);
  G_OBJECT_CLASS (hall_session_parent_class)->dispose (object);
}

static void
hall_session_finalize (GObject *object)
{
  HallSession *self = HALL_SESSION (object);

  g_clear_pointer (&self->info, hall_info_free);
  g_clear_pointer (&self->identity, hall_identity_free);
  g_free (self->mobile);
  g_free (self->new_password);
  g_hash_table_unref (self->catalogs);
  G_OBJECT_CLASS (hall_session_parent_class)->finalize (object);
}

static void
hall_session_class_init (HallSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_session_dispose;
  object_class->finalize = hall_session_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], HALL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
hall_session_init (HallSession *self)
{
  self->secrets = hall_secrets_new ();
  self->stay = g_cancellable_new ();
  self->catalogs =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hall_catalog_unref);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (on_network_changed_cb), self, 0);
}

HallSession *
hall_session_new (HallPart part, HallLang lang)
{
  HallSession *self = g_object_new (HALL_TYPE_SESSION, NULL);

  self->part = part;
  self->client = hall_client_new (lang);
  hall_backoff_init (&self->probing, 2 * hall_client_get_retry_ms (self->client), PROBE_MAX_MS,
                     probe, self);
  g_signal_connect (self->client, "reachable-changed", G_CALLBACK (on_reachable_changed_cb), self);
  g_signal_connect (self->client, "token-refused", G_CALLBACK (on_token_refused_cb), self);
  return self;
}

void
hall_session_set_secrets (HallSession *self, HallSecrets *secrets)
{
  g_set_object (&self->secrets, secrets);
}

HallPart
hall_session_get_part (HallSession *self)
{
  return self->part;
}

HallLang
hall_session_get_lang (HallSession *self)
{
  return hall_client_get_lang (self->client);
}

HallClient *
hall_session_get_client (HallSession *self)
{
  return self->client;
}

HallLink
hall_session_get_link (HallSession *self)
{
  if (!self->connected)
    return HALL_LINK_NONE;
  return hall_client_is_reachable (self->client) ? HALL_LINK_ONLINE : HALL_LINK_OFFLINE;
}

gboolean
hall_session_is_local (HallSession *self)
{
  return self->local != NULL;
}

const HallInfo *
hall_session_get_info (HallSession *self)
{
  return self->connected ? self->info : NULL;
}

const char *
hall_session_get_address (HallSession *self)
{
  return self->connected ? hall_client_get_address (self->client) : NULL;
}

const char *
hall_session_get_hall_key (HallSession *self)
{
  return self->local != NULL ? LOCAL_KEY : hall_client_get_address (self->client);
}

const HallIdentity *
hall_session_get_identity (HallSession *self)
{
  return self->identity;
}

const char *
hall_session_get_mobile (HallSession *self)
{
  return self->mobile;
}

HallSecretsPlace
hall_session_get_remembered (HallSession *self)
{
  return self->remembered;
}

gint64
hall_session_get_now_s (HallSession *self)
{
  return hall_client_get_now_s (self->client);
}

void
hall_session_get_today (HallSession *self, GDate *today)
{
  hall_date_in_china (hall_session_get_now_s (self), today);
}
