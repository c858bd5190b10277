/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-list.h"

#include "hall-follow.h"

typedef struct
{
  HallSession *session;
  GPtrArray *items; /* (element-type HallOrderItem) */
  char *etag;       /* (nullable): of the first page */
  char *next;       /* (nullable): cursor of the page behind the last one */
  guint n_pages;    /* that are in the list */
  gboolean loaded;
  HallFollow *follow;

  /* the pages behind a first page that has changed */
  GCancellable *refreshing; /* (nullable) */
  GPtrArray *incoming;      /* (nullable) (element-type HallOrder) */
  char *incoming_next;      /* (nullable) */
  guint n_incoming;
} HallOrderListPrivate;

enum
{
  STATE_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (HallOrderList,
                         hall_order_list,
                         G_TYPE_OBJECT,
                         G_ADD_PRIVATE (HallOrderList)
                             G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static HallOrderListPrivate *
get_priv (HallOrderList *self)
{
  return hall_order_list_get_instance_private (self);
}

static void
set_text (char **to, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*to);
  *to = copy;
}

static void
clear_refreshing (HallOrderListPrivate *priv)
{
  g_cancellable_cancel (priv->refreshing);
  g_clear_object (&priv->refreshing);
  g_clear_pointer (&priv->incoming, g_ptr_array_unref);
  g_clear_pointer (&priv->incoming_next, g_free);
}

static const char *
get_number (GPtrArray *items, guint i)
{
  return hall_order_item_get_order (g_ptr_array_index (items, i))->number;
}

/* (nullable) (transfer none) */
static HallOrderItem *
find_item (GPtrArray *items, const char *number)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (get_number (items, i), number))
      return g_ptr_array_index (items, i);
  return NULL;
}

/* Says that the list changed from @old, in the part between what is equal at both ends. */
static void
tell_difference (HallOrderList *self, GPtrArray *old, GPtrArray *new)
{
  guint start = 0, end = 0;

  while (start < old->len
         && start < new->len &&g_ptr_array_index (old, start) == g_ptr_array_index (new, start))
    start++;
  while (end < old->len - start
         && end < new->len - start &&g_ptr_array_index (old, old->len - 1 - end)
                == g_ptr_array_index (new, new->len - 1 - end))
    end++;
  if (old->len - start - end > 0 || new->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                new->len - start - end);
}

/* Puts @orders, whose elements it takes, in the place of what there is; items of the same number
 * stay. */
static void
replace_orders (HallOrderList *self, GPtrArray *orders)
{
  HallOrderListPrivate *priv = get_priv (self);
  g_autoptr (GPtrArray) old = g_steal_pointer (&priv->items);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) newer = g_ptr_array_new ();

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < orders->len; i++)
    {
      HallOrder *order = g_ptr_array_index (orders, i);
      HallOrderItem *item = find_item (old, order->number);

      if (item != NULL)
        {
          g_ptr_array_add (kept, g_object_ref (item));
          g_ptr_array_add (newer, order);
        }
      g_ptr_array_add (priv->items,
                       item != NULL ? g_object_ref (item) : hall_order_item_new (order));
    }
  g_ptr_array_set_free_func (orders, NULL);
  tell_difference (self, old, priv->items);
  for (guint i = 0; i < kept->len; i++)
    hall_order_item_set_order (g_ptr_array_index (kept, i), g_ptr_array_index (newer, i));
}

static void
add_orders (GPtrArray *to, HallOrderPage *page)
{
  g_ptr_array_extend_and_steal (to, g_steal_pointer (&page->orders));
  page->orders = g_ptr_array_new ();
}

