/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row to type one thing into that is no field of the catalogue: a mobile number, a code, a
 * password. It looks like a HallFieldRow, and is told what to say of the text.
 *
 * Signals, both without parameters:
 *  - "changed": the person typed
 *  - "entered": Enter was pressed
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-issue.h"

#define HALL_TYPE_INPUT_ROW (hall_input_row_get_type ())
G_DECLARE_FINAL_TYPE (HallInputRow, hall_input_row, HALL, INPUT_ROW, GtkListBoxRow)

GtkWidget *hall_input_row_new (const char *label, GtkInputPurpose purpose);

/* What the line below says while nothing is wrong. */
void hall_input_row_set_hint (HallInputRow *self, const char *hint);

/* Hides the text; the eye at its end shows it when it is pressed. */
void hall_input_row_set_secret (HallInputRow *self);

/* (transfer none): as typed. */
const char *hall_input_row_get_text (HallInputRow *self);

/* "changed" is not emitted. */
void hall_input_row_set_text (HallInputRow *self, const char *text);

/* @text: (nullable): NULL: nothing is wrong */
void hall_input_row_show_problem (HallInputRow *self, const char *text);
gboolean hall_input_row_has_problem (HallInputRow *self);

/* A button at the end of the row. */
void hall_input_row_set_button (HallInputRow *self, GtkWidget *button);

void hall_input_row_focus (HallInputRow *self);
