/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-http.h"

#include <gio/gio.h>
#include <microhttpd.h>
#include <string.h>

#include "hall-http-message.h"
#include "hall-listen.h"
#include "hall-rate.h"

#define IDLE_TIMEOUT_S    60
#define HEADER_BYTES      (32 * 1024)
#define MAX_DRAINED_BYTES (16 * 1024 * 1024)
#define LAST_WAIT_US      G_USEC_PER_SEC

struct _HallHttp
{
  HallHttpOptions options;
  struct MHD_Daemon *daemon;
  GSocket *socket;
  char *listen;
  HallRate *rate;
  char *certificate; /* (nullable) */
  char *key;         /* (nullable) */
  GMutex lock;       /* of the three below */
  GCond answered;
  guint handed_out; /* calls whose answers are not sent yet */
  gboolean closing;
};

/* One request as the engine sees it, from its headers to its last byte out. */
typedef struct
{
  HallHttp *http;
  struct MHD_Connection *connection;
  const HallRoute *route;
  HallRequest *request; /* until it is handed out */
  GByteArray *body;
  HallAnswer *answer; /* once known */
  gboolean handed_out;
  gint64 begun_us;
} Exchange;

static void
exchange_free (Exchange *self)
{
  g_clear_pointer (&self->request, hall_request_free);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_pointer (&self->answer, hall_answer_free);
  g_free (self);
}

void
hall_call_answer (HallCall *self, HallAnswer *answer)
{
  Exchange *exchange = self->engine;

  exchange->answer = answer;
  hall_request_free (self->request);
  g_free (self);
  MHD_resume_connection (exchange->connection);
}

/* Refuses a request before its body is looked at; NULL if it may go on. */
static HallAnswer *
check_headers (Exchange *exchange)
{
  const HallHttpOptions *options = &exchange->http->options;
  const HallRoute *route = exchange->route;
  const HallRequest *request = exchange->request;
  guint wait_s = 0;

  if ((route->flags & HALL_ROUTE_PRACTICE) != 0 && !options->practice)
    return hall_answer_new_http_problem (404, "Not found");
  if ((route->flags & HALL_ROUTE_GUARDED) != 0)
    wait_s = hall_rate_take (exchange->http->rate, request->address, g_get_monotonic_time ());
  if (wait_s > 0)
    return hall_answer_new_too_many (wait_s, request->lang);
  if (route->body == HALL_BODY_JSON && !g_str_equal (request->media_type, "application/json"))
    return hall_answer_new_http_problem (415, "The body must be application/json");
  if ((route->flags & HALL_ROUTE_NEEDS_MATCH) != 0 && request->if_match == NULL)
    return hall_answer_new_http_problem (428, "Say with If-Match which version you change");
  if (request->idempotency_key != NULL && strlen (request->idempotency_key) > 64)
    return hall_answer_new_http_problem (400, "Idempotency-Key has more than 64 characters");
  return NULL;
}

/* Finds the route. NULL if there is one, else the refusal. */
static HallAnswer *
find_route (Exchange *exchange, const char *url, const char *method)
{
  g_auto (GStrv) args = NULL;
  gboolean method_known;
  HallAnswer *refusal;

  if (g_str_equal (method, "HEAD"))
    method = "GET";
  exchange->route =
      hall_routes_find (exchange->http->options.tables, method, url, &method_known, &args);
  if (exchange->route != NULL)
    {
      exchange->request->args = g_steal_pointer (&args);
      return NULL;
    }
  if (!method_known)
    return hall_answer_new_http_problem (404, "Not found");
  refusal = hall_answer_new_http_problem (405, "This path does not know that method");
  refusal->allow = hall_routes_list_methods (exchange->http->options.tables, url);
  return refusal;
}

/* Looks at method, path and headers; the body comes later. */
static Exchange *
begin_exchange (HallHttp *http,
                struct MHD_Connection *connection,
                const char *url,
                const char *method)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->http = http;
  exchange->connection = connection;
  exchange->begun_us = g_get_monotonic_time ();
  exchange->request = hall_http_read_headers (connection, http->options.behind_proxy);
  exchange->answer = find_route (exchange, url, method);
  if (exchange->answer == NULL)
    exchange->answer = check_headers (exchange);
  exchange->body = g_byte_array_new ();
  return exchange;
}

