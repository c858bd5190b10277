/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the files that come with the program are. The only place below src/os that
 * asks which system it runs on: installed files lie under a compiled-in folder, on
 * Windows beside the program, wherever it was unpacked.
 */
#pragma once

#include <glib.h>

/**
 * hall_data_dir_find:
 * @name: relative, with forward slashes: "catalog", "workdays/cn.json"
 *
 * Looks in $HALL_DATA_DIR, then in the installed folder. Safe from every thread.
 *
 * Returns: (transfer full) (nullable): the full path, or NULL if the file or folder is in neither
 */
char *hall_data_dir_find (const char *name);
