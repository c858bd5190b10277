/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the best impression out of a scanned seal sheet. Gives strangers' bytes to decoders:
 * others use hall-seal-extract.h.
 */
#pragma once

#include <gio/gio.h>

#include "hall-look-options.h"
#include "hall-seal-image.h"

/* @error: %HALL_ERROR_INVALID if the file cannot be opened, %HALL_ERROR_NOT_FOUND if there is
 * neither an impression in a frame nor, without a plan, a seal. */
HallSealImage *hall_seal_take (GBytes *bytes, const HallLookOptions *options, GError **error);
