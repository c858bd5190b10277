/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: the shell knows what opens what.
 */
#include "hall-launch.h"

#include <windows.h>

#include <shellapi.h>

#define FIRST_SUCCESS 33 /* ShellExecute returns a number above 32 when it worked */

void
hall_launch_async (const char *uri,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree wchar_t *wide =
      (wchar_t *) g_utf8_to_utf16 (path != NULL ? path : uri, -1, NULL, NULL, NULL);
  INT_PTR code = (INT_PTR) ShellExecuteW (NULL, L"open", wide, NULL, NULL, SW_SHOWNORMAL);

  g_task_set_source_tag (task, hall_launch_async);
  if (code >= FIRST_SUCCESS)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "Windows error %d", (int) code);
}

gboolean
hall_launch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
