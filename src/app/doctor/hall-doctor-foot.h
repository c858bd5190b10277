/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes of the doctor's work, in words: size, sharpness and format; that it is being made;
 * why it cannot be. Asks before the seal sheet is compressed again.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-doctor-work.h"

#define HALL_TYPE_DOCTOR_FOOT (hall_doctor_foot_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorFoot, hall_doctor_foot, HALL, DOCTOR_FOOT, GtkBox)

GtkWidget *hall_doctor_foot_new (HallDoctorWork *work);
