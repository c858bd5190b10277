/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which fields of an order may still be changed. The service refuses the others, a client
 * shows them without a way to edit them.
 */
#pragma once

#include "hall-order.h"

/**
 * hall_lock_is_field_open:
 * @returns: (element-type HallReturn): the returns in force
 *
 * In a draft everything is open. After a return it is what was returned, with the fields
 * that hang on it: those that must equal it, take their default from it or depend on it,
 * and those it takes from. A return of the order as a whole opens all. After acceptance
 * it is the sections the catalogue names (the delivery).
 */
gboolean hall_lock_is_field_open (HallState state,
                                  GPtrArray *returns,
                                  const HallCatalog *catalog,
                                  const HallField *field);

/* The same for an order as a client has it. */
gboolean hall_order_is_field_open (const HallOrder *self,
                                   const HallCatalog *catalog,
                                   const HallField *field);
