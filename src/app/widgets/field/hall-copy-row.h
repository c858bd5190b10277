/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that says something to be taken elsewhere: an account number, an order number. Its
 * button copies it.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_COPY_ROW (hall_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (HallCopyRow, hall_copy_row, HALL, COPY_ROW, GtkListBoxRow)

/* @value: as it is shown */
GtkWidget *hall_copy_row_new (const char *label, const char *value);

/* @copied: (nullable): what is copied instead: a number without its blanks */
void hall_copy_row_set_value (HallCopyRow *self, const char *value, const char *copied);

/* Only to be read. */
void hall_copy_row_hide_button (HallCopyRow *self);
