/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what an action of the desk needs, and whether it is meant. It stays while the event is
 * sent, with everything that was typed, and says what went wrong.
 *
 * Signal "confirmed" (): all that is needed is there; send it.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client-order.h"
#include "hall-return-basket.h"

#define HALL_TYPE_ACTION_DIALOG (hall_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallActionDialog, hall_action_dialog, HALL, ACTION_DIALOG, GtkDialog)

/* @action: one that the desk has a row for; @basket: what is going to be returned */
GtkWidget *hall_action_dialog_new (HallAction action,
                                   const HallOrder *order,
                                   HallCatalog *catalog,
                                   HallReturnBasket *basket);

HallAction hall_action_dialog_get_action (HallActionDialog *self);

/* @body: (out caller-allocates): points into the dialog, and is valid while it is busy */
void hall_action_dialog_fill_body (HallActionDialog *self, HallEventBody *body);

/* While it is busy nothing can be typed; it can be closed. */
void hall_action_dialog_set_busy (HallActionDialog *self, gboolean busy);

/* Beside the rows it is about, or above them. */
void hall_action_dialog_show_error (HallActionDialog *self, const GError *error);
