/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the initial PIN comes, in a sentence.
 */
#pragma once

#include "hall-pin.h"

/* Returns: (transfer full) */
char *hall_pin_words_format (const HallPinRule *rule);

/* The same for every way to pay, as Pango markup. Returns: (transfer full) */
char *hall_pin_words_compare_markup (gboolean for_person, HallFinAuthMode mode);
