/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handing an address over to the system. For hall-open.c only; linux/ and windows/ have a body
 * each.
 */
#pragma once

#include <gio/gio.h>

/* @uri: of a page or a local file, already judged harmless */
void hall_launch_async (const char *uri,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean hall_launch_finish (GAsyncResult *result, GError **error);
