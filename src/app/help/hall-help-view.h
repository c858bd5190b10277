/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 帮助: the questions people ask, with answers, and whom else to ask. All of it is the
 * catalogue's.
 */
#pragma once

#include "hall-frame.h"

#define HALL_TYPE_HELP_VIEW (hall_help_view_get_type ())
G_DECLARE_FINAL_TYPE (HallHelpView, hall_help_view, HALL, HELP_VIEW, GtkBox)

GtkWidget *hall_help_view_new (HallFrame *frame);

/* It has come into view: somebody is signed in. */
void hall_help_view_enter (HallHelpView *self);

/* Puts the cursor into the search. */
void hall_help_view_find (HallHelpView *self);
