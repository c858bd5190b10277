/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of the catalogue as a row of a boxed list: label, control, verdict, and one line
 * below for the hint or for what was found. It knows its field, the value and what it is told
 * to say of it; it judges nothing and knows no application.
 *
 * Signals, all without parameters:
 *  - "changed": the person changed the value; what was found before no longer holds
 *  - "left": done with it: the value is tidy, time to judge it
 *  - "confirmed": the tick "Checked, it is right" was set or taken away
 *  - "entered": Enter was pressed, after "left"
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-application.h"

#define HALL_TYPE_FIELD_ROW (hall_field_row_get_type ())
G_DECLARE_FINAL_TYPE (HallFieldRow, hall_field_row, HALL, FIELD_ROW, GtkListBoxRow)

/* @field: of a catalogue that outlives the row */
GtkWidget *hall_field_row_new (const HallField *field);

const HallField *hall_field_row_get_field (HallFieldRow *self);

/* (transfer none): "" for nothing, and while something has still to be typed again. */
const char *hall_field_row_get_value (HallFieldRow *self);
void hall_field_row_set_value (HallFieldRow *self, const char *value);

/* Both depend on other fields: hall_application_get_kind (), hall_application_is_required (). */
void hall_field_row_set_kind (HallFieldRow *self, const HallKind *kind);
void hall_field_row_set_required (HallFieldRow *self, gboolean required);

/**
 * hall_field_row_show_finding:
 * @finding: (nullable): NULL: nothing is wrong; a value gets its mark for that
 *
 * A doubtful value gets a tick to confirm it with. While the person is typing nothing is said:
 * show it again when the row has been left.
 */
void hall_field_row_show_finding (HallFieldRow *self, const HallFinding *finding);

/* As before it was judged: no mark, the hint below. */
void hall_field_row_forget_finding (HallFieldRow *self);

/* Whether the tick is set. */
gboolean hall_field_row_is_confirmed (HallFieldRow *self);

/**
 * hall_field_row_set_locked:
 * @why: (nullable): why it cannot be changed now, in one sentence; NULL: it can
 */
void hall_field_row_set_locked (HallFieldRow *self, const char *why);
gboolean hall_field_row_is_locked (HallFieldRow *self);

/**
 * hall_field_row_set_return:
 * @reason: (nullable): why the reviewer returned it; stays in view until it is taken away
 */
void hall_field_row_set_return (HallFieldRow *self, const char *reason);

/* Whether the person has been here and gone on: time to speak of what is missing. */
gboolean hall_field_row_is_visited (HallFieldRow *self);

/* FALSE while something typed is no value yet: it must be typed once more. */
gboolean hall_field_row_is_settled (HallFieldRow *self);

/* Whether a finding, or what is typed, keeps the person from going on. */
gboolean hall_field_row_needs_attention (HallFieldRow *self);

/* Puts the cursor into it, its text selected, and brings it into view. */
void hall_field_row_focus (HallFieldRow *self);
