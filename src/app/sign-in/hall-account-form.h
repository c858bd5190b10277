/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number, the code that is sent to it, a password: registering, and setting a new password.
 *
 * Signals, both without parameters:
 *  - "back": signing in is wanted instead
 *  - "done": the new password is set; registering signs in, which the session tells of
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"
#include "hall-preferences.h"

#define HALL_TYPE_ACCOUNT_FORM (hall_account_form_get_type ())
G_DECLARE_FINAL_TYPE (HallAccountForm, hall_account_form, HALL, ACCOUNT_FORM, GtkBox)

GtkWidget *
hall_account_form_new (HallSession *session, HallPreferences *settings, HallSmsPurpose purpose);

/* What is known already. */
void hall_account_form_fill (HallAccountForm *self, const char *mobile);
const char *hall_account_form_get_mobile (HallAccountForm *self);

/* The code of a message, from the practice phone. */
void hall_account_form_fill_code (HallAccountForm *self, const char *code);

void hall_account_form_focus (HallAccountForm *self);
