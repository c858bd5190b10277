/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders on the wire.
 */
#pragma once

#include "hall-json.h"
#include "hall-order.h"

/* The short form, as it stands in lists. */
void hall_wire_add_order_summary (JsonBuilder *builder, const HallOrder *order);

/* The whole order; the words of findings and reasons in @lang. */
void hall_wire_add_order (JsonBuilder *builder, const HallOrder *order, HallLang lang);

/* Members "form_revision", "seal_mm" and "seal_place", each only if there is something to say. */
void hall_wire_add_sight (JsonBuilder *builder, const HallSight *sight);
void hall_wire_read_sight (HallJson *json, HallSight *sight);

/* Reads the object @json is in, short or whole. NULL (and an error in @json) if it is none. */
HallOrder *hall_wire_read_order (HallJson *json);
