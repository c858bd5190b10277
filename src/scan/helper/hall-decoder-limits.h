/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the helpers do to themselves before they read the first byte. Linked into them only.
 */
#pragma once

#include <glib.h>

/* The caller refuses larger files long before. */
#define HALL_DECODER_MAX_BYTES (64 * 1024 * 1024)

/* Of memory, all together, unless a job says otherwise. */
#define HALL_DECODER_MAX_MIB 256

/**
 * hall_decoder_limit_self:
 * @max_mib: of address space; 0 for %HALL_DECODER_MAX_MIB
 *
 * Limits time, memory and files of this process for good and, where the system can, what it may
 * ask of the system (hall-decoder-seccomp.h). Pipes carry bytes as they are.
 */
void hall_decoder_limit_self (guint max_cpu_s, guint max_mib);

/* One answer of many may take so long, counted anew from now; else the process ends. */
void hall_decoder_limit_answer (guint max_cpu_s);
