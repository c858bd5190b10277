/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document doctor: what a person has, before and after, until it is a document that the hall
 * takes. Closing it asks only if something would be lost.
 *
 * Signal "done" (GBytes *bytes, const char *name): this is to be used; the window closes after it
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_DOCTOR_WINDOW (hall_doctor_window_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorWindow, hall_doctor_window, HALL, DOCTOR_WINDOW, GtkDialog)

/* @requirement: of the slot the document is for; outlives the window */
GtkWidget *hall_doctor_window_new (GtkWindow *parent, const HallRequirement *requirement);

/* One more file, behind those there are. */
void hall_doctor_window_add (HallDoctorWindow *self, GBytes *bytes, const char *name);
