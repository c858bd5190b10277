/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: the calls that a helper may still make of the system. It reads, computes and writes to
 * the pipes it has; there is no network, no other program, no file to be written. For
 * hall-decoder-limits-unix.c.
 */
#pragma once

#include <glib.h>

/**
 * hall_decoder_seccomp_enter:
 *
 * For good, for every thread to come. Whatever is not on the list fails with EPERM.
 *
 * Returns: %FALSE where the system has no such filters
 */
gboolean hall_decoder_seccomp_enter (void);
