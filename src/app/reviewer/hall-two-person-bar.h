/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two-person rule of a practice hall as a switch, with what it means. Out of view at any
 * other hall: there the rule always holds.
 *
 * Signal "changed" (): the hall has taken the other setting.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_TWO_PERSON_BAR (hall_two_person_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallTwoPersonBar, hall_two_person_bar, HALL, TWO_PERSON_BAR, GtkBox)

GtkWidget *hall_two_person_bar_new (HallSession *session);

/* Asks the hall how it is set; for when somebody has signed in. */
void hall_two_person_bar_load (HallTwoPersonBar *self);