static void
finish_refreshing (HallOrderList *self)
{
  HallOrderListPrivate *priv = get_priv (self);
  g_autoptr (GPtrArray) orders = g_steal_pointer (&priv->incoming);

  g_clear_object (&priv->refreshing);
  g_free (priv->next);
  priv->next = g_steal_pointer (&priv->incoming_next);
  priv->n_pages = priv->n_incoming;
  priv->loaded = TRUE;
  replace_orders (self, orders);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void on_next_page_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* As many pages as were there are fetched again before anything is shown. */
static void
take_page (HallOrderList *self, HallOrderPage *page)
{
  HallOrderListPrivate *priv = get_priv (self);
  HallPageQuery query = { 0 };

  add_orders (priv->incoming, page);
  priv->n_incoming++;
  set_text (&priv->incoming_next, page->next);
  if (priv->incoming_next == NULL || priv->n_incoming >= priv->n_pages)
    {
      finish_refreshing (self);
      return;
    }
  query.cursor = priv->incoming_next;
  HALL_ORDER_LIST_GET_CLASS (self)->list_async (self, &query, priv->refreshing, on_next_page_cb,
                                                self);
}

static void
on_next_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrderPage) page = NULL;
  g_autoptr (HallOrderList) self = NULL; /* a handler may drop it */

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self = g_object_ref (user_data);
  if (HALL_ORDER_LIST_GET_CLASS (self)->list_finish (self, result, &page, &error) && page != NULL)
    take_page (self, page);
  else
    finish_refreshing (self); /* what has come is right; the rest can be asked for */
}

static void
take_first_page (HallOrderList *self, HallOrderPage *page)
{
  HallOrderListPrivate *priv = get_priv (self);

  clear_refreshing (priv);
  set_text (&priv->etag, page->etag);
  priv->refreshing = g_cancellable_new ();
  priv->incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_order_free);
  priv->n_incoming = 0;
  take_page (self, page);
}

static void
follow_ask (gpointer owner,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  HallOrderList *self = owner;
  HallPageQuery query = { .etag = get_priv (self)->etag, .wait = TRUE };

  HALL_ORDER_LIST_GET_CLASS (self)->list_async (self, &query, cancellable, callback, user_data);
}

static gboolean
follow_take (gpointer owner, GAsyncResult *result, gboolean *news, GError **error)
{
  g_autoptr (HallOrderList) self = g_object_ref (owner); /* a handler may drop it */
  g_autoptr (HallOrderPage) page = NULL;

  if (!HALL_ORDER_LIST_GET_CLASS (self)->list_finish (self, result, &page, error))
    return FALSE;
  *news = page != NULL && g_strcmp0 (page->etag, get_priv (self)->etag) != 0;
  if (page != NULL)
    take_first_page (self, page);
  return TRUE;
}

static void
follow_failed (gpointer owner, const GError *error)
{
  g_signal_emit (owner, signals[FAILED], 0, error);
}

static const HallFollowFuncs follow_funcs = { follow_ask, follow_take, follow_failed };

static void
list_orders_async (HallOrderList *self,
                   const HallPageQuery *query,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  hall_client_list_orders_async (hall_session_get_client (get_priv (self)->session), query,
                                 cancellable, callback, user_data);
}

static gboolean
list_orders_finish (HallOrderList *self, GAsyncResult *result, HallOrderPage **page, GError **error)
{
  return hall_client_list_orders_finish (hall_session_get_client (get_priv (self)->session), result,
                                         page, error);
}

static GType
get_item_type (GListModel *model)
{
  return HALL_TYPE_ORDER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return get_priv (HALL_ORDER_LIST (model))->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = get_priv (HALL_ORDER_LIST (model))->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hall_order_list_dispose (GObject *object)
{
  HallOrderListPrivate *priv = get_priv (HALL_ORDER_LIST (object));

  clear_refreshing (priv);
  g_clear_pointer (&priv->follow, hall_follow_free);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (hall_order_list_parent_class)->dispose (object);
}

static void
hall_order_list_finalize (GObject *object)
{
  HallOrderListPrivate *priv = get_priv (HALL_ORDER_LIST (object));

  g_ptr_array_unref (priv->items);
  g_free (priv->etag);
  g_free (priv->next);
  G_OBJECT_CLASS (hall_order_list_parent_class)->finalize (object);
}

static void
hall_order_list_constructed (GObject *object)
{
  HallOrderListPrivate *priv = get_priv (HALL_ORDER_LIST (object));

  G_OBJECT_CLASS (hall_order_list_parent_class)->constructed (object);
  priv->follow = hall_follow_new (priv->session, &follow_funcs, object);
}

static void
hall_order_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  get_priv (HALL_ORDER_LIST (object))->session = g_value_dup_object (value);
}

