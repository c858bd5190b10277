/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The HTTP engine with a service of three lines behind it: what it refuses by itself, what it
 * hands out, and how it starts and stops.
 */
#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hall-error.h"
#include "hall-http.h"
#include "hall-limits.h"
#include "hall-test-client.h"

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

typedef struct
{
  char *folder;
  HallHttpOptions options;
  HallHttp *http;
  GSocketAddress *address;
  GAsyncQueue *held; /* calls that the test answers, while not NULL */
  gint calls;        /* atomic */
} Fixture;

/* Everything the engine made of the request, as text. */
static HallAnswer *
describe (const HallCall *call)
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
      request->token, request->if_match, request->if_none_match, request->idempotency_key,
      request->wait_s, hall_lang_get_name (request->lang), request->media_type, request->file_name,
      request->agent, request->address);
  g_string_append_printf (text, " tab=%s body=%" G_GSIZE_FORMAT,
                          hall_request_get_query (request, "tab"), length);
  answer =
      hall_answer_new_bytes (200, "text/plain", g_string_free_to_bytes (g_steal_pointer (&text)));
  answer->is_page = call->route->path == HALL_PATH_PHONE_PAGE;
  return answer;
}

static void
dispatch (HallCall *call, gpointer data)
{
  Fixture *fixture = data;

  g_atomic_int_inc (&fixture->calls);
  if (fixture->held != NULL)
    g_async_queue_push (fixture->held, call);
  else
    hall_call_answer (call, describe (call));
}

static void
start (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->http = hall_http_new (&fixture->options, &error);
  g_assert_no_error (error);
  text = hall_http_get_address (fixture->http);
  fixture->address = hall_test_parse_address (text);
  g_assert_true (hall_http_start (fixture->http, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("certhall-test-XXXXXX", NULL);
  fixture->options = (HallHttpOptions){
    .listen = "127.0.0.1:0",
    .max_connections = 100,
    .guarded_burst = 3,
    .guarded_per_minute = 60,
    .practice = TRUE,
    .tables = tables,
    .dispatch = dispatch,
    .data = fixture,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->http, hall_http_free);
  g_clear_object (&fixture->address);
  g_clear_pointer (&fixture->held, g_async_queue_unref);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_status (
    Fixture *fixture, const char *line, const char *headers, const char *body, guint status)
{
  g_autofree char *answer = hall_test_ask (fixture->address, line, headers, body);

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

#define JSON "Content-Type: application/json\r\n"

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_key = g_strnfill (65, 'k');
  g_autofree char *long_key_header = g_strdup_printf (JSON "Idempotency-Key: %s\r\n", long_key);
  g_autofree char *long_body = g_strnfill (101, 'x');
  g_autofree char *full_body = g_strnfill (100, 'x');

  start (fixture);
  assert_status (fixture, "GET /nowhere", "", NULL, 404);
  assert_status (fixture, "DELETE /v1/orders", "", NULL, 405);
  assert_status (fixture, "BREW /v1/orders", "", NULL, 405);
  assert_status (fixture, "POST /v1/orders", "", "{}", 415);
  assert_status (fixture, "POST /v1/orders", "Content-Type: text/plain\r\n", "{}", 415);
  assert_status (fixture, "PUT /v1/orders/1/application", JSON, "{}", 428);
  assert_status (fixture, "POST /v1/orders", long_key_header, "{}", 400);
  assert_status (fixture, "POST /v1/orders", JSON, long_body, 413);
  assert_status (fixture, "GET /v1/orders", "", "x", 413);
  assert_status (fixture, "POST /v1/orders", JSON "Transfer-Encoding: chunked\r\n", NULL, 411);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  assert_status (fixture, "POST /v1/orders", JSON, full_body, 200);
  assert_status (fixture, "POST /v1/orders", "Content-Type: Application/JSON; charset=utf-8\r\n",
                 "{}", 200);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 2);
}

static void
test_allow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;

  start (fixture);
  answer = hall_test_ask (fixture->address, "DELETE /v1/orders", "", NULL);
  g_assert_nonnull (strstr (answer, "\r\nAllow: POST, GET, HEAD\r\n"));
}

static void
test_practice_only (Fixture *fixture, gconstpointer data)
{
  fixture->options.practice = FALSE;
  start (fixture);
  assert_status (fixture, "GET /v1/practice/messages", "", NULL, 404);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
}

static void
test_guarded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;

  start (fixture);
  for (guint i = 0; i < 3; i++)
    assert_status (fixture, "POST /v1/sessions", JSON, "{}", 200);
  answer = hall_test_ask (fixture->address, "POST /v1/sessions", JSON, "{}");
  g_assert_cmpuint (hall_test_get_status (answer), ==, 429);
  g_assert_nonnull (strstr (answer, "\r\nRetry-After: 1\r\n"));
  assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

static void
test_behind_proxy (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *header;
    const char *from;
  } rows[] = {
    { "", " from=127.0.0.1 " },
    { "X-Forwarded-For: 203.0.113.7\r\n", " from=203.0.113.7 " },
    { "X-Forwarded-For: 10.0.0.1, 203.0.113.8\r\n", " from=203.0.113.8 " },
    { "X-Forwarded-For: spoofed,203.0.113.9 \r\n", " from=203.0.113.9 " },
  };

  for (guint behind = 0; behind <= 1; behind++)
    {
      fixture->options.behind_proxy = behind == 1;
      start (fixture);
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autofree char *answer =
              hall_test_ask (fixture->address, "GET /v1/hall", rows[i].header, NULL);

          g_assert_nonnull (strstr (answer, behind == 1 ? rows[i].from : " from=127.0.0.1 "));
        }
      g_clear_pointer (&fixture->http, hall_http_free);
      g_clear_object (&fixture->address);
    }
}

