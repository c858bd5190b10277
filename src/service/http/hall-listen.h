/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the words of an address to a listening socket.
 */
#pragma once

#include <gio/gio.h>

/**
 * hall_listen:
 * @address: "HOST:PORT" with a numeric host ("127.0.0.1:8080", "[::1]:8080"; port 0 takes a
 *   free one), or "unix:PATH"
 */
GSocket *hall_listen (const char *address, GError **error);

/* Ends the listening; the path of a unix socket goes with it. */
void hall_listen_close (GSocket *socket, const char *address);
