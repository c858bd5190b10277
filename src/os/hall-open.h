/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an address or a file with the program the system has for it.
 */
#pragma once

#include <gio/gio.h>

/**
 * hall_open_uri_async:
 * @uri: http or https; anything else fails with %G_IO_ERROR_NOT_SUPPORTED, since addresses
 *   can come from a hall
 */
void hall_open_uri_async (const char *uri,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean hall_open_uri_finish (GAsyncResult *result, GError **error);

/* A local file that this program has written. */
void hall_open_file_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean hall_open_file_finish (GAsyncResult *result, GError **error);
