/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value that is typed twice for safety and kept once. Both may be pasted: what is guarded
 * against is a slip of the hand, and the two are compared.
 */
#include "hall-twice-control.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-text-control.h"
#include "hall-ui.h"

struct _HallTwiceControl
{
  GtkBox parent_instance;

  GtkBox *first_box;
  GtkRevealer *revealer;
  GtkBox *again_box;

  const HallKind *kind;
  HallFieldControl *first; /* in @first_box */
  HallFieldControl *again; /* in @again_box */
  gboolean open;           /* the second must still be typed */
  gboolean again_left;     /* it has been, so it can be compared */
};

static void hall_twice_control_iface_init (HallFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallTwiceControl,
                               hall_twice_control,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_FIELD_CONTROL,
                                                      hall_twice_control_iface_init))

/* A slip of the hand, not of the shift key: the entries are compared as they are kept. */
static gboolean
is_the_same (HallTwiceControl *self)
{
  g_autofree char *again = self->kind->tidy (hall_field_control_get_value (self->again));

  return g_str_equal (hall_field_control_get_value (self->first), again);
}

static void
set_open (HallTwiceControl *self, gboolean open)
{
  self->open = open;
  self->again_left = FALSE;
}

static void
on_first_changed_cb (HallTwiceControl *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    {
      hall_field_control_set_value (self->again, "");
      gtk_revealer_set_reveal_child (self->revealer, TRUE);
    }
  set_open (self, TRUE);
  hall_field_control_emit_changed (HALL_FIELD_CONTROL (self));
}

static void
on_first_left_cb (HallTwiceControl *self)
{
  if (self->open)
    self->open = !is_the_same (self);
  hall_field_control_emit_left (HALL_FIELD_CONTROL (self));
}

static void
on_first_entered_cb (HallTwiceControl *self)
{
  if (self->open)
    gtk_widget_grab_focus (GTK_WIDGET (self->again));
  else
    hall_field_control_emit_entered (HALL_FIELD_CONTROL (self));
}

static void
on_again_changed_cb (HallTwiceControl *self)
{
  set_open (self, !is_the_same (self));
  hall_field_control_emit_changed (HALL_FIELD_CONTROL (self));
}

static void
on_again_left_cb (HallTwiceControl *self)
{
  self->again_left = *hall_field_control_get_value (self->again) != '\0';
  hall_field_control_emit_left (HALL_FIELD_CONTROL (self));
}

static void
on_again_entered_cb (HallTwiceControl *self)
{
  if (!self->open)
    hall_field_control_emit_entered (HALL_FIELD_CONTROL (self));
}

static const char *
hall_twice_control_get_value (HallFieldControl *control)
{
  HallTwiceControl *self = HALL_TWICE_CONTROL (control);

  return self->open ? "" : hall_field_control_get_value (self->first);
}

/* A value that was kept has been typed twice before. */
static void
hall_twice_control_set_value (HallFieldControl *control, const char *value)
{
  HallTwiceControl *self = HALL_TWICE_CONTROL (control);

  if (g_str_equal (value, hall_twice_control_get_value (control)))
    return;
  hall_field_control_set_value (self->first, value);
  hall_field_control_set_value (self->again, value);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  set_open (self, FALSE);
}

static void
hall_twice_control_set_kind (HallFieldControl *control, const HallKind *kind)
{
  HallTwiceControl *self = HALL_TWICE_CONTROL (control);

  self->kind = kind;
  hall_field_control_set_kind (self->first, kind);
  hall_field_control_set_kind (self->again, kind);
}

static void
hall_twice_control_set_editable (HallFieldControl *control, gboolean editable)
{
  HallTwiceControl *self = HALL_TWICE_CONTROL (control);

  hall_field_control_set_editable (self->first, editable);
  hall_field_control_set_editable (self->again, editable);
}

static GtkWidget *
hall_twice_control_get_focus_widget (HallFieldControl *control)
{
  return GTK_WIDGET (HALL_TWICE_CONTROL (control)->first);
}

static HallVerdict
hall_twice_control_judge_typing (HallFieldControl *control, const char **why)
{
  HallTwiceControl *self = HALL_TWICE_CONTROL (control);

  if (!self->open || *hall_field_control_get_value (self->first) == '\0')
    return HALL_GOOD;
  *why = self->again_left ? _ ("The two entries are not the same; please compare them.")
                          : _ ("Please type it once more below.");
  return self->again_left ? HALL_WRONG : HALL_HINT;
}

static void
hall_twice_control_iface_init (HallFieldControlInterface *iface)
{
  iface->get_value = hall_twice_control_get_value;
  iface->set_value = hall_twice_control_set_value;
  iface->set_kind = hall_twice_control_set_kind;
  iface->set_editable = hall_twice_control_set_editable;
  iface->get_focus_widget = hall_twice_control_get_focus_widget;
  iface->judge_typing = hall_twice_control_judge_typing;
}

static void
hall_twice_control_class_init (HallTwiceControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-twice-control.ui");
  gtk_widget_class_bind_template_child (widget_class, HallTwiceControl, first_box);
  gtk_widget_class_bind_template_child (widget_class, HallTwiceControl, revealer);
  gtk_widget_class_bind_template_child (widget_class, HallTwiceControl, again_box);
}

static void
hall_twice_control_init (HallTwiceControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_again (HallTwiceControl *self, const HallField *field)
{
  g_autofree char *name = NULL;

  self->again = HALL_FIELD_CONTROL (hall_text_control_new (field));
  gtk_container_add (GTK_CONTAINER (self->again_box), GTK_WIDGET (self->again));
  /* Translators: the second of two entries for the same value: "Account number, once more" */
  name = g_strdup_printf (_ ("%s, once more"), hall_label_get (&field->label, hall_app_lang ()));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->again), name);
  hall_ui_set_accessible_name (GTK_WIDGET (self->again), name);
  g_signal_connect_swapped (self->again, "value-changed", G_CALLBACK (on_again_changed_cb), self);
  g_signal_connect_swapped (self->again, "left", G_CALLBACK (on_again_left_cb), self);
  g_signal_connect_swapped (self->again, "entered", G_CALLBACK (on_again_entered_cb), self);
}

GtkWidget *
hall_twice_control_new (const HallField *field)
{
  HallTwiceControl *self = g_object_new (HALL_TYPE_TWICE_CONTROL, NULL);

  self->kind = field->kind;
  self->first = HALL_FIELD_CONTROL (hall_text_control_new (field));
  gtk_container_add (GTK_CONTAINER (self->first_box), GTK_WIDGET (self->first));
  g_signal_connect_swapped (self->first, "value-changed", G_CALLBACK (on_first_changed_cb), self);
  g_signal_connect_swapped (self->first, "left", G_CALLBACK (on_first_left_cb), self);
  g_signal_connect_swapped (self->first, "entered", G_CALLBACK (on_first_entered_cb), self);
  add_again (self, field);
  return GTK_WIDGET (self);
}
