/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call on its way: builds the message, sends it, tries again where that is safe, and
 * turns the answer into a result. For the files of this folder only.
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "hall-client.h"
#include "hall-json.h"
#include "hall-path.h"

typedef struct _HallExchange HallExchange;

/* A good answer. */
typedef struct
{
  guint status;
  GBytes *body;
  const char *etag;       /* (nullable) */
  const char *media_type; /* (nullable) */
} HallExchangeReply;

/**
 * HallReadFunc:
 * @data: what hall_exchange_read_with() was given
 *
 * Returns: (transfer full) (nullable): the result; NULL without @error is a result too
 */
typedef gpointer (*HallReadFunc) (const HallExchangeReply *reply, gpointer data, GError **error);

/* @path: (transfer full): from hall_path_fill() */
HallExchange *hall_exchange_new (HallClient *client, const char *method, char *path);

/* Adds ?name=value, or &name=value; nothing if @value is NULL. */
void hall_exchange_add_query (HallExchange *self, const char *name, const char *value);
void hall_exchange_add_header (HallExchange *self, const char *name, const char *value);

/* The version of an order as an ETag. */
void hall_exchange_add_version (HallExchange *self, const char *header, gint64 version);

/* Takes what @builder has built, complete, for the body. */
void hall_exchange_set_json (HallExchange *self, JsonBuilder *builder);
void hall_exchange_set_body (HallExchange *self, const char *media_type, GBytes *body);

/* @data must live until the call has ended. */
void hall_exchange_set_progress (HallExchange *self, HallProgressFunc progress, gpointer data);

/* Nothing is asked of the caller's token. */
void hall_exchange_set_anonymous (HallExchange *self);

/* The same request again does no harm: it is tried again when the connection is lost. */
void hall_exchange_set_repeatable (HallExchange *self);

/* Even where it would do no harm: a lost call is lost. */
void hall_exchange_set_once (HallExchange *self);

/* A key makes it so for what creates or pays: sent with the call and with each repetition.
 * @key: (nullable): of at most 64 characters; a new one if NULL */
void hall_exchange_set_keyed (HallExchange *self, const char *key);

/* The hall may hold the answer back for @wait_s; such a call is tried once only. */
void hall_exchange_set_wait (HallExchange *self, guint wait_s, const char *etag);

/* Most answers: the body is JSON that @read (one of src/wire) reads; 304 is NULL. */
void hall_exchange_read_json (HallExchange *self,
                              gpointer (*read) (HallJson *json),
                              GDestroyNotify free_result);

/* The others. @data: (nullable) (transfer full) */
void hall_exchange_read_with (HallExchange *self,
                              HallReadFunc read,
                              GDestroyNotify free_result,
                              gpointer data,
                              GDestroyNotify free_data);

/**
 * hall_exchange_start:
 * @self: (transfer full)
 * @tag: the function that the task is for, as of g_task_set_source_tag()
 *
 * The task has the client for its source object, and what the read function returned
 * for its pointer.
 */
void hall_exchange_start (HallExchange *self,
                          gpointer tag,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* Reads a JSON body; for use inside a HallReadFunc. */
gpointer hall_exchange_read_json_body (const HallExchangeReply *reply,
                                       gpointer (*read) (HallJson *json),
                                       GError **error);

/* The end of every _finish function of a call that answers with a pointer. */
gpointer
hall_exchange_finish (HallClient *client, GAsyncResult *result, gpointer tag, GError **error);

/* The same for calls whose success says nothing more. */
gboolean
hall_exchange_finish_bool (HallClient *client, GAsyncResult *result, gpointer tag, GError **error);

/* How a result is told from no news: @news is NULL after a wait without any. */
gboolean hall_exchange_finish_wait (
    HallClient *client, GAsyncResult *result, gpointer tag, gpointer *news, GError **error);

/* Almost all _finish functions are the same but for the type they return. */
#define HALL_EXCHANGE_FINISH(name, Type)                                       \
  Type *name##_finish (HallClient *self, GAsyncResult *result, GError **error) \
  {                                                                            \
    return hall_exchange_finish (self, result, name##_async, error);           \
  }
#define HALL_EXCHANGE_FINISH_BOOL(name)                                           \
  gboolean name##_finish (HallClient *self, GAsyncResult *result, GError **error) \
  {                                                                               \
    return hall_exchange_finish_bool (self, result, name##_async, error);         \
  }

/* What hall-client.c has for a call, and learns from it. */
SoupSession *hall_client_get_session (HallClient *self);
void hall_client_note_answer (HallClient *self, SoupMessage *message);
void hall_client_note_silence (HallClient *self);
void hall_client_note_refusal (HallClient *self, const char *token);
