/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The applicant's window: a new application, my orders, help.
 *
 * Actions it adds: win.view::NAME, win.back, win.find.
 */
#pragma once

#include <handy.h>

#include "hall-app.h"

#define HALL_TYPE_WINDOW (hall_window_get_type ())
G_DECLARE_FINAL_TYPE (HallWindow, hall_window, HALL, WINDOW, HdyApplicationWindow)

typedef enum
{
  HALL_VIEW_NEW,
  HALL_VIEW_ORDERS,
  HALL_VIEW_HELP,
  HALL_N_VIEWS
} HallView;

GtkWidget *hall_window_new (HallApp *app);

/* As if chosen on the welcome page. */
void hall_window_connect_local (HallWindow *self);
void hall_window_connect (HallWindow *self, const char *address);

/* Where nobody is signed in yet it is shown after that. */
void hall_window_show_view (HallWindow *self, HallView view);
void hall_window_show_order (HallWindow *self, const char *number);
