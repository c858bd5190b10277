/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that grow by one, and named settings. The writer's thread only, but for reading.
 */
#pragma once

#include "hall-db.h"

/* The next number of @name, from 1; 0 with @error. */
gint64 hall_counter_next (HallDb *db, const char *name, GError **error);

/* The newest number of @name given out; 0 before the first. -1 with @error. */
gint64 hall_counter_get (HallDb *db, const char *name, GError **error);

/* Returns: (transfer full) (nullable): the value, or a copy of @missing */
char *hall_setting_get (HallDb *db, const char *name, const char *missing, GError **error);
gboolean hall_setting_set (HallDb *db, const char *name, const char *value, GError **error);
