/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-cashier-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-empty.h"
#include "hall-queue-list.h"
#include "hall-refund-list.h"
#include "hall-statement-dialog.h"
#include "hall-statement-list.h"
#include "hall-transfer-pane.h"

struct _HallCashierView
{
  GtkBox parent_instance;

  GtkStack *pages; /* "transfers", "statement" or "refunds" */
  GtkBox *transfers_box;
  GtkStack *queue_stack; /* "empty" or "list" */
  GtkBox *queue_empty_box;
  GtkBox *queue_box;
  GtkBox *statement_box;
  GtkBox *refunds_box;

  HallQueueList *list;          /* in @queue_box */
  HallTransferPane *pane;       /* in @transfers_box */
  HallStatementList *statement; /* in @statement_box */
  HallRefundList *refunds;      /* in @refunds_box */

  HallSession *session;
  HallQueue *queue;  /* (nullable): while somebody is signed in */
  GtkWidget *dialog; /* (nullable): weak */
};

G_DEFINE_FINAL_TYPE (HallCashierView, hall_cashier_view, GTK_TYPE_BOX)

static void
on_queue_changed_cb (HallCashierView *self)
{
  hall_queue_list_refresh (self->list, NULL, hall_session_get_now_s (self->session));
  gtk_stack_set_visible_child_name (self->queue_stack,
                                    hall_queue_is_loaded (self->queue)
                                            && hall_queue_get_n (self->queue) == 0
                                        ? "empty"
                                        : "list");
}

static void
open_order (HallCashierView *self, const char *number)
{
  if (number == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, "transfers");
  hall_transfer_pane_open (self->pane, number);
  hall_queue_list_mark (self->list, number);
}

static void
on_activated_cb (HallCashierView *self, const char *number)
{
  open_order (self, number);
}

static void
on_decided_cb (HallCashierView *self)
{
  hall_statement_list_load (self->statement);
}

/* Another page is another look at what the hall has now. */
static void
on_page_changed_cb (HallCashierView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  if (self->queue == NULL)
    return;
  if (g_strcmp0 (name, "statement") == 0)
    hall_statement_list_load (self->statement);
  else if (g_strcmp0 (name, "refunds") == 0)
    hall_refund_list_load (self->refunds);
}

static void
on_imported_cb (HallCashierView *self)
{
  hall_statement_list_load (self->statement);
  hall_transfer_pane_look_again (self->pane);
  gtk_stack_set_visible_child_name (self->pages, "statement");
}

static void
on_import_clicked_cb (GtkButton *button, HallCashierView *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (self->dialog == NULL)
    {
      self->dialog = hall_statement_dialog_new (self->session);
      g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
      gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (window));
      g_signal_connect_object (self->dialog, "imported", G_CALLBACK (on_imported_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* To the transfer @step rows further down; to the first one if none is open. */
static void
walk (HallCashierView *self, int step)
{
  const char *open = hall_transfer_pane_get_number (self->pane);
  int here = open != NULL && self->queue != NULL ? hall_queue_find (self->queue, open) : -1;
  int wanted = here < 0 ? 0 : here + step;
  HallOrderItem *item =
      self->queue != NULL && wanted >= 0 && (guint) wanted < hall_queue_get_n (self->queue)
          ? hall_queue_get (self->queue, (guint) wanted)
          : NULL;

  if (item != NULL)
    open_order (self, hall_order_item_get_order (item)->number);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
press (HallCashierView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_j:
      walk (self, 1);
      break;
    case GDK_KEY_k:
      walk (self, -1);
      break;
    case GDK_KEY_a:
      hall_transfer_pane_decide (self->pane, TRUE);
      break;
    case GDK_KEY_r:
      hall_transfer_pane_decide (self->pane, FALSE);
      break;
    case GDK_KEY_u:
      hall_transfer_pane_undo (self->pane);
      break;
    default:
      hall_queue_list_focus (self->list);
      break;
    }
}

const HallViewKey hall_cashier_view_keys[] = {
  { "1", N_ ("Transfers to verify") },
  { "2", N_ ("Lines of bank statements") },
  { "3", N_ ("Refunds") },
  { "i", N_ ("Import a bank statement") },
  { "j", N_ ("Next transfer") },
  { "k", N_ ("Previous transfer") },
  { "a", N_ ("Confirm by hand") },
  { "r", N_ ("Transfer not accepted") },
  { "u", N_ ("Undo what was decided") },
  { "q", N_ ("To the list") },
  { NULL, NULL },
};

gboolean
hall_cashier_view_take_key (GtkWidget *view, const GdkEventKey *event)
{
  static const char *const pages[] = { "transfers", "statement", "refunds" };
  HallCashierView *self = HALL_CASHIER_VIEW (view);
  const char *shown = gtk_stack_get_visible_child_name (self->pages);

  if (event->keyval == GDK_KEY_i)
    on_import_clicked_cb (NULL, self);
  else if (event->keyval >= GDK_KEY_1 && event->keyval < GDK_KEY_1 + G_N_ELEMENTS (pages))
    gtk_stack_set_visible_child_name (self->pages, pages[event->keyval - GDK_KEY_1]);
  else if (event->keyval < 0x80 && strchr ("jkaruq", (int) event->keyval) != NULL
           && g_strcmp0 (shown, pages[0]) == 0)
    press (self, event->keyval);
  else
    return FALSE;
  return TRUE;
}

static void
stop (HallCashierView *self)
{
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  if (self->list != NULL)
    hall_queue_list_set_queue (self->list, NULL);
  if (self->queue != NULL)
    {
      hall_queue_stop (self->queue);
      g_signal_handlers_disconnect_by_data (self->queue, self);
    }
  g_clear_object (&self->queue);
}

static void
hall_cashier_view_dispose (GObject *object)
{
  HallCashierView *self = HALL_CASHIER_VIEW (object);

  stop (self);
  self->list = NULL;
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_cashier_view_parent_class)->dispose (object);
}

static void
hall_cashier_view_class_init (HallCashierViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_cashier_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-cashier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, pages);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, transfers_box);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, queue_stack);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, queue_empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, queue_box);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, statement_box);
  gtk_widget_class_bind_template_child (widget_class, HallCashierView, refunds_box);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
}

