/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one part of a catalogue says of another, checked when all has been read: a
 * catalogue that passes can be used without a question at each step.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-json.h"

/* @json is at the root of the document that @catalog was read from; an error is left in it. */
void hall_catalog_check (HallJson *json, const HallCatalog *catalog);
