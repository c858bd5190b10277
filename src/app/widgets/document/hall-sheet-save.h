/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a sheet as a file: the system's dialog, then writing it. One for each page.
 */
#pragma once

#include <gtk/gtk.h>

/**
 * hall_sheet_save_async:
 * @over: the page or window; the dialog goes with it
 * @file_name: what is proposed
 */
void hall_sheet_save_async (GtkWidget *over,
                            const char *file_name,
                            GBytes *bytes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * hall_sheet_save_finish:
 * @error: of GIO; %G_IO_ERROR_CANCELLED when the person changed their mind
 *
 * Returns: (transfer full): where it was saved
 */
GFile *hall_sheet_save_finish (GtkWidget *over, GAsyncResult *result, GError **error);
