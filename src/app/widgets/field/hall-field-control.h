/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a value is typed or chosen in. One small interface for all of them: a row of a form
 * needs no more than this, whatever kind its field has.
 *
 * Signals, all without parameters:
 *  - "value-changed": the person typed or chose; not when the program sets the value
 *  - "left": the person has gone on; the value is tidy and can be judged
 *  - "entered": Enter was pressed; comes after "left"
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_FIELD_CONTROL (hall_field_control_get_type ())
G_DECLARE_INTERFACE (HallFieldControl, hall_field_control, HALL, FIELD_CONTROL, GtkWidget)

struct _HallFieldControlInterface
{
  GTypeInterface parent_iface;

  const char *(*get_value) (HallFieldControl *self);
  void (*set_value) (HallFieldControl *self, const char *value);
  void (*set_kind) (HallFieldControl *self, const HallKind *kind); /* optional */
  void (*set_editable) (HallFieldControl *self, gboolean editable);
  GtkWidget *(*get_focus_widget) (HallFieldControl *self);                /* optional: itself */
  HallVerdict (*judge_typing) (HallFieldControl *self, const char **why); /* optional: good */
};

/* The control for @field: an entry, a choice, a date, or what is typed twice. */
GtkWidget *hall_field_control_new (const HallField *field);

/* (transfer none): as typed; "" for nothing. Valid until it changes. */
const char *hall_field_control_get_value (HallFieldControl *self);

/* @value: tidy, as it is kept */
void hall_field_control_set_value (HallFieldControl *self, const char *value);

/* The kind can depend on another field: how it is typed and grouped follows. */
void hall_field_control_set_kind (HallFieldControl *self, const HallKind *kind);

/* What cannot be edited can still be read, selected and copied. */
void hall_field_control_set_editable (HallFieldControl *self, gboolean editable);

/* What takes the focus, and carries the accessible name. */
GtkWidget *hall_field_control_get_focus_widget (HallFieldControl *self);

/**
 * hall_field_control_judge_typing:
 * @why: (out) (transfer none): a sentence, unless good
 *
 * Whether what is typed is a value already: it may have to be typed once more (%HALL_HINT), or
 * the two may differ (%HALL_WRONG). Until it is good the value is "".
 */
HallVerdict hall_field_control_judge_typing (HallFieldControl *self, const char **why);

/* For the controls themselves. */
void hall_field_control_emit_changed (HallFieldControl *self);
void hall_field_control_emit_left (HallFieldControl *self);
void hall_field_control_emit_entered (HallFieldControl *self);
