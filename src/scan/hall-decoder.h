/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting a helper that opens strangers' files for us: its pipes are open, of our
 * surroundings it gets to know the few things that a decoder needs.
 */
#pragma once

#include <gio/gio.h>

/**
 * hall_decoder_start:
 * @arguments: NULL-terminated, without the program itself
 * @error: %HALL_ERROR_UNAVAILABLE if it is not installed or cannot be started
 *
 * Any thread.
 *
 * Returns: (transfer full): with pipes for its standard input and output
 */
GSubprocess *hall_decoder_start (const char *program, const char *const *arguments, GError **error);
