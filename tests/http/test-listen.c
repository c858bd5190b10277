/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses to listen on, and those that cannot be.
 */
#include "hall-engine-fixture.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hall-error.h"

#ifndef G_OS_WIN32
static void
test_unix_socket (HallEngineFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "http", NULL);
  g_autofree char *listen = g_strconcat ("unix:", path, NULL);
  g_autofree char *answer = NULL;

  fixture->options.listen = listen;
  hall_engine_fixture_start (fixture);
  answer = hall_test_ask (fixture->address, "GET /v1/hall", "", NULL);
  g_assert_cmpuint (hall_test_get_status (answer), ==, 200);
  g_assert_nonnull (strstr (answer, " from=local "));
  g_clear_pointer (&fixture->http, hall_http_free);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A path that was left behind is taken over; one that lives, or is something else, is not. */
static void
test_unix_path_in_use (HallEngineFixture *fixture, gconstpointer data)
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
  hall_engine_fixture_start (fixture);
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  hall_engine_fixture_assert_status (fixture, "GET /v1/hall", "", NULL, 200);
  g_assert_true (g_file_set_contents (file, "dear reader", -1, NULL));
  fixture->options.listen = on_file;
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_unlink (file);
}
#endif

static void
test_address_taken (HallEngineFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  hall_engine_fixture_start (fixture);
  text = hall_http_get_address (fixture->http);
  fixture->options.listen = text + strlen ("http://");
  g_assert_null (hall_http_new (&fixture->options, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (error->message, fixture->options.listen));
}

static void
test_bad_options (HallEngineFixture *fixture, gconstpointer data)
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


int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#ifndef G_OS_WIN32 /* not every Windows has them */
  HALL_ENGINE_ADD ("/listen/unix-socket", test_unix_socket);
  HALL_ENGINE_ADD ("/listen/unix-path-in-use", test_unix_path_in_use);
#endif
  HALL_ENGINE_ADD ("/listen/address-taken", test_address_taken);
  HALL_ENGINE_ADD ("/listen/bad-options", test_bad_options);
  return g_test_run ();
}
