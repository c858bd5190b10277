/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice hall on this computer: a certhalld of our own that ends with us. Sessions that
 * play different parts share one. Where another program has started it already, that one is
 * used; when that program ends it, the next start begins one of our own.
 */
#pragma once

#include <gio/gio.h>

#include "hall-lang.h"

#define HALL_TYPE_LOCAL_HALL (hall_local_hall_get_type ())
G_DECLARE_FINAL_TYPE (HallLocalHall, hall_local_hall, HALL, LOCAL_HALL, GObject)

/**
 * hall_local_hall_new:
 * @argv: (nullable): what to start; NULL for `certhalld --local`, beside this program or in
 *   PATH
 */
HallLocalHall *hall_local_hall_new (const char *const *argv, HallLang lang);

/**
 * hall_local_hall_start_async:
 *
 * Starts it unless it runs; calls that overlap start it once. Cancelling one of them does not
 * stop it.
 */
void hall_local_hall_start_async (HallLocalHall *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * hall_local_hall_start_finish:
 * @error: %HALL_ERROR_UNAVAILABLE with a sentence
 *
 * Returns: (transfer full): its address
 */
char *hall_local_hall_start_finish (HallLocalHall *self, GAsyncResult *result, GError **error);

/* Whether one of our own runs. */
gboolean hall_local_hall_is_running (HallLocalHall *self);
void hall_local_hall_stop (HallLocalHall *self);
