/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a value is typed or chosen in, and which control a field gets.
 */
#include "hall-field-control.h"

#include "hall-choice-control.h"
#include "hall-date-control.h"
#include "hall-text-control.h"
#include "hall-twice-control.h"

G_DEFINE_INTERFACE (HallFieldControl, hall_field_control, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  LEFT,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_itself (HallFieldControl *self)
{
  return GTK_WIDGET (self);
}

static HallVerdict
find_it_good (HallFieldControl *self, const char **why)
{
  return HALL_GOOD;
}

static void
ignore_kind (HallFieldControl *self, const HallKind *kind)
{
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_FIELD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_field_control_default_init (HallFieldControlInterface *iface)
{
  iface->set_kind = ignore_kind;
  iface->get_focus_widget = get_itself;
  iface->judge_typing = find_it_good;

  signals[CHANGED] = add_signal ("value-changed");
  signals[LEFT] = add_signal ("left");
  signals[ENTERED] = add_signal ("entered");
}

GtkWidget *
hall_field_control_new (const HallField *field)
{
  if (field->kind->input == HALL_INPUT_CHOICE)
    return hall_choice_control_new (field);
  if (field->kind->input == HALL_INPUT_DATE)
    return hall_date_control_new (field);
  if (field->enter_twice)
    return hall_twice_control_new (field);
  return hall_text_control_new (field);
}

const char *
hall_field_control_get_value (HallFieldControl *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_CONTROL (self), "");

  return HALL_FIELD_CONTROL_GET_IFACE (self)->get_value (self);
}

void
hall_field_control_set_value (HallFieldControl *self, const char *value)
{
  g_return_if_fail (HALL_IS_FIELD_CONTROL (self));
  g_return_if_fail (value != NULL);

  HALL_FIELD_CONTROL_GET_IFACE (self)->set_value (self, value);
}

void
hall_field_control_set_kind (HallFieldControl *self, const HallKind *kind)
{
  g_return_if_fail (HALL_IS_FIELD_CONTROL (self));

  HALL_FIELD_CONTROL_GET_IFACE (self)->set_kind (self, kind);
}

void
hall_field_control_set_editable (HallFieldControl *self, gboolean editable)
{
  g_return_if_fail (HALL_IS_FIELD_CONTROL (self));

  HALL_FIELD_CONTROL_GET_IFACE (self)->set_editable (self, editable);
}

GtkWidget *
hall_field_control_get_focus_widget (HallFieldControl *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_CONTROL (self), NULL);

  return HALL_FIELD_CONTROL_GET_IFACE (self)->get_focus_widget (self);
}

HallVerdict
hall_field_control_judge_typing (HallFieldControl *self, const char **why)
{
  g_return_val_if_fail (HALL_IS_FIELD_CONTROL (self), HALL_GOOD);

  return HALL_FIELD_CONTROL_GET_IFACE (self)->judge_typing (self, why);
}

void
hall_field_control_emit_changed (HallFieldControl *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hall_field_control_emit_left (HallFieldControl *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

void
hall_field_control_emit_entered (HallFieldControl *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}
