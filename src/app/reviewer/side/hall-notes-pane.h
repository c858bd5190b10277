/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What colleagues have written about an order, and a line to write more. The handler never sees
 * it, and the pane says so.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_NOTES_PANE (hall_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallNotesPane, hall_notes_pane, HALL, NOTES_PANE, GtkBox)

GtkWidget *hall_notes_pane_new (HallSession *session);

/* @number: (nullable): nothing */
void hall_notes_pane_set_order (HallNotesPane *self, const char *number);

/* Opens it and puts the cursor into the line. */
void hall_notes_pane_write (HallNotesPane *self);
