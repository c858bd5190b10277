/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a request to its answer, with routes made for the purpose: who may, what is kept, what is
 * taken back, what wakes whom, and an end in the middle of it all.
 */
#include "hall-pipeline.h"

#include <string.h>

#include "hall-account-store.h"
#include "hall-blobs.h"
#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-http.h"
#include "hall-state.h"
#include "hall-store-fixture.h"
#include "hall-test-client.h"

#define COUNTER "runs"
#define TOPIC   "runs"

static gint prepared; /* atomic: how often the slow part ran */
static HallAnswer *
answer_number (gint64 number)
{
  char *text = g_strdup_printf ("{\"run\":%" G_GINT64_FORMAT "}", number);
  HallAnswer *answer =
      hall_answer_new_bytes (200, "application/json", g_bytes_new_take (text, strlen (text)));

  hall_answer_set_etag (answer, number);
  return answer;
}

static HallAnswer *
read_runs (HallContext *context, const HallRequest *request, GError **error)
{
  gint64 number = hall_counter_get (context->db, COUNTER, error);
  g_autofree char *known = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  HallAnswer *answer;

  if (g_strcmp0 (request->if_none_match, known) != 0)
    return answer_number (number);
  answer = hall_answer_new (304);
  hall_answer_wait_for (answer, TOPIC);
  return answer;
}

static HallAnswer *
prepare_run (HallContext *context, const HallRequest *request, GError **error)
{
  g_atomic_int_inc (&prepared);
  if (json_object_has_member (json_node_get_object (request->json), "bad"))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "bad");
  return NULL;
}

static HallAnswer *
add_run (HallContext *context, const HallRequest *request, GError **error)
{
  gint64 number = hall_counter_next (context->db, COUNTER, error);
  HallAnswer *answer = answer_number (number);

  answer->status = 201;
  answer->location = g_strdup_printf ("/v1/orders/%" G_GINT64_FORMAT, number);
  hall_context_wake (context, TOPIC);
  return answer;
}

/* Writes, promises to delete a file, and then cannot go on. @path's name is the blob. */
static HallAnswer *
change_mind (HallContext *context, const HallRequest *request, GError **error)
{
  hall_counter_next (context->db, COUNTER, NULL);
  hall_context_wake (context, TOPIC);
  hall_context_delete_blob_later (context, hall_request_get_arg (request, 0));
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT, "no, not now");
  return NULL;
}

static HallAnswer *
drop_file (HallContext *context, const HallRequest *request, GError **error)
{
  hall_context_delete_blob_later (context, hall_request_get_arg (request, 0));
  return hall_answer_new (204);
}

static HallAnswer *
refuse_and_keep (HallContext *context, const HallRequest *request, GError **error)
{
  HallAnswer *answer = hall_answer_new_problem (HALL_ERROR_INVALID, "wrong", NULL, context->lang);

  hall_counter_next (context->db, COUNTER, NULL);
  answer->keep = TRUE;
  return answer;
}

#define HANDLER HALL_ACTOR_BIT (HALL_ACTOR_HANDLER)
#define WRITES  HALL_ROUTE_WRITES

static const HallRoute routes[] = {
  { "GET", HALL_PATH_ORDERS, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, read_runs, NULL },
  { "POST", HALL_PATH_ORDERS, 0, HALL_BODY_JSON, 1000, WRITES | HALL_ROUTE_IDEMPOTENT, add_run,
    prepare_run },
  { "POST", HALL_PATH_AUTH_LINK, 0, HALL_BODY_NONE, 0, WRITES, change_mind, NULL },
  { "DELETE", HALL_PATH_ORDER, 0, HALL_BODY_NONE, 0, WRITES, drop_file, NULL },
  { "POST", HALL_PATH_SESSIONS, 0, HALL_BODY_JSON, 1000, WRITES, refuse_and_keep, NULL },
  { "GET", HALL_PATH_ACCOUNT, HANDLER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, read_runs, NULL },
  { "GET", HALL_PATH_QUEUE, HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, read_runs,
    NULL },
  { "PUT", HALL_PATH_PRACTICE_SETTINGS, HANDLER, HALL_BODY_JSON, 1000, WRITES, add_run, NULL },
  { NULL },
};

static const HallRoute *const tables[] = { routes, NULL };

typedef struct
{
  HallStoreFixture store;
  HallSetup *setup;
  HallWriter *writer;
  HallPipeline *pipeline;
  HallHttp *http;
  GSocketAddress *address;
  char *handler; /* Authorization lines */
  char *staff;
  gint committed; /* atomic: how often we were told */
} Fixture;

