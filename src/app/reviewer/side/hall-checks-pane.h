/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the machine found, at the head of the data: what needs a look in full, what is in order
 * behind one line. It asks the hall for what changed and what was seen before.
 *
 * Signals:
 *  - "show-place" (const char *where, HallPlace *place): a slot or field, and where on it
 *  - "open" (const char *number): another order
 *  - "looked" (): ask hall_checks_pane_get_look()
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client-second-look.h"
#include "hall-order.h"
#include "hall-session.h"

#define HALL_TYPE_CHECKS_PANE (hall_checks_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallChecksPane, hall_checks_pane, HALL, CHECKS_PANE, GtkBox)

GtkWidget *hall_checks_pane_new (HallSession *session);

/* @order, @catalog: (nullable): read, not kept; NULL: nothing is open */
void hall_checks_pane_show (HallChecksPane *self, const HallOrder *order, HallCatalog *catalog);

/* (nullable): of the order in view, once the hall has answered */
const HallSecondLook *hall_checks_pane_get_look (HallChecksPane *self);
