/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section of the catalogue: its title, why it is asked, a row for each of its fields in one
 * boxed list, "same as" helpers, and what is rarely needed folded away.
 *
 * Signals:
 *  - "changed", "left", "confirmed" (HallFieldRow *row): what its rows say
 *  - "copy-toggled" (const HallCopy *copy, gboolean active): a helper was pressed; the owner
 *    does the copying
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
 * hall_field_group_show_finding:
 * @finding: (nullable): what is wrong with the field, if anything
 *
 * Says so in its row, unless the person has not been there yet and nothing is in it: nobody is
 * blamed for what they have not seen.
 */
void hall_field_group_show_finding (HallFieldGroup *self,
                                    const char *field_id,
                                    const HallFinding *finding);

/* @findings: (element-type HallFinding): of the whole application, all at once */
void hall_field_group_show_findings (HallFieldGroup *self, GPtrArray *findings);

/* From now on findings are shown everywhere: the person wants to go on. */
void hall_field_group_reveal_findings (HallFieldGroup *self);

/* Shows whether a helper is on; "copy-toggled" is not emitted. */
void hall_field_group_set_copy_active (HallFieldGroup *self, const HallCopy *copy, gboolean active);

/* (nullable): The first row that keeps the person from going on, of what is shown. */
HallFieldRow *hall_field_group_find_trouble (HallFieldGroup *self);

/* (nullable): The first row that can be edited and has no value. */
HallFieldRow *hall_field_group_find_empty (HallFieldGroup *self);

/* Shows the folded rows too. A row with a value or a trouble is never folded. */
void hall_field_group_set_unfolded (HallFieldGroup *self, gboolean unfolded);

/* One more helper at the head, below "same as"; the group takes it. */
void hall_field_group_add_helper (HallFieldGroup *self, GtkWidget *helper);
