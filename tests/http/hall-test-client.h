/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client that writes to the socket what the test says, well-formed or not.
 */
#pragma once

#include <gio/gio.h>

/* Of "http://127.0.0.1:40123" or "unix:/path". Returns: (transfer full) */
GSocketAddress *hall_test_parse_address (const char *text);

/* Waits at most 20 s for whatever is asked of it. */
GSocketConnection *hall_test_connect (GSocketAddress *address);

/* @length: -1 for all of a text */
void hall_test_send (GSocketConnection *connection, const char *text, gssize length);

/* What comes until the other side closes. Returns: (transfer full) */
char *hall_test_read_all (GSocketConnection *connection);

/**
 * hall_test_ask:
 * @line: "GET /v1/hall"
 * @headers: each with its "\r\n"; "Host", "Connection: close" and "Content-Length" are added
 * @body: (nullable)
 *
 * One request on a connection of its own. Returns: (transfer full): the answer, headers and all
 */
char *
hall_test_ask (GSocketAddress *address, const char *line, const char *headers, const char *body);

/* The status of an answer; 0 if it is none. */
guint hall_test_get_status (const char *answer);
