/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who one is, at the hall one has connected to: signing in, registering, a new password. That
 * somebody is signed in, the session tells.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"
#include "hall-preferences.h"

#define HALL_TYPE_SIGN_IN_PAGE (hall_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (HallSignInPage, hall_sign_in_page, HALL, SIGN_IN_PAGE, GtkBox)

GtkWidget *hall_sign_in_page_new (HallSession *session, HallPreferences *settings);

/**
 * hall_sign_in_page_open:
 * @why: (nullable): why one has to sign in again
 *
 * The form for signing in, with the cursor where something is missing.
 */
void hall_sign_in_page_open (HallSignInPage *self, const char *why);

/* Name and password at once, as of a practice account. */
void hall_sign_in_page_fill (HallSignInPage *self, const char *name, const char *password);

/* FALSE if no code is wanted. */
gboolean hall_sign_in_page_fill_code (HallSignInPage *self, const char *code);

/* What stands below the forms: practice accounts to choose from. */
GtkBox *hall_sign_in_page_get_foot (HallSignInPage *self);
