/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: GIO asks the desktop, in a sandbox its portal.
 */
#include "hall-launch.h"

void
hall_launch_async (const char *uri,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_app_info_launch_default_for_uri_async (uri, NULL, cancellable, callback, user_data);
}

gboolean
hall_launch_finish (GAsyncResult *result, GError **error)
{
  return g_app_info_launch_default_for_uri_finish (result, error);
}
