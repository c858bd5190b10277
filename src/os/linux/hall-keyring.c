/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: the secret service, or in a sandbox the file that the Secret portal has the key of;
 * libsecret chooses.
 */
#include "hall-keyring.h"

#include <libsecret/secret.h>

static const SecretSchema schema = {
  "io.github.certhall.CertHall",
  SECRET_SCHEMA_NONE,
  { { "hall", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "who", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
  0,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
};

void
hall_keyring_store_async (const char *hall,
                          const char *who,
                          const char *secret,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *label = g_strdup_printf ("CertHall: %s", hall);

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, callback,
                         user_data, "hall", hall, "who", who, NULL);
}

gboolean
hall_keyring_store_finish (GAsyncResult *result, GError **error)
{
  return secret_password_store_finish (result, error);
}

void
hall_keyring_lookup_async (const char *hall,
                           const char *who,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  secret_password_lookup (&schema, cancellable, callback, user_data, "hall", hall, "who", who,
                          NULL);
}

char *
hall_keyring_lookup_finish (GAsyncResult *result, GError **error)
{
  char *secret = secret_password_lookup_finish (result, error);
  char *copy = g_strdup (secret);

  secret_password_free (secret);
  return copy;
}

void
hall_keyring_clear_async (const char *hall,
                          const char *who,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  secret_password_clear (&schema, cancellable, callback, user_data, "hall", hall, "who", who, NULL);
}

gboolean
hall_keyring_clear_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  secret_password_clear_finish (result, &own_error); /* FALSE also if there was none */
  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}
