/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-transfer-pane.h"

#include <glib/gi18n.h>

#include "hall-action-dialog.h"
#include "hall-app-lang.h"
#include "hall-client-document.h"
#include "hall-client-money.h"
#include "hall-empty.h"
#include "hall-fact-group.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-order-watch.h"
#include "hall-page-view.h"
#include "hall-statement-row.h"
#include "hall-transfer-facts.h"
#include "hall-ui.h"
#include "hall-verdict-bar.h"

struct _HallTransferPane
{
  GtkBox parent_instance;

  GtkStack *stack; /* "empty", "wait" or "order" */
  GtkBox *empty_box;
  GtkBox *notice_box;
  GtkBox *facts_box;
  GtkLabel *found_hint;
  GtkListBox *list;
  GtkWidget *foot;
  GtkPopover *reject_popover;
  GtkBox *reasons_box;
  GtkBox *voucher_box;

  HallEmpty *empty;      /* in @empty_box */
  HallNotice *notice;    /* in @notice_box */
  HallVerdictBar *held;  /* in @notice_box: a decision that waits */
  HallFactGroup *facts;  /* in @facts_box */
  HallPageView *voucher; /* in @voucher_box */

  HallSession *session;
  HallOrderWatch *watch;     /* (nullable) */
  HallCatalog *catalog;      /* (nullable): of the order */
  HallReturnBasket *basket;  /* (nullable): the reason chosen for not accepting */
  HallActionDialog *dialog;  /* (nullable): weak */
  GCancellable *cancellable; /* (nullable): of all calls for the order */
  gboolean sending;
  gboolean has_voucher; /* it has been asked for */
};

G_DEFINE_FINAL_TYPE (HallTransferPane, hall_transfer_pane, GTK_TYPE_BOX)

enum
{
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HallOrder *
get_order (HallTransferPane *self)
{
  return self->watch != NULL ? hall_order_watch_get_order (self->watch) : NULL;
}

/* (nullable) */
static const char *
get_voucher_slot (HallTransferPane *self)
{
  const HallRequirement *voucher =
      self->catalog != NULL ? hall_catalog_find_document (self->catalog, HALL_DOCUMENT_VOUCHER)
                            : NULL;

  return voucher != NULL ? voucher->slot : NULL;
}

static void
on_voucher_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTransferPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_client_get_document_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    hall_page_view_set_document (self->voucher, _ ("Transfer voucher"), bytes);
  else
    hall_page_view_show_problem (self->voucher, error->message);
}

static void
load_voucher (HallTransferPane *self)
{
  const char *slot = get_voucher_slot (self);

  if (slot == NULL || self->has_voucher)
    return;
  self->has_voucher = TRUE;
  hall_page_view_set_document (self->voucher, _ ("Transfer voucher"), NULL);
  hall_client_get_document_async (hall_session_get_client (self->session),
                                  hall_order_watch_get_number (self->watch), slot,
                                  self->cancellable, on_voucher_cb, g_object_ref (self));
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTransferPane) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_watch_send_finish (HALL_ORDER_WATCH (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list),
                            hall_order_can (get_order (self), HALL_ACTION_CONFIRM_FUNDS));
  if (self->dialog != NULL)
    hall_action_dialog_set_busy (self->dialog, FALSE);
  if (error != NULL)
    {
      if (self->dialog != NULL)
        hall_action_dialog_show_error (self->dialog, error);
      else
        hall_notice_show_error (self->notice, error);
      hall_transfer_pane_look_again (self);
      return;
    }
  if (self->dialog != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
}

static void
send (HallTransferPane *self, HallEvent event, const HallEventBody *body)
{
  if (self->sending || self->watch == NULL)
    return;
  self->sending = TRUE;
  hall_notice_clear (self->notice);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  hall_order_watch_send_async (self->watch, event, body, self->cancellable, on_sent_cb,
                               g_object_ref (self));
}

static void
on_row_use_cb (HallStatementRow *row, HallTransferPane *self)
{
  const HallEventBody body = { .amount_fen = hall_statement_row_get_amount_fen (row),
                               .payer = hall_statement_row_get_payer (row),
                               .statement_line = hall_statement_row_get_id (row) };

  send (self, HALL_EVENT_FUNDS_CONFIRMED, &body);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTransferPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementPage) page =
      hall_client_list_statement_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < page->items->len; i++)
    {
      GtkWidget *row = hall_statement_row_new (g_ptr_array_index (page->items, i),
                                               hall_order_watch_get_number (self->watch));

      g_signal_connect_object (row, "use", G_CALLBACK (on_row_use_cb), self, 0);
      gtk_container_add (GTK_CONTAINER (self->list), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), page->items->len > 0);
  gtk_label_set_text (self->found_hint,
                      page->items->len > 0
                          ? _ ("These transfers could be it. Compare with the voucher and decide.")
                          : _ ("No imported transfer has this payer or this order number."));
}

