/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 我的业务单: the list, one order in detail, and what is new with them.
 */
#include "hall-orders-view.h"

#include "hall-account-page.h"
#include "hall-app-lang.h"
#include "hall-order-detail.h"
#include "hall-order-list-page.h"
#include "hall-order-news.h"
#include "hall-ui.h"

struct _HallOrdersView
{
  GtkBox parent_instance;

  GtkStack *stack; /* "list", "detail" or "account" */
  GtkBox *list_box;
  GtkBox *detail_box;
  GtkBox *account_box;

  HallOrderListPage *page; /* in @list_box */
  HallOrderDetail *detail; /* (nullable): in @detail_box */

  HallFrame *frame; /* not owned: it owns this */
  HallSession *session;
  HallOrderList *list;
  HallOrderNews *news;
  GCancellable *cancellable; /* of loading catalogues */
};

G_DEFINE_FINAL_TYPE (HallOrdersView, hall_orders_view, GTK_TYPE_BOX)

enum
{
  OPEN_ORDER,
  NEW_ORDER,
  WAITING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_window_in_view (gpointer owner)
{
  GtkWidget *window = gtk_widget_get_toplevel (owner);

  return GTK_IS_WINDOW (window) && gtk_window_is_active (GTK_WINDOW (window));
}

static gboolean
is_order_in_view (gpointer owner, const char *number)
{
  HallOrdersView *self = owner;

  return self->detail != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
         && g_str_equal (hall_order_detail_get_number (self->detail), number)
         && is_window_in_view (owner);
}

/* "Not passed" – the organisation, and what to do */
static void
tell (gpointer owner, const HallOrder *order)
{
  HallOrdersView *self = owner;
  HallLang lang = hall_app_lang ();
  g_autofree char *number = hall_order_format_number (order->number);
  gboolean named = order->organisation != NULL && *order->organisation != '\0';
  g_autofree char *body = g_strdup_printf ("%s\n%s", named ? order->organisation : number,
                                           hall_state_get_next_step (order->state, lang));

  hall_app_notify_order (hall_frame_get_app (self->frame), order->number,
                         hall_order_get_label (order, lang), body);
}

static void
on_counted (gpointer owner)
{
  g_signal_emit (owner, signals[WAITING_CHANGED], 0);
}

static const HallOrderNewsFuncs news_funcs = {
  .is_order_in_view = is_order_in_view,
  .is_window_in_view = is_window_in_view,
  .tell = tell,
  .counted = on_counted,
};

static void
on_catalog_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrdersView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (catalog != NULL)
    hall_order_list_page_refresh (self->page);
  else
    g_debug ("the orders are shown without the names of their types: %s", error->message);
}

static void
load_catalogs (HallOrdersView *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  for (guint i = 0; info != NULL && i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);

      hall_session_load_catalog_async (self->session, project->id, self->cancellable,
                                       on_catalog_loaded_cb, g_object_ref (self));
    }
}

/* What is looked at is no news any more. */
static void
withdraw (HallOrdersView *self)
{
  const char *number;

  if (self->detail == NULL)
    return;
  number = hall_order_detail_get_number (self->detail);
  if (is_order_in_view (self, number))
    hall_app_withdraw_order (hall_frame_get_app (self->frame), number);
}

/* The window comes to the front, as when the notification was pressed. */
static void
on_hierarchy_changed_cb (HallOrdersView *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (window))
    g_signal_connect_object (window, "notify::is-active", G_CALLBACK (withdraw), self,
                             G_CONNECT_SWAPPED);
}

static void
close_detail (HallOrdersView *self)
{
  self->detail = NULL;
  hall_ui_clear (GTK_CONTAINER (self->detail_box));
  hall_ui_clear (GTK_CONTAINER (self->account_box));
}

static void
on_identity_changed_cb (HallOrdersView *self)
{
  if (hall_session_get_identity (self->session) != NULL)
    {
      hall_order_list_start (self->list);
      load_catalogs (self);
      return;
    }
  hall_order_list_stop (self->list);
  hall_order_list_clear (self->list);
  hall_order_news_clear (self->news);
  close_detail (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
on_chosen_cb (HallOrdersView *self, const char *number)
{
  hall_orders_view_show_order (self, number);
}

static void
on_new_order_cb (HallOrdersView *self)
{
  g_signal_emit (self, signals[NEW_ORDER], 0);
}

static void
on_open_order_cb (HallOrdersView *self)
{
  g_autofree char *number = g_strdup (hall_order_detail_get_number (self->detail));

  g_signal_emit (self, signals[OPEN_ORDER], 0, number);
}

static void
close_account (HallOrdersView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "detail");
  hall_ui_clear (GTK_CONTAINER (self->account_box));
}

static void
on_account_cb (HallOrdersView *self)
{
  GtkWidget *page =
      hall_account_page_new (self->session, hall_order_detail_get_number (self->detail));

  hall_ui_clear (GTK_CONTAINER (self->account_box));
  gtk_box_pack_start (self->account_box, page, TRUE, TRUE, 0);
  g_signal_connect_object (page, "done", G_CALLBACK (close_account), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "account");
}

static void
hall_orders_view_dispose (GObject *object)
{
  HallOrdersView *self = HALL_ORDERS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->news, hall_order_news_free);
  if (self->list != NULL)
    hall_order_list_stop (self->list);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  self->detail = NULL;
  G_OBJECT_CLASS (hall_orders_view_parent_class)->dispose (object);
}

