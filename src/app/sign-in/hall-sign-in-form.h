/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing in: a handler with mobile number and password, staff with a login name.
 *
 * Signals, all without parameters:
 *  - "register", "reset": that is wanted instead; handlers only
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"
#include "hall-preferences.h"

#define HALL_TYPE_SIGN_IN_FORM (hall_sign_in_form_get_type ())
G_DECLARE_FINAL_TYPE (HallSignInForm, hall_sign_in_form, HALL, SIGN_IN_FORM, GtkBox)

GtkWidget *hall_sign_in_form_new (HallSession *session, HallPreferences *settings);

/* A sentence above the form: why one is here. "" for none. */
void hall_sign_in_form_say (HallSignInForm *self, HallVerdict verdict, const char *text);

/* What is known already; "" leaves it as it is. The password is taken away. */
void hall_sign_in_form_fill (HallSignInForm *self, const char *name);

/* Name and password at once, as of a practice account. */
void hall_sign_in_form_fill_both (HallSignInForm *self, const char *name, const char *password);

const char *hall_sign_in_form_get_name (HallSignInForm *self);
void hall_sign_in_form_focus (HallSignInForm *self);
