/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A code of an organisation or a person's identity number as a machine read it: which one can it
 * be? Its check digit finds every single misread character, and leaves no choice for most of them.
 */
#pragma once

#include <glib.h>

/**
 * hall_uscc_mend:
 * @one, @other: two readings of the same print, other characters around it or not
 *
 * A reading whose check digit is right is taken, if the other does not speak against it. One that
 * is right but for one character, misread or too many, is mended if that can be done in one way
 * only and the other reading bears it out: two misread characters could pass for right else.
 *
 * Returns: (transfer full) (nullable): 18 characters whose check digit is right; NULL if none
 *   can be had for certain
 */
char *hall_uscc_mend (const char *one, const char *other);

/* The same for an identity number; its area and its birthday must be possible too, and the other
 * reading must have the character that is mended. */
char *hall_citizen_id_mend (const char *one, const char *other);