/* What is announced decides whether the body is read, thrown away or not even waited for. */
static gboolean
refuses_body (Exchange *exchange)
{
  guint64 announced;
  gboolean chunked = hall_http_is_chunked (exchange->connection);
  gsize allowed = exchange->route != NULL ? exchange->route->max_bytes : 0;

  if (chunked && exchange->answer == NULL)
    exchange->answer = hall_answer_new_http_problem (411, "Content-Length is needed");
  if (chunked)
    return TRUE;
  announced = hall_http_get_length (exchange->connection);
  if (announced > allowed && exchange->answer == NULL)
    exchange->answer = hall_http_new_too_large (announced, allowed, exchange->request->lang);
  return announced > MAX_DRAINED_BYTES;
}

static void
log_exchange (const Exchange *exchange)
{
  const HallRoute *route = exchange->route;
  gint64 took_us = g_get_monotonic_time () - exchange->begun_us;

  g_info ("%s %s %u %" G_GINT64_FORMAT " us", route != NULL ? route->method : "-",
          route != NULL ? hall_path_get_pattern (route->path) : "(no route)",
          exchange->answer->status, took_us);
}

static HallAnswer *
new_closing (HallLang lang)
{
  return hall_answer_new_problem (HALL_ERROR_UNAVAILABLE,
                                  lang == HALL_LANG_ZH_CN
                                      ? "营业厅正在重启，请稍后重试。"
                                      : "The hall is restarting; please try again in a moment.",
                                  NULL, lang);
}

/* Hands the call out. FALSE if nobody takes calls any more. */
static gboolean
hand_out (Exchange *exchange, HallCall *call)
{
  HallHttp *http = exchange->http;
  gboolean taken;

  g_mutex_lock (&http->lock);
  taken = !http->closing;
  if (taken)
    {
      http->handed_out++;
      exchange->handed_out = TRUE;
      MHD_suspend_connection (exchange->connection);
      http->options.dispatch (call, http->options.data);
    }
  g_mutex_unlock (&http->lock);
  return taken;
}

static void
note_sent (HallHttp *self)
{
  g_mutex_lock (&self->lock);
  self->handed_out--;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->lock);
}

/* The whole body is there: hands the request out, or answers what was refused. */
static enum MHD_Result
finish_body (Exchange *exchange)
{
  HallCall *call;

  if (exchange->answer != NULL)
    return hall_http_send (exchange->connection, exchange->answer);
  if (exchange->body->len > 0)
    exchange->request->body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body));
  call = g_new0 (HallCall, 1);
  call->route = exchange->route;
  call->request = g_steal_pointer (&exchange->request);
  call->engine = exchange;
  if (call->request->wait_s > 0)
    call->wait_until_us = g_get_monotonic_time () + (gint64) call->request->wait_s * G_USEC_PER_SEC;
  if (hand_out (exchange, call))
    return MHD_YES;
  exchange->answer = new_closing (call->request->lang);
  hall_request_free (call->request);
  g_free (call);
  return hall_http_send (exchange->connection, exchange->answer);
}

static enum MHD_Result
on_access_cb (void *data,
              struct MHD_Connection *connection,
              const char *url,
              const char *method,
              G_GNUC_UNUSED const char *version,
              const char *upload,
              size_t *upload_size,
              void **state)
{
  Exchange *exchange = *state;

  if (exchange == NULL)
    {
      exchange = begin_exchange (data, connection, url, method);
      *state = exchange;
      if (refuses_body (exchange))
        return hall_http_send (connection, exchange->answer);
      return MHD_YES;
    }
  if (*upload_size > 0)
    {
      if (exchange->answer == NULL)
        g_byte_array_append (exchange->body, (const guint8 *) upload, (guint) *upload_size);
      *upload_size = 0;
      return MHD_YES;
    }
  if (exchange->request == NULL)
    return hall_http_send (connection, exchange->answer);
  return finish_body (exchange);
}

static void
on_completed_cb (G_GNUC_UNUSED void *data,
                 G_GNUC_UNUSED struct MHD_Connection *connection,
                 void **state,
                 G_GNUC_UNUSED enum MHD_RequestTerminationCode code)
{
  Exchange *exchange = *state;

  if (exchange == NULL)
    return;
  if (exchange->answer != NULL)
    log_exchange (exchange);
  if (exchange->handed_out)
    note_sent (exchange->http);
  exchange_free (exchange);
  *state = NULL;
}

