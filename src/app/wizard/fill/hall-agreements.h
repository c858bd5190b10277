/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one agrees to before an order begins: the agreements, and the separate consents to
 * sensitive data. Each is ticked by itself, by the person.
 *
 * Signal "changed" (): a tick was set or taken away.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_AGREEMENTS (hall_agreements_get_type ())
G_DECLARE_FINAL_TYPE (HallAgreements, hall_agreements, HALL, AGREEMENTS, GtkBox)

GtkWidget *hall_agreements_new (void);

/**
 * hall_agreements_set_catalog:
 * @catalog: (nullable): outlives what is shown
 *
 * Shows what @catalog asks for before an order; nothing is ticked.
 */
void hall_agreements_set_catalog (HallAgreements *self, const HallCatalog *catalog);

/* The order has begun: all of it was agreed to, and is recorded. */
void hall_agreements_set_recorded (HallAgreements *self);

/* Marks what is not ticked and puts the cursor there; FALSE if everything is. */
gboolean hall_agreements_show_missing (HallAgreements *self);

/* Returns: (transfer full): the ids of what is ticked, NULL-terminated */
char **hall_agreements_collect (HallAgreements *self);
