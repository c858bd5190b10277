/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture, and on it the four corners of the page: drawn with the pointer, or moved by the arrow
 * keys, where Tab goes from one to the next.
 *
 * Signal "changed" (): a corner was moved by the person; not while it is still being drawn
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-warp.h"

#define HALL_TYPE_DOCTOR_CORNERS (hall_doctor_corners_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorCorners, hall_doctor_corners, HALL, DOCTOR_CORNERS, GtkDrawingArea)

GtkWidget *hall_doctor_corners_new (void);

/* @picture: (nullable): as it is to be seen */
void hall_doctor_corners_set_picture (HallDoctorCorners *self, GdkPixbuf *picture);

/**
 * hall_doctor_corners_set:
 * @corners: (nullable): in fractions of the picture, clockwise from the page's upper left; NULL:
 *   this picture has none to be chosen
 */
void hall_doctor_corners_set (HallDoctorCorners *self, const HallPoint corners[4]);
void hall_doctor_corners_get (HallDoctorCorners *self, HallPoint corners[4]);
