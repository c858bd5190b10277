/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue.h"

#include <string.h>

#include "hall-follow.h"
#include "hall-queue-pages.h"

#define MIN_SEARCH 2

/* The order that is open and the list one came from. */
typedef struct
{
  char *number; /* (nullable) */
  char *cursor; /* (nullable): of its row */
  HallTab tab;
  char *search;    /* (nullable) */
  char *beside[2]; /* (nullable): after it, before it */
} Current;

struct _HallQueue
{
  GObject parent_instance;

  HallSession *session;
  HallFollow *follow;
  HallQueuePages *pages;
  HallTab tab;
  char *search; /* (nullable) */
  char *etag;   /* (nullable): of the first page */
  guint counts[HALL_N_TABS];
  gboolean loaded;
  GCancellable *fetching; /* (nullable): a page behind the first */
  guint fetched_page;
  Current current;
};

G_DEFINE_FINAL_TYPE (HallQueue, hall_queue, G_TYPE_OBJECT)

enum
{
  ROWS_CHANGED,
  STATE_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HallClient *
get_client (HallQueue *self)
{
  return hall_session_get_client (self->session);
}

static void
stop_fetching (HallQueue *self)
{
  if (self->fetching != NULL)
    g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
}

static void
set_text (char **to, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*to);
  *to = copy;
}

static gboolean
is_current_list (HallQueue *self)
{
  return self->current.number != NULL && self->tab == self->current.tab
         && g_strcmp0 (self->search, self->current.search) == 0;
}

/* While its row is at hand it is known what stands beside it. */
static void
note_neighbours (HallQueue *self)
{
  int place =
      is_current_list (self) ? hall_queue_pages_find (self->pages, self->current.number) : -1;

  if (place < 0)
    return;
  for (int i = 0; i < 2; i++)
    {
      int beside = i == 0 ? place + 1 : place - 1;
      HallOrderItem *item = beside >= 0 ? hall_queue_pages_get (self->pages, (guint) beside) : NULL;

      set_text (&self->current.beside[i],
                item != NULL ? hall_order_item_get_order (item)->number : NULL);
    }
}

