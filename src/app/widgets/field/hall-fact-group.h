/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts that belong together: a title and a row for each. Not to be seen while it is empty.
 */
#pragma once

#include "hall-fact-row.h"

#define HALL_TYPE_FACT_GROUP (hall_fact_group_get_type ())
G_DECLARE_FINAL_TYPE (HallFactGroup, hall_fact_group, HALL, FACT_GROUP, GtkBox)

GtkWidget *hall_fact_group_new (const char *title);

void hall_fact_group_set_title (HallFactGroup *self, const char *title);

/* A new row at the end. */
HallFactRow *hall_fact_group_add (HallFactGroup *self, const char *label, const char *value);

void hall_fact_group_clear (HallFactGroup *self);
