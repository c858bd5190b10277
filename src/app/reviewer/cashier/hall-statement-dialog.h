/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imports a bank statement: a file is chosen, what it says is seen before anything is sent, and
 * lines that cannot be read are named. How the bank writes is kept for the next time.
 *
 * Signal "imported" (): the hall has the lines.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_STATEMENT_DIALOG (hall_statement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallStatementDialog, hall_statement_dialog, HALL, STATEMENT_DIALOG, GtkDialog)

GtkWidget *hall_statement_dialog_new (HallSession *session);

/* As if the file had been chosen. */
void hall_statement_dialog_take (HallStatementDialog *self, GBytes *bytes);
