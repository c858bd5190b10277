/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a newer program adds to the orders of an older one and the schema alone cannot: it
 * takes the hall's key.
 */
#pragma once

#include "hall-context.h"

/**
 * hall_carry_over:
 * @context: with the writing connection; nobody else uses the hall yet
 *
 * Sets what orders are found by where it was never set. Does nothing when all is done.
 */
gboolean hall_carry_over (HallContext *context, GError **error);