static void
on_committed_cb (GPtrArray *topics, gpointer data)
{
  g_atomic_int_inc (&((Fixture *) data)->committed);
}

static char *
sign_in (Fixture *fixture, const char *account, const char *staff)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *token =
      hall_session_create (fixture->store.db, account, staff, now_s, now_s + 3600, NULL);

  return g_strdup_printf ("Authorization: Bearer %s\r\n", token);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *account = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  HallHttpOptions options = { .listen = "127.0.0.1:0",
                              .max_connections = 200,
                              .guarded_burst = 1,
                              .guarded_per_minute = 1,
                              .practice = TRUE,
                              .tables = tables,
                              .dispatch = hall_pipeline_dispatch };

  hall_store_fixture_set_up (&fixture->store, data);
  account = hall_store_fixture_add_account (&fixture->store, "13800138000");
  hall_staff_create (fixture->store.db, "shenhe", "x", HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER), 0,
                     NULL);
  fixture->handler = sign_in (fixture, account, NULL);
  fixture->staff = sign_in (fixture, NULL, "shenhe");
  fixture->setup = hall_setup_new ();
  fixture->setup->db_path = g_strdup (fixture->store.db_path);
  fixture->setup->blob_dir = hall_store_fixture_path (&fixture->store, "files");
  fixture->setup->vault = g_steal_pointer (&fixture->store.vault);
  fixture->writer = hall_writer_new (g_steal_pointer (&fixture->store.db));
  fixture->pipeline =
      hall_pipeline_new (fixture->setup, fixture->writer, 4, on_committed_cb, fixture, &error);
  g_assert_no_error (error);
  options.data = fixture->pipeline;
  fixture->http = hall_http_new (&options, &error);
  g_assert_no_error (error);
  text = hall_http_get_address (fixture->http);
  fixture->address = hall_test_parse_address (text);
  g_assert_true (hall_http_start (fixture->http, &error));
  g_atomic_int_set (&prepared, 0);
}

/* In the order in which a hall stops. */
static void
stop (Fixture *fixture)
{
  hall_http_quiesce (fixture->http);
  hall_pipeline_stop (fixture->pipeline);
  g_clear_pointer (&fixture->writer, hall_writer_free);
  g_clear_pointer (&fixture->pipeline, hall_pipeline_free);
  g_clear_pointer (&fixture->http, hall_http_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->http != NULL)
    stop (fixture);
  fixture->store.vault = g_steal_pointer (&fixture->setup->vault);
  hall_setup_free (fixture->setup);
  hall_store_fixture_tear_down (&fixture->store, data);
  g_object_unref (fixture->address);
  g_free (fixture->handler);
  g_free (fixture->staff);
}

/* The answer must have that status and, unless NULL, that text in it. */
static void
expect (Fixture *fixture,
        const char *line,
        const char *headers,
        const char *body,
        guint status,
        const char *text)
{
  g_autofree char *answer = hall_test_ask (fixture->address, line, headers, body);

  g_test_message ("%s -> %.12s", line, answer);
  g_assert_cmpuint (hall_test_get_status (answer), ==, status);
  if (text != NULL)
    g_assert_nonnull (strstr (answer, text));
}

#define JSON "Content-Type: application/json\r\n"

static void
test_callers (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "GET /v1/orders", "", NULL, 200, NULL);
  expect (fixture, "GET /v1/account", "", NULL, 401, "\r\nWWW-Authenticate: Bearer\r\n");
  expect (fixture, "GET /v1/account", "Authorization: Bearer x\r\n", NULL, 401, NULL);
  expect (fixture, "GET /v1/account", fixture->handler, NULL, 200, NULL);
  expect (fixture, "GET /v1/account", fixture->staff, NULL, 403, NULL);
  expect (fixture, "GET /v1/queue", fixture->handler, NULL, 403, "您的角色不能进行此操作。");
  expect (fixture, "GET /v1/queue", fixture->staff, NULL, 200, NULL);
  expect (fixture, "GET /v1/orders", "Authorization: Bearer x\r\n", NULL, 200, NULL);
}

