/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the files and helper programs that come with the program are. The only place
 * below src/os that asks which system it runs on: what is installed lies under
 * compiled-in folders, on Windows beside the program, wherever it was unpacked.
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

/**
 * hall_data_dir_find_program:
 * @name: of a helper program, without ".exe"
 *
 * Looks in $HALL_PROGRAM_DIR, then where helpers are installed. Safe from every thread.
 *
 * Returns: (transfer full) (nullable)
 */
char *hall_data_dir_find_program (const char *name);

/**
 * hall_data_dir_get_translations:
 *
 * $HALL_LOCALE_DIR, else where translations are installed; for bindtextdomain (), in the encoding
 * that it wants.
 *
 * Returns: (transfer full) (type filename)
 */
char *hall_data_dir_get_translations (void);
