/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-pipeline.h"

#include <string.h>

#include "hall-blobs.h"
#include "hall-error.h"
#include "hall-hub.h"
#include "hall-idempotency-store.h"
#include "hall-json.h"

static gpointer const STOP = (gpointer) "stop";

struct _HallPipeline
{
  const HallSetup *setup;
  HallWriter *writer;
  HallHub *hub;
  GAsyncQueue *queue; /* of HallCall */
  GPtrArray *threads;
  gint closing; /* atomic: no new calls */
  HallCommitted committed;
  gpointer data;
};

/* What one worker thread owns. */
typedef struct
{
  HallPipeline *pipeline;
  HallDb *db;
  HallDb *sandbox; /* (nullable) */
} Worker;

/* A request on its way through the writer. */
typedef struct
{
  HallPipeline *pipeline;
  HallCall *call;
  HallAnswer *answer;
} Change;

static void
context_free (HallContext *context)
{
  hall_context_clear (context);
  g_free (context);
}

static HallAnswer *
answer_error (const HallRequest *request, const GError *error)
{
  return hall_answer_new_error (error, request->lang);
}

static HallAnswer *
refuse (const HallRequest *request, HallError code, const char *zh, const char *en)
{
  return hall_answer_new_problem (code, request->lang == HALL_LANG_ZH_CN ? zh : en, NULL,
                                  request->lang);
}

/* Finds out who asks and whether the route is for them. NULL if they may go on. */
static HallAnswer *
check_caller (HallContext *context, const HallCall *call)
{
  const HallRequest *request = call->request;
  g_autoptr (GError) error = NULL;
  gboolean known = FALSE;

  if (request->token != NULL)
    known = hall_session_find (context->db, context->setup->vault, request->token, context->now_s,
                               &context->caller, &error);
  if (error != NULL)
    return answer_error (request, error);
  if (call->route->actors == 0)
    return NULL;
  if (!known)
    return refuse (request, HALL_ERROR_SIGNED_OUT, "请先登录。", "Please sign in first.");
  if ((context->caller.actors & call->route->actors) == 0)
    return refuse (request, HALL_ERROR_DENIED, "您的角色不能进行此操作。",
                   "Your role does not allow this.");
  return NULL;
}

/* NULL if the body is JSON, or none is wanted. */
static HallAnswer *
parse_body (HallRequest *request, const HallRoute *route)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *text;

  if (route->body != HALL_BODY_JSON)
    return NULL;
  text = request->body != NULL ? g_bytes_get_data (request->body, &length) : "";
  request->json = hall_json_parse ("body", text, (gssize) length, &error);
  return request->json != NULL ? NULL : hall_answer_new_http_problem (400, error->message);
}

static HallContext *
new_context (const Worker *worker, const HallRequest *request)
{
  HallContext *context = g_new0 (HallContext, 1);

  hall_context_init (context, worker->pipeline->setup, worker->db);
  context->sandbox = worker->sandbox;
  context->now_s = g_get_real_time () / G_USEC_PER_SEC;
  context->lang = request->lang;
  context->address = request->address;
  context->agent = request->agent;
  return context;
}

static HallAnswer *
call_handler (HallContext *context, const HallCall *call)
{
  g_autoptr (GError) error = NULL;
  HallAnswer *answer = call->route->handler (context, call->request, &error);

  return answer != NULL ? answer : answer_error (call->request, error);
}

static gboolean
has_key (const HallCall *call)
{
  return (call->route->flags & HALL_ROUTE_IDEMPOTENT) != 0
         && call->request->idempotency_key != NULL;
}

/* Who a key belongs to: callers' keys must not meet. */
static const char *
key_owner (const HallContext *context)
{
  if (context->caller.account != NULL)
    return context->caller.account;
  return context->caller.staff != NULL ? context->caller.staff : context->address;
}

static char *
hash_request (const HallCall *call)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 0;
  const guchar *body =
      call->request->body != NULL ? g_bytes_get_data (call->request->body, &length) : NULL;

  g_checksum_update (checksum, (const guchar *) call->route->method, -1);
  g_checksum_update (checksum, (const guchar *) hall_path_get_pattern (call->route->path), -1);
  for (guint i = 0; call->request->args[i] != NULL; i++)
    g_checksum_update (checksum, (const guchar *) call->request->args[i], -1);
  if (body != NULL)
    g_checksum_update (checksum, body, (gssize) length);
  return g_strdup (g_checksum_get_string (checksum));
}

