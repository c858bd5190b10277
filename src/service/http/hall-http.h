/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The HTTP engine: libmicrohttpd in one thread of its own. Nothing outside this folder
 * knows it. The engine finds the route, reads headers and body within their limits and
 * hands a HallCall to the service; the connection sleeps until the call is answered.
 */
#pragma once

#include "hall-call.h"

typedef struct _HallHttp HallHttp;

/* @call: (transfer full): answered sooner or later, from any thread. On the engine's thread, quick.
 */
typedef void (*HallDispatch) (HallCall *call, gpointer data);

typedef struct
{
  const char *listen;          /* "127.0.0.1:8080", "[::1]:0", "unix:/run/certhall/http" */
  const char *tls_certificate; /* (nullable): PEM text */
  const char *tls_key;         /* (nullable): PEM text */
  guint max_connections;
  guint guarded_burst; /* requests of one address to guarded routes at once */
  guint guarded_per_minute;
  gboolean behind_proxy;          /* the client's address is the last of X-Forwarded-For */
  gboolean practice;              /* serve the routes of a practice hall */
  const HallRoute *const *tables; /* static; as for hall_routes_find() */
  HallDispatch dispatch;
  gpointer data;
} HallHttpOptions;

/**
 * hall_http_new:
 * @error: %HALL_ERROR_INVALID if an option makes no sense, %HALL_ERROR_UNAVAILABLE if the
 *   address is taken
 *
 * Takes the address; nothing is answered before hall_http_start().
 */
HallHttp *hall_http_new (const HallHttpOptions *options, GError **error);
gboolean hall_http_start (HallHttp *self, GError **error);

/* "http://127.0.0.1:40123"; of a unix socket its path. Returns: (transfer full) */
char *hall_http_get_address (HallHttp *self);

/* No new connections and no new calls from now on. Calls handed out are still answered. */
void hall_http_quiesce (HallHttp *self);

/* After every call has been answered; waits a moment until the answers are with the clients. */
void hall_http_free (HallHttp *self);
