/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line that says whose desk an order is on, when it is not one's own. An order that waits
 * for a decision of who looks at it is claimed as long as it is open.
 *
 * Signal "changed" (): ask hall_desk_claim_may_decide()
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-hold.h"
#include "hall-order.h"

#define HALL_TYPE_DESK_CLAIM (hall_desk_claim_get_type ())
G_DECLARE_FINAL_TYPE (HallDeskClaim, hall_desk_claim, HALL, DESK_CLAIM, GtkBox)

GtkWidget *hall_desk_claim_new (HallSession *session);

/* @order: (nullable): what is open now; NULL gives up what was claimed */
void hall_desk_claim_follow (HallDeskClaim *self, const HallOrder *order);

/* Somebody is at work. */
void hall_desk_claim_touch (HallDeskClaim *self);

/* FALSE while a colleague has the order, or it was given up. */
gboolean hall_desk_claim_may_decide (HallDeskClaim *self);
