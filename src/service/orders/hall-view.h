/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order as its handler, or staff, may see it.
 */
#pragma once

#include "hall-facts.h"
#include "hall-order.h"
#include "hall-queue-store.h"

/* The short form, from the record alone. */
HallOrder *hall_view_summary (const HallContext *context, const HallRecord *record);

/* What a row of the queue says besides: its place, who wants it, who has it. For staff only. */
void hall_view_add_desk (const HallContext *context, HallOrder *view, const HallQueueRow *row);

/* Everything; staff see names, pictures and notes besides. */
HallOrder *hall_view_order (HallContext *context, const HallCase *order, GError **error);
