/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting for one asynchronous call at a time, as a program without windows does. Meanwhile the
 * main context runs. The calls of src/client end by themselves, so every wait does.
 */
#pragma once

#include <gio/gio.h>

/* The callback to begin a call with. @user_data: the address of a GAsyncResult that is NULL */
void hall_await_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Returns: (transfer none): *@result, once the call has ended */
GAsyncResult *hall_await (GAsyncResult **result);

void hall_await_ms (guint ms);
