/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-address.h"

#include <gio/gio.h>
#include <string.h>

#include "hall-trouble.h"

#define FLAGS G_URI_FLAGS_PARSE_RELAXED

/* Names are not looked up: only what can mean nothing but this computer counts. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return g_strcmp0 (host, "localhost") == 0
         || (address != NULL && g_inet_address_get_is_loopback (address));
}

/* A scheme put before what was typed without one. */
static char *
add_scheme (const char *text)
{
  g_autofree char *with = g_strconcat ("https://", text, NULL);
  g_autoptr (GUri) uri = NULL;

  if (strstr (text, "://") != NULL)
    return g_strdup (text);
  uri = g_uri_parse (with, FLAGS, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL && is_loopback (g_uri_get_host (uri)))
    return g_strconcat ("http://", text, NULL);
  return g_steal_pointer (&with);
}

/* An address has scheme, host, port and path; whoever writes more means something else. */
static gboolean
is_plain (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && host != NULL
         && *host != '\0' && strpbrk (host, " %<>\"") == NULL && g_uri_get_userinfo (uri) == NULL
         && g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

static char *
print (GUri *uri)
{
  g_autofree char *path = g_strdup (g_uri_get_path (uri));
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  gsize length = strlen (path);
  int port = g_uri_get_port (uri);
  int usual_port = strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, host,
                     port != usual_port ? port : -1, path, NULL, NULL);
}

char *
hall_address_parse (const char *text, gboolean allow_plain_http, HallLang lang, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *full = add_scheme (typed);
  g_autoptr (GUri) uri = g_uri_parse (full, FLAGS, NULL);

  if (uri == NULL || !is_plain (uri))
    {
      g_propagate_error (error, hall_trouble_new (HALL_TROUBLE_BAD_ADDRESS, lang, typed));
      return NULL;
    }
  if (strcmp (g_uri_get_scheme (uri), "http") == 0 && !allow_plain_http
      && !is_loopback (g_uri_get_host (uri)))
    {
      g_propagate_error (error, hall_trouble_new (HALL_TROUBLE_PLAIN_HTTP, lang, typed));
      return NULL;
    }
  return print (uri);
}

gboolean
hall_address_is_local (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, FLAGS, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && is_loopback (g_uri_get_host (uri));
}
