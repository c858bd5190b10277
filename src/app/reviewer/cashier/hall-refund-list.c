/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-refund-list.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-busy-button.h"
#include "hall-client-money.h"
#include "hall-client-order.h"
#include "hall-empty.h"
#include "hall-notice.h"
#include "hall-refund-row.h"
#include "hall-ui.h"

struct _HallRefundList
{
  GtkBox parent_instance;

  GtkBox *notice_box;
  GtkStack *stack; /* "wait", "empty" or "list" */
  GtkBox *empty_box;
  GtkListBox *list;
  GtkBox *more_box;

  HallNotice *notice;   /* in @notice_box */
  HallBusyButton *more; /* in @more_box */

  HallSession *session;
  GCancellable *cancellable; /* (nullable): of what is loaded and sent */
  char *next;                /* (nullable): cursor to go on with */
};

G_DEFINE_FINAL_TYPE (HallRefundList, hall_refund_list, GTK_TYPE_BOX)

static void
show_state (HallRefundList *self)
{
  gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more_box), self->next != NULL);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

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
      hall_notice_show_error (self->notice, error);
      return;
    }
  /* what is typed into other rows stays */
  gtk_widget_destroy (GTK_WIDGET (paying->row));
  hall_notice_show (self->notice, HALL_GOOD, _ ("The refund is written down."), NULL);
  show_state (self);
}

static void
on_row_paid_cb (HallRefundRow *row, HallRefundList *self)
{
  const HallEventBody body = { .note = hall_refund_row_get_reference (row) };
  Paying *paying = g_new0 (Paying, 1);

  paying->list = g_object_ref (self);
  paying->row = g_object_ref (row);
  hall_notice_clear (self->notice);
  hall_refund_row_set_busy (row, TRUE);
  hall_client_send_event_async (hall_session_get_client (self->session),
                                hall_refund_row_get_order (row), hall_refund_row_get_version (row),
                                HALL_EVENT_REFUND_DONE, &body, self->cancellable, on_sent_cb,
                                paying);
}

static void
add_rows (HallRefundList *self, const HallRefundPage *page)
{
  for (guint i = 0; i < page->refunds->len; i++)
    {
      GtkWidget *row = hall_refund_row_new (g_ptr_array_index (page->refunds, i));

      g_signal_connect_object (row, "paid", G_CALLBACK (on_row_paid_cb), self, 0);
      gtk_container_add (GTK_CONTAINER (self->list), row);
    }
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallRefundList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallRefundPage) page =
      hall_client_list_refunds_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->more, FALSE);
  if (page == NULL)
    {
      hall_notice_show_error (self->notice, error);
      show_state (self);
      return;
    }
  if (self->next == NULL)
    hall_ui_clear (GTK_CONTAINER (self->list));
  add_rows (self, page);
  g_free (self->next);
  self->next = g_steal_pointer (&page->next);
  show_state (self);
}

static void
load_page (HallRefundList *self)
{
  hall_client_list_refunds_async (hall_session_get_client (self->session), self->next,
                                  self->cancellable, on_page_cb, g_object_ref (self));
}

static void
on_more_clicked_cb (HallRefundList *self)
{
  hall_busy_button_set_busy (self->more, TRUE);
  load_page (self);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_refund_list_dispose;
  g_type_ensure (HDY_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-refund-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallRefundList, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallRefundList, stack);
  gtk_widget_class_bind_template_child (widget_class, HallRefundList, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallRefundList, list);
  gtk_widget_class_bind_template_child (widget_class, HallRefundList, more_box);
}

static void
hall_refund_list_init (HallRefundList *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  empty = hall_empty_new ("object-select-symbolic", _ ("Nothing to refund"),
                          _ ("Orders whose money goes back stand here until it is paid."), NULL);
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->more = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Show more")));
  gtk_widget_show (GTK_WIDGET (self->more));
  gtk_box_pack_start (self->empty_box, empty, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_container_add (GTK_CONTAINER (self->more_box), GTK_WIDGET (self->more));
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), _ ("Refunds"));
  hall_ui_tab_through_rows (self->list);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
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
  hall_notice_clear (self->notice);
  hall_ui_clear (GTK_CONTAINER (self->list));
  gtk_stack_set_visible_child_name (self->stack, "wait");
}
