/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where nothing speaks to scanners: the program was built without, or for another system.
 */
#include <glib/gi18n.h>

#include "hall-error.h"
#include "hall-scanner.h"

gboolean
hall_scanner_is_available (void)
{
  return FALSE;
}

static void
refuse (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_task_report_new_error (NULL, callback, user_data, refuse, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                           "%s", _ ("This program was built without scanners."));
  (void) cancellable;
}

void
hall_scanner_list_async (GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  refuse (cancellable, callback, user_data);
}

void
hall_scanner_look_async (const char *device,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  (void) device;
  refuse (cancellable, callback, user_data);
}

void
hall_scanner_acquire_async (const HallScannerWish *wish,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  (void) wish;
  refuse (cancellable, callback, user_data);
}