static const char *const no_json[] = {
  "", "{", "[", "nonsense", "{\"a\":}", "{} {}", "\xff", "{\"a\":\"\xff\"}",
};

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (no_json); i++)
    expect (fixture, "POST /v1/orders", JSON, no_json[i], 400, "application/problem+json");
  for (guint i = 0; i < 900; i++)
    g_string_append_c (deep, '[');
  expect (fixture, "POST /v1/orders", JSON, deep->str, 400, NULL);
  g_assert_cmpint (g_atomic_int_get (&prepared), ==, 0);
  expect (fixture, "POST /v1/orders", JSON, "{\"bad\":1}", 422, NULL);
  expect (fixture, "POST /v1/orders", JSON, "{}", 201, "{\"run\":1}");
}

static void
test_replayed (Fixture *fixture, gconstpointer data)
{
  static const char key[] = JSON "Idempotency-Key: k1\r\n";
  g_autofree char *mine = g_strconcat (key, fixture->handler, NULL);

  expect (fixture, "POST /v1/orders", key, "{}", 201, "\r\nLocation: /v1/orders/1\r\n");
  expect (fixture, "POST /v1/orders", key, "{}", 201, "\r\nETag: \"1\"\r\n");
  expect (fixture, "POST /v1/orders", key, "{}", 201, "{\"run\":1}");
  /* the slow part is not done again: it might find that it cannot be done twice */
  g_assert_cmpint (g_atomic_int_get (&prepared), ==, 1);
  expect (fixture, "POST /v1/orders", key, "{\"other\":1}", 422, NULL);
  expect (fixture, "POST /v1/orders", mine, "{}", 201, "{\"run\":2}");
  expect (fixture, "POST /v1/orders", JSON, "{}", 201, "{\"run\":3}");
  g_assert_cmpint (g_atomic_int_get (&fixture->committed), ==, 3);
}

/* A refusal is not kept under the key: the request can be mended and sent again. */
static void
test_refusal_not_replayed (Fixture *fixture, gconstpointer data)
{
  static const char key[] = JSON "Idempotency-Key: k2\r\n";

  expect (fixture, "POST /v1/orders", key, "{\"bad\":1}", 422, NULL);
  expect (fixture, "POST /v1/orders", key, "{}", 201, "{\"run\":1}");
}

typedef struct
{
  Fixture *fixture;
  char *answer;
} Asker;

static gpointer
ask_with_key (gpointer data)
{
  Asker *asker = data;

  asker->answer = hall_test_ask (asker->fixture->address, "POST /v1/orders",
                                 JSON "Idempotency-Key: k3\r\n", "{}");
  return NULL;
}

/* The same request many times at once runs once. */
static void
test_replayed_at_once (Fixture *fixture, gconstpointer data)
{
  Asker askers[16];
  GThread *threads[16];

  for (guint i = 0; i < 16; i++)
    {
      askers[i].fixture = fixture;
      threads[i] = g_thread_new ("asker", ask_with_key, &askers[i]);
    }
  for (guint i = 0; i < 16; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (hall_test_get_status (askers[i].answer), ==, 201);
      g_assert_nonnull (strstr (askers[i].answer, "{\"run\":1}"));
      g_free (askers[i].answer);
    }
  expect (fixture, "GET /v1/orders", "", NULL, 200, "{\"run\":1}");
}

static char *
put_blob (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("face", 4);

  return hall_blobs_put (fixture->setup->vault, fixture->setup->blob_dir, bytes, NULL);
}

static gboolean
has_blob (Fixture *fixture, const char *blob)
{
  g_autoptr (GBytes) bytes =
      hall_blobs_get (fixture->setup->vault, fixture->setup->blob_dir, blob, NULL);

  return bytes != NULL;
}