static const struct
{
  const char *line;
  const char *headers;
  const char *expected;
} readings[] = {
  { "GET /v1/hall", "",
    "GET /v1/hall args= token=(null) match=(null) none=(null) key=(null) wait=0 "
    "lang=zh_CN type= file=(null) agent= from=127.0.0.1 tab=(null) body=0" },
  { "HEAD /v1/hall", "", "" },
  { "GET /v1/projects/%E5%BC%A0?tab=a%20b&x=1", "", "args=张| " },
  { "GET /v1/hall?tab=%E5%AE%A1", "", " tab=审 " },
  { "GET /v1/hall?tab=%FF", "", " tab=(null) " },
  { "GET /v1/hall?tab", "", " tab= " },
  { "GET /v1/hall?tab=1&tab=2", "", " tab=2 " },
  { "GET /v1/hall", "Authorization: Bearer abc\r\n", " token=abc " },
  { "GET /v1/hall", "Authorization: bearer abc\r\n", " token=abc " },
  { "GET /v1/hall", "Authorization: Basic abc\r\n", " token=(null) " },
  { "GET /v1/hall", "Authorization: Bearer \r\n", " token=" },
  { "GET /v1/hall", "If-None-Match: \"17\"\r\n", " none=17 " },
  { "GET /v1/hall", "If-None-Match: W/\"17\"\r\n", " none=17 " },
  { "GET /v1/hall", "If-None-Match: *\r\n", " none=* " },
  { "GET /v1/hall", "If-None-Match: \"17\r\n", " none=\"17 " },
  { "GET /v1/hall", "If-Match: \"\"\r\n", " match= " },
  { "GET /v1/hall", "Accept-Language: en-GB,en;q=0.9\r\n", " lang=en " },
  { "GET /v1/hall", "Accept-Language: zh-Hant\r\n", " lang=zh_CN " },
  { "GET /v1/hall", "Accept-Language: \xff\r\n", " lang=en " },
  { "GET /v1/hall", "Prefer: wait=7\r\n", " wait=7 " },
  { "GET /v1/hall", "User-Agent: certhall/0.1 \xff\r\n", " agent=certhall/0.1 \xef\xbf\xbd " },
};

static void
test_reads_headers (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *answer =
          hall_test_ask (fixture->address, readings[i].line, readings[i].headers, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, readings[i].line);
      g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
      g_assert_true (g_utf8_validate (answer, -1, NULL));
      g_assert_nonnull (strstr (answer, readings[i].expected));
      g_assert_cmpint (strstr (answer, "args=") == NULL, ==,
                       g_str_has_prefix (readings[i].line, "HEAD"));
    }
}

static void
test_page_headers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;
  g_autofree char *plain = NULL;

  start (fixture);
  page = hall_test_ask (fixture->address, "GET /phone/abc", "", NULL);
  plain = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_assert_nonnull (strstr (page, "\r\nContent-Security-Policy: default-src 'self';"));
  g_assert_nonnull (strstr (page, "\r\nReferrer-Policy: no-referrer\r\n"));
  g_assert_null (strstr (plain, "Content-Security-Policy"));
}

