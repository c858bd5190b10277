/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row to read: what it is, what it says, and buttons for what can be done with it. It looks
 * like a HallFieldRow that nobody can write into.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_FACT_ROW (hall_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (HallFactRow, hall_fact_row, HALL, FACT_ROW, GtkListBoxRow)

GtkWidget *hall_fact_row_new (const char *label, const char *value);

void hall_fact_row_set_value (HallFactRow *self, const char *value);

/* (nullable): what is to be known about it, in small letters below. */
void hall_fact_row_set_hint (HallFactRow *self, const char *hint);

/* (nullable): what the button at the end puts on the clipboard, which may differ from what is
 * shown: a number without its blanks. NULL: there is no button. */
void hall_fact_row_set_copy (HallFactRow *self, const char *text);

/* At the end of the row. Its accessible name tells @label and the row's own apart. */
GtkWidget *hall_fact_row_add_button (HallFactRow *self, const char *label);
