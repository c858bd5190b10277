/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every action that has a key, in one table: keys, shortcuts window and menus are made from it.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reviewer-views.h"

/* Gives the actions of the table their keys. */
void hall_app_actions_set_keys (GtkApplication *application);

/* A window with all keys, for the person to look at. Returns: (transfer none): a new toplevel */
/* @staff: for the reviewer's window; @view: (nullable): of it: its keys as well */
GtkWidget *hall_app_actions_new_shortcuts_window (gboolean staff, const HallReviewerView *view);

/* "Ctrl+Q": the keys of an action, "" if it has none. Returns: (transfer full) */
char *hall_app_actions_get_keys_label (const char *action);
