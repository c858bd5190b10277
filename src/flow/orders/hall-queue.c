/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue.h"

#include <string.h>

struct _HallQueue
{
  HallOrderList parent_instance;

  HallTab tab;
  guint counts[HALL_N_TABS];
};

G_DEFINE_FINAL_TYPE (HallQueue, hall_queue, HALL_TYPE_ORDER_LIST)

static HallClient *
get_client (HallOrderList *list)
{
  return hall_session_get_client (hall_order_list_get_session (list));
}

static void
hall_queue_list_async (HallOrderList *list,
                       const HallPageQuery *query,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  hall_client_list_queue_async (get_client (list), HALL_QUEUE (list)->tab, query, cancellable,
                                callback, user_data);
}

static gboolean
hall_queue_list_finish (HallOrderList *list,
                        GAsyncResult *result,
                        HallOrderPage **page,
                        GError **error)
{
  return hall_client_list_queue_finish (get_client (list), result, page, error);
}

static void
hall_queue_taken (HallOrderList *list, const HallOrderPage *page)
{
  memcpy (HALL_QUEUE (list)->counts, page->counts, sizeof page->counts);
}

static void
hall_queue_class_init (HallQueueClass *klass)
{
  HallOrderListClass *list_class = HALL_ORDER_LIST_CLASS (klass);

  list_class->list_async = hall_queue_list_async;
  list_class->list_finish = hall_queue_list_finish;
  list_class->taken = hall_queue_taken;
}

static void
hall_queue_init (HallQueue *self)
{
  self->tab = HALL_TAB_ALL;
}

HallQueue *
hall_queue_new (HallSession *session)
{
  return g_object_new (HALL_TYPE_QUEUE, "session", session, NULL);
}

void
hall_queue_set_tab (HallQueue *self, HallTab tab)
{
  g_return_if_fail (tab < HALL_N_TABS);
  if (self->tab == tab)
    return;
  self->tab = tab;
  hall_order_list_clear (HALL_ORDER_LIST (self));
  hall_order_list_start (HALL_ORDER_LIST (self));
}

HallTab
hall_queue_get_tab (HallQueue *self)
{
  return self->tab;
}

guint
hall_queue_get_count (HallQueue *self, HallTab tab)
{
  g_return_val_if_fail (tab < HALL_N_TABS, 0);
  return self->counts[tab];
}
