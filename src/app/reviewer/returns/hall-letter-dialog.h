/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter of a return before it leaves: its words can be looked at and, but for number and next
 * step, put differently.
 *
 * Signal "confirmed" (): it may leave; ask hall_letter_dialog_get_text().
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-letter.h"

#define HALL_TYPE_LETTER_DIALOG (hall_letter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallLetterDialog, hall_letter_dialog, HALL, LETTER_DIALOG, GtkDialog)

/* @letter: read, and not kept */
GtkWidget *hall_letter_dialog_new (const HallLetter *letter);

/* Returns: (transfer full) (nullable): NULL if the words are the hall's own */
char *hall_letter_dialog_get_text (HallLetterDialog *self);

void hall_letter_dialog_set_busy (HallLetterDialog *self, gboolean busy);
void hall_letter_dialog_show_error (HallLetterDialog *self, const GError *error);
