/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogues and the calendar that administrators can change while the hall runs. Every
 * thread may look; what has been on the shelf stays there until the hall ends, so what was handed
 * out is good for as long.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-db.h"
#include "hall-workday.h"

typedef struct _HallShelf HallShelf;

HallShelf *hall_shelf_new (void);
void hall_shelf_free (HallShelf *self);

/**
 * hall_shelf_load:
 * @calendar: (nullable): that of the program, which the years of the database go over
 *
 * Reads what the database has beyond what is on the shelf.
 */
gboolean
hall_shelf_load (HallShelf *self, HallDb *db, const HallCalendar *calendar, GError **error);

/* (transfer none) (nullable): @version 0 is the one in use */
HallCatalog *hall_shelf_find (HallShelf *self, const char *project, gint64 version);

/* The version in use; 0 if the project is not on the shelf. */
gint64 hall_shelf_get_active (HallShelf *self, const char *project);

/* Returns: (transfer container) (element-type HallCatalog): those in use, by project */
GPtrArray *hall_shelf_list (HallShelf *self);

/* (transfer none) (nullable): NULL before the first load */
HallCalendar *hall_shelf_get_calendar (HallShelf *self);
