/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the headers of a request and writing an answer, in the engine's own terms.
 */
#pragma once

#include <microhttpd.h>

#include "hall-answer.h"
#include "hall-request.h"

/* Everything but the body and the path. */
HallRequest *hall_http_read_headers (struct MHD_Connection *connection, gboolean behind_proxy);

gboolean hall_http_is_chunked (struct MHD_Connection *connection);

/* The announced length of the body; 0 if there is none. */
guint64 hall_http_get_length (struct MHD_Connection *connection);

/* 413 that names both sizes. */
HallAnswer *hall_http_new_too_large (guint64 bytes, gsize allowed, HallLang lang);

/* Queues the answer; it stays the caller's. */
enum MHD_Result hall_http_send (struct MHD_Connection *connection, const HallAnswer *answer);
