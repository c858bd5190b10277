/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is to know of an order beside what was filled in: type, money, proof, parcel.
 * A table; each row says its text for an order.
 */
#pragma once

#include "hall-order.h"

/* Whose order it is; says so where no name is known yet. */
const char *hall_desk_facts_get_name (const HallOrder *order);

guint hall_desk_facts_get_n (void);
const char *hall_desk_facts_get_id (guint fact);

/* In the program's language. */
const char *hall_desk_facts_get_label (guint fact);

/* Returns: (transfer full) (nullable): NULL if it does not matter for this order */
char *hall_desk_facts_format (guint fact, const HallOrder *order, const HallCatalog *catalog);
