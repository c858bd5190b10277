/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order on the desk: its head with what can be done, its data with verdicts, and beside
 * them what proves them. It follows the order, and keeps what was chosen to be returned of each
 * order until it has been sent.
 *
 * Signals:
 *  - "opened-changed" (): another order, or none; ask hall_order_desk_get_number()
 *  - "open" (const char *number): another order is to be looked at
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-data-pane.h"
#include "hall-desk-claim.h"
#include "hall-desk-decision.h"
#include "hall-evidence-pane.h"
#include "hall-notes-pane.h"
#include "hall-page-view.h"
#include "hall-return-basket.h"
#include "hall-session.h"
#include "hall-verdict-bar.h"

#define HALL_TYPE_ORDER_DESK (hall_order_desk_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderDesk, hall_order_desk, HALL, ORDER_DESK, GtkBox)

GtkWidget *hall_order_desk_new (HallSession *session);

/* @number: (nullable): NULL clears the desk */
void hall_order_desk_open (HallOrderDesk *self, const char *number);

/* @number: (nullable): the order that is likely to be opened next is fetched ahead */
void hall_order_desk_prepare (HallOrderDesk *self, const char *number);

/* Whether that has been done: it can be in view at once. */
gboolean hall_order_desk_is_prepared (HallOrderDesk *self);

/* (nullable) */
const char *hall_order_desk_get_number (HallOrderDesk *self);

/* Asks for the order again: its buttons may be others though it has not changed. */
void hall_order_desk_reload (HallOrderDesk *self);

/* Nothing open, nothing chosen: somebody else will sit here. */
void hall_order_desk_forget (HallOrderDesk *self);

/* What is looked at, counted from 0; FALSE if there is none of that number. */
gboolean hall_order_desk_look_at (HallOrderDesk *self, guint index);

/* How wide the data are; what proves them takes the rest. */
void hall_order_desk_set_data_width (HallOrderDesk *self, int width);

/* (nullable): what is chosen of the order in view. */
HallReturnBasket *hall_order_desk_get_basket (HallOrderDesk *self);

/* What keys work on. None is owned. */
typedef struct
{
  HallDeskDecision *decision;
  HallDeskClaim *claim;
  HallVerdictBar *verdicts;
  HallDataPane *data;
  HallNotesPane *notes;
  HallEvidencePane *evidence;
  HallPageView *page; /* of @evidence */
} HallDeskParts;

const HallDeskParts *hall_order_desk_get_parts (HallOrderDesk *self);
