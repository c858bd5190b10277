/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the engine refuses by itself, and what it makes of a request.
 */
#include "hall-engine-fixture.h"

#include <string.h>

#define JSON "Content-Type: application/json\r\n"

static void
test_refusals (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *long_key = g_strnfill (65, 'k');
  g_autofree char *long_key_header = g_strdup_printf (JSON "Idempotency-Key: %s\r\n", long_key);
  g_autofree char *long_body = g_strnfill (101, 'x');
  g_autofree char *full_body = g_strnfill (100, 'x');

  hall_engine_fixture_start (fixture);
  hall_engine_fixture_assert_status (fixture, "GET /nowhere", "", NULL, 404);
  hall_engine_fixture_assert_status (fixture, "DELETE /v1/orders", "", NULL, 405);
  hall_engine_fixture_assert_status (fixture, "BREW /v1/orders", "", NULL, 405);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders", "", "{}", 415);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders", "Content-Type: text/plain\r\n",
                                     "{}", 415);
  hall_engine_fixture_assert_status (fixture, "PUT /v1/orders/1/application", JSON, "{}", 428);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders", long_key_header, "{}", 400);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders", JSON, long_body, 413);
  hall_engine_fixture_assert_status (fixture, "GET /v1/orders", "", "x", 413);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders",
                                     JSON "Transfer-Encoding: chunked\r\n", NULL, 411);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders", JSON, full_body, 200);
  hall_engine_fixture_assert_status (fixture, "POST /v1/orders",
                                     "Content-Type: Application/JSON; charset=utf-8\r\n", "{}",
                                     200);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 2);
}

static void
test_allow (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;

  hall_engine_fixture_start (fixture);
  answer = hall_test_ask (fixture->address, "DELETE /v1/orders", "", NULL);
  g_assert_nonnull (strstr (answer, "\r\nAllow: POST, GET, HEAD\r\n"));
}

static void
test_practice_only (HallEngineFixture *fixture, gconstpointer data)
{
  fixture->options.practice = FALSE;
  hall_engine_fixture_start (fixture);
  hall_engine_fixture_assert_status (fixture, "GET /v1/practice/messages", "", NULL, 404);
  g_assert_cmpint (g_atomic_int_get (&fixture->calls), ==, 0);
}

static void
test_guarded (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *answer = NULL;

  hall_engine_fixture_start (fixture);
  for (guint i = 0; i < 3; i++)
    hall_engine_fixture_assert_status (fixture, "POST /v1/sessions", JSON, "{}", 200);
  answer = hall_test_ask (fixture->address, "POST /v1/sessions", JSON, "{}");
  g_assert_cmpuint (hall_test_get_status (answer), ==, 429);
  g_assert_nonnull (strstr (answer, "\r\nRetry-After: 1\r\n"));
  hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
}

static void
test_behind_proxy (HallEngineFixture *fixture, gconstpointer data)
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
      hall_engine_fixture_start (fixture);
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
test_reads_headers (HallEngineFixture *fixture, gconstpointer data)
{
  hall_engine_fixture_start (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *answer =
          hall_test_ask (fixture->address, readings[i].line, readings[i].headers, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, answer);
      g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
      g_assert_true (g_utf8_validate (answer, -1, NULL));
      g_assert_nonnull (strstr (answer, readings[i].expected));
      g_assert_cmpint (strstr (answer, "args=") == NULL, ==,
                       g_str_has_prefix (readings[i].line, "HEAD"));
    }
}

static void
test_page_headers (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;
  g_autofree char *plain = NULL;

  hall_engine_fixture_start (fixture);
  page = hall_test_ask (fixture->address, "GET /phone/abc", "", NULL);
  plain = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_assert_nonnull (strstr (page, "\r\nContent-Security-Policy: default-src 'self';"));
  g_assert_nonnull (strstr (page, "\r\nReferrer-Policy: no-referrer\r\n"));
  g_assert_null (strstr (plain, "Content-Security-Policy"));
}


int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HALL_ENGINE_ADD ("/engine/refusals", test_refusals);
  HALL_ENGINE_ADD ("/engine/allow", test_allow);
  HALL_ENGINE_ADD ("/engine/practice-only", test_practice_only);
  HALL_ENGINE_ADD ("/engine/guarded", test_guarded);
  HALL_ENGINE_ADD ("/engine/behind-proxy", test_behind_proxy);
  HALL_ENGINE_ADD ("/engine/reads-headers", test_reads_headers);
  HALL_ENGINE_ADD ("/engine/page-headers", test_page_headers);
  return g_test_run ();
}
