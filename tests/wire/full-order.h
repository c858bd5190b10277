/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order with everything filled in that an order can hold.
 */
#pragma once

#include "hall-order.h"

HallOrder *full_order_new (void);
