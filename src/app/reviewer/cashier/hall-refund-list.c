/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-refund-list.h"

#include <glib/gi18n.h>

#include "hall-client-money.h"
#include "hall-client-order.h"
#include "hall-money-list.h"
#include "hall-refund-row.h"

struct _HallRefundList
{
  GtkBox parent_instance;

  HallMoneyList *list;

  HallSession *session;
  GCancellable *cancellable; /* (nullable): of what is loaded and sent */
  char *next;                /* (nullable): cursor to go on with */
};

G_DEFINE_FINAL_TYPE (HallRefundList, hall_refund_list, GTK_TYPE_BOX)

/* What a call is for. */
typedef struct
{
  HallRefundList *list;
  HallRefundRow *row;
} Paying;

static void
paying_free (Paying *self)
{
  g_object_unref (self->list);
  g_object_unref (self->row);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paying, paying_free)

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paying) paying = user_data;
  HallRefundList *self = paying->list;
  g_autoptr (GError) error = NULL;
  HallOrder *order = hall_client_send_event_finish (HALL_CLIENT (source), result, &error);

  g_clear_pointer (&order, hall_order_free);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      hall_refund_row_set_busy (paying->row, FALSE);
      hall_notice_show_error (hall_money_list_get_notice (self->list), error);
      return;
    }
  /* what is typed into other rows stays */
  hall_money_list_remove (self->list, GTK_WIDGET (paying->row));
  hall_notice_show (hall_money_list_get_notice (self->list), HALL_GOOD,
                    _ ("The refund is written down."), NULL);
}

static void
on_row_paid_cb (HallRefundRow *row, HallRefundList *self)
{
  const HallEventBody body = { .note = hall_refund_row_get_reference (row) };
  Paying *paying = g_new0 (Paying, 1);

  paying->list = g_object_ref (self);
  paying->row = g_object_ref (row);
  hall_notice_clear (hall_money_list_get_notice (self->list));
  hall_refund_row_set_busy (row, TRUE);
  hall_client_send_event_async (hall_session_get_client (self->session),
                                hall_refund_row_get_order (row), hall_refund_row_get_version (row),
                                HALL_EVENT_REFUND_DONE, &body, self->cancellable, on_sent_cb,
                                paying);
}

static GPtrArray *
make_rows (HallRefundList *self, const HallRefundPage *page)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < page->refunds->len; i++)
    {
      GtkWidget *row = hall_refund_row_new (g_ptr_array_index (page->refunds, i));

      g_signal_connect_object (row, "paid", G_CALLBACK (on_row_paid_cb), self, 0);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallRefundList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallRefundPage) page =
      hall_client_list_refunds_finish (HALL_CLIENT (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      hall_money_list_fail (self->list, error);
      return;
    }
  rows = make_rows (self, page);
  hall_money_list_take (self->list, rows, self->next == NULL, page->next != NULL);
  g_free (self->next);
  self->next = g_steal_pointer (&page->next);
}

static void
load_page (HallRefundList *self)
{
  hall_client_list_refunds_async (hall_session_get_client (self->session), self->next,
                                  self->cancellable, on_page_cb, g_object_ref (self));
}

static void
stop (HallRefundList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, g_free);
}

static void
hall_refund_list_dispose (GObject *object)
{
  HallRefundList *self = HALL_REFUND_LIST (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_refund_list_parent_class)->dispose (object);
}

static void
hall_refund_list_class_init (HallRefundListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_refund_list_dispose;
}

static void
hall_refund_list_init (HallRefundList *self)
{
  GtkWidget *list =
      hall_money_list_new (_ ("Refunds"), _ ("Nothing to refund"),
                           _ ("Orders whose money goes back stand here until it is paid."));

  self->list = HALL_MONEY_LIST (list);
  gtk_box_pack_start (GTK_BOX (self), list, TRUE, TRUE, 0);
  gtk_widget_show (GTK_WIDGET (self));
  g_signal_connect_object (list, "more", G_CALLBACK (load_page), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_refund_list_new (HallSession *session)
{
  HallRefundList *self = g_object_new (HALL_TYPE_REFUND_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
hall_refund_list_load (HallRefundList *self)
{
  g_return_if_fail (HALL_IS_REFUND_LIST (self));

  stop (self);
  self->cancellable = g_cancellable_new ();
  load_page (self);
}

void
hall_refund_list_forget (HallRefundList *self)
{
  g_return_if_fail (HALL_IS_REFUND_LIST (self));

  stop (self);
  hall_money_list_clear (self->list);
}
