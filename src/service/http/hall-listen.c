/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-listen.h"

#include <glib/gstdio.h>

#include "hall-error.h"

#define UNIX_PREFIX "unix:"
#define BACKLOG     512

static GSocketAddress *
parse_inet (const char *address, GError **error)
{
  g_autoptr (GSocketConnectable) connectable = g_network_address_parse (address, 0, NULL);
  GNetworkAddress *network = G_NETWORK_ADDRESS (connectable);
  GSocketAddress *result = NULL;

  if (network != NULL)
    result = g_inet_socket_address_new_from_string (g_network_address_get_hostname (network),
                                                    g_network_address_get_port (network));
  if (result == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                 "“%s” is not an address to listen on; write 127.0.0.1:8080, [::1]:8080 or "
                 "unix:/path",
                 address);
  return result;
}

static GSocketAddress *
parse_address (const char *address, GError **error)
{
  const char *path;

  if (!g_str_has_prefix (address, UNIX_PREFIX))
    return parse_inet (address, error);
  path = address + sizeof UNIX_PREFIX - 1;
  g_unlink (path); /* of a process that was killed; a live one keeps its open socket */
  return g_unix_socket_address_new (path);
}

GSocket *
hall_listen (const char *address, GError **error)
{
  g_autoptr (GSocketAddress) parsed = parse_address (address, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSocket) socket = NULL;

  if (parsed == NULL)
    return NULL;
  socket = g_socket_new (g_socket_address_get_family (parsed), G_SOCKET_TYPE_STREAM,
                         G_SOCKET_PROTOCOL_DEFAULT, &failure);
  if (socket != NULL)
    {
      g_socket_set_listen_backlog (socket, BACKLOG);
      g_socket_set_blocking (socket, FALSE);
      if (g_socket_bind (socket, parsed, TRUE, &failure) && g_socket_listen (socket, &failure))
        return g_steal_pointer (&socket);
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "cannot listen on %s: %s", address,
               failure->message);
  return NULL;
}
