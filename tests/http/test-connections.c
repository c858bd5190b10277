/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clients that write much, little, nonsense, all at once or not to the end.
 */
#include "hall-engine-fixture.h"

#include <string.h>

/* Refused before it is read: a client that waits for "100 Continue" sends nothing at all. */
static void
test_too_large_unread (HallEngineFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *answer = NULL;

  hall_engine_fixture_start (fixture);
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
test_connection_goes_on (HallEngineFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *body = g_strnfill (5000, 'x');
  g_autofree char *answer = NULL;
  const char *second;

  hall_engine_fixture_start (fixture);
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
test_pipelined (HallEngineFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *answer = NULL;
  const char *place;
  guint found = 0;

  hall_engine_fixture_start (fixture);
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
  hall_call_answer (call, hall_engine_fixture_describe (call));
  return NULL;
}

static void
test_answered_elsewhere (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;
  GThread *thread;

  fixture->held = g_async_queue_new ();
  hall_engine_fixture_start (fixture);
  thread = g_thread_new ("answers", answer_held, fixture->held);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_thread_join (thread);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
}

/* Whoever hangs up while we work is no trouble. */
static void
test_hung_up (HallEngineFixture *fixture, gconstpointer data)
{
  fixture->held = g_async_queue_new ();
  hall_engine_fixture_start (fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GSocketConnection) connection = hall_test_connect (fixture->address);
      HallCall *call;

      hall_test_send (connection, "GET /v1/hall HTTP/1.1\r\nHost: x\r\n\r\n", -1);
      call = g_async_queue_pop (fixture->held);
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
      hall_call_answer (call, hall_engine_fixture_describe (call));
    }
  g_clear_pointer (&fixture->held, g_async_queue_unref);
  hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

/* A request half sent, and one sent letter by letter, hold up nobody. */
static void
test_slow_clients (HallEngineFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) half = NULL;
  g_autoptr (GSocketConnection) slow = NULL;
  static const char text[] = "GET /v1/hall HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  g_autofree char *answer = NULL;

  hall_engine_fixture_start (fixture);
  half = hall_test_connect (fixture->address);
  hall_test_send (half, "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: app", -1);
  slow = hall_test_connect (fixture->address);
  for (gsize i = 0; i < sizeof text - 1; i++)
    {
      hall_test_send (slow, text + i, 1);
      if (i % 16 == 0)
        hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
    }
  answer = hall_test_read_all (slow);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
}

static void
test_oversized_headers (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *value = g_strnfill (64 * 1024, 'h');
  g_autofree char *headers = g_strdup_printf ("X-Long: %s\r\n", value);
  g_autofree char *many = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *answer = NULL;
  g_autofree char *other = NULL;

  hall_engine_fixture_start (fixture);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", headers, NULL);
  g_assert_cmpuint (hall_test_get_status (answer), >=, 400);
  g_assert_cmpuint (hall_test_get_status (answer), <, 500);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (lines, "X-%u: %u\r\n", i, i);
  other = hall_test_ask (fixture->address, "GET /v1/hall", lines->str, NULL);
  g_assert_cmpuint (hall_test_get_status (other), >=, 400);
  g_assert_cmpuint (hall_test_get_status (other), <, 500);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
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
test_garbage (HallEngineFixture *fixture, gconstpointer data)
{
  hall_engine_fixture_start (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autoptr (GSocketConnection) connection = hall_test_connect (fixture->address);
      GSocket *socket = g_socket_connection_get_socket (connection);

      hall_test_send (connection, garbage[i], -1);
      g_socket_shutdown (socket, FALSE, TRUE, NULL);
      g_socket_set_timeout (socket, 1); /* half a request may be met with silence until it idles */
      g_free (hall_test_read_all (connection));
    }
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

static gpointer
answer_all (gpointer data)
{
  HallEngineFixture *fixture = data;

  for (guint i = 0; i < 50; i++)
    {
      HallCall *call = g_async_queue_pop (fixture->held);

      hall_call_answer (call, hall_engine_fixture_describe (call));
    }
  return NULL;
}

/* Whoever was let in gets an answer, although the engine stops right after giving it. */
static void
test_stop_answers_first (HallEngineFixture *fixture, gconstpointer data)
{
  GSocketConnection *connections[50];
  GThread *thread;

  fixture->held = g_async_queue_new ();
  hall_engine_fixture_start (fixture);
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


int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HALL_ENGINE_ADD ("/connections/too-large-unread", test_too_large_unread);
  HALL_ENGINE_ADD ("/connections/connection-goes-on", test_connection_goes_on);
  HALL_ENGINE_ADD ("/connections/pipelined", test_pipelined);
  HALL_ENGINE_ADD ("/connections/answered-elsewhere", test_answered_elsewhere);
  HALL_ENGINE_ADD ("/connections/hung-up", test_hung_up);
  HALL_ENGINE_ADD ("/connections/slow-clients", test_slow_clients);
  HALL_ENGINE_ADD ("/connections/oversized-headers", test_oversized_headers);
  HALL_ENGINE_ADD ("/connections/garbage", test_garbage);
  HALL_ENGINE_ADD ("/connections/stop-answers-first", test_stop_answers_first);
  return g_test_run ();
}
