/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that shows that it works.
 */
#include "hall-busy-button.h"

#include "hall-ui.h"

struct _HallBusyButton
{
  GtkButton parent_instance;

  GtkStack *stack; /* the words or the spinner */
  GtkLabel *label;
  GtkSpinner *spinner;

  gboolean busy;
  gboolean had_focus; /* when it became busy: an insensitive widget loses it */
};

G_DEFINE_FINAL_TYPE (HallBusyButton, hall_busy_button, GTK_TYPE_BUTTON)

static void
hall_busy_button_class_init (HallBusyButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-busy-button.ui");
  gtk_widget_class_bind_template_child (widget_class, HallBusyButton, stack);
  gtk_widget_class_bind_template_child (widget_class, HallBusyButton, label);
  gtk_widget_class_bind_template_child (widget_class, HallBusyButton, spinner);
}

static void
hall_busy_button_init (HallBusyButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_busy_button_new (const char *label)
{
  HallBusyButton *self = g_object_new (HALL_TYPE_BUSY_BUTTON, NULL);

  hall_busy_button_set_label (self, label);
  return GTK_WIDGET (self);
}

void
hall_busy_button_make_primary (HallBusyButton *self)
{
  g_return_if_fail (HALL_IS_BUSY_BUTTON (self));

  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)),
                               GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_widget_set_can_default (GTK_WIDGET (self), TRUE);
}

void
hall_busy_button_set_label (HallBusyButton *self, const char *label)
{
  g_return_if_fail (HALL_IS_BUSY_BUTTON (self));

  gtk_label_set_text_with_mnemonic (self->label, label);
  hall_ui_set_accessible_name (GTK_WIDGET (self), gtk_label_get_text (self->label));
}

void
hall_busy_button_set_busy (HallBusyButton *self, gboolean busy)
{
  g_return_if_fail (HALL_IS_BUSY_BUTTON (self));

  if (self->busy == busy)
    return;
  if (busy)
    self->had_focus = gtk_widget_has_focus (GTK_WIDGET (self));
  self->busy = busy;
  gtk_stack_set_visible_child_name (self->stack, busy ? "working" : "label");
  g_object_set (self->spinner, "active", busy, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !busy);
  if (!busy && self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
hall_busy_button_is_busy (HallBusyButton *self)
{
  g_return_val_if_fail (HALL_IS_BUSY_BUTTON (self), FALSE);

  return self->busy;
}
