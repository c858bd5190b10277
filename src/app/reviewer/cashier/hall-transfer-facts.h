/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an order's transfer must look like: amount, payer, account.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-fact-group.h"
#include "hall-order.h"

void
hall_transfer_facts_show (HallFactGroup *facts, const HallOrder *order, const HallCatalog *catalog);