/* What a refused request wrote is gone; what it would have deleted is still there. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blob = put_blob (fixture);
  g_autofree char *change = g_strdup_printf ("POST /v1/orders/%s/auth-link", blob);
  g_autofree char *drop = g_strdup_printf ("DELETE /v1/orders/%s", blob);

  expect (fixture, change, "", NULL, 409, "no, not now");
  expect (fixture, "GET /v1/orders", "", NULL, 200, "{\"run\":0}");
  g_assert_true (has_blob (fixture, blob));
  g_assert_cmpint (g_atomic_int_get (&fixture->committed), ==, 0);
  expect (fixture, drop, "", NULL, 204, NULL);
  g_assert_false (has_blob (fixture, blob));
}

static void
test_kept_refusal (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "POST /v1/sessions", JSON, "{}", 422, "wrong");
  expect (fixture, "GET /v1/orders", "", NULL, 200, "{\"run\":1}");
}

static gpointer
wait_for_run (gpointer data)
{
  Asker *asker = data;

  asker->answer = hall_test_ask (asker->fixture->address, "GET /v1/orders",
                                 "If-None-Match: \"0\"\r\nPrefer: wait=20\r\n", NULL);
  return NULL;
}

static void
test_wakes (Fixture *fixture, gconstpointer data)
{
  Asker askers[30];
  GThread *threads[30];
  gint64 begun_us = g_get_monotonic_time ();

  for (guint i = 0; i < 30; i++)
    {
      askers[i].fixture = fixture;
      threads[i] = g_thread_new ("waiter", wait_for_run, &askers[i]);
    }
  g_usleep (100000);
  expect (fixture, "POST /v1/orders", JSON, "{}", 201, NULL);
  for (guint i = 0; i < 30; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (hall_test_get_status (askers[i].answer), ==, 200);
      g_free (askers[i].answer);
    }
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 10 * (gint64) G_USEC_PER_SEC);
}

/* Nothing changes: 304 after the wait, and not before. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  gint64 begun_us = g_get_monotonic_time ();

  expect (fixture, "GET /v1/orders", "If-None-Match: \"0\"\r\nPrefer: wait=1\r\n", NULL, 304, NULL);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, >=, (gint64) G_USEC_PER_SEC);
  begun_us = g_get_monotonic_time ();
  expect (fixture, "GET /v1/orders", "If-None-Match: \"0\"\r\n", NULL, 304, NULL);
  expect (fixture, "GET /v1/orders", "If-None-Match: \"7\"\r\nPrefer: wait=20\r\n", NULL, 200,
          NULL);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 10 * (gint64) G_USEC_PER_SEC);
}

typedef struct
{
  Fixture *fixture;
  guint acknowledged;
  guint odd; /* answers that are none of those allowed */
} Hammer;

/* Sends one request after another on one connection until it ends. */
static gpointer
hammer (gpointer data)
{
  static const char text[] =
      "POST /v1/orders HTTP/1.1\r\nHost: x\r\n" JSON "Content-Length: 2\r\n\r\n{}";
  Hammer *self = data;
  g_autoptr (GSocketConnection) connection = hall_test_connect (self->fixture->address);
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[2048];

  while (g_output_stream_write_all (out, text, sizeof text - 1, NULL, NULL, NULL))
    {
      gssize n = g_input_stream_read (in, buffer, sizeof buffer - 1, NULL, NULL);

      if (n <= 0)
        break;
      buffer[n] = '\0';
      if (hall_test_get_status (buffer) == 201)
        self->acknowledged++;
      else
        {
          self->odd += hall_test_get_status (buffer) != 503;
          break;
        }
    }
  return NULL;
}

/* Stopped while everybody hammers: every change that was acknowledged is there. */
static void
test_stop_under_load (Fixture *fixture, gconstpointer data)
{
  Hammer hammers[12];
  Asker waiters[12];
  GThread *threads[24];
  gint64 acknowledged = 0;
  gint64 begun_us;

  for (guint i = 0; i < 12; i++)
    {
      hammers[i] = (Hammer){ fixture, 0, 0 };
      waiters[i].fixture = fixture;
      threads[i] = g_thread_new ("hammer", hammer, &hammers[i]);
      threads[i + 12] = g_thread_new ("waiter", wait_for_run, &waiters[i]);
    }
  g_usleep (300000);
  begun_us = g_get_monotonic_time ();
  stop (fixture);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 5 * (gint64) G_USEC_PER_SEC);
  for (guint i = 0; i < 24; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 12; i++)
    {
      g_free (waiters[i].answer);
      g_assert_cmpuint (hammers[i].odd, ==, 0);
      g_assert_cmpuint (hammers[i].acknowledged, >, 0);
      acknowledged += hammers[i].acknowledged;
    }
  fixture->store.db = hall_db_open (fixture->store.db_path, HALL_DB_READ, NULL);
  g_assert_cmpint (hall_store_fixture_get_int (&fixture->store,
                                               "SELECT value FROM counters WHERE name = 'runs'"),
                   ==, acknowledged);
}

#define ADD(name, test) g_test_add ("/pipeline/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("callers", test_callers);
  ADD ("bodies", test_bodies);
  ADD ("replayed", test_replayed);
  ADD ("refusal-not-replayed", test_refusal_not_replayed);
  ADD ("replayed-at-once", test_replayed_at_once);
  ADD ("taken-back", test_taken_back);
  ADD ("kept-refusal", test_kept_refusal);
  ADD ("wakes", test_wakes);
  ADD ("waits", test_waits);
  ADD ("stop-under-load", test_stop_under_load);
  return g_test_run ();
}
