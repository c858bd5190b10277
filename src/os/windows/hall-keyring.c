/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: generic credentials of the Credential Manager, for this user on this computer.
 */
#include "hall-keyring.h"

#include <windows.h>

#include <wincred.h>

static wchar_t *
build_target (const char *hall, const char *who)
{
  g_autofree char *text = g_strdup_printf ("CertHall:%s:%s", who, hall);

  return (wchar_t *) g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
}

/* TRUE if @worked; else an error with what Windows says. */
static gboolean
check (BOOL worked, GError **error)
{
  DWORD code = worked ? 0 : GetLastError ();
  g_autofree char *reason = NULL;

  if (worked)
    return TRUE;
  reason = g_win32_error_message ((int) code);
  g_set_error_literal (error, G_IO_ERROR,
                       code == ERROR_NOT_FOUND ? G_IO_ERROR_NOT_FOUND : G_IO_ERROR_FAILED, reason);
  return FALSE;
}

/* The calls are short; their results are handed over as if they were not. */
static void
return_check (BOOL worked,
              gpointer tag,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GError *error = NULL;
  gboolean good = check (worked, &error);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hall_keyring_store_async (const char *hall,
                          const char *who,
                          const char *secret,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree wchar_t *target = build_target (hall, who);
  g_autofree wchar_t *user = (wchar_t *) g_utf8_to_utf16 (who, -1, NULL, NULL, NULL);
  CREDENTIALW credential = {
    .Type = CRED_TYPE_GENERIC,
    .TargetName = target,
    .CredentialBlobSize = (DWORD) strlen (secret),
    .CredentialBlob = (LPBYTE) secret,
    .Persist = CRED_PERSIST_LOCAL_MACHINE,
    .UserName = user,
  };

  return_check (CredWriteW (&credential, 0), hall_keyring_store_async, cancellable, callback,
                user_data);
}

gboolean
hall_keyring_store_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hall_keyring_lookup_async (const char *hall,
                           const char *who,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree wchar_t *target = build_target (hall, who);
  g_autoptr (GError) error = NULL;
  CREDENTIALW *credential = NULL;

  g_task_set_source_tag (task, hall_keyring_lookup_async);
  if (check (CredReadW (target, CRED_TYPE_GENERIC, 0, &credential), &error))
    {
      g_task_return_pointer (task,
                             g_strndup ((const char *) credential->CredentialBlob,
                                        credential->CredentialBlobSize),
                             g_free);
      CredFree (credential);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

char *
hall_keyring_lookup_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hall_keyring_clear_async (const char *hall,
                          const char *who,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree wchar_t *target = build_target (hall, who);

  return_check (CredDeleteW (target, CRED_TYPE_GENERIC, 0), hall_keyring_clear_async, cancellable,
                callback, user_data);
}

gboolean
hall_keyring_clear_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
