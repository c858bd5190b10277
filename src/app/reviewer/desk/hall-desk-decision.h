/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision of staff on its way: what stands against it, the dialog that asks, sending, and
 * what is said when the hall refuses.
 *
 * Signal "sent" (): the order has moved on.
 */
#pragma once

#include "hall-action-dialog.h"
#include "hall-notice.h"
#include "hall-order-watch.h"

#define HALL_TYPE_DESK_DECISION (hall_desk_decision_get_type ())
G_DECLARE_FINAL_TYPE (HallDeskDecision, hall_desk_decision, HALL, DESK_DECISION, GObject)

/* @desk: over whose window the dialog opens; @notice: where sentences appear; neither is owned */
HallDeskDecision *hall_desk_decision_new (GtkWidget *desk, HallNotice *notice);

/* @watch: (nullable): the order that is decided from now on; what runs for another one ends */
void hall_desk_decision_set_order (HallDeskDecision *self,
                                   HallOrderWatch *watch,
                                   HallCatalog *catalog,
                                   HallReturnBasket *basket);

/* FALSE while the order is on a colleague's desk: nothing starts. */
void hall_desk_decision_set_allowed (HallDeskDecision *self, gboolean allowed);

/* As if the button of @action, a HallAction, was pressed; nothing if the order has none. */
void hall_desk_decision_start (HallDeskDecision *self, guint action);

/* The same for what moves the order on, and for what returns it. */
void hall_desk_decision_accept (HallDeskDecision *self);
void hall_desk_decision_send_back (HallDeskDecision *self);

gboolean hall_desk_decision_is_sending (HallDeskDecision *self);
