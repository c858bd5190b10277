/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes of files as people know them from their desktop.
 */
#pragma once

#include <glib.h>

/* "793 KB", "1.7 MB", "2 MB": steps of 1024. Returns: (transfer full) */
char *hall_file_size_format (gint64 bytes);
