/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages on the doctor's table, small, one below the other; with buttons to move and remove
 * the one that is chosen. Alt with the arrow keys moves it, Delete removes it.
 *
 * Signal "chosen" (): another page is looked at; ask hall_doctor_strip_get_chosen()
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-doctor-work.h"

#define HALL_TYPE_DOCTOR_STRIP (hall_doctor_strip_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorStrip, hall_doctor_strip, HALL, DOCTOR_STRIP, GtkBox)

GtkWidget *hall_doctor_strip_new (HallDoctorWork *work);

/* From 0; of the work's pages, if it has any. */
guint hall_doctor_strip_get_chosen (HallDoctorStrip *self);
