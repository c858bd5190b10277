/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the code from the remark of the 0.01 yuan transfer is typed. Whether it is right, the
 * hall says.
 */
#include "hall-order-code.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-error.h"
#include "hall-finance-note-button.h"
#include "hall-input-row.h"
#include "hall-ui.h"

struct _HallOrderCode
{
  GtkBox parent_instance;

  GtkListBox *list;

  HallInputRow *row;    /* in @list */
  HallBusyButton *send; /* in @row */
  HallOrderWatch *watch;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallOrderCode, hall_order_code, GTK_TYPE_BOX)

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrderCode) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_watch_send_finish (HALL_ORDER_WATCH (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->send, FALSE);
  if (error == NULL)
    return;
  hall_input_row_show_problem (self->row, error->message);
  hall_input_row_focus (self->row);
}

static void
on_send_clicked_cb (HallOrderCode *self)
{
  HallEventBody body = { .code = hall_input_row_get_text (self->row) };

  if (hall_busy_button_is_busy (self->send))
    return;
  if (*body.code == '\0')
    {
      hall_input_row_show_problem (self->row, _ ("Type the code from the remark first."));
      hall_input_row_focus (self->row);
      return;
    }
  hall_busy_button_set_busy (self->send, TRUE);
  hall_order_watch_send_async (self->watch, HALL_EVENT_CODE_OK, &body, self->cancellable,
                               on_sent_cb, g_object_ref (self));
}

static void
hall_order_code_dispose (GObject *object)
{
  HallOrderCode *self = HALL_ORDER_CODE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (hall_order_code_parent_class)->dispose (object);
}

static void
hall_order_code_finalize (GObject *object)
{
  g_object_unref (HALL_ORDER_CODE (object)->cancellable);
  G_OBJECT_CLASS (hall_order_code_parent_class)->finalize (object);
}

static void
hall_order_code_class_init (HallOrderCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_code_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_order_code_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-code.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderCode, list);
}

static void
hall_order_code_init (HallOrderCode *self)
{
  GtkWidget *row = hall_input_row_new (_ ("Code of the bank proof"), GTK_INPUT_PURPOSE_DIGITS);
  GtkWidget *send = hall_busy_button_new (_ ("Confirm"));

  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
  self->cancellable = g_cancellable_new ();
  self->row = HALL_INPUT_ROW (row);
  self->send = HALL_BUSY_BUTTON (send);
  hall_input_row_set_hint (self->row, _ ("It stands in the remark of the transfer of 0.01 yuan to "
                                         "the organisation's account."));
  hall_input_row_set_button (self->row, send);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_signal_connect_swapped (row, "entered", G_CALLBACK (on_send_clicked_cb), self);
  g_signal_connect_swapped (send, "clicked", G_CALLBACK (on_send_clicked_cb), self);
}

GtkWidget *
hall_order_code_new (HallOrderWatch *watch)
{
  HallOrderCode *self = g_object_new (HALL_TYPE_ORDER_CODE, NULL);

  self->watch = g_object_ref (watch);
  gtk_container_add (GTK_CONTAINER (self),
                     hall_finance_note_button_new (hall_order_watch_get_session (watch),
                                                   hall_order_watch_get_number (watch)));
  return GTK_WIDGET (self);
}

void
hall_order_code_show (HallOrderCode *self, const HallOrder *order)
{
  g_return_if_fail (HALL_IS_ORDER_CODE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), hall_order_can (order, HALL_ACTION_ENTER_CODE));
}

void
hall_order_code_focus (HallOrderCode *self)
{
  g_return_if_fail (HALL_IS_ORDER_CODE (self));

  hall_input_row_focus (self->row);
}

gboolean
hall_order_code_fill (HallOrderCode *self, const char *code)
{
  g_return_val_if_fail (HALL_IS_ORDER_CODE (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  hall_input_row_set_text (self->row, code);
  hall_input_row_focus (self->row);
  return TRUE;
}
