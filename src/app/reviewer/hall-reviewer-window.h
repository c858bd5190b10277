/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of the hall's staff: the queue, and the order being looked at.
 */
#pragma once

#include <handy.h>

#include "hall-app.h"
#include "hall-frame.h"
#include "hall-reviewer-views.h"

#define HALL_TYPE_REVIEWER_WINDOW (hall_reviewer_window_get_type ())
G_DECLARE_FINAL_TYPE (
    HallReviewerWindow, hall_reviewer_window, HALL, REVIEWER_WINDOW, HdyApplicationWindow)

GtkWidget *hall_reviewer_window_new (HallApp *app);

HallFrame *hall_reviewer_window_get_frame (HallReviewerWindow *self);

/* (nullable): the view in sight; NULL while nobody is signed in */
const HallReviewerView *hall_reviewer_window_get_view (HallReviewerWindow *self);

/* As if chosen on the welcome page. */
void hall_reviewer_window_connect_local (HallReviewerWindow *self);
void hall_reviewer_window_connect (HallReviewerWindow *self, const char *address);
