/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-orders-view.h"

struct _HallOrdersView
{
  GtkBox parent_instance;

  HallFrame *frame; /* not owned: it owns this */
};

G_DEFINE_FINAL_TYPE (HallOrdersView, hall_orders_view, GTK_TYPE_BOX)

static void
hall_orders_view_class_init (HallOrdersViewClass *klass)
{
  g_signal_new ("open-order", HALL_TYPE_ORDERS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("new-order", HALL_TYPE_ORDERS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("waiting-changed", HALL_TYPE_ORDERS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
hall_orders_view_init (HallOrdersView *self)
{
}

GtkWidget *
hall_orders_view_new (HallFrame *frame)
{
  HallOrdersView *self = g_object_new (HALL_TYPE_ORDERS_VIEW, NULL);

  self->frame = frame;
  return GTK_WIDGET (self);
}

void
hall_orders_view_show_list (HallOrdersView *self)
{
}

void
hall_orders_view_show_order (HallOrdersView *self, const char *number)
{
}

void
hall_orders_view_enter (HallOrdersView *self)
{
}

gboolean
hall_orders_view_go_back (HallOrdersView *self)
{
  return FALSE;
}

void
hall_orders_view_find (HallOrdersView *self)
{
}

guint
hall_orders_view_get_n_waiting (HallOrdersView *self)
{
  return 0;
}

gboolean
hall_orders_view_fill_code (HallOrdersView *self, const char *code)
{
  return FALSE;
}
