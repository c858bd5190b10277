/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value that is typed twice for safety and kept once: an account number. The second entry
 * appears when the first is changed; until both are the same there is no value.
 */
#pragma once

#include "hall-field-control.h"

#define HALL_TYPE_TWICE_CONTROL (hall_twice_control_get_type ())
G_DECLARE_FINAL_TYPE (HallTwiceControl, hall_twice_control, HALL, TWICE_CONTROL, GtkBox)

GtkWidget *hall_twice_control_new (const HallField *field);
