/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look taken by another process, the helper certhall-render: whatever a hostile file does
 * to a decoder costs that process, which has little time and memory, and no rights to lose.
 */
#pragma once

#include "hall-look.h"

/* By a clock on the wall: for a helper that sleeps. One that works has 5 s of the processor, which
 * on a busy machine may take much longer. */
#define HALL_LOOK_MAX_SECONDS 30

/* What the helper's jobs about a file are given: options, file and, where one is known, the sheet
 * with its plan. Returns: (transfer full) (element-type GBytes) */
GPtrArray *hall_look_make_parts (GBytes *bytes, const HallLookOptions *options);

/**
 * hall_look_run:
 * @bytes: given to the helper through a pipe; nothing is written to disk
 * @max_seconds: after this the helper is ended
 * @error: %HALL_ERROR_UNAVAILABLE if the helper cannot be started, %G_IO_ERROR_CANCELLED
 *
 * As hall_look_take(). A helper that fails, in whatever way, says that the file is damaged.
 * Blocks; safe from every thread.
 */
HallLook *hall_look_run (GBytes *bytes,
                         const HallLookOptions *options,
                         guint max_seconds,
                         GCancellable *cancellable,
                         GError **error);
