/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-money-list.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-busy-button.h"
#include "hall-empty.h"
#include "hall-ui.h"

struct _HallMoneyList
{
  GtkBox parent_instance;

  GtkBox *notice_box;
  GtkStack *stack; /* "wait", "empty" or "list" */
  GtkBox *empty_box;
  GtkListBox *list;
  GtkBox *more_box;

  HallNotice *notice;   /* in @notice_box */
  HallBusyButton *more; /* in @more_box */
};

G_DEFINE_FINAL_TYPE (HallMoneyList, hall_money_list, GTK_TYPE_BOX)

enum
{
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (HallMoneyList *self)
{
  gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
on_more_clicked_cb (HallMoneyList *self)
{
  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->more, TRUE);
  g_signal_emit (self, signals[MORE], 0);
}

static void
hall_money_list_class_init (HallMoneyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[MORE] = g_signal_new ("more", HALL_TYPE_MONEY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (HDY_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-money-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallMoneyList, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallMoneyList, stack);
  gtk_widget_class_bind_template_child (widget_class, HallMoneyList, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallMoneyList, list);
  gtk_widget_class_bind_template_child (widget_class, HallMoneyList, more_box);
}

static void
hall_money_list_init (HallMoneyList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->more = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Show more")));
  gtk_widget_show (GTK_WIDGET (self->more));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_container_add (GTK_CONTAINER (self->more_box), GTK_WIDGET (self->more));
  hall_ui_tab_through_rows (self->list);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
}

GtkWidget *
hall_money_list_new (const char *name, const char *title, const char *text)
{
  HallMoneyList *self = g_object_new (HALL_TYPE_MONEY_LIST, NULL);

  hall_ui_set_accessible_name (GTK_WIDGET (self->list), name);
  gtk_box_pack_start (self->empty_box, hall_empty_new ("object-select-symbolic", title, text, NULL),
                      TRUE, TRUE, 0);
  return GTK_WIDGET (self);
}

HallNotice *
hall_money_list_get_notice (HallMoneyList *self)
{
  g_return_val_if_fail (HALL_IS_MONEY_LIST (self), NULL);

  return self->notice;
}

void
hall_money_list_clear (HallMoneyList *self)
{
  g_return_if_fail (HALL_IS_MONEY_LIST (self));

  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->more, FALSE); /* its answer does not come any more */
  hall_ui_clear (GTK_CONTAINER (self->list));
  gtk_widget_hide (GTK_WIDGET (self->more_box));
  gtk_stack_set_visible_child_name (self->stack, "wait");
}

void
hall_money_list_take (HallMoneyList *self, const GPtrArray *rows, gboolean first, gboolean more)
{
  g_return_if_fail (HALL_IS_MONEY_LIST (self));

  hall_busy_button_set_busy (self->more, FALSE);
  if (first)
    hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < rows->len; i++)
    gtk_container_add (GTK_CONTAINER (self->list), g_ptr_array_index (rows, i));
  gtk_widget_set_visible (GTK_WIDGET (self->more_box), more);
  show_state (self);
}

void
hall_money_list_fail (HallMoneyList *self, const GError *error)
{
  g_return_if_fail (HALL_IS_MONEY_LIST (self));

  hall_busy_button_set_busy (self->more, FALSE);
  hall_notice_show_error (self->notice, error);
  gtk_widget_show (GTK_WIDGET (self->more_box)); /* to try again */
  gtk_stack_set_visible_child_name (self->stack, "list");
}

void
hall_money_list_remove (HallMoneyList *self, GtkWidget *row)
{
  g_return_if_fail (HALL_IS_MONEY_LIST (self));

  gtk_widget_destroy (row);
  show_state (self);
}
