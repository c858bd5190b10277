/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for one value. Groups a number for reading ("9144 0300 …") while nobody types in it,
 * suggests the names the field has, and tidies what was typed when it is left.
 */
#pragma once

#include "hall-field-control.h"

#define HALL_TYPE_TEXT_CONTROL (hall_text_control_get_type ())
G_DECLARE_FINAL_TYPE (HallTextControl, hall_text_control, HALL, TEXT_CONTROL, GtkEntry)

GtkWidget *hall_text_control_new (const HallField *field);
