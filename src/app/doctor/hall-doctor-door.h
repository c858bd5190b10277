/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How files come into the slot of a document: what can be taken as it is goes to the hall at once,
 * anything else by way of the doctor's window.
 *
 * Signals:
 *  - "changed" (): begins or ends to look at a file; ask hall_doctor_door_is_busy()
 *  - "problem" (const char *text): why files could not be read
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-upload.h"

#define HALL_TYPE_DOCTOR_DOOR (hall_doctor_door_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorDoor, hall_doctor_door, HALL, DOCTOR_DOOR, GObject)

/* @over: (not owned): the widget that stands for the slot; its window is the parent of all */
HallDoctorDoor *hall_doctor_door_new (GtkWidget *over, HallUpload *upload);

/* @files: (element-type GFile): chosen or dropped */
void hall_doctor_door_offer_files (HallDoctorDoor *self, GPtrArray *files);

/**
 * hall_doctor_door_offer_pages:
 * @pages: (element-type GBytes): each a file
 * @name: of what they are together, with an ending
 */
void hall_doctor_door_offer_pages (HallDoctorDoor *self, GPtrArray *pages, const char *name);

/* Opens the doctor's window for a document that is there. */
void hall_doctor_door_improve (HallDoctorDoor *self, GBytes *bytes, const char *name);

gboolean hall_doctor_door_is_busy (HallDoctorDoor *self);

/* Gives up the file that is looked at. */
void hall_doctor_door_stop (HallDoctorDoor *self);