/* Refused before it is read: a client that waits for "100 Continue" sends nothing at all. */
static void
test_too_large_unread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *answer = NULL;

  start (fixture);
  connection = hall_test_connect (fixture->address);
  hall_test_send (
      connection,
      "PUT /v1/orders/1/documents/x HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
      -1);
  answer = hall_test_read_all (connection);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 413);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
}

/* A refused body that is not too long is read and thrown away: the connection stays good. */
static void
test_connection_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *body = g_strnfill (5000, 'x');
  g_autofree char *answer = NULL;
  const char *second;

  start (fixture);
  connection = hall_test_connect (fixture->address);
  hall_test_send (
      connection,
      "PUT /v1/orders/1/documents/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", -1);
  hall_test_send (connection, body, -1);
  hall_test_send (connection, "GET /v1/hall HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", -1);
  answer = hall_test_read_all (connection);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 413);
  second = strstr (answer + 1, "HTTP/1.1 ");
  g_assert_nonnull (second);
  g_assert_cmpuint (hall_test_get_status (second), ==, 200);
}

static void
test_pipelined (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *answer = NULL;
  const char *place;
  guint found = 0;

  start (fixture);
  connection = hall_test_connect (fixture->address);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("GET /v1/projects/n%u HTTP/1.1\r\nHost: x\r\n%s\r\n",
                                               i, i == 49 ? "Connection: close\r\n" : "");

      hall_test_send (connection, text, -1);
    }
  answer = hall_test_read_all (connection);
  place = answer;
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *expected = g_strdup_printf ("args=n%u| ", i);

      place = strstr (place, expected);
      g_assert_nonnull (place);
      found++;
    }
  g_assert_cmpuint (found, ==, 50);
}

static gpointer
answer_held (gpointer data)
{
  GAsyncQueue *held = data;
  HallCall *call = g_async_queue_pop (held);

  g_usleep (20000);
  hall_call_answer (call, describe (call));
  return NULL;
}

static void
test_answered_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;
  GThread *thread;

  fixture->held = g_async_queue_new ();
  start (fixture);
  thread = g_thread_new ("answers", answer_held, fixture->held);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_thread_join (thread);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
}

/* Whoever hangs up while we work is no trouble. */
static void
test_hung_up (Fixture *fixture, gconstpointer data)
{
  fixture->held = g_async_queue_new ();
  start (fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GSocketConnection) connection = hall_test_connect (fixture->address);
      HallCall *call;

      hall_test_send (connection, "GET /v1/hall HTTP/1.1\r\nHost: x\r\n\r\n", -1);
      call = g_async_queue_pop (fixture->held);
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
      hall_call_answer (call, describe (call));
    }
  g_clear_pointer (&fixture->held, g_async_queue_unref);
  assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

/* A request half sent, and one sent letter by letter, hold up nobody. */
static void
test_slow_clients (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) half = NULL;
  g_autoptr (GSocketConnection) slow = NULL;
  static const char text[] = "GET /v1/hall HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  g_autofree char *answer = NULL;

  start (fixture);
  half = hall_test_connect (fixture->address);
  hall_test_send (half, "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: app", -1);
  slow = hall_test_connect (fixture->address);
  for (gsize i = 0; i < sizeof text - 1; i++)
    {
      hall_test_send (slow, text + i, 1);
      if (i % 16 == 0)
        assert_status (fixture, "GET /v1/hall", "", NULL, 200);
    }
  answer = hall_test_read_all (slow);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
}

static void
test_oversized_headers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = g_strnfill (64 * 1024, 'h');
  g_autofree char *headers = g_strdup_printf ("X-Long: %s\r\n", value);
  g_autofree char *many = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *answer = NULL;
  g_autofree char *other = NULL;

  start (fixture);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", headers, NULL);
  g_assert_cmpuint (hall_test_get_status (answer), >=, 400);
  g_assert_cmpuint (hall_test_get_status (answer), <, 500);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (lines, "X-%u: %u\r\n", i, i);
  other = hall_test_ask (fixture->address, "GET /v1/hall", lines->str, NULL);
  g_assert_cmpuint (hall_test_get_status (other), >=, 400);
  g_assert_cmpuint (hall_test_get_status (other), <, 500);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

static const char *const garbage[] = {
  "\r\n\r\n",
  "GET\r\n\r\n",
  "GET /v1/hall\r\n\r\n",
  "GET /v1/hall HTTP/9.9\r\nHost: x\r\n\r\n",
  "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n",
  "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1e3\r\n\r\n",
  "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
  "Content-Length: 99999999999999999999999999\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
};

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autoptr (GSocketConnection) connection = hall_test_connect (fixture->address);

      hall_test_send (connection, garbage[i], -1);
      g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
      g_free (hall_test_read_all (connection));
    }
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

