/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The system's safe place for secrets, if there is one. For hall-secrets.c only; linux/ and
 * windows/ have a body each.
 */
#pragma once

#include <gio/gio.h>

void hall_keyring_store_async (const char *hall,
                               const char *who,
                               const char *secret,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hall_keyring_store_finish (GAsyncResult *result, GError **error);

void hall_keyring_lookup_async (const char *hall,
                                const char *who,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* (transfer full) (nullable): NULL without @error if it has none. */
char *hall_keyring_lookup_finish (GAsyncResult *result, GError **error);

void hall_keyring_clear_async (const char *hall,
                               const char *who,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hall_keyring_clear_finish (GAsyncResult *result, GError **error);