/* Paths and queries are decoded by ourselves, after they were taken apart. */
static size_t
on_unescape_cb (G_GNUC_UNUSED void *data,
                G_GNUC_UNUSED struct MHD_Connection *connection,
                char *text)
{
  return strlen (text);
}

G_GNUC_PRINTF (2, 0)
static void
on_log_cb (G_GNUC_UNUSED void *data, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  g_debug ("http: %s", g_strchomp (text));
}

gboolean
hall_http_start (HallHttp *self, GError **error)
{
  const HallHttpOptions *options = &self->options;
  guint flags =
      MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
  struct MHD_OptionItem tls[] = { { MHD_OPTION_HTTPS_MEM_CERT, 0, self->certificate },
                                  { MHD_OPTION_HTTPS_MEM_KEY, 0, self->key },
                                  { MHD_OPTION_END, 0, NULL } };
  struct MHD_OptionItem none[] = { { MHD_OPTION_END, 0, NULL } };
  gboolean secure = self->certificate != NULL;

  if (secure)
    flags |= MHD_USE_TLS;
  self->daemon =
      MHD_start_daemon (flags, 0, NULL, NULL, on_access_cb, self, MHD_OPTION_EXTERNAL_LOGGER,
                        on_log_cb, NULL, MHD_OPTION_LISTEN_SOCKET,
                        (MHD_socket) g_socket_get_fd (self->socket), MHD_OPTION_CONNECTION_LIMIT,
                        options->max_connections, MHD_OPTION_CONNECTION_TIMEOUT,
                        (unsigned int) IDLE_TIMEOUT_S, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                        (size_t) HEADER_BYTES, MHD_OPTION_NOTIFY_COMPLETED, on_completed_cb, NULL,
                        MHD_OPTION_UNESCAPE_CALLBACK, on_unescape_cb, NULL, MHD_OPTION_ARRAY,
                        secure ? tls : none, MHD_OPTION_END);
  if (self->daemon != NULL)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "the HTTP engine does not start%s",
               secure ? " (are certificate and key a pair?)" : "");
  return FALSE;
}

HallHttp *
hall_http_new (const HallHttpOptions *options, GError **error)
{
  HallHttp *self;
  g_autoptr (GSocket) socket = NULL;

  if ((options->tls_certificate == NULL) != (options->tls_key == NULL))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                           "TLS needs both a certificate and its key");
      return NULL;
    }
  socket = hall_listen (options->listen, error);
  if (socket == NULL)
    return NULL;
  self = g_new0 (HallHttp, 1);
  self->options = *options;
  self->listen = g_strdup (options->listen);
  self->options.listen = self->listen;
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
  self->certificate = g_strdup (options->tls_certificate);
  self->key = g_strdup (options->tls_key);
  self->socket = g_steal_pointer (&socket);
  self->rate = hall_rate_new (options->guarded_burst, options->guarded_per_minute);
  return self;
}

char *
hall_http_get_address (HallHttp *self)
{
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (self->socket, NULL);
  g_autofree char *text = NULL;

  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup (self->options.listen);
  text = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
  return g_strdup_printf ("%s://%s", self->certificate != NULL ? "https" : "http", text);
}

void
hall_http_quiesce (HallHttp *self)
{
  if (self->daemon != NULL)
    MHD_quiesce_daemon (self->daemon);
  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  g_mutex_unlock (&self->lock);
}

/* Answers that were given are on their way to the clients; the engine's end would cut them off. */
static void
wait_for_answers (HallHttp *self)
{
  gint64 until_us = g_get_monotonic_time () + LAST_WAIT_US;

  g_mutex_lock (&self->lock);
  while (self->handed_out > 0 && g_cond_wait_until (&self->answered, &self->lock, until_us))
    ;
  g_mutex_unlock (&self->lock);
}

void
hall_http_free (HallHttp *self)
{
  hall_http_quiesce (self);
  wait_for_answers (self);
  if (self->daemon != NULL)
    MHD_stop_daemon (self->daemon);
  hall_listen_close (self->socket, self->options.listen);
  g_object_unref (self->socket);
  hall_rate_free (self->rate);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);
  g_free (self->listen);
  g_free (self->certificate);
  g_free (self->key);
  g_free (self);
}
