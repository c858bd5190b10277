/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-item.h"

struct _HallOrderItem
{
  GObject parent_instance;

  HallOrder *order;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallOrderItem, hall_order_item, G_TYPE_OBJECT)

static void
hall_order_item_finalize (GObject *object)
{
  HallOrderItem *self = HALL_ORDER_ITEM (object);

  hall_order_free (self->order);
  G_OBJECT_CLASS (hall_order_item_parent_class)->finalize (object);
}

static void
hall_order_item_class_init (HallOrderItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_order_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_ORDER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_order_item_init (HallOrderItem *self)
{
}

HallOrderItem *
hall_order_item_new (HallOrder *order)
{
  HallOrderItem *self = g_object_new (HALL_TYPE_ORDER_ITEM, NULL);

  self->order = order;
  return self;
}

const HallOrder *
hall_order_item_get_order (HallOrderItem *self)
{
  return self->order;
}

void
hall_order_item_set_order (HallOrderItem *self, HallOrder *order)
{
  gboolean newer = order->version != self->order->version || order->actions != self->order->actions;

  hall_order_free (self->order);
  self->order = order;
  if (newer)
    g_signal_emit (self, signals[CHANGED], 0);
}
