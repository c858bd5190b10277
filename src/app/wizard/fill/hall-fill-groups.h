/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a draft, section by section: what is typed goes into the draft, what the draft
 * finds is shown beside its field, what was returned says why, what is locked says so.
 *
 * Signals:
 *  - "edited" (): the person changed something
 *  - "entered" (): Enter was pressed in the last row
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"
#include "hall-field-row.h"

#define HALL_TYPE_FILL_GROUPS (hall_fill_groups_get_type ())
G_DECLARE_FINAL_TYPE (HallFillGroups, hall_fill_groups, HALL, FILL_GROUPS, GtkBox)

GtkWidget *hall_fill_groups_new (HallDraft *draft);

/* From now on what is missing is shown everywhere: the person wants to go on. */
void hall_fill_groups_reveal (HallFillGroups *self);

/* (nullable): The first row that keeps the person from going on, of what is shown. */
HallFieldRow *hall_fill_groups_find_trouble (HallFillGroups *self);

/* (nullable): The first row that was returned or still needs something, shown or not. */
HallFieldRow *hall_fill_groups_find_due (HallFillGroups *self);
