/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page on the doctor's table: before and after side by side, and what can be done with it.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-doctor-work.h"

#define HALL_TYPE_DOCTOR_BENCH (hall_doctor_bench_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorBench, hall_doctor_bench, HALL, DOCTOR_BENCH, GtkBox)

GtkWidget *hall_doctor_bench_new (HallDoctorWork *work);

/* @page: of the work, from 0 */
void hall_doctor_bench_show (HallDoctorBench *self, guint page);
