/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of the choices a field has.
 */
#pragma once

#include "hall-field-control.h"

#define HALL_TYPE_CHOICE_CONTROL (hall_choice_control_get_type ())
G_DECLARE_FINAL_TYPE (HallChoiceControl, hall_choice_control, HALL, CHOICE_CONTROL, GtkComboBoxText)

GtkWidget *hall_choice_control_new (const HallField *field);
