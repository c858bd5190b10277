/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-listen.h"

#include <glib/gstdio.h>

#include "hall-error.h"

#define UNIX_PREFIX "unix:"
#define BACKLOG     512
#define MODE_TYPE   0170000
#define MODE_SOCKET 0140000

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

static gboolean
is_unix (const char *address)
{
  return g_str_has_prefix (address, UNIX_PREFIX) && address[sizeof UNIX_PREFIX - 1] != '\0';
}

static GSocketAddress *
parse_address (const char *address, GError **error)
{
  if (!is_unix (address))
    return parse_inet (address, error);
  return g_unix_socket_address_new (address + sizeof UNIX_PREFIX - 1);
}

/* Whether the file at @path is a socket, and not a letter somebody keeps there. */
static gboolean
is_socket (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_UNIX_MODE,
                                                  G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  guint32 mode =
      info != NULL ? g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) : 0;

  return (mode & MODE_TYPE) == MODE_SOCKET;
}

/* Takes away the path of a process that was killed. Where somebody answers, it stays. */
static void
remove_dead_path (const char *address, GSocketAddress *parsed)
{
  const char *path = address + sizeof UNIX_PREFIX - 1;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GSocket) probe = NULL;

  if (!is_unix (address) || !is_socket (path))
    return;
  probe =
      g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  if (probe != NULL && !g_socket_connect (probe, parsed, NULL, &refused)
      && g_error_matches (refused, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    g_unlink (path);
}

GSocket *
hall_listen (const char *address, GError **error)
{
  g_autoptr (GSocketAddress) parsed = parse_address (address, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSocket) socket = NULL;

  if (parsed == NULL)
    return NULL;
  remove_dead_path (address, parsed);
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

void
hall_listen_close (GSocket *socket, const char *address)
{
  g_socket_close (socket, NULL);
  if (is_unix (address))
    g_unlink (address + sizeof UNIX_PREFIX - 1);
}
