/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field in words: its value as it is read, and what there is to say of it.
 */
#pragma once

#include "hall-client-second-look.h"
#include "hall-order.h"

/* (transfer full): "" if there is no value */
char *hall_field_words_format (const HallApplication *application,
                               const HallField *field,
                               const char *value);

/* (nullable) */
const HallFinding *hall_field_words_find (const HallOrder *order, const char *field);

/**
 * hall_field_words_say:
 * @look: (nullable)
 *
 * Returns: (transfer full) (nullable): what was found, whether the handler confirmed it, and what
 *   stood there before
 */
char *
hall_field_words_say (const HallOrder *order, const HallField *field, const HallSecondLook *look);
