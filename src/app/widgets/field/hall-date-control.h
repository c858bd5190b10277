/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date: typed, or picked from a calendar; and 长期, where the field knows no end.
 */
#pragma once

#include "hall-field-control.h"

#define HALL_TYPE_DATE_CONTROL (hall_date_control_get_type ())
G_DECLARE_FINAL_TYPE (HallDateControl, hall_date_control, HALL, DATE_CONTROL, GtkBox)

GtkWidget *hall_date_control_new (const HallField *field);