static void
tell_rows (HallQueue *self)
{
  note_neighbours (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
take_counts (HallQueue *self, const HallOrderPage *page)
{
  gboolean changed = memcmp (self->counts, page->counts, sizeof self->counts) != 0;

  memcpy (self->counts, page->counts, sizeof self->counts);
  if (changed || !self->loaded)
    {
      self->loaded = TRUE;
      g_signal_emit (self, signals[STATE_CHANGED], 0);
    }
}

static void fetch_missing (HallQueue *self);

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallQueue *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrderPage) page = NULL;
  g_autoptr (HallQueue) held = NULL;
  gboolean good = hall_client_list_queue_finish (HALL_CLIENT (source), result, &page, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;                   /* the queue may be gone */
  held = g_object_ref (self); /* a handler may drop it */
  g_clear_object (&self->fetching);
  if (!good || page == NULL)
    return; /* asked for again as soon as somebody looks, or the line is back */
  hall_queue_pages_put (self->pages, self->fetched_page, page);
  take_counts (self, page);
  tell_rows (self);
  fetch_missing (self);
}

/* One page at a time; the first one is the follow's. */
static void
fetch_missing (HallQueue *self)
{
  HallPageQuery query = { .search = self->search, .limit = HALL_QUEUE_PAGE };

  if (self->fetching != NULL || !self->loaded
      || !hall_queue_pages_find_missing (self->pages, &self->fetched_page, &query.cursor))
    return;
  self->fetching = g_cancellable_new ();
  hall_client_list_queue_async (get_client (self), self->tab, &query, self->fetching, on_page_cb,
                                self);
}

static void
follow_ask (gpointer owner,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  HallQueue *self = owner;
  HallPageQuery query = {
    .search = self->search, .limit = HALL_QUEUE_PAGE, .etag = self->etag, .wait = TRUE
  };

  hall_client_list_queue_async (get_client (self), self->tab, &query, cancellable, callback,
                                user_data);
}

static gboolean
follow_take (gpointer owner, GAsyncResult *result, gboolean *news, GError **error)
{
  g_autoptr (HallQueue) self = g_object_ref (owner); /* a handler may drop it */
  g_autoptr (HallOrderPage) page = NULL;

  if (!hall_client_list_queue_finish (get_client (self), result, &page, error))
    return FALSE;
  *news = page != NULL && g_strcmp0 (page->etag, self->etag) != 0;
  if (page == NULL)
    return TRUE;
  set_text (&self->etag, page->etag);
  stop_fetching (self);
  hall_queue_pages_expire (self->pages);
  hall_queue_pages_put (self->pages, 0, page);
  take_counts (self, page);
  tell_rows (self);
  fetch_missing (self);
  return TRUE;
}

static void
follow_failed (gpointer owner, const GError *error)
{
  g_signal_emit (owner, signals[FAILED], 0, error);
}

static const HallFollowFuncs follow_funcs = { follow_ask, follow_take, follow_failed };

static void
forget_current (HallQueue *self)
{
  g_clear_pointer (&self->current.number, g_free);
  g_clear_pointer (&self->current.cursor, g_free);
  g_clear_pointer (&self->current.search, g_free);
  g_clear_pointer (&self->current.beside[0], g_free);
  g_clear_pointer (&self->current.beside[1], g_free);
}

static void
hall_queue_dispose (GObject *object)
{
  HallQueue *self = HALL_QUEUE (object);

  stop_fetching (self);
  g_clear_pointer (&self->follow, hall_follow_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_queue_parent_class)->dispose (object);
}

static void
hall_queue_finalize (GObject *object)
{
  HallQueue *self = HALL_QUEUE (object);

  hall_queue_pages_free (self->pages);
  forget_current (self);
  g_free (self->search);
  g_free (self->etag);
  G_OBJECT_CLASS (hall_queue_parent_class)->finalize (object);
}

static void
hall_queue_class_init (HallQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_queue_dispose;
  object_class->finalize = hall_queue_finalize;
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", HALL_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", HALL_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hall_queue_init (HallQueue *self)
{
  self->tab = HALL_TAB_ALL;
  self->pages = hall_queue_pages_new ();
}

HallQueue *
hall_queue_new (HallSession *session)
{
  HallQueue *self = g_object_new (HALL_TYPE_QUEUE, NULL);

  self->session = g_object_ref (session);
  self->follow = hall_follow_new (session, &follow_funcs, self);
  return self;
}

void
hall_queue_start (HallQueue *self)
{
  g_return_if_fail (HALL_IS_QUEUE (self));

  g_clear_pointer (&self->etag, g_free);
  hall_follow_restart (self->follow);
}

void
hall_queue_stop (HallQueue *self)
{
  g_return_if_fail (HALL_IS_QUEUE (self));

  stop_fetching (self);
  hall_follow_stop (self->follow);
}

static void
load_anew (HallQueue *self)
{
  hall_queue_stop (self);
  hall_queue_pages_clear (self->pages);
  self->loaded = FALSE;
  tell_rows (self);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
  hall_queue_start (self);
}

void
hall_queue_set_tab (HallQueue *self, HallTab tab)
{
  g_return_if_fail (tab < HALL_N_TABS);

  if (self->tab == tab && self->search == NULL)
    return;
  self->tab = tab;
  g_clear_pointer (&self->search, g_free);
  load_anew (self);
}

HallTab
hall_queue_get_tab (HallQueue *self)
{
  return self->tab;
}

void
hall_queue_search (HallQueue *self, const char *text)
{
  g_autofree char *wanted = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  g_return_if_fail (HALL_IS_QUEUE (self));

  if (wanted != NULL && g_utf8_strlen (wanted, -1) < MIN_SEARCH)
    g_clear_pointer (&wanted, g_free);
  if (g_strcmp0 (wanted, self->search) == 0)
    return;
  set_text (&self->search, wanted);
  load_anew (self);
}

const char *
hall_queue_get_search (HallQueue *self)
{
  return self->search;
}

guint
hall_queue_get_count (HallQueue *self, HallTab tab)
{
  g_return_val_if_fail (tab < HALL_N_TABS, 0);

  return self->counts[tab];
}

gboolean
hall_queue_is_loaded (HallQueue *self)
{
  return self->loaded;
}

guint
hall_queue_get_n (HallQueue *self)
{
  return hall_queue_pages_get_n (self->pages);
}

HallOrderItem *
hall_queue_get (HallQueue *self, guint position)
{
  return hall_queue_pages_get (self->pages, position);
}

int
hall_queue_find (HallQueue *self, const char *number)
{
  return hall_queue_pages_find (self->pages, number);
}

void
hall_queue_look (HallQueue *self, guint first, guint n)
{
  g_return_if_fail (HALL_IS_QUEUE (self));

  hall_queue_pages_look (self->pages, first, n);
  fetch_missing (self);
}

void
hall_queue_set_current (HallQueue *self, const char *number)
{
  int place;
  HallOrderItem *item;

  g_return_if_fail (HALL_IS_QUEUE (self));

  place = number != NULL ? hall_queue_find (self, number) : -1;
  item = place >= 0 ? hall_queue_get (self, (guint) place) : NULL;
  if (item != NULL)
    {
      forget_current (self);
      self->current.number = g_strdup (number);
      self->current.cursor = g_strdup (hall_order_item_get_order (item)->cursor);
      self->current.tab = self->tab;
      self->current.search = g_strdup (self->search);
      note_neighbours (self);
    }
  else if (g_strcmp0 (number, self->current.number) != 0)
    forget_current (self);
}

const char *
hall_queue_peek (HallQueue *self, gboolean backward)
{
  g_return_val_if_fail (HALL_IS_QUEUE (self), NULL);

  return self->current.beside[backward ? 1 : 0];
}

/* The list has moved on to @order. */
static void
walk_to (HallQueue *self, const HallOrder *order)
{
  HallTab tab = self->current.tab;
  g_autofree char *search = g_steal_pointer (&self->current.search);

  forget_current (self);
  self->current.number = g_strdup (order->number);
  self->current.cursor = g_strdup (order->cursor);
  self->current.tab = tab;
  self->current.search = g_steal_pointer (&search);
  note_neighbours (self);
}

static void
on_walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HallQueue *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrderPage) page = NULL;

  if (!hall_client_list_queue_finish (HALL_CLIENT (source), result, &page, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (page == NULL || page->orders->len == 0)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  walk_to (self, g_ptr_array_index (page->orders, 0));
  g_task_return_pointer (task, g_strdup (self->current.number), g_free);
}

void
hall_queue_walk_async (HallQueue *self,
                       gboolean backward,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *beside = hall_queue_peek (self, backward);
  int place = beside != NULL ? hall_queue_find (self, beside) : -1;
  HallPageQuery query = {
    .cursor = self->current.cursor, .search = self->current.search, .backward = backward, .limit = 1
  };

  g_task_set_source_tag (task, hall_queue_walk_async);
  if (place >= 0 && is_current_list (self))
    {
      walk_to (self, hall_order_item_get_order (hall_queue_get (self, (guint) place)));
      g_task_return_pointer (task, g_strdup (self->current.number), g_free);
    }
  else if (self->current.cursor == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    hall_client_list_queue_async (get_client (self), self->current.tab, &query, cancellable,
                                  on_walked_cb, g_steal_pointer (&task));
}

char *
hall_queue_walk_finish (HallQueue *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
