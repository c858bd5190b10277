/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-engine-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static HallAnswer *
never_called (HallContext *context, const HallRequest *request, GError **error)
{
  return hall_answer_new (500);
}

#define ROUTE(method, path, body, max, flags)                                     \
  {                                                                               \
    method, HALL_PATH_##path, 0, HALL_BODY_##body, max, flags, never_called, NULL \
  }

static const HallRoute routes[] = {
  ROUTE ("GET", HALL, NONE, 0, HALL_ROUTE_PLAIN),
  ROUTE ("GET", PROJECT, NONE, 0, HALL_ROUTE_PLAIN),
  ROUTE ("GET", PHONE_PAGE, NONE, 0, HALL_ROUTE_PLAIN),
  ROUTE ("POST", ORDERS, JSON, 100, HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT),
  ROUTE ("GET", ORDERS, NONE, 0, HALL_ROUTE_PLAIN),
  ROUTE ("PUT", APPLICATION, JSON, 100, HALL_ROUTE_WRITES | HALL_ROUTE_NEEDS_MATCH),
  ROUTE ("PUT", DOCUMENT, FILE, 1000, HALL_ROUTE_WRITES),
  ROUTE ("POST", SESSIONS, JSON, 100, HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED),
  ROUTE ("GET", PRACTICE_MESSAGES, NONE, 0, HALL_ROUTE_PRACTICE),
  { NULL },
};

static const HallRoute *const tables[] = { routes, NULL };

/* What printf() makes of NULL differs between C libraries. */
static const char *
or_null (const char *text)
{
  return text != NULL ? text : "(null)";
}

HallAnswer *
hall_engine_fixture_describe (const HallCall *call)
{
  const HallRequest *request = call->request;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = request->body != NULL ? g_bytes_get_size (request->body) : 0;
  HallAnswer *answer;

  g_string_append_printf (text, "%s %s args=", call->route->method,
                          hall_path_get_pattern (call->route->path));
  for (guint i = 0; request->args[i] != NULL; i++)
    g_string_append_printf (text, "%s|", request->args[i]);
  g_string_append_printf (
      text, " token=%s match=%s none=%s key=%s wait=%u lang=%s type=%s file=%s agent=%s from=%s",
      or_null (request->token), or_null (request->if_match), or_null (request->if_none_match),
      or_null (request->idempotency_key), request->wait_s, hall_lang_get_name (request->lang),
      request->media_type, or_null (request->file_name), request->agent, request->address);
  g_string_append_printf (text, " tab=%s body=%" G_GSIZE_FORMAT,
                          or_null (hall_request_get_query (request, "tab")), length);
  answer =
      hall_answer_new_bytes (200, "text/plain", g_string_free_to_bytes (g_steal_pointer (&text)));
  answer->is_page = call->route->path == HALL_PATH_PHONE_PAGE;
  return answer;
}

static void
dispatch (HallCall *call, gpointer data)
{
  HallEngineFixture *self = data;

  g_atomic_int_inc (&self->calls);
  if (self->held != NULL)
    g_async_queue_push (self->held, call);
  else
    hall_call_answer (call, hall_engine_fixture_describe (call));
}

void
hall_engine_fixture_start (HallEngineFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->http = hall_http_new (&self->options, &error);
  g_assert_no_error (error);
  text = hall_http_get_address (self->http);
  self->address = hall_test_parse_address (text);
  g_assert_true (hall_http_start (self->http, &error));
  g_assert_no_error (error);
}

void
hall_engine_fixture_set_up (HallEngineFixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("certhall-test-XXXXXX", NULL);
  self->options = (HallHttpOptions){
    .listen = "127.0.0.1:0",
    .max_connections = 100,
    .guarded_burst = 3,
    .guarded_per_minute = 60,
    .practice = TRUE,
    .tables = tables,
    .dispatch = dispatch,
    .data = self,
  };
}

void
hall_engine_fixture_tear_down (HallEngineFixture *self, gconstpointer data)
{
  g_clear_pointer (&self->http, hall_http_free);
  g_clear_object (&self->address);
  g_clear_pointer (&self->held, g_async_queue_unref);
  g_rmdir (self->folder);
  g_free (self->folder);
}

void
hall_engine_fixture_assert_status (
    HallEngineFixture *self, const char *line, const char *headers, const char *body, guint status)
{
  g_autofree char *answer = hall_test_ask (self->address, line, headers, body);

  g_test_message ("%s", line);
  g_assert_cmpuint (hall_test_get_status (answer), ==, status);
  if (status >= 400)
    {
      g_assert_nonnull (strstr (answer, "Content-Type: application/problem+json\r\n"));
      g_assert_nonnull (strstr (answer, "\"status\":"));
    }
  g_assert_nonnull (strstr (answer, "X-Content-Type-Options: nosniff\r\n"));
  g_assert_nonnull (strstr (answer, "Cache-Control: no-store\r\n"));
}
