/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a catalogue file. Strict: whatever is not understood is an error.
 */
#pragma once

#include "hall-catalog.h"

/**
 * hall_catalog_load_file:
 * @error: %HALL_ERROR_INVALID naming file, JSON path and reason; %HALL_ERROR_NOT_FOUND
 *   if the file cannot be read
 *
 * Returns: (transfer full)
 */
HallCatalog *hall_catalog_load_file (const char *path, GError **error);

/* The same from memory; @name stands for the file in errors. */
HallCatalog *hall_catalog_load_bytes (const char *name, GBytes *source, GError **error);

/* The same, with the reason in @lang: for whoever reads it in a window. */
HallCatalog *
hall_catalog_load_bytes_in (const char *name, GBytes *source, HallLang lang, GError **error);
