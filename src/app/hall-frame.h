/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every window has around its pages: header bar with the hall and the account, the way
 * from choosing a hall over signing in to the content, the line that says that the hall cannot
 * be reached, and the practice phone at the side. The applicant's window and the reviewer's are
 * both a frame with other contents.
 *
 * Actions it adds to its window: win.menu, win.toggle-phone, win.leave-hall, win.sign-out,
 * win.close.
 *
 * Signals:
 *  - "ready-changed" (): the content is in view, or no longer; ask hall_frame_is_ready()
 *  - "fill-code" (const char *code): the code of a message on the practice phone is wanted
 *    where the content asks for one; a handler that has such a place returns TRUE
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-app.h"
#include "hall-session.h"
#include "hall-sign-in-page.h"

#define HALL_TYPE_FRAME (hall_frame_get_type ())
G_DECLARE_FINAL_TYPE (HallFrame, hall_frame, HALL, FRAME, GtkBox)

/* The session is the frame's own: two windows can be two persons. */
GtkWidget *hall_frame_new (GtkApplicationWindow *window, HallApp *app, HallPart part);

HallSession *hall_frame_get_session (HallFrame *self);
HallApp *hall_frame_get_app (HallFrame *self);

/* What is seen by who has signed in; once. */
void hall_frame_set_content (HallFrame *self, GtkWidget *content);

/* What stands in the middle of the header bar then; once. */
void hall_frame_set_title (HallFrame *self, GtkWidget *title);

/* Where one says who one is: for what a window adds to it. */
HallSignInPage *hall_frame_get_sign_in (HallFrame *self);

/* In the header bar, beside the main menu. */
GtkBox *hall_frame_get_start_box (HallFrame *self);

/* One more line in the menu of the hall, or in the main menu. */
void hall_frame_add_hall_item (HallFrame *self, const char *label, const char *action);
void hall_frame_add_main_item (HallFrame *self, const char *label, const char *action);

/* Somebody is signed in and the content in view. */
gboolean hall_frame_is_ready (HallFrame *self);

/* As if chosen on the welcome page; leaves the hall one is connected to. */
void hall_frame_connect_local (HallFrame *self);
void hall_frame_connect (HallFrame *self, const char *address);

/**
 * hall_frame_hold:
 * @why: what runs: "A document is being uploaded."
 *
 * While something is held the desktop is asked not to sleep or end, and closing the window
 * asks first.
 *
 * Returns: for hall_frame_release(); never 0
 */
guint hall_frame_hold (HallFrame *self, const char *why);
void hall_frame_release (HallFrame *self, guint hold);