static void
hall_cashier_view_init (HallCashierView *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  empty = hall_empty_new ("object-select-symbolic", _ ("No transfer to verify"),
                          _ ("Orders paid by transfer appear here by themselves."), NULL);
  self->list = HALL_QUEUE_LIST (hall_queue_list_new ());
  gtk_widget_show (GTK_WIDGET (self->list));
  gtk_box_pack_start (self->queue_empty_box, empty, TRUE, TRUE, 0);
  gtk_box_pack_start (self->queue_box, GTK_WIDGET (self->list), TRUE, TRUE, 0);
  g_signal_connect_swapped (self->list, "activated", G_CALLBACK (on_activated_cb), self);
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (on_page_changed_cb),
                            self);
}

GtkWidget *
hall_cashier_view_new_for_session (HallSession *session)
{
  HallCashierView *self = g_object_new (HALL_TYPE_CASHIER_VIEW, NULL);

  self->session = g_object_ref (session);
  self->pane = HALL_TRANSFER_PANE (hall_transfer_pane_new (session));
  self->statement = HALL_STATEMENT_LIST (hall_statement_list_new (session));
  self->refunds = HALL_REFUND_LIST (hall_refund_list_new (session));
  gtk_box_pack_start (self->transfers_box, GTK_WIDGET (self->pane), TRUE, TRUE, 0);
  gtk_box_pack_start (self->statement_box, GTK_WIDGET (self->statement), TRUE, TRUE, 0);
  gtk_box_pack_start (self->refunds_box, GTK_WIDGET (self->refunds), TRUE, TRUE, 0);
  g_signal_connect_object (self->pane, "decided", G_CALLBACK (on_decided_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statement, "open", G_CALLBACK (open_order), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
hall_cashier_view_new (HallFrame *frame)
{
  return hall_cashier_view_new_for_session (hall_frame_get_session (frame));
}

void
hall_cashier_view_enter (GtkWidget *view)
{
  HallCashierView *self = HALL_CASHIER_VIEW (view);

  stop (self);
  self->queue = hall_queue_new (self->session);
  hall_queue_set_tab (self->queue, HALL_TAB_FUNDS);
  g_signal_connect_swapped (self->queue, "rows-changed", G_CALLBACK (on_queue_changed_cb), self);
  g_signal_connect_swapped (self->queue, "state-changed", G_CALLBACK (on_queue_changed_cb), self);
  hall_queue_list_set_queue (self->list, self->queue);
  hall_queue_start (self->queue);
  on_page_changed_cb (self);
}

void
hall_cashier_view_leave (GtkWidget *view)
{
  HallCashierView *self = HALL_CASHIER_VIEW (view);

  stop (self);
  hall_transfer_pane_open (self->pane, NULL);
  hall_statement_list_forget (self->statement);
  hall_refund_list_forget (self->refunds);
  gtk_stack_set_visible_child_name (self->pages, "transfers");
}
