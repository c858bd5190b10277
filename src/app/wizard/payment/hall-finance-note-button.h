/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens the page for the organisation's accountant, to be printed, saved or passed on: which 0.01
 * yuan is coming, and that its remark is needed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_FINANCE_NOTE_BUTTON (hall_finance_note_button_get_type ())
G_DECLARE_FINAL_TYPE (
    HallFinanceNoteButton, hall_finance_note_button, HALL, FINANCE_NOTE_BUTTON, GtkButton)

/* @number: of the order; copied */
GtkWidget *hall_finance_note_button_new (HallSession *session, const char *number);
