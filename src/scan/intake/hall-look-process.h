/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look taken by another process, the helper certhall-render: whatever a hostile file does
 * to a decoder costs that process, which has little time and memory, and no rights to lose.
 */
#pragma once

#include "hall-look.h"

/* A busy machine needs some 3 s for a form of four pages on which there is no code. */
#define HALL_LOOK_MAX_SECONDS 10

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
