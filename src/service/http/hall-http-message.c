/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-http-message.h"

#include <gio/gio.h>
#include <gio/gnetworking.h>
#include <string.h>

#include "hall-limits.h"

#define PAGE_POLICY                                                                       \
  "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; " \
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

static const char *
get_header (struct MHD_Connection *connection, const char *name)
{
  return MHD_lookup_connection_value (connection, MHD_HEADER_KIND, name);
}

static char *
dup_header (struct MHD_Connection *connection, const char *name)
{
  const char *value = get_header (connection, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

/* "17" of "\"17\"" or "W/\"17\""; lists of tags are not made by our clients. */
static char *
read_tag (struct MHD_Connection *connection, const char *name)
{
  const char *value = get_header (connection, name);
  const char *quote = value != NULL ? strchr (value, '"') : NULL;
  const char *end = quote != NULL ? strchr (quote + 1, '"') : NULL;

  if (end == NULL)
    return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
  return g_strndup (quote + 1, (gsize) (end - quote - 1));
}

static char *
read_token (struct MHD_Connection *connection)
{
  const char *value = get_header (connection, MHD_HTTP_HEADER_AUTHORIZATION);

  if (value == NULL || g_ascii_strncasecmp (value, "Bearer ", 7) != 0)
    return NULL;
  return g_utf8_make_valid (value + 7, -1);
}

static char *
read_media_type (struct MHD_Connection *connection)
{
  g_autofree char *value = dup_header (connection, MHD_HTTP_HEADER_CONTENT_TYPE);
  char *semicolon = value != NULL ? strchr (value, ';') : NULL;

  if (value == NULL)
    return g_strdup ("");
  if (semicolon != NULL)
    *semicolon = '\0';
  return g_ascii_strdown (g_strstrip (value), -1);
}

/* How much of a client's address the engine keeps; of a unix socket only its family. */
static gsize
measure_address (const struct sockaddr *address)
{
  if (address == NULL)
    return 0;
  if (address->sa_family == AF_INET)
    return sizeof (struct sockaddr_in);
  return address->sa_family == AF_INET6 ? sizeof (struct sockaddr_in6) : 0;
}

static char *
read_address (struct MHD_Connection *connection, gboolean behind_proxy)
{
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  const char *forwarded = behind_proxy ? get_header (connection, "X-Forwarded-For") : NULL;
  g_autoptr (GSocketAddress) address = NULL;
  const char *last;
  gsize length;

  if (forwarded != NULL)
    {
      last = strrchr (forwarded, ',');
      return g_strstrip (g_utf8_make_valid (last != NULL ? last + 1 : forwarded, -1));
    }
  length = info != NULL ? measure_address (info->client_addr) : 0;
  if (length > 0)
    address = g_socket_address_new_from_native (info->client_addr, length);
  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup ("local");
  return g_inet_address_to_string (
      g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static enum MHD_Result
on_query_cb (void *data, G_GNUC_UNUSED enum MHD_ValueKind kind, const char *key, const char *value)
{
  HallRequest *request = data;
  char *text = g_uri_unescape_string (value != NULL ? value : "", NULL);

  if (text != NULL && g_utf8_validate (text, -1, NULL) && g_hash_table_size (request->query) < 16)
    g_hash_table_replace (request->query, g_strdup (key), text);
  else
    g_free (text);
  return MHD_YES;
}

HallRequest *
hall_http_read_headers (struct MHD_Connection *connection, gboolean behind_proxy)
{
  HallRequest *request = hall_request_new ();
  g_autofree char *disposition = dup_header (connection, "Content-Disposition");

  request->token = read_token (connection);
  request->if_match = read_tag (connection, MHD_HTTP_HEADER_IF_MATCH);
  request->if_none_match = read_tag (connection, MHD_HTTP_HEADER_IF_NONE_MATCH);
  request->idempotency_key = dup_header (connection, "Idempotency-Key");
  request->wait_s = hall_request_parse_prefer (get_header (connection, "Prefer"), HALL_MAX_WAIT_S);
  request->lang = hall_lang_from_tag (get_header (connection, MHD_HTTP_HEADER_ACCEPT_LANGUAGE));
  request->media_type = read_media_type (connection);
  request->file_name = hall_request_parse_disposition (disposition);
  request->agent = dup_header (connection, MHD_HTTP_HEADER_USER_AGENT);
  if (request->agent == NULL)
    request->agent = g_strdup ("");
  request->address = read_address (connection, behind_proxy);
  MHD_get_connection_values (connection, MHD_GET_ARGUMENT_KIND, on_query_cb, request);
  return request;
}

gboolean
hall_http_is_chunked (struct MHD_Connection *connection)
{
  return get_header (connection, MHD_HTTP_HEADER_TRANSFER_ENCODING) != NULL;
}

guint64
hall_http_get_length (struct MHD_Connection *connection)
{
  const char *value = get_header (connection, MHD_HTTP_HEADER_CONTENT_LENGTH);

  return value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;
}

HallAnswer *
hall_http_new_too_large (guint64 bytes, gsize allowed, HallLang lang)
{
  g_autofree char *has = g_format_size_full (bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *may = g_format_size_full (allowed, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *detail =
      lang == HALL_LANG_ZH_CN ? g_strdup_printf ("内容大小为 %s，不能超过 %s。", has, may)
                              : g_strdup_printf ("%s were sent; at most %s are allowed.", has, may);

  return hall_answer_new_problem (HALL_ERROR_TOO_LARGE, detail, NULL, lang);
}

static void
add_header (struct MHD_Response *response, const char *name, const char *value)
{
  if (MHD_add_response_header (response, name, value) != MHD_YES)
    g_warning ("header %s cannot be sent", name);
}

static void
add_headers (struct MHD_Response *response, const HallAnswer *answer)
{
  if (answer->media_type != NULL)
    add_header (response, MHD_HTTP_HEADER_CONTENT_TYPE, answer->media_type);
  if (answer->etag != NULL)
    {
      g_autofree char *tag = g_strdup_printf ("\"%s\"", answer->etag);

      add_header (response, MHD_HTTP_HEADER_ETAG, tag);
    }
  if (answer->location != NULL)
    add_header (response, MHD_HTTP_HEADER_LOCATION, answer->location);
  if (answer->allow != NULL)
    add_header (response, MHD_HTTP_HEADER_ALLOW, answer->allow);
  if (answer->retry_after_s > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%u", answer->retry_after_s);

      add_header (response, MHD_HTTP_HEADER_RETRY_AFTER, seconds);
    }
  if (answer->status == 401)
    add_header (response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Bearer");
  if (answer->is_page)
    {
      add_header (response, "Content-Security-Policy", PAGE_POLICY);
      add_header (response, "Referrer-Policy", "no-referrer");
      add_header (response, "Permissions-Policy", "camera=(self)");
    }
  add_header (response, "X-Content-Type-Options", "nosniff");
  if (!answer->cacheable)
    add_header (response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
}

enum MHD_Result
hall_http_send (struct MHD_Connection *connection, const HallAnswer *answer)
{
  gsize length = 0;
  const void *data = answer->body != NULL ? g_bytes_get_data (answer->body, &length) : NULL;
  struct MHD_Response *response =
      MHD_create_response_from_buffer (length, (void *) data, MHD_RESPMEM_MUST_COPY);
  enum MHD_Result result;

  if (response == NULL)
    return MHD_NO;
  add_headers (response, answer);
  result = MHD_queue_response (connection, answer->status, response);
  MHD_destroy_response (response);
  return result;
}