void
hall_transfer_pane_look_again (HallTransferPane *self)
{
  g_return_if_fail (HALL_IS_TRANSFER_PANE (self));

  if (self->watch == NULL)
    return;
  hall_client_list_statement_async (hall_session_get_client (self->session),
                                    hall_order_watch_get_number (self->watch), 0, self->cancellable,
                                    on_found_cb, g_object_ref (self));
}

static void
on_confirmed_cb (HallTransferPane *self)
{
  HallEventBody body;

  hall_action_dialog_fill_body (self->dialog, &body);
  hall_action_dialog_set_busy (self->dialog, TRUE);
  send (self,
        hall_action_dialog_get_action (self->dialog) == HALL_ACTION_CONFIRM_FUNDS
            ? HALL_EVENT_FUNDS_CONFIRMED
            : HALL_EVENT_FUNDS_REJECTED,
        &body);
}

static void
ask (HallTransferPane *self, HallAction action)
{
  GtkWidget *dialog;

  if (get_order (self) == NULL || self->catalog == NULL || self->sending || self->dialog != NULL)
    return;
  dialog = hall_action_dialog_new (action, get_order (self), self->catalog, self->basket);
  self->dialog = HALL_ACTION_DIALOG (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &self->dialog);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_confirm_clicked_cb (GtkButton *button, HallTransferPane *self)
{
  ask (self, HALL_ACTION_CONFIRM_FUNDS);
}

static void
on_reason_clicked_cb (GtkButton *button, HallTransferPane *self)
{
  HallReason reason = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "reason"));

  gtk_popover_popdown (self->reject_popover);
  hall_return_basket_clear (self->basket);
  hall_return_basket_put (self->basket, reason, get_voucher_slot (self), NULL);
  ask (self, HALL_ACTION_REJECT_FUNDS);
}

static void
add_reason (HallTransferPane *self, HallReason reason)
{
  GtkWidget *button = gtk_button_new_with_label (hall_reason_get_label (reason, hall_app_lang ()));
  GtkWidget *label = gtk_bin_get_child (GTK_BIN (button));

  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  g_object_set_data (G_OBJECT (button), "reason", GUINT_TO_POINTER (reason));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_reason_clicked_cb), self, 0);
  gtk_widget_show (button);
  gtk_container_add (GTK_CONTAINER (self->reasons_box), button);
}

/* Those that say all by themselves; one in words of one's own is given at the desk. */
static void
fill_reasons (HallTransferPane *self, const HallOrder *order)
{
  const HallCertificateType *type = hall_catalog_find_type (self->catalog, order->certificate_type);
  const char *slot = get_voucher_slot (self);

  hall_ui_clear (GTK_CONTAINER (self->reasons_box));
  for (guint reason = 0; slot != NULL && reason < HALL_N_REASONS; reason++)
    if (!hall_reason_needs_text (reason) && hall_reason_fits (reason, self->catalog, type, slot))
      add_reason (self, reason);
}

static void
show_order (HallTransferPane *self)
{
  const HallOrder *order = get_order (self);

  if (order == NULL || self->catalog == NULL)
    return;
  hall_transfer_facts_show (self->facts, order, self->catalog);
  fill_reasons (self, order);
  load_voucher (self);
  gtk_widget_set_sensitive (self->foot, hall_order_can (order, HALL_ACTION_CONFIRM_FUNDS));
  gtk_widget_set_sensitive (GTK_WIDGET (self->list),
                            hall_order_can (order, HALL_ACTION_CONFIRM_FUNDS));
  gtk_stack_set_visible_child_name (self->stack, "order");
}

static void
show_failure (HallTransferPane *self, const GError *error)
{
  hall_empty_set (self->empty, "dialog-warning-symbolic", _ ("The order cannot be shown"),
                  error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
on_catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTransferPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (catalog == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->catalog = g_steal_pointer (&catalog);
  show_order (self);
}

static void
on_order_changed_cb (HallTransferPane *self)
{
  const HallOrder *before = hall_order_watch_get_previous (self->watch);

  if (before != NULL && before->held_by != NULL && get_order (self)->held_by == NULL)
    g_signal_emit (self, signals[DECIDED], 0);
  if (self->catalog != NULL)
    show_order (self);
  else
    hall_session_load_catalog_async (self->session, get_order (self)->project, self->cancellable,
                                     on_catalog_cb, g_object_ref (self));
}

static void
on_order_failed_cb (HallTransferPane *self, const GError *error)
{
  if (get_order (self) == NULL)
    show_failure (self, error);
  else
    hall_notice_show_error (self->notice, error);
}

static void
close_order (HallTransferPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->dialog != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->dialog));
  g_clear_weak_pointer (&self->dialog);
  if (self->held != NULL)
    hall_verdict_bar_set_order (self->held, NULL, NULL);
  if (self->watch != NULL)
    {
      hall_order_watch_stop (self->watch);
      g_signal_handlers_disconnect_by_data (self->watch, self);
    }
  g_clear_object (&self->watch);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->sending = FALSE;
  self->has_voucher = FALSE;
}

