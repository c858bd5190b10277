/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the helpers do to themselves before they read the first byte. Linked into them only.
 */
#pragma once

#include <glib.h>

/* The caller refuses larger files long before. */
#define HALL_DECODER_MAX_BYTES (64 * 1024 * 1024)

/* Limits time, memory and files of this process; pipes carry bytes as they are. */
void hall_decoder_limit_self (guint max_cpu_s);
