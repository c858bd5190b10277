/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-refund-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-money.h"
#include "hall-order.h"
#include "hall-tidy.h"
#include "hall-ui.h"

struct _HallRefundRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *amount;
  GtkLabel *organisation;
  GtkLabel *payee;
  GtkLabel *detail;
  GtkEntry *reference;
  GtkBox *button_box;

  HallBusyButton *button; /* in @button_box */
  char *order;
  gint64 version;
};

G_DEFINE_FINAL_TYPE (HallRefundRow, hall_refund_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_reference (HallRefundRow *self)
{
  g_autofree char *text = hall_tidy_text (gtk_entry_get_text (self->reference));

  return *text != '\0';
}

static void
on_reference_changed_cb (GtkEditable *editable, HallRefundRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), has_reference (self));
}

static void
on_button_clicked_cb (HallRefundRow *self)
{
  if (has_reference (self) && !hall_busy_button_is_busy (self->button))
    g_signal_emit (self, signals[PAID], 0);
}

static void
on_reference_activate_cb (GtkEntry *entry, HallRefundRow *self)
{
  on_button_clicked_cb (self);
}

static void
hall_refund_row_finalize (GObject *object)
{
  g_free (HALL_REFUND_ROW (object)->order);
  G_OBJECT_CLASS (hall_refund_row_parent_class)->finalize (object);
}

static void
hall_refund_row_class_init (HallRefundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_refund_row_finalize;
  signals[PAID] = g_signal_new ("paid", HALL_TYPE_REFUND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-refund-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, amount);
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, payee);
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, detail);
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, reference);
  gtk_widget_class_bind_template_child (widget_class, HallRefundRow, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_reference_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reference_activate_cb);
}

static void
hall_refund_row_init (HallRefundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->button = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Refund paid")));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  gtk_widget_show (GTK_WIDGET (self->button));
  gtk_container_add (GTK_CONTAINER (self->button_box), GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_button_clicked_cb), self);
}

static char *
describe_payee (const HallRefund *refund)
{
  if (refund->payee == NULL)
    return g_strdup_printf (_ ("Back the way it came: %s"),
                            refund->channel >= 0
                                ? hall_pay_channel_get_label (refund->channel, hall_app_lang ())
                                : "—");
  /* Translators: account holder, bank (may be empty), account number */
  return g_strdup_printf (_ ("To: %1$s  %2$s  %3$s"), refund->payee,
                          refund->bank != NULL ? refund->bank : "",
                          refund->account != NULL ? refund->account : "");
}

static char *
describe_order (const HallRefund *refund)
{
  g_autofree char *number = hall_order_format_number (refund->order);

  if (refund->transaction == NULL || *refund->transaction == '\0')
    return g_steal_pointer (&number);
  /* Translators: order number, the provider's or bank's number of the payment */
  return g_strdup_printf (_ ("%1$s · payment %2$s"), number, refund->transaction);
}

GtkWidget *
hall_refund_row_new (const HallRefund *refund)
{
  HallRefundRow *self = g_object_new (HALL_TYPE_REFUND_ROW, NULL);
  g_autofree char *yuan = hall_money_format (refund->amount_fen);
  g_autofree char *amount = g_strdup_printf ("¥ %s", yuan);
  g_autofree char *payee = describe_payee (refund);
  g_autofree char *detail = describe_order (refund);
  g_autofree char *name = g_strdup_printf (_ ("Bank record of %s"), refund->order);

  self->order = g_strdup (refund->order);
  self->version = refund->version;
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->organisation, refund->organisation);
  gtk_label_set_text (self->payee, payee);
  gtk_label_set_text (self->detail, detail);
  hall_ui_set_accessible_name (GTK_WIDGET (self->reference), name);
  return GTK_WIDGET (self);
}

const char *
hall_refund_row_get_order (HallRefundRow *self)
{
  g_return_val_if_fail (HALL_IS_REFUND_ROW (self), NULL);

  return self->order;
}

gint64
hall_refund_row_get_version (HallRefundRow *self)
{
  g_return_val_if_fail (HALL_IS_REFUND_ROW (self), 0);

  return self->version;
}

const char *
hall_refund_row_get_reference (HallRefundRow *self)
{
  g_return_val_if_fail (HALL_IS_REFUND_ROW (self), NULL);

  return gtk_entry_get_text (self->reference);
}

void
hall_refund_row_set_busy (HallRefundRow *self, gboolean busy)
{
  g_return_if_fail (HALL_IS_REFUND_ROW (self));

  hall_busy_button_set_busy (self->button, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reference), !busy);
}