static void
hall_transfer_pane_dispose (GObject *object)
{
  HallTransferPane *self = HALL_TRANSFER_PANE (object);

  close_order (self);
  self->held = NULL; /* goes with the box */
  g_clear_object (&self->basket);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_transfer_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, stack);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, found_hint);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, list);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, foot);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, reject_popover);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, reasons_box);
  gtk_widget_class_bind_template_child (widget_class, HallTransferPane, voucher_box);
}

static void
hall_transfer_pane_class_init (HallTransferPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_transfer_pane_dispose;
  signals[DECIDED] = g_signal_new ("decided", HALL_TYPE_TRANSFER_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-transfer-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
}

static void
hall_transfer_pane_init (HallTransferPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->basket = hall_return_basket_new ();
  self->empty = HALL_EMPTY (hall_empty_new ("document-open-symbolic", "", "", NULL));
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->facts = HALL_FACT_GROUP (hall_fact_group_new (_ ("What is expected")));
  self->voucher = HALL_PAGE_VIEW (hall_page_view_new ());
  gtk_box_pack_start (self->empty_box, GTK_WIDGET (self->empty), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->notice_box), GTK_ORIENTATION_VERTICAL);
  gtk_box_pack_start (self->facts_box, GTK_WIDGET (self->facts), TRUE, TRUE, 0);
  gtk_box_pack_start (self->voucher_box, GTK_WIDGET (self->voucher), TRUE, TRUE, 0);
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), _ ("On the bank statements"));
  hall_ui_tab_through_rows (self->list);
}

GtkWidget *
hall_transfer_pane_new (HallSession *session)
{
  HallTransferPane *self = g_object_new (HALL_TYPE_TRANSFER_PANE, NULL);

  self->session = g_object_ref (session);
  self->held = HALL_VERDICT_BAR (hall_verdict_bar_new (session, self->notice, NULL));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->held));
  hall_transfer_pane_open (self, NULL);
  return GTK_WIDGET (self);
}

static void
follow (HallTransferPane *self, const char *number)
{
  self->cancellable = g_cancellable_new ();
  self->watch = hall_order_watch_new (self->session, number);
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (on_order_changed_cb), self);
  g_signal_connect_swapped (self->watch, "failed", G_CALLBACK (on_order_failed_cb), self);
  hall_verdict_bar_set_order (self->held, self->watch, self->basket);
  hall_order_watch_start (self->watch);
  hall_transfer_pane_look_again (self);
}

void
hall_transfer_pane_open (HallTransferPane *self, const char *number)
{
  g_return_if_fail (HALL_IS_TRANSFER_PANE (self));

  if (number != NULL && g_strcmp0 (number, hall_transfer_pane_get_number (self)) == 0)
    return;
  close_order (self);
  hall_notice_clear (self->notice);
  hall_ui_clear (GTK_CONTAINER (self->list));
  gtk_label_set_text (self->found_hint, "");
  if (number != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "wait");
      follow (self, number);
      return;
    }
  hall_empty_set (self->empty, "document-open-symbolic", _ ("No order is open"),
                  _ ("Choose a transfer from the list on the left."), NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

const char *
hall_transfer_pane_get_number (HallTransferPane *self)
{
  g_return_val_if_fail (HALL_IS_TRANSFER_PANE (self), NULL);

  return self->watch != NULL ? hall_order_watch_get_number (self->watch) : NULL;
}

void
hall_transfer_pane_decide (HallTransferPane *self, gboolean accept)
{
  g_return_if_fail (HALL_IS_TRANSFER_PANE (self));

  if (!gtk_widget_get_mapped (self->foot) || !gtk_widget_is_sensitive (self->foot))
    return;
  if (accept)
    ask (self, HALL_ACTION_CONFIRM_FUNDS);
  else
    gtk_popover_popup (self->reject_popover);
}

void
hall_transfer_pane_undo (HallTransferPane *self)
{
  g_return_if_fail (HALL_IS_TRANSFER_PANE (self));

  hall_verdict_bar_undo (self->held);
}