static void
hall_order_list_class_init (HallOrderListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hall_order_list_constructed;
  object_class->dispose = hall_order_list_dispose;
  object_class->finalize = hall_order_list_finalize;
  object_class->set_property = hall_order_list_set_property;
  klass->list_async = list_orders_async;
  klass->list_finish = list_orders_finish;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("session", NULL, NULL, HALL_TYPE_SESSION,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  signals[STATE_CHANGED] = g_signal_new ("state-changed", HALL_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hall_order_list_init (HallOrderList *self)
{
  HallOrderListPrivate *priv = get_priv (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
  priv->n_pages = 1;
}

HallOrderList *
hall_order_list_new (HallSession *session)
{
  return g_object_new (HALL_TYPE_ORDER_LIST, "session", session, NULL);
}

void
hall_order_list_start (HallOrderList *self)
{
  HallOrderListPrivate *priv = get_priv (self);

  clear_refreshing (priv);
  g_clear_pointer (&priv->etag, g_free);
  priv->n_pages = 1;
  hall_follow_restart (priv->follow);
}

void
hall_order_list_stop (HallOrderList *self)
{
  clear_refreshing (get_priv (self));
  hall_follow_stop (get_priv (self)->follow);
}

void
hall_order_list_clear (HallOrderList *self)
{
  HallOrderListPrivate *priv = get_priv (self);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  hall_order_list_stop (self);
  g_clear_pointer (&priv->etag, g_free);
  g_clear_pointer (&priv->next, g_free);
  priv->loaded = FALSE;
  replace_orders (self, none);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

HallSession *
hall_order_list_get_session (HallOrderList *self)
{
  return get_priv (self)->session;
}

gboolean
hall_order_list_is_loaded (HallOrderList *self)
{
  return get_priv (self)->loaded;
}

gboolean
hall_order_list_has_more (HallOrderList *self)
{
  return get_priv (self)->next != NULL;
}

static void
on_more_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrderPage) page = NULL;
  HallOrderList *self = g_task_get_source_object (task);
  HallOrderListPrivate *priv = get_priv (self);
  guint before = priv->items->len;

  if (!HALL_ORDER_LIST_GET_CLASS (self)->list_finish (self, result, &page, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* the list was loaded anew meanwhile: the page belongs to the old one */
  if (page == NULL || g_strcmp0 (priv->next, g_task_get_task_data (task)) != 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  priv->n_pages++;
  set_text (&priv->next, page->next);
  for (guint i = 0; i < page->orders->len; i++)
    g_ptr_array_add (priv->items, hall_order_item_new (g_ptr_array_index (page->orders, i)));
  g_ptr_array_set_free_func (page->orders, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, priv->items->len - before);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
  g_task_return_boolean (task, TRUE);
}

void
hall_order_list_load_more_async (HallOrderList *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HallPageQuery query = { .cursor = get_priv (self)->next };

  g_task_set_source_tag (task, hall_order_list_load_more_async);
  g_task_set_task_data (task, g_strdup (query.cursor), g_free);
  if (query.cursor == NULL)
    g_task_return_boolean (task, TRUE);
  else
    HALL_ORDER_LIST_GET_CLASS (self)->list_async (self, &query, cancellable, on_more_cb,
                                                  g_steal_pointer (&task));
}

gboolean
hall_order_list_load_more_finish (HallOrderList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

HallOrderItem *
hall_order_list_find (HallOrderList *self, const char *number)
{
  return find_item (get_priv (self)->items, number);
}
