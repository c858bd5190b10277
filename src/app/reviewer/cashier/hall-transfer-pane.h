/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order that waits for its money: what is expected, what the bank statements hold that could be
 * it, and the voucher beside them.
 *
 * Signal "decided" (): the transfer was confirmed, or not accepted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_TRANSFER_PANE (hall_transfer_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallTransferPane, hall_transfer_pane, HALL, TRANSFER_PANE, GtkBox)

GtkWidget *hall_transfer_pane_new (HallSession *session);

/* @number: (nullable): NULL closes what is open */
void hall_transfer_pane_open (HallTransferPane *self, const char *number);

/* (nullable) */
const char *hall_transfer_pane_get_number (HallTransferPane *self);

/* Other statements have been imported. */
void hall_transfer_pane_look_again (HallTransferPane *self);

/* As if its button was pressed; nothing while there is nothing to decide. */
void hall_transfer_pane_decide (HallTransferPane *self, gboolean accept);

/* Takes back what was decided, while that can be done. */
void hall_transfer_pane_undo (HallTransferPane *self);
