/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question to certhall-render, the helper that opens strangers' files for us, and its
 * answer. Every question is a process of its own, under limits; how the parts travel is in
 * hall-render-parts.h.
 */
#pragma once

#include <gio/gio.h>

typedef struct
{
  const char *const *arguments; /* NULL-terminated: the job and what it wants */
  GPtrArray *parts;             /* (element-type GBytes): what the helper gets to read */
  guint max_seconds;            /* of a clock on the wall */
  gsize max_answer;             /* bytes */
  gint *per_cent; /* (nullable): set atomically by lines "progress N" that lead the answer */
} HallRenderQuestion;

/**
 * hall_render_ask:
 * @error: %G_IO_ERROR_CANCELLED, %HALL_ERROR_UNAVAILABLE if the helper cannot be started, or
 *   %HALL_ERROR_INVALID if it gave no answer: the file was too much for it
 *
 * Blocks; cancelling ends it at once. Safe from every thread.
 *
 * Returns: (transfer full): what it wrote
 */
GBytes *
hall_render_ask (const HallRenderQuestion *question, GCancellable *cancellable, GError **error);
