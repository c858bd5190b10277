/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-hub.h"

#define MAX_EARLY_TOPICS 4096

typedef enum
{
  MESSAGE_ANNOUNCE,
  MESSAGE_FORGET,
  MESSAGE_SLEEP,
  MESSAGE_CHANGED,
  MESSAGE_CLOSE,
  MESSAGE_STOP
} MessageKind;

typedef struct
{
  MessageKind kind;
  gconstpointer name; /* of the call; never followed */
  HallCall *call;     /* owned, with SLEEP */
  GPtrArray *topics;  /* owned, with SLEEP and CHANGED */
} Message;

/* A call that sleeps. */
typedef struct
{
  HallCall *call;
  GPtrArray *topics;
} Sleeper;

struct _HallHub
{
  GThread *thread;
  GAsyncQueue *queue;
  HallHubWake wake;
  gpointer data;

  /* the thread's own */
  GHashTable *announced; /* name of a call being read -> topics that changed meanwhile */
  GHashTable *sleepers;  /* name -> Sleeper */
  GHashTable *by_topic;  /* topic -> set of names */
  gint64 next_us;        /* nobody's time is up before */
  gboolean closed;       /* nobody sleeps any more */
};

static void
send (HallHub *self, MessageKind kind, gconstpointer name, HallCall *call, GPtrArray *topics)
{
  Message *message = g_new0 (Message, 1);

  message->kind = kind;
  message->name = name;
  message->call = call;
  message->topics = topics;
  g_async_queue_push (self->queue, message);
}

static void
wake (HallHub *self, HallCall *call, gboolean over)
{
  if (over)
    call->wait_until_us = 0;
  self->wake (call, self->data);
}

/* Takes a sleeper out of the index by topic. */
static void
unlist (HallHub *self, const Sleeper *sleeper)
{
  for (guint i = 0; i < sleeper->topics->len; i++)
    {
      const char *topic = g_ptr_array_index (sleeper->topics, i);
      GHashTable *names = g_hash_table_lookup (self->by_topic, topic);

      if (names == NULL)
        continue;
      g_hash_table_remove (names, sleeper->call);
      if (g_hash_table_size (names) == 0)
        g_hash_table_remove (self->by_topic, topic);
    }
}

static void
enlist (HallHub *self, const Sleeper *sleeper)
{
  for (guint i = 0; i < sleeper->topics->len; i++)
    {
      const char *topic = g_ptr_array_index (sleeper->topics, i);
      GHashTable *names = g_hash_table_lookup (self->by_topic, topic);

      if (names == NULL)
        {
          names = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (self->by_topic, g_strdup (topic), names);
        }
      g_hash_table_add (names, sleeper->call);
    }
}

static void
rouse (HallHub *self, Sleeper *sleeper, gboolean over)
{
  unlist (self, sleeper);
  g_hash_table_steal (self->sleepers, sleeper->call);
  wake (self, sleeper->call, over);
  g_ptr_array_unref (sleeper->topics);
  g_free (sleeper);
}

