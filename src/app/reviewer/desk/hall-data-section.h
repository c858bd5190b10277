/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows under one heading, in a boxed list; out of view while none of its rows is to be seen.
 *
 * Signal "row-activated" (HallDataRow *row)
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-data-row.h"

#define HALL_TYPE_DATA_SECTION (hall_data_section_get_type ())
G_DECLARE_FINAL_TYPE (HallDataSection, hall_data_section, HALL, DATA_SECTION, GtkBox)

GtkWidget *hall_data_section_new (const char *title);

/* Returns: (transfer none): a new row at the end */
HallDataRow *hall_data_section_add (HallDataSection *self, const char *id, const char *label);

/* (nullable) */
HallDataRow *hall_data_section_find (HallDataSection *self, const char *id);

void hall_data_section_remove (HallDataSection *self, HallDataRow *row);

/* After rows were shown or hidden. */
void hall_data_section_update (HallDataSection *self);

void hall_data_section_foreach (HallDataSection *self,
                                void (*func) (HallDataRow *row, gpointer user_data),
                                gpointer user_data);
