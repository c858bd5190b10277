/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of the choices a field has. A choice is complete the moment it is made.
 */
#include "hall-choice-control.h"

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallChoiceControl
{
  GtkComboBoxText parent_instance;

  gboolean setting; /* by the program: nobody is told */
};

static void hall_choice_control_iface_init (HallFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallChoiceControl,
                               hall_choice_control,
                               GTK_TYPE_COMBO_BOX_TEXT,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_FIELD_CONTROL,
                                                      hall_choice_control_iface_init))

static void
on_choice_changed_cb (HallChoiceControl *self)
{
  if (self->setting)
    return;
  hall_field_control_emit_changed (HALL_FIELD_CONTROL (self));
  hall_field_control_emit_left (HALL_FIELD_CONTROL (self));
}

static const char *
hall_choice_control_get_value (HallFieldControl *control)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (control));

  return id != NULL ? id : "";
}

static void
hall_choice_control_set_value (HallFieldControl *control, const char *value)
{
  HallChoiceControl *self = HALL_CHOICE_CONTROL (control);

  self->setting = TRUE;
  if (!gtk_combo_box_set_active_id (GTK_COMBO_BOX (self), value))
    gtk_combo_box_set_active (GTK_COMBO_BOX (self), -1);
  self->setting = FALSE;
}

static void
hall_choice_control_set_editable (HallFieldControl *control, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (control), editable);
}

static void
hall_choice_control_iface_init (HallFieldControlInterface *iface)
{
  iface->get_value = hall_choice_control_get_value;
  iface->set_value = hall_choice_control_set_value;
  iface->set_editable = hall_choice_control_set_editable;
}

static void
hall_choice_control_class_init (HallChoiceControlClass *klass)
{
}

static void
hall_choice_control_init (HallChoiceControl *self)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "hall-choice");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  hall_ui_ignore_wheel (GTK_WIDGET (self));
  g_signal_connect (self, "changed", G_CALLBACK (on_choice_changed_cb), NULL);
}

GtkWidget *
hall_choice_control_new (const HallField *field)
{
  HallChoiceControl *self = g_object_new (HALL_TYPE_CHOICE_CONTROL, NULL);

  self->setting = TRUE;
  for (guint i = 0; i < field->choices->len; i++)
    {
      const HallChoice *choice = g_ptr_array_index (field->choices, i);

      gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (self), choice->id,
                                 hall_label_get (&choice->label, hall_app_lang ()));
    }
  self->setting = FALSE;
  return GTK_WIDGET (self);
}
