/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The staff of a practice hall as buttons, so that one person can play all parts. Out of view
 * at any other hall.
 *
 * Signal "chosen" (const char *name, const char *password)
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_STAFF_CHOOSER (hall_staff_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HallStaffChooser, hall_staff_chooser, HALL, STAFF_CHOOSER, GtkBox)

/* Follows the hall the session is connected to. */
GtkWidget *hall_staff_chooser_new (HallSession *session);
