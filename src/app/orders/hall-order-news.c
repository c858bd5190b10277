/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is new with the orders of a list.
 */
#include "hall-order-news.h"

struct _HallOrderNews
{
  HallOrderList *list;
  GPtrArray *items; /* (element-type HallOrderItem): those of @list, in its order */
  const HallOrderNewsFuncs *funcs;
  gpointer owner;
  GHashTable *states; /* number -> HallState, as it was seen last */
  guint n_waiting;
};

/* The handler's turn: to go on, or to mend something. */
static gboolean
waits_for_handler (HallState state)
{
  HallTone tone = hall_state_get_tone (state);

  return tone == HALL_TONE_YOURS || tone == HALL_TONE_STOPPED;
}

/* Who sits in front of the window and had their turn has just done it, here or on the phone. */
static gboolean
is_own_doing (HallOrderNews *self, const char *number, HallState before)
{
  if (self->funcs->is_order_in_view (self->owner, number))
    return TRUE;
  return waits_for_handler (before) && self->funcs->is_window_in_view (self->owner);
}

static void
look_at (HallOrderNews *self, const HallOrder *order)
{
  gpointer before;

  if (g_hash_table_lookup_extended (self->states, order->number, NULL, &before)
      && GPOINTER_TO_INT (before) != (int) order->state
      && !is_own_doing (self, order->number, GPOINTER_TO_INT (before)))
    self->funcs->tell (self->owner, order);
  g_hash_table_insert (self->states, g_strdup (order->number), GINT_TO_POINTER (order->state));
}

static void
count (HallOrderNews *self)
{
  guint n_waiting = 0;

  for (guint i = 0; i < self->items->len; i++)
    n_waiting +=
        waits_for_handler (hall_order_item_get_order (g_ptr_array_index (self->items, i))->state);
  if (n_waiting == self->n_waiting)
    return;
  self->n_waiting = n_waiting;
  self->funcs->counted (self->owner);
}

static void
on_item_changed_cb (HallOrderItem *item, HallOrderNews *self)
{
  look_at (self, hall_order_item_get_order (item));
  count (self);
}

static void
drop_items (HallOrderNews *self, guint position, guint n)
{
  for (guint i = position; i < position + n; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->items, i), self);
  if (n > 0)
    g_ptr_array_remove_range (self->items, position, n);
}

static void
on_items_changed_cb (
    GListModel *model, guint position, guint removed, guint added, HallOrderNews *self)
{
  drop_items (self, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      HallOrderItem *item = g_list_model_get_item (model, i);

      g_ptr_array_insert (self->items, (int) i, item);
      g_signal_connect (item, "changed", G_CALLBACK (on_item_changed_cb), self);
      look_at (self, hall_order_item_get_order (item));
    }
  count (self);
}

HallOrderNews *
hall_order_news_new (HallOrderList *list, const HallOrderNewsFuncs *funcs, gpointer owner)
{
  HallOrderNews *self = g_new0 (HallOrderNews, 1);

  self->list = g_object_ref (list);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->funcs = funcs;
  self->owner = owner;
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  return self;
}

void
hall_order_news_free (HallOrderNews *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  drop_items (self, 0, self->items->len);
  g_ptr_array_unref (self->items);
  g_object_unref (self->list);
  g_hash_table_unref (self->states);
  g_free (self);
}

void
hall_order_news_clear (HallOrderNews *self)
{
  g_hash_table_remove_all (self->states);
}

guint
hall_order_news_get_n_waiting (HallOrderNews *self)
{
  return self->n_waiting;
}
