/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler's orders as a list.
 */
#include "hall-order-list-page.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-empty.h"
#include "hall-notice.h"
#include "hall-order-row.h"
#include "hall-ui.h"

struct _HallOrderListPage
{
  GtkBox parent_instance;

  GtkStack *stack; /* "loading", "empty" or "orders" */
  GtkBox *empty_box;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkBox *foot;
  GtkBox *more_box;
  GtkBox *notice_box;

  HallEmpty *empty;     /* in @empty_box */
  HallBusyButton *more; /* in @more_box */
  HallNotice *notice;   /* in @notice_box */

  HallOrderList *orders;
  gboolean failed;           /* the list cannot be had; what is offered is to try again */
  GCancellable *cancellable; /* of loading more */
};

G_DEFINE_FINAL_TYPE (HallOrderListPage, hall_order_list_page, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  NEW_ORDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is not looked for is hidden; a line says so when nothing is left. */
static void
show_matches (HallOrderListPage *self)
{
  const char *text = gtk_entry_get_text (GTK_ENTRY (self->search));
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->list));
  guint n_matches = 0;

  for (GList *row = rows; row != NULL; row = row->next)
    {
      gboolean matches = hall_order_row_matches (row->data, text);

      gtk_widget_set_visible (row->data, matches);
      n_matches += matches;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_matches > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_matches == 0);
}

static void
show_none (HallOrderListPage *self)
{
  hall_empty_set (self->empty, "view-list-symbolic", _ ("No orders yet"),
                  _ ("What you apply for, and how far it is, will be shown here."),
                  _ ("Apply for a certificate"));
}

static void
show_list (HallOrderListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->orders));
  gboolean loaded = hall_order_list_is_loaded (self->orders);

  if (loaded)
    self->failed = FALSE;
  if (self->failed)
    return;
  if (n == 0 && loaded)
    show_none (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "orders" : loaded ? "empty" : "loading");
  gtk_widget_set_visible (GTK_WIDGET (self->foot), hall_order_list_has_more (self->orders));
  show_matches (self);
}

static void
on_failed_cb (HallOrderListPage *self, const GError *error)
{
  self->failed = TRUE;
  hall_empty_set (self->empty, "dialog-error-symbolic", _ ("The orders cannot be shown"),
                  error->message, _ ("Try again"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
on_empty_activated_cb (HallOrderListPage *self)
{
  if (!self->failed)
    {
      g_signal_emit (self, signals[NEW_ORDER], 0);
      return;
    }
  self->failed = FALSE;
  hall_order_list_start (self->orders);
  show_list (self);
}

static void
on_more_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrderListPage) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_list_load_more_finish (HALL_ORDER_LIST (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->more, FALSE);
  if (error != NULL)
    hall_notice_show_error (self->notice, error);
  show_list (self);
}

static void
on_more_clicked_cb (HallOrderListPage *self)
{
  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->more, TRUE);
  hall_order_list_load_more_async (self->orders, self->cancellable, on_more_loaded_cb,
                                   g_object_ref (self));
}

static void
on_search_changed_cb (GtkSearchEntry *entry, HallOrderListPage *self)
{
  show_matches (self);
}

static void
on_search_stopped_cb (GtkSearchEntry *entry, HallOrderListPage *self)
{
  gtk_entry_set_text (GTK_ENTRY (entry), "");
}

static void
choose (HallOrderListPage *self, HallOrderRow *row)
{
  const HallOrder *order = hall_order_item_get_order (hall_order_row_get_item (row));

  g_signal_emit (self, signals[CHOSEN], 0, order->number);
}

/* (nullable): The first order in view. */
static GtkWidget *
find_first (HallOrderListPage *self)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->list));

  for (GList *row = rows; row != NULL; row = row->next)
    if (gtk_widget_get_visible (row->data))
      return row->data;
  return NULL;
}

static void
on_search_activated_cb (GtkEntry *entry, HallOrderListPage *self)
{
  GtkWidget *row = find_first (self);

  if (row != NULL)
    choose (self, HALL_ORDER_ROW (row));
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallOrderListPage *self)
{
  choose (self, HALL_ORDER_ROW (row));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HallOrderListPage *self = user_data;

  return hall_order_row_new (HALL_ORDER_ITEM (item), hall_order_list_get_session (self->orders));
}

static void
hall_order_list_page_dispose (GObject *object)
{
  HallOrderListPage *self = HALL_ORDER_LIST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->orders != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->orders);
  G_OBJECT_CLASS (hall_order_list_page_parent_class)->dispose (object);
}

static void
hall_order_list_page_finalize (GObject *object)
{
  g_object_unref (HALL_ORDER_LIST_PAGE (object)->cancellable);
  G_OBJECT_CLASS (hall_order_list_page_parent_class)->finalize (object);
}

static void
hall_order_list_page_class_init (HallOrderListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_list_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_order_list_page_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_ORDER_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_ORDER] = g_signal_new ("new-order", HALL_TYPE_ORDER_LIST_PAGE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, search);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, list);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, foot);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, more_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderListPage, notice_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
hall_order_list_page_init (HallOrderListPage *self)
{
  GtkWidget *empty = hall_empty_new ("view-list-symbolic", "", "", NULL);
  GtkWidget *more = hall_busy_button_new (_ ("Show _older orders"));
  GtkWidget *notice = hall_notice_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->empty = HALL_EMPTY (empty);
  self->more = HALL_BUSY_BUTTON (more);
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->empty_box), empty);
  gtk_container_add (GTK_CONTAINER (self->more_box), more);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  g_signal_connect_swapped (empty, "activated", G_CALLBACK (on_empty_activated_cb), self);
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
}

GtkWidget *
hall_order_list_page_new (HallOrderList *list)
{
  HallOrderListPage *self = g_object_new (HALL_TYPE_ORDER_LIST_PAGE, NULL);

  self->orders = g_object_ref (list);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (list), create_row, self, NULL);
  g_signal_connect_object (list, "state-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  show_list (self);
  return GTK_WIDGET (self);
}

void
hall_order_list_page_find (HallOrderListPage *self)
{
  g_return_if_fail (HALL_IS_ORDER_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
hall_order_list_page_refresh (HallOrderListPage *self)
{
  g_return_if_fail (HALL_IS_ORDER_LIST_PAGE (self));

  gtk_container_foreach (GTK_CONTAINER (self->list), (GtkCallback) hall_order_row_refresh, NULL);
}

void
hall_order_list_page_focus_order (HallOrderListPage *self, const char *number)
{
  g_autoptr (GList) rows = NULL;

  g_return_if_fail (HALL_IS_ORDER_LIST_PAGE (self));

  rows = gtk_container_get_children (GTK_CONTAINER (self->list));
  for (GList *row = rows; row != NULL; row = row->next)
    {
      const HallOrder *order = hall_order_item_get_order (hall_order_row_get_item (row->data));

      if (g_str_equal (order->number, number))
        gtk_widget_grab_focus (row->data);
    }
}