static void
hall_orders_view_finalize (GObject *object)
{
  g_object_unref (HALL_ORDERS_VIEW (object)->cancellable);
  G_OBJECT_CLASS (hall_orders_view_parent_class)->finalize (object);
}

static void
hall_orders_view_class_init (HallOrdersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_orders_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_orders_view_finalize;
  signals[OPEN_ORDER] = g_signal_new ("open-order", HALL_TYPE_ORDERS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_ORDER] = g_signal_new ("new-order", HALL_TYPE_ORDERS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[WAITING_CHANGED] = g_signal_new ("waiting-changed", HALL_TYPE_ORDERS_VIEW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-orders-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrdersView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallOrdersView, list_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrdersView, detail_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrdersView, account_box);
}

static void
hall_orders_view_init (HallOrdersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
hall_orders_view_new (HallFrame *frame)
{
  HallOrdersView *self = g_object_new (HALL_TYPE_ORDERS_VIEW, NULL);
  GtkWidget *page;

  self->frame = frame;
  self->session = g_object_ref (hall_frame_get_session (frame));
  self->list = hall_order_list_new (self->session);
  self->news = hall_order_news_new (self->list, &news_funcs, self);
  page = hall_order_list_page_new (self->list);
  self->page = HALL_ORDER_LIST_PAGE (page);
  gtk_box_pack_start (self->list_box, page, TRUE, TRUE, 0);
  g_signal_connect_object (page, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "new-order", G_CALLBACK (on_new_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "hierarchy-changed", G_CALLBACK (on_hierarchy_changed_cb), NULL);
  g_signal_connect_object (self->session, "identity-changed", G_CALLBACK (on_identity_changed_cb),
                           self, G_CONNECT_SWAPPED);
  on_identity_changed_cb (self);
  return GTK_WIDGET (self);
}

void
hall_orders_view_show_list (HallOrdersView *self)
{
  g_autofree char *number = NULL;

  g_return_if_fail (HALL_IS_ORDERS_VIEW (self));

  if (self->detail != NULL)
    number = g_strdup (hall_order_detail_get_number (self->detail));
  gtk_stack_set_visible_child_name (self->stack, "list");
  close_detail (self);
  if (number != NULL)
    hall_order_list_page_focus_order (self->page, number);
}

void
hall_orders_view_show_order (HallOrdersView *self, const char *number)
{
  GtkWidget *detail;

  g_return_if_fail (HALL_IS_ORDERS_VIEW (self));

  if (hall_session_get_identity (self->session) == NULL)
    return;
  if (self->detail == NULL || !g_str_equal (hall_order_detail_get_number (self->detail), number))
    {
      close_detail (self);
      detail = hall_order_detail_new (self->session, number);
      self->detail = HALL_ORDER_DETAIL (detail);
      gtk_box_pack_start (self->detail_box, detail, TRUE, TRUE, 0);
      g_signal_connect_object (detail, "back", G_CALLBACK (hall_orders_view_show_list), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (detail, "open-order", G_CALLBACK (on_open_order_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (detail, "account", G_CALLBACK (on_account_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_stack_set_visible_child_name (self->stack, "detail");
  withdraw (self);
}

void
hall_orders_view_enter (HallOrdersView *self)
{
  g_return_if_fail (HALL_IS_ORDERS_VIEW (self));

  withdraw (self);
}

gboolean
hall_orders_view_go_back (HallOrdersView *self)
{
  const char *place;

  g_return_val_if_fail (HALL_IS_ORDERS_VIEW (self), FALSE);

  place = gtk_stack_get_visible_child_name (self->stack);
  if (g_str_equal (place, "list"))
    return FALSE;
  if (g_str_equal (place, "account"))
    close_account (self);
  else
    hall_orders_view_show_list (self);
  return TRUE;
}

void
hall_orders_view_find (HallOrdersView *self)
{
  g_return_if_fail (HALL_IS_ORDERS_VIEW (self));

  hall_orders_view_show_list (self);
  hall_order_list_page_find (self->page);
}

guint
hall_orders_view_get_n_waiting (HallOrdersView *self)
{
  g_return_val_if_fail (HALL_IS_ORDERS_VIEW (self), 0);

  return hall_order_news_get_n_waiting (self->news);
}

gboolean
hall_orders_view_fill_code (HallOrdersView *self, const char *code)
{
  g_return_val_if_fail (HALL_IS_ORDERS_VIEW (self), FALSE);

  return self->detail != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "detail")
         && hall_order_detail_fill_code (self->detail, code);
}
