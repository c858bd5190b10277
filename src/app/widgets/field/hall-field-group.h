/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section of the catalogue: its title, why it is asked, a row for each of its fields in one
 * boxed list, "same as" helpers, and what is rarely needed folded away.
 *
 * Signals:
 *  - "changed", "left", "confirmed" (HallFieldRow *row): what its rows say
 *  - "copy-chosen" (const HallCopy *copy): a helper was pressed; the owner does the copying
 *  - "entered" (): Enter was pressed in the last row; from any other row it goes to the next
 */
#pragma once

#include "hall-field-row.h"

#define HALL_TYPE_FIELD_GROUP (hall_field_group_get_type ())
G_DECLARE_FINAL_TYPE (HallFieldGroup, hall_field_group, HALL, FIELD_GROUP, GtkBox)

/* @section: of a catalogue that outlives the group */
GtkWidget *hall_field_group_new (const HallSection *section);

const HallSection *hall_field_group_get_section (HallFieldGroup *self);

/* (nullable): NULL if the field is of another section. */
HallFieldRow *hall_field_group_get_row (HallFieldGroup *self, const char *field_id);

/* (transfer none) (element-type HallFieldRow): in the catalogue's order */
GPtrArray *hall_field_group_get_rows (HallFieldGroup *self);

/* Values, kinds, and what is required, as they are in @application; it is not kept. */
void hall_field_group_show_application (HallFieldGroup *self, const HallApplication *application);

/**
 * hall_field_group_show_findings:
 * @findings: (element-type HallFinding): of the whole application; those of other sections are
 *   not looked at
 * @everywhere: also in rows the person has not been to yet, as when they want to go on
 */
void
hall_field_group_show_findings (HallFieldGroup *self, GPtrArray *findings, gboolean everywhere);

/* (nullable): The first row that keeps the person from going on; see show_findings. */
HallFieldRow *hall_field_group_find_trouble (HallFieldGroup *self);

/* (nullable): The first row that can be edited and has no value. */
HallFieldRow *hall_field_group_find_empty (HallFieldGroup *self);

/* Shows the folded rows too. A row with a value or a trouble is never folded. */
void hall_field_group_set_unfolded (HallFieldGroup *self, gboolean unfolded);