/* The answer given before under the same key; NULL if the request is to be run. */
static HallAnswer *
find_kept_answer (HallContext *context, const HallCall *call, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallKeptAnswer) kept =
      hall_idempotency_find (context->db, context->setup->vault, call->request->idempotency_key,
                             key_owner (context), &error);
  HallAnswer *answer;

  if (error != NULL)
    return answer_error (call->request, error);
  if (kept == NULL)
    return NULL;
  if (g_strcmp0 (kept->request_hash, hash) != 0)
    return refuse (call->request, HALL_ERROR_INVALID, "同一请求编号已用于其他请求。",
                   "The idempotency key was used for another request.");
  answer = hall_answer_new_bytes (kept->status, "application/json",
                                  g_bytes_new (kept->body, strlen (kept->body)));
  answer->etag = g_strdup (kept->etag);
  answer->location = g_strdup (kept->location);
  return answer;
}

/* Keeps a good answer under its key. */
static gboolean
keep_answer (HallContext *context,
             const HallCall *call,
             const char *hash,
             const HallAnswer *answer,
             GError **error)
{
  gsize length = 0;
  const char *body = answer->body != NULL ? g_bytes_get_data (answer->body, &length) : "";
  g_autofree char *text = g_strndup (body, length);
  HallKeptAnswer kept = { (char *) hash, answer->status, answer->etag, answer->location, text };

  return hall_idempotency_keep (context->db, context->setup->vault, call->request->idempotency_key,
                                key_owner (context), &kept, context->now_s, error);
}

static HallAnswer *
run_with_key (HallContext *context, const HallCall *call)
{
  g_autofree char *hash = hash_request (call);
  g_autoptr (GError) error = NULL;
  HallAnswer *answer = find_kept_answer (context, call, hash);

  if (answer != NULL)
    return answer;
  answer = call_handler (context, call);
  if (answer->status < 300 && !keep_answer (context, call, hash, answer, &error))
    {
      hall_answer_free (answer);
      answer = answer_error (call->request, error);
    }
  return answer;
}

static gboolean
run_change (HallContext *context, gpointer data)
{
  Change *change = data;
  const HallCall *call = change->call;

  change->answer = has_key (call) ? run_with_key (context, call) : call_handler (context, call);
  if (change->answer->status < 400 || change->answer->keep)
    return TRUE;
  /* nothing has changed after all: nobody is woken, no file is deleted */
  g_ptr_array_set_size (context->topics, 0);
  g_ptr_array_set_size (context->dead_blobs, 0);
  return FALSE;
}

static void
on_change_written_cb (HallContext *context, gpointer data, const GError *error)
{
  Change *change = data;
  HallPipeline *self = change->pipeline;

  if (error != NULL)
    {
      g_clear_pointer (&change->answer, hall_answer_free);
      change->answer = answer_error (change->call->request, error);
    }
  else
    {
      for (guint i = 0; i < context->dead_blobs->len; i++)
        hall_blobs_delete (self->setup->blob_dir, g_ptr_array_index (context->dead_blobs, i));
      if (context->topics->len > 0)
        {
          self->committed (context->topics, self->data);
          hall_hub_changed (self->hub, g_steal_pointer (&context->topics));
        }
    }
  hall_call_answer (change->call, change->answer);
  context_free (context);
  g_free (change);
}

/* The slow part of a change. Its answer, if it can be given without the writer: a refusal, or
 * what the same request was answered before, when the order may have moved on. */
static HallAnswer *
prepare_change (HallContext *context, const HallCall *call)
{
  g_autoptr (GError) error = NULL;
  HallAnswer *answer = NULL;

  if (has_key (call))
    {
      g_autofree char *hash = hash_request (call);

      answer = find_kept_answer (context, call, hash);
    }
  if (answer == NULL && call->route->prepare != NULL)
    answer = call->route->prepare (context, call->request, &error);
  return error != NULL ? answer_error (call->request, error) : answer;
}

/* The slow part here, the change on the writer's thread. */
static void
run_writing (Worker *worker, HallCall *call, HallContext *context)
{
  HallAnswer *answer = prepare_change (context, call);
  Change *change;

  if (answer != NULL)
    {
      hall_call_answer (call, answer);
      context_free (context);
      return;
    }
  change = g_new0 (Change, 1);
  change->pipeline = worker->pipeline;
  change->call = call;
  context->db = NULL;
  hall_writer_submit (worker->pipeline->writer, context, run_change, on_change_written_cb, change);
}

static void
run_reading (Worker *worker, HallCall *call, HallContext *context)
{
  HallHub *hub = worker->pipeline->hub;
  gboolean waits = call->wait_until_us > 0;
  g_autoptr (GError) error = NULL;
  HallAnswer *answer;

  if (waits)
    hall_hub_announce (hub, call);
  /* all that an answer says is of one moment, also if somebody commits meanwhile */
  if (hall_db_savepoint (context->db, &error))
    {
      answer = call_handler (context, call);
      hall_db_rollback_to_savepoint (context->db);
    }
  else
    answer = answer_error (call->request, error);
  if (waits && answer->status == 304 && answer->wait_for->len > 0
      && g_get_monotonic_time () < call->wait_until_us)
    {
      hall_hub_sleep (hub, call, g_steal_pointer (&answer->wait_for));
      answer->wait_for = g_ptr_array_new ();
      hall_answer_free (answer);
    }
  else
    {
      if (waits)
        hall_hub_forget (hub, call);
      hall_call_answer (call, answer);
    }
  context_free (context);
}

