/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-exchange.h"

#include <string.h>

#include "hall-attempt.h"
#include "hall-problem.h"
#include "hall-trouble.h"

#define MAX_REPEATS      3
#define MAX_REPEATING_US (20 * G_USEC_PER_SEC)

struct _HallExchange
{
  HallClient *client; /* owned */
  char *base;
  char *token; /* (nullable) */
  HallLang lang;
  const char *method;
  GString *path;
  GPtrArray *headers; /* (element-type utf8): names and values in turn */
  GBytes *body;       /* (nullable) */
  const char *media_type;
  gboolean anonymous;
  gboolean repeatable;
  guint wait_s;

  HallProgressFunc progress;
  gpointer progress_data;
  gpointer (*read_json) (HallJson *json);
  HallReadFunc read;
  gpointer read_data;
  GDestroyNotify read_free;
  GDestroyNotify free_result;

  gint64 begun_us;
  guint repeats;
  SoupMessage *message; /* of the attempt that runs */
};

static void begin_attempt (GTask *task); /* a pause ends in another attempt */

static void
hall_exchange_free (HallExchange *self)
{
  g_clear_object (&self->message);
  g_clear_object (&self->client);
  g_free (self->base);
  g_free (self->token);
  g_string_free (self->path, TRUE);
  g_ptr_array_unref (self->headers);
  g_clear_pointer (&self->body, g_bytes_unref);
  if (self->read_free != NULL)
    self->read_free (self->read_data);
  g_free (self);
}

/* Whether the hall itself is behind an answer, or only something before it. */
static gboolean
is_from_hall (guint status, gboolean has_problem)
{
  return has_problem || (status != 502 && status != 503 && status != 504);
}

static gboolean
may_repeat (HallExchange *self)
{
  return self->repeatable && self->wait_s == 0 && self->repeats < MAX_REPEATS
         && g_get_monotonic_time () - self->begun_us < MAX_REPEATING_US;
}

static gboolean
on_pause_ended_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    begin_attempt (g_object_ref (task));
  return G_SOURCE_REMOVE;
}

static gboolean
on_pause_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  return G_SOURCE_CONTINUE; /* the pause itself is dispatched and sees it */
}

/* Takes over the reference of @task. */
static void
pause_attempts (GTask *task)
{
  HallExchange *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint pause_ms = hall_client_get_retry_ms (self->client) << self->repeats;
  g_autoptr (GSource) pause =
      g_timeout_source_new (pause_ms + g_random_int () % (pause_ms / 4 + 1));

  self->repeats++;
  if (cancellable != NULL)
    {
      g_autoptr (GSource) wake = g_cancellable_source_new (cancellable);

      g_source_set_callback (wake, G_SOURCE_FUNC (on_pause_cancelled_cb), NULL, NULL);
      g_source_add_child_source (pause, wake);
    }
  g_source_set_callback (pause, on_pause_ended_cb, task, g_object_unref);
  g_source_attach (pause, g_task_get_context (task));
}

/* The attempt brought no answer. Takes over the reference of @task. */
static void
return_silence (GTask *owned_task, const GError *error)
{
  g_autoptr (GTask) task = owned_task;
  HallExchange *self = g_task_get_task_data (task);
  gboolean too_large = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  gboolean timed_out = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (too_large)
    {
      g_task_return_error (task, hall_trouble_new (HALL_TROUBLE_TOO_LONG, self->lang, NULL));
      return;
    }
  hall_client_note_silence (self->client);
  if (!timed_out && error->domain != G_TLS_ERROR && may_repeat (self))
    pause_attempts (g_steal_pointer (&task));
  else
    g_task_return_error (task, hall_trouble_from_network (error, self->lang));
}

/* The error of an answer from 400 on; @from_hall: (out) */
static GError *
read_problem (HallExchange *self, const HallExchangeReply *reply, gboolean *from_hall)
{
  const char *text = g_bytes_get_data (reply->body, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GError *error;
  gboolean is_json =
      reply->media_type != NULL && g_str_has_suffix (reply->media_type, "json") && text != NULL;

  if (is_json)
    root = hall_json_parse ("problem", text, (gssize) g_bytes_get_size (reply->body), NULL);
  *from_hall = is_from_hall (reply->status, root != NULL);
  if (root == NULL)
    return hall_trouble_new (*from_hall ? HALL_TROUBLE_NOT_A_HALL : HALL_TROUBLE_REFUSED,
                             self->lang, NULL);
  error = hall_problem_from_json (reply->status, root, &findings);
  hall_error_set_findings (error, findings);
  return error;
}

static guint
read_retry_after (SoupMessage *message)
{
  const char *text =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");

  return text != NULL ? (guint) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, 24 * 60 * 60) : 0;
}

