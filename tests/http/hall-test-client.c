/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-test-client.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

#define TIMEOUT_S 20

GSocketAddress *
hall_test_parse_address (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;

  if (g_str_has_prefix (text, "unix:"))
    return g_unix_socket_address_new (text + strlen ("unix:"));
  uri = g_uri_parse (text, G_URI_FLAGS_NONE, &error);
  g_assert_no_error (error);
  return g_inet_socket_address_new_from_string (g_uri_get_host (uri), (guint) g_uri_get_port (uri));
}

GSocketConnection *
hall_test_connect (GSocketAddress *address)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  g_socket_client_set_timeout (client, TIMEOUT_S);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, &error);
  g_assert_no_error (error);
  return connection;
}

void
hall_test_send (GSocketConnection *connection, const char *text, gssize length)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (out, text, length < 0 ? strlen (text) : (gsize) length, NULL, NULL,
                             &error);
  g_assert_no_error (error);
}

char *
hall_test_read_all (GSocketConnection *connection)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free (text, FALSE);
}

char *
hall_test_ask (GSocketAddress *address, const char *line, const char *headers, const char *body)
{
  g_autoptr (GSocketConnection) connection = hall_test_connect (address);
  g_autofree char *text = NULL;

  if (body != NULL)
    text = g_strdup_printf ("%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sContent-Length: "
                            "%" G_GSIZE_FORMAT "\r\n\r\n%s",
                            line, headers, strlen (body), body);
  else
    text = g_strdup_printf ("%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n", line, headers);
  hall_test_send (connection, text, -1);
  return hall_test_read_all (connection);
}

guint
hall_test_get_status (const char *answer)
{
  return g_str_has_prefix (answer, "HTTP/1.1 ") ? (guint) g_ascii_strtoull (answer + 9, NULL, 10)
                                                : 0;
}
