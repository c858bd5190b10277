/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a database to the newest schema.
 */
#pragma once

#include "hall-db.h"

/**
 * hall_migrate:
 * @folder: holds NNNN-name.sql, numbered from 0001 without gaps
 * @error: %HALL_ERROR_CONFLICT if the database is newer than the files (an older program on
 *   a newer hall must not write)
 *
 * Runs every file whose number the database has not seen, each in its own transaction.
 */
gboolean hall_migrate (HallDb *db, const char *folder, GError **error);