static gboolean
have_common_topic (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < b->len; i++)
    if (g_ptr_array_find_with_equal_func (a, g_ptr_array_index (b, i), g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static void
handle_sleep (HallHub *self, Message *message)
{
  GPtrArray *changed = g_hash_table_lookup (self->announced, message->name);
  gboolean missed =
      changed != NULL
      && (changed->len >= MAX_EARLY_TOPICS || have_common_topic (changed, message->topics));
  HallCall *call = g_steal_pointer (&message->call);
  Sleeper *sleeper;

  g_hash_table_remove (self->announced, message->name);
  if (missed || self->closed)
    {
      wake (self, call, self->closed);
      return;
    }
  sleeper = g_new0 (Sleeper, 1);
  sleeper->call = call;
  sleeper->topics = g_steal_pointer (&message->topics);
  self->next_us = MIN (self->next_us, call->wait_until_us);
  g_hash_table_insert (self->sleepers, call, sleeper);
  enlist (self, sleeper);
}

static void
handle_changed_topic (HallHub *self, const char *topic)
{
  GHashTable *names = g_hash_table_lookup (self->by_topic, topic);
  g_autoptr (GList) list = names != NULL ? g_hash_table_get_keys (names) : NULL;
  GHashTableIter iter;
  gpointer changed;

  for (GList *l = list; l != NULL; l = l->next)
    rouse (self, g_hash_table_lookup (self->sleepers, l->data), FALSE);
  g_hash_table_iter_init (&iter, self->announced);
  while (g_hash_table_iter_next (&iter, NULL, &changed))
    if (((GPtrArray *) changed)->len < MAX_EARLY_TOPICS)
      g_ptr_array_add (changed, g_strdup (topic));
}

/* Wakes those whose time is up, or everybody. */
static void
wake_late (HallHub *self, gboolean everybody)
{
  gint64 now_us = g_get_monotonic_time ();
  g_autoptr (GList) sleepers = NULL;

  if (!everybody && now_us < self->next_us)
    return;
  self->next_us = G_MAXINT64;
  sleepers = g_hash_table_get_values (self->sleepers);
  for (GList *l = sleepers; l != NULL; l = l->next)
    {
      Sleeper *sleeper = l->data;

      if (everybody || sleeper->call->wait_until_us <= now_us)
        rouse (self, sleeper, TRUE);
      else
        self->next_us = MIN (self->next_us, sleeper->call->wait_until_us);
    }
}

static Message *
next_message (HallHub *self)
{
  gint64 left_us;

  if (self->next_us == G_MAXINT64)
    return g_async_queue_pop (self->queue);
  left_us = self->next_us - g_get_monotonic_time ();
  return g_async_queue_timeout_pop (self->queue, (guint64) MAX (left_us, 1));
}

static void
handle (HallHub *self, Message *message)
{
  switch (message->kind)
    {
    case MESSAGE_ANNOUNCE:
      g_hash_table_replace (self->announced, (gpointer) message->name,
                            g_ptr_array_new_with_free_func (g_free));
      break;
    case MESSAGE_FORGET:
      g_hash_table_remove (self->announced, message->name);
      break;
    case MESSAGE_SLEEP:
      handle_sleep (self, message);
      break;
    case MESSAGE_CHANGED:
      for (guint i = 0; i < message->topics->len; i++)
        handle_changed_topic (self, g_ptr_array_index (message->topics, i));
      break;
    case MESSAGE_CLOSE:
    case MESSAGE_STOP:
      self->closed = TRUE;
      wake_late (self, TRUE);
      break;
    }
}

static void
message_free (Message *message)
{
  g_clear_pointer (&message->topics, g_ptr_array_unref);
  g_free (message);
}

static gpointer
hub_main (gpointer data)
{
  HallHub *self = data;
  gboolean stop = FALSE;

  while (!stop)
    {
      Message *message = next_message (self);

      if (message != NULL)
        {
          handle (self, message);
          stop = message->kind == MESSAGE_STOP;
          message_free (message);
        }
      wake_late (self, FALSE);
    }
  return NULL;
}

HallHub *
hall_hub_new (HallHubWake wake_func, gpointer data)
{
  HallHub *self = g_new0 (HallHub, 1);

  self->queue = g_async_queue_new ();
  self->announced = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->sleepers = g_hash_table_new (NULL, NULL);
  self->by_topic =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->next_us = G_MAXINT64;
  self->wake = wake_func;
  self->data = data;
  self->thread = g_thread_new ("hall-hub", hub_main, self);
  return self;
}

void
hall_hub_close (HallHub *self)
{
  send (self, MESSAGE_CLOSE, NULL, NULL, NULL);
}

void
hall_hub_free (HallHub *self)
{
  Message *message;

  send (self, MESSAGE_STOP, NULL, NULL, NULL);
  g_thread_join (self->thread);
  while ((message = g_async_queue_try_pop (self->queue)) != NULL)
    {
      if (message->call != NULL)
        wake (self, message->call, TRUE);
      message_free (message);
    }
  g_hash_table_unref (self->announced);
  g_hash_table_unref (self->sleepers);
  g_hash_table_unref (self->by_topic);
  g_async_queue_unref (self->queue);
  g_free (self);
}

void
hall_hub_announce (HallHub *self, const HallCall *call)
{
  send (self, MESSAGE_ANNOUNCE, call, NULL, NULL);
}

void
hall_hub_forget (HallHub *self, const HallCall *call)
{
  send (self, MESSAGE_FORGET, call, NULL, NULL);
}

void
hall_hub_sleep (HallHub *self, HallCall *call, GPtrArray *topics)
{
  send (self, MESSAGE_SLEEP, call, call, topics);
}

void
hall_hub_changed (HallHub *self, GPtrArray *topics)
{
  send (self, MESSAGE_CHANGED, NULL, NULL, topics);
}