static void
run_call (Worker *worker, HallCall *call)
{
  HallContext *context = new_context (worker, call->request);
  HallAnswer *answer = check_caller (context, call);

  if (answer == NULL)
    answer = parse_body (call->request, call->route);
  if (answer != NULL)
    {
      hall_call_answer (call, answer);
      context_free (context);
    }
  else if ((call->route->flags & HALL_ROUTE_WRITES) != 0)
    run_writing (worker, call, context);
  else
    run_reading (worker, call, context);
}

static void
worker_free (Worker *worker)
{
  g_clear_pointer (&worker->db, hall_db_close);
  g_clear_pointer (&worker->sandbox, hall_db_close);
  g_free (worker);
}

static gpointer
worker_main (gpointer data)
{
  Worker *worker = data;
  gpointer item;

  while ((item = g_async_queue_pop (worker->pipeline->queue)) != STOP)
    run_call (worker, item);
  worker_free (worker);
  return NULL;
}

static Worker *
worker_new (HallPipeline *self, GError **error)
{
  Worker *worker = g_new0 (Worker, 1);
  const char *sandbox_path = self->setup->sandbox_path;

  worker->pipeline = self;
  worker->db = hall_db_open (self->setup->db_path, HALL_DB_READ, error);
  if (worker->db != NULL && sandbox_path != NULL)
    worker->sandbox = hall_db_open (sandbox_path, HALL_DB_READ, error);
  if (worker->db != NULL && (sandbox_path == NULL || worker->sandbox != NULL))
    return worker;
  worker_free (worker);
  return NULL;
}

/* A sleeping call is read once more: what it waits for changed, or its time is up. */
static void
on_hub_wake_cb (HallCall *call, gpointer data)
{
  HallPipeline *self = data;

  g_async_queue_push (self->queue, call);
}

HallPipeline *
hall_pipeline_new (const HallSetup *setup,
                   HallWriter *writer,
                   guint n_workers,
                   HallCommitted committed,
                   gpointer data,
                   GError **error)
{
  HallPipeline *self = g_new0 (HallPipeline, 1);

  self->setup = setup;
  self->writer = writer;
  self->committed = committed;
  self->data = data;
  self->queue = g_async_queue_new ();
  self->hub = hall_hub_new (on_hub_wake_cb, self);
  self->threads = g_ptr_array_new ();
  for (guint i = 0; i < n_workers; i++)
    {
      Worker *worker = worker_new (self, error);

      if (worker == NULL)
        {
          hall_pipeline_free (self);
          return NULL;
        }
      g_ptr_array_add (self->threads, g_thread_new ("hall-worker", worker_main, worker));
    }
  return self;
}

static void
answer_closing (HallCall *call)
{
  hall_call_answer (call,
                    refuse (call->request, HALL_ERROR_UNAVAILABLE, "营业厅正在重启，请稍后重试。",
                            "The hall is restarting; please try again in a moment."));
}

static gboolean
change_nothing (G_GNUC_UNUSED HallContext *context, G_GNUC_UNUSED gpointer data)
{
  return TRUE;
}

/* Changes handed in before this are written, answered and told when it returns. */
static void
wait_for_writer (HallPipeline *self)
{
  g_auto (HallContext) context = { 0 };

  hall_context_init (&context, self->setup, NULL);
  hall_writer_wait (self->writer, &context, change_nothing, NULL, NULL);
}

void
hall_pipeline_stop (HallPipeline *self)
{
  gboolean first = self->threads->len > 0;

  g_atomic_int_set (&self->closing, TRUE);
  hall_hub_close (self->hub);
  for (guint i = 0; i < self->threads->len; i++)
    g_async_queue_push (self->queue, STOP);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_set_size (self->threads, 0);
  if (first)
    wait_for_writer (self);
}

void
hall_pipeline_free (HallPipeline *self)
{
  HallCall *call;

  hall_pipeline_stop (self);
  hall_hub_free (self->hub);
  while ((call = g_async_queue_try_pop (self->queue)) != NULL)
    answer_closing (call);
  g_ptr_array_unref (self->threads);
  g_async_queue_unref (self->queue);
  g_free (self);
}

void
hall_pipeline_dispatch (HallCall *call, gpointer pipeline)
{
  HallPipeline *self = pipeline;

  if (g_atomic_int_get (&self->closing))
    answer_closing (call);
  else
    g_async_queue_push (self->queue, call);
}

void
hall_pipeline_announce (HallPipeline *self, GPtrArray *topics)
{
  GPtrArray *copy = g_ptr_array_copy (topics, (GCopyFunc) (void (*) (void)) g_strdup, NULL);

  g_ptr_array_set_free_func (copy, g_free);
  hall_hub_changed (self->hub, copy);
}
