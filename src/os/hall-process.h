/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that works for this one and ends with it, however this one ends.
 */
#pragma once

#include <gio/gio.h>

#define HALL_TYPE_PROCESS (hall_process_get_type ())
G_DECLARE_FINAL_TYPE (HallProcess, hall_process, HALL, PROCESS, GObject)

/**
 * hall_process_start_async:
 * @argv: the program, by path or as found in PATH, and its arguments; NULL-terminated
 *
 * Ready when the program has written its first line to standard output; later lines are read
 * and dropped. Its standard error is ours.
 */
void hall_process_start_async (const char *const *argv,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * hall_process_start_finish:
 * @first_line: (out): without the end of line
 * @error: of %G_SPAWN_ERROR if the program cannot be started, %G_IO_ERROR_TIMED_OUT if it says
 *   nothing for half a minute, %G_IO_ERROR_FAILED if it ends before it has said anything;
 *   in all of these, and when cancelled, the program has been stopped
 */
HallProcess *hall_process_start_finish (GAsyncResult *result, char **first_line, GError **error);

/* Until it ends, by itself or not; then the signal "ended" says so. */
gboolean hall_process_is_running (HallProcess *self);

/* Asks it to end, and makes it after five seconds. So does giving up the last reference. */
void hall_process_stop (HallProcess *self);

/**
 * hall_process_find_program:
 * @name: "certhalld"
 *
 * Returns: (transfer full) (nullable): the path of a program of ours: beside this one, else in
 *   PATH; NULL if it is in neither
 */
char *hall_process_find_program (const char *name);
