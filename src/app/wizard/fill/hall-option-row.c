/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-option-row.h"

#include "hall-ui.h"

struct _HallOptionRow
{
  GtkListBoxRow parent_instance;

  GtkRadioButton *button;
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *price;

  char *id;
  gboolean setting; /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallOptionRow, hall_option_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_button_toggled_cb (GtkToggleButton *button, HallOptionRow *self)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hall_option_row_finalize (GObject *object)
{
  g_free (HALL_OPTION_ROW (object)->id);
  G_OBJECT_CLASS (hall_option_row_parent_class)->finalize (object);
}

static void
hall_option_row_class_init (HallOptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_option_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_OPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-option-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOptionRow, button);
  gtk_widget_class_bind_template_child (widget_class, HallOptionRow, title);
  gtk_widget_class_bind_template_child (widget_class, HallOptionRow, text);
  gtk_widget_class_bind_template_child (widget_class, HallOptionRow, price);
  gtk_widget_class_bind_template_callback (widget_class, on_button_toggled_cb);
}

static void
hall_option_row_init (HallOptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_option_row_new (const char *id, HallOptionRow *group)
{
  HallOptionRow *self = g_object_new (HALL_TYPE_OPTION_ROW, "name", id, NULL);

  self->id = g_strdup (id);
  self->setting = TRUE;
  if (group != NULL)
    gtk_radio_button_join_group (self->button, group->button);
  self->setting = FALSE;
  return GTK_WIDGET (self);
}

void
hall_option_row_set_words (HallOptionRow *self,
                           const char *title,
                           const char *text,
                           const char *price)
{
  g_return_if_fail (HALL_IS_OPTION_ROW (self));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->price, price != NULL ? price : "");
  gtk_widget_set_visible (GTK_WIDGET (self->price), price != NULL);
  hall_ui_set_accessible_name (GTK_WIDGET (self->button), title);
  hall_ui_set_accessible_description (GTK_WIDGET (self->button), text);
}

const char *
hall_option_row_get_id (HallOptionRow *self)
{
  g_return_val_if_fail (HALL_IS_OPTION_ROW (self), NULL);

  return self->id;
}

void
hall_option_row_set_chosen (HallOptionRow *self)
{
  g_return_if_fail (HALL_IS_OPTION_ROW (self));

  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), TRUE);
  self->setting = FALSE;
}

gboolean
hall_option_row_is_chosen (HallOptionRow *self)
{
  g_return_val_if_fail (HALL_IS_OPTION_ROW (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));
}
