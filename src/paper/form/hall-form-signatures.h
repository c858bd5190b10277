/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The foot of the application form: where people sign, where the seal goes, and what the hall
 * fills in. An organisation's form has one signature, a person's two.
 */
#pragma once

#include "hall-form-table.h"

/* @table: outlives the drawing. Returns: (transfer full) */
HallStrip *hall_form_signatures_make (HallFormTable *table);
