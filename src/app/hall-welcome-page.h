/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where one chooses a hall: practise on this computer, or connect to a hall by its address.
 * Which of the two is done, and how far it is, is asked of the session.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-local-hall.h"
#include "hall-session.h"
#include "hall-preferences.h"

#define HALL_TYPE_WELCOME_PAGE (hall_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (HallWelcomePage, hall_welcome_page, HALL, WELCOME_PAGE, GtkBox)

GtkWidget *
hall_welcome_page_new (HallSession *session, HallLocalHall *local, HallPreferences *settings);

/* As if the buttons had been pressed. Errors are shown in place. */
void hall_welcome_page_connect_local (HallWelcomePage *self);
void hall_welcome_page_connect (HallWelcomePage *self, const char *address);
