/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one process for all windows, what it is started with, what all windows share.
 *
 * Actions: app.about, app.shortcuts, app.quit, app.reviewer, app.show-order::NUMBER (what a
 * notification leads to), app.new-application, app.orders (what the desktop offers).
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-local-hall.h"
#include "hall-preferences.h"

#define HALL_APP_ID "io.github.certhall.CertHall"

#define HALL_TYPE_APP (hall_app_get_type ())
G_DECLARE_FINAL_TYPE (HallApp, hall_app, HALL, APP, GtkApplication)

HallApp *hall_app_new (void);

HallPreferences *hall_app_get_preferences (HallApp *self);

/* The practice hall of this computer: one for all windows. */
HallLocalHall *hall_app_get_local_hall (HallApp *self);

/**
 * hall_app_notify_order:
 * @title: what happened: "Not passed"
 * @body: to which order, and what to do
 *
 * A notification on the desktop; pressing it shows the order. A newer one about the same order
 * takes its place.
 */
void hall_app_notify_order (HallApp *self, const char *number, const char *title, const char *body);

/* The order has been looked at. */
void hall_app_withdraw_order (HallApp *self, const char *number);

/* Instead of `certhalld --local`: for tests. NULL-terminated; before the first window. */
void hall_app_set_local_program (HallApp *self, const char *const *argv);
