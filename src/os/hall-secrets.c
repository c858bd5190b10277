/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-secrets.h"

#include "hall-keyring.h"

struct _HallSecrets
{
  GObject parent_instance;

  GHashTable *memory; /* what the system did not take: key -> secret */
  gboolean memory_only;
};

G_DEFINE_FINAL_TYPE (HallSecrets, hall_secrets, G_TYPE_OBJECT)

/* What one operation is about. */
typedef struct
{
  char *key;
  char *secret; /* (nullable): to be stored, or found */
  HallSecretsPlace place;
} Item;

static void
wipe (gpointer data)
{
  char *secret = data;

  if (secret != NULL)
    memset (secret, 0, strlen (secret));
  g_free (secret);
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->key);
  wipe (item->secret);
  g_free (item);
}

static void
hall_secrets_finalize (GObject *object)
{
  HallSecrets *self = HALL_SECRETS (object);

  g_hash_table_unref (self->memory);
  G_OBJECT_CLASS (hall_secrets_parent_class)->finalize (object);
}

static void
hall_secrets_class_init (HallSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_secrets_finalize;
}

static void
hall_secrets_init (HallSecrets *self)
{
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
}

HallSecrets *
hall_secrets_new (void)
{
  return g_object_new (HALL_TYPE_SECRETS, NULL);
}

HallSecrets *
hall_secrets_new_in_memory (void)
{
  HallSecrets *self = hall_secrets_new ();

  self->memory_only = TRUE;
  return self;
}

static GTask *
new_task (HallSecrets *self,
          const char *hall,
          const char *who,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Item *item = g_new0 (Item, 1);

  item->key = g_strconcat (who, " ", hall, NULL);
  g_task_set_task_data (task, item, item_free);
  return task;
}

static void
on_keyring_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallSecrets *self = g_task_get_source_object (task);
  Item *item = g_task_get_task_data (task);
  gboolean stored = hall_keyring_store_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (stored)
    g_hash_table_remove (self->memory, item->key);
  else
    {
      g_debug ("the secret stays in memory: %s", error != NULL ? error->message : "not stored");
      g_hash_table_replace (self->memory, g_strdup (item->key), g_strdup (item->secret));
    }
  g_task_return_int (task, stored ? HALL_SECRETS_SYSTEM : HALL_SECRETS_MEMORY);
}

void
hall_secrets_store_async (HallSecrets *self,
                          const char *hall,
                          const char *who,
                          const char *secret,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = new_task (self, hall, who, cancellable, callback, user_data);
  Item *item = g_task_get_task_data (task);

  g_task_set_source_tag (task, hall_secrets_store_async);
  item->secret = g_strdup (secret);
  if (self->memory_only)
    {
      g_hash_table_replace (self->memory, g_strdup (item->key), g_strdup (secret));
      g_task_return_int (task, HALL_SECRETS_MEMORY);
      g_object_unref (task);
      return;
    }
  hall_keyring_store_async (hall, who, secret, cancellable, on_keyring_stored_cb, task);
}

HallSecretsPlace
hall_secrets_store_finish (HallSecrets *self, GAsyncResult *result, GError **error)
{
  gssize place;

  g_return_val_if_fail (g_task_is_valid (result, self), HALL_SECRETS_NOWHERE);
  place = g_task_propagate_int (G_TASK (result), error);
  return place < 0 ? HALL_SECRETS_NOWHERE : (HallSecretsPlace) place;
}

static void
return_remembered (GTask *task)
{
  HallSecrets *self = g_task_get_source_object (task);
  Item *item = g_task_get_task_data (task);
  char *secret = g_strdup (g_hash_table_lookup (self->memory, item->key));

  item->place = secret != NULL ? HALL_SECRETS_MEMORY : HALL_SECRETS_NOWHERE;
  g_task_return_pointer (task, secret, wipe);
}

static void
on_keyring_looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Item *item = g_task_get_task_data (task);
  char *secret = hall_keyring_lookup_finish (result, &error);

  if (secret == NULL)
    {
      return_remembered (task);
      return;
    }
  item->place = HALL_SECRETS_SYSTEM;
  g_task_return_pointer (task, secret, wipe);
}

void
hall_secrets_lookup_async (HallSecrets *self,
                           const char *hall,
                           const char *who,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = new_task (self, hall, who, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_secrets_lookup_async);
  if (!self->memory_only)
    {
      hall_keyring_lookup_async (hall, who, cancellable, on_keyring_looked_up_cb, task);
      return;
    }
  return_remembered (task);
  g_object_unref (task);
}

char *
hall_secrets_lookup_finish (HallSecrets *self,
                            GAsyncResult *result,
                            HallSecretsPlace *place,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  if (place != NULL)
    *place = ((Item *) g_task_get_task_data (G_TASK (result)))->place;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_keyring_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!hall_keyring_clear_finish (result, &error))
    g_debug ("nothing to forget: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

void
hall_secrets_clear_async (HallSecrets *self,
                          const char *hall,
                          const char *who,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = new_task (self, hall, who, cancellable, callback, user_data);
  Item *item = g_task_get_task_data (task);

  g_task_set_source_tag (task, hall_secrets_clear_async);
  g_hash_table_remove (self->memory, item->key);
  if (!self->memory_only)
    {
      hall_keyring_clear_async (hall, who, cancellable, on_keyring_cleared_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
hall_secrets_clear_finish (HallSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
