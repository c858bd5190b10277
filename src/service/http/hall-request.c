/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-request.h"

#include <string.h>

HallRequest *
hall_request_new (void)
{
  HallRequest *self = g_new0 (HallRequest, 1);

  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
hall_request_free (HallRequest *self)
{
  g_strfreev (self->args);
  g_hash_table_unref (self->query);
  g_free (self->token);
  g_free (self->if_match);
  g_free (self->if_none_match);
  g_free (self->idempotency_key);
  g_free (self->media_type);
  g_free (self->file_name);
  g_free (self->agent);
  g_free (self->address);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self);
}

const char *
hall_request_get_arg (const HallRequest *self, guint n)
{
  g_return_val_if_fail (n < g_strv_length (self->args), "");
  return self->args[n];
}

const char *
hall_request_get_query (const HallRequest *self, const char *name)
{
  return g_hash_table_lookup (self->query, name);
}

guint
hall_request_parse_prefer (const char *header, guint max_s)
{
  g_auto (GStrv) parts = g_strsplit (header != NULL ? header : "", ",", 16);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (part, "wait=", 5) == 0 && g_ascii_isdigit (part[5]))
        return (guint) MIN (g_ascii_strtoull (part + 5, NULL, 10), max_s);
    }
  return 0;
}

/* What a quoted string says: each backslash only lets the character after it through. */
static void
unquote (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\\' && from[1] != '\0')
        from++;
      *to++ = *from;
    }
  *to = '\0';
}

/* The value of one parameter of a header, without its quotes. */
static char *
header_parameter (const char *header, const char *name)
{
  g_autofree char *pattern =
      g_strdup_printf (";\\s*%s\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *quoted = NULL;

  if (!g_regex_match (regex, header, 0, &match))
    return NULL;
  quoted = g_match_info_fetch (match, 1);
  if (quoted != NULL && *quoted != '\0')
    {
      unquote (quoted);
      return g_steal_pointer (&quoted);
    }
  return g_match_info_fetch (match, 2);
}

char *
hall_request_parse_disposition (const char *header)
{
  g_autofree char *extended = NULL;
  g_autofree char *name = NULL;
  char *base;

  if (header == NULL || !g_utf8_validate (header, -1, NULL))
    return NULL;
  extended = header_parameter (header, "filename\\*");
  if (extended != NULL && g_ascii_strncasecmp (extended, "UTF-8''", 7) == 0)
    name = g_uri_unescape_string (extended + 7, NULL);
  else
    name = header_parameter (header, "filename");
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  for (char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = '_';
    else if (*p == '\\')
      *p = '/';
  base = strrchr (name, '/');
  base = base != NULL ? base + 1 : name;
  return *base != '\0' ? g_strdup (base) : NULL;
}
