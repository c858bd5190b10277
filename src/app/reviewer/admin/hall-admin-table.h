/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of texts, one row of which can be chosen. What it shows is what a CSV file of it has.
 *
 * Signals: "chosen" (): another row, or none; "opened" (): a row was double-clicked or entered.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-csv-writer.h"

#define HALL_TYPE_ADMIN_TABLE (hall_admin_table_get_type ())
G_DECLARE_FINAL_TYPE (HallAdminTable, hall_admin_table, HALL, ADMIN_TABLE, GtkScrolledWindow)

/* @name: what screen readers call it. @titles: (array zero-terminated=1): of the columns; they
 * are copied. One that begins with '#' is a column of numbers. */
GtkWidget *hall_admin_table_new (const char *name, const char *const *titles);

/* Other columns; there are no rows then. */
void hall_admin_table_set_columns (HallAdminTable *self, const char *const *titles);

/* The row that was chosen stays so if it is there again: the one with the same first cell. */
void hall_admin_table_begin (HallAdminTable *self);

/* @cells: as many as there are columns */
void hall_admin_table_add (HallAdminTable *self, const char *const *cells);
void hall_admin_table_end (HallAdminTable *self);

/* From 0; -1 if none is chosen. */
int hall_admin_table_get_chosen (HallAdminTable *self);
void hall_admin_table_choose (HallAdminTable *self, int row);
guint hall_admin_table_get_n_rows (HallAdminTable *self);

void hall_admin_table_write (HallAdminTable *self, HallCsvWriter *csv);