static void
test_unix_socket (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "http", NULL);
  g_autofree char *listen = g_strconcat ("unix:", path, NULL);
  g_autofree char *answer = NULL;

  fixture->options.listen = listen;
  start (fixture);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
  g_assert_nonnull (strstr (answer, " from=local "));
  g_clear_pointer (&fixture->http, hall_http_free);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A path that was left behind is taken over; one that lives, or is something else, is not. */
static void
test_unix_path_in_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "http", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "letter", NULL);
  g_autofree char *listen = g_strconcat ("unix:", path, NULL);
  g_autofree char *on_file = g_strconcat ("unix:", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocket) dead =
      g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);

  g_assert_true (g_socket_bind (dead, address, FALSE, NULL));
  g_socket_close (dead, NULL);
  fixture->options.listen = listen;
  start (fixture);
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  assert_status (fixture, "GET /v1/hall", "", NULL, 200);
  g_assert_true (g_file_set_contents (file, "dear reader", -1, NULL));
  fixture->options.listen = on_file;
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_unlink (file);
}

static void
test_address_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  start (fixture);
  text = hall_http_get_address (fixture->http);
  fixture->options.listen = text + strlen ("http://");
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (error->message, fixture->options.listen));
}

static void
test_bad_options (Fixture *fixture, gconstpointer data)
{
  static const char *const addresses[] = { "",        "nonsense", "127.0.0.1:x",  "127.0.0.1:70000",
                                           "host:80", "[::1",     "1.2.3.4.5:80", ":8080",
                                           "unix:" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("listen on “%s”", addresses[i]);
      fixture->options.listen = addresses[i];
      g_assert_null (hall_http_new (&fixture->options, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
  {
    g_autoptr (GError) error = NULL;

    fixture->options.listen = "127.0.0.1:0";
    fixture->options.tls_certificate = "-----BEGIN CERTIFICATE-----";
    g_assert_null (hall_http_new (&fixture->options, &error));
    g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  }
}

static gpointer
answer_all (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 50; i++)
    {
      HallCall *call = g_async_queue_pop (fixture->held);

      hall_call_answer (call, describe (call));
    }
  return NULL;
}

/* Whoever was let in gets an answer, although the engine stops right after giving it. */
static void
test_stop_answers_first (Fixture *fixture, gconstpointer data)
{
  GSocketConnection *connections[50];
  GThread *thread;

  fixture->held = g_async_queue_new ();
  start (fixture);
  for (guint i = 0; i < 50; i++)
    {
      connections[i] = hall_test_connect (fixture->address);
      hall_test_send (connections[i], "GET /v1/hall HTTP/1.1\r\nHost: x\r\n\r\n", -1);
    }
  while (g_atomic_int_get (&fixture->calls) < 50)
    g_usleep (1000);
  hall_http_quiesce (fixture->http);
  thread = g_thread_new ("answers", answer_all, fixture);
  g_thread_join (thread);
  g_clear_pointer (&fixture->http, hall_http_free);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *answer = hall_test_read_all (connections[i]);

      g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
      g_object_unref (connections[i]);
    }
}

#define ADD(name, test) g_test_add ("/engine/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refusals", test_refusals);
  ADD ("allow", test_allow);
  ADD ("practice-only", test_practice_only);
  ADD ("guarded", test_guarded);
  ADD ("behind-proxy", test_behind_proxy);
  ADD ("reads-headers", test_reads_headers);
  ADD ("page-headers", test_page_headers);
  ADD ("too-large-unread", test_too_large_unread);
  ADD ("connection-goes-on", test_connection_goes_on);
  ADD ("pipelined", test_pipelined);
  ADD ("answered-elsewhere", test_answered_elsewhere);
  ADD ("hung-up", test_hung_up);
  ADD ("slow-clients", test_slow_clients);
  ADD ("oversized-headers", test_oversized_headers);
  ADD ("garbage", test_garbage);
  ADD ("unix-socket", test_unix_socket);
  ADD ("unix-path-in-use", test_unix_path_in_use);
  ADD ("address-taken", test_address_taken);
  ADD ("bad-options", test_bad_options);
  ADD ("stop-answers-first", test_stop_answers_first);
  return g_test_run ();
}