/* Takes over the reference of @task. */
static void
return_problem (GTask *owned_task, const HallExchangeReply *reply)
{
  g_autoptr (GTask) task = owned_task;
  HallExchange *self = g_task_get_task_data (task);
  gboolean from_hall;
  g_autoptr (GError) error = read_problem (self, reply, &from_hall);

  hall_error_set_retry_after (error, read_retry_after (self->message));
  if (from_hall)
    hall_client_note_answer (self->client, self->message);
  else
    hall_client_note_silence (self->client);
  if (error->code == HALL_ERROR_SIGNED_OUT && self->token != NULL && !self->anonymous)
    hall_client_note_refusal (self->client, self->token);
  if (!from_hall && may_repeat (self))
    pause_attempts (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Networks that ask for a sign-in of their own answer any request, with a page. */
static gboolean
is_foreign (HallExchange *self, const HallExchangeReply *reply)
{
  if (reply->status == SOUP_STATUS_NOT_MODIFIED)
    return FALSE;
  if (reply->status >= 300)
    return TRUE;
  if (self->read_json != NULL)
    return g_strcmp0 (reply->media_type, "application/json") != 0;
  return g_strcmp0 (reply->media_type, "text/html") == 0;
}

static void
return_result (GTask *task, const HallExchangeReply *reply)
{
  HallExchange *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer answer = NULL;

  if (is_foreign (self, reply))
    {
      hall_client_note_silence (self->client);
      g_task_return_error (task, hall_trouble_new (HALL_TROUBLE_NOT_A_HALL, self->lang, NULL));
      return;
    }
  hall_client_note_answer (self->client, self->message);
  if (self->read != NULL)
    answer = self->read (reply, self->read_data, &error);
  else if (self->read_json != NULL && reply->status != SOUP_STATUS_NOT_MODIFIED)
    answer = hall_exchange_read_json_body (reply, self->read_json, &error);
  if (error != NULL)
    {
      g_debug ("%s %s: %s", self->method, self->path->str, error->message);
      g_task_return_error (task, hall_trouble_new (HALL_TROUBLE_BAD_ANSWER, self->lang, NULL));
    }
  else if (self->free_result != NULL)
    g_task_return_pointer (task, answer, self->free_result);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = hall_attempt_send_finish (result, &error);
  HallExchange *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  HallExchangeReply reply = { soup_message_get_status (self->message), body,
                              soup_message_headers_get_one (headers, "ETag"),
                              soup_message_headers_get_content_type (headers, NULL) };

  if (body == NULL)
    return_silence (g_steal_pointer (&task), error);
  else if (reply.status >= 400)
    return_problem (g_steal_pointer (&task), &reply);
  else
    return_result (task, &reply);
}

static SoupMessage *
build_message (HallExchange *self)
{
  g_autofree char *uri = g_strconcat (self->base, self->path->str, NULL);
  SoupMessage *message = soup_message_new (self->method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *bearer = NULL;

  soup_message_headers_append (headers, "Accept-Language",
                               self->lang == HALL_LANG_EN ? "en" : "zh-CN");
  if (self->token != NULL && !self->anonymous)
    {
      bearer = g_strconcat ("Bearer ", self->token, NULL);
      soup_message_headers_append (headers, "Authorization", bearer);
    }
  for (guint i = 0; i < self->headers->len; i += 2)
    soup_message_headers_append (headers, g_ptr_array_index (self->headers, i),
                                 g_ptr_array_index (self->headers, i + 1));
  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (message, self->media_type, self->body);

  /* A redirection would carry the token elsewhere. What must not happen twice does not go over
   * a kept connection, which the other side may have closed just now. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_add_flags (message,
                          self->repeatable ? SOUP_MESSAGE_IDEMPOTENT : SOUP_MESSAGE_NEW_CONNECTION);
  return message;
}

/* Takes over the reference of @task. */
static void
begin_attempt (GTask *task)
{
  HallExchange *self = g_task_get_task_data (task);
  HallAttemptProgress progress = { self->progress, self->progress_data,
                                   self->body != NULL ? (gint64) g_bytes_get_size (self->body)
                                                      : 0 };

  g_clear_object (&self->message);
  self->message = build_message (self);
  hall_attempt_send_async (hall_client_get_session (self->client), self->message, self->wait_s,
                           &progress, g_task_get_cancellable (task), on_answered_cb, task);
}

HallExchange *
hall_exchange_new (HallClient *client, const char *method, char *path)
{
  HallExchange *self = g_new0 (HallExchange, 1);

  self->client = g_object_ref (client);
  self->base = g_strdup (hall_client_get_address (client));
  self->token = g_strdup (hall_client_get_token (client));
  self->lang = hall_client_get_lang (client);
  self->method = method;
  self->path = g_string_new (path);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->repeatable = strcmp (method, "GET") == 0;
  g_free (path);
  return self;
}

void
hall_exchange_add_query (HallExchange *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (self->path, strchr (self->path->str, '?') == NULL ? '?' : '&');
  g_string_append (self->path, name);
  g_string_append_c (self->path, '=');
  g_string_append_uri_escaped (self->path, value, NULL, FALSE);
}

void
hall_exchange_add_header (HallExchange *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

void
hall_exchange_add_version (HallExchange *self, const char *header, gint64 version)
{
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);

  hall_exchange_add_header (self, header, etag);
}

void
hall_exchange_set_json (HallExchange *self, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;
  char *text;

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  self->media_type = "application/json";
  self->body = g_bytes_new_take (text, length);
}

void
hall_exchange_set_body (HallExchange *self, const char *media_type, GBytes *body)
{
  self->media_type = media_type;
  self->body = g_bytes_ref (body);
}

void
hall_exchange_set_progress (HallExchange *self, HallProgressFunc progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

void
hall_exchange_set_anonymous (HallExchange *self)
{
  self->anonymous = TRUE;
}

void
hall_exchange_set_repeatable (HallExchange *self)
{
  self->repeatable = TRUE;
}

void
hall_exchange_set_once (HallExchange *self)
{
  self->repeatable = FALSE;
}

void
hall_exchange_set_keyed (HallExchange *self, const char *key)
{
  g_autofree char *random = g_uuid_string_random ();

  hall_exchange_add_header (self, "Idempotency-Key", key != NULL ? key : random);
  self->repeatable = TRUE;
}

void
hall_exchange_set_wait (HallExchange *self, guint wait_s, const char *etag)
{
  g_autofree char *prefer = g_strdup_printf ("wait=%u", wait_s);

  if (etag != NULL)
    hall_exchange_add_header (self, "If-None-Match", etag);
  if (etag == NULL || wait_s == 0)
    return;
  hall_exchange_add_header (self, "Prefer", prefer);
  self->wait_s = wait_s;
}

void
hall_exchange_read_json (HallExchange *self,
                         gpointer (*read) (HallJson *json),
                         GDestroyNotify free_result)
{
  self->read_json = read;
  self->free_result = free_result;
}

void
hall_exchange_read_with (HallExchange *self,
                         HallReadFunc read,
                         GDestroyNotify free_result,
                         gpointer data,
                         GDestroyNotify free_data)
{
  self->read = read;
  self->free_result = free_result;
  self->read_data = data;
  self->read_free = free_data;
}

void
hall_exchange_start (HallExchange *self,
                     gpointer tag,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self->client, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, self, (GDestroyNotify) hall_exchange_free);
  self->begun_us = g_get_monotonic_time ();
  if (self->base == NULL)
    {
      g_task_return_error (task, hall_trouble_new (HALL_TROUBLE_NO_ADDRESS, self->lang, NULL));
      return;
    }
  begin_attempt (g_steal_pointer (&task));
}

gpointer
hall_exchange_read_json_body (const HallExchangeReply *reply,
                              gpointer (*read) (HallJson *json),
                              GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);
  gpointer result;

  root = hall_json_parse ("answer", text != NULL ? text : "", (gssize) length, error);
  if (root == NULL)
    return NULL;
  json = hall_json_new ("answer", root);
  result = read (json);
  return hall_json_finish (json, error) ? result : NULL;
}

gpointer
hall_exchange_finish (HallClient *client, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
hall_exchange_finish_bool (HallClient *client, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
hall_exchange_finish_wait (
    HallClient *client, GAsyncResult *result, gpointer tag, gpointer *news, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);
  *news = g_task_propagate_pointer (G_TASK (result), &own_error);
  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}
