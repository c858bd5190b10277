/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting certhall-render, which opens strangers' files for us: its pipes are open, of our
 * surroundings it gets to know the few things that a decoder needs.
 */
#pragma once

#include <gio/gio.h>

/**
 * hall_decoder_start:
 * @arguments: NULL-terminated: the job and what it wants
 * @error: %HALL_ERROR_UNAVAILABLE if it is not installed or cannot be started
 *
 * Any thread.
 *
 * Returns: (transfer full): with pipes for its standard input and output
 */
GSubprocess *hall_decoder_start (const char *const *arguments, GError **error);

/* The same with what @launcher has been given for it; its flags and surroundings are set here. */
GSubprocess *hall_decoder_start_with (GSubprocessLauncher *launcher,
                                      const char *const *arguments,
                                      GError **error);
