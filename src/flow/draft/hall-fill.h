/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An application being filled in: what the hall has, what the person has typed since, and what
 * comes of the two. What was typed wins over what the hall has, field by field, and is never
 * dropped: not by another certificate type, not by a field that is locked for the moment.
 * Pure data without I/O and without signals; for hall-draft.c and its helpers only.
 */
#pragma once

#include "hall-order.h"

typedef struct _HallFill HallFill;

/* What was typed into one field, or, without a field, the certificate type that was chosen. */
typedef struct
{
  char *field; /* (nullable) */
  char *value; /* tidy; may be empty */
  gboolean confirmed;
} HallEdit;

/* @mobile: (nullable): what an empty mobile number of the handler becomes */
HallFill *hall_fill_new (HallCatalog *catalog, const char *mobile);
void hall_fill_free (HallFill *self);

/* @order: (transfer none): must stay until the next one is set */
void hall_fill_set_order (HallFill *self, const HallOrder *order, const GDate *today);

/* Whether the text differs from what was there and the field is open. */
gboolean hall_fill_set_value (HallFill *self, const char *field_id, const char *typed);
gboolean hall_fill_set_confirmed (HallFill *self, const char *field_id, gboolean confirmed);
gboolean hall_fill_set_type (HallFill *self, const char *type_id);
gboolean hall_fill_set_copy (HallFill *self, const HallCopy *copy, gboolean active);
gboolean hall_fill_is_copy_active (HallFill *self, const HallCopy *copy);

/* @edits: (element-type HallEdit): as hall_fill_get_edits() gave them once; whether any is news */
gboolean hall_fill_restore (HallFill *self, GPtrArray *edits);

/* What has been typed since this was called last, also what is as before again.
 * Returns: (transfer full) (element-type HallEdit) */
GPtrArray *hall_fill_take_edits (HallFill *self);

/* What the person typed and the hall has not. Returns: (transfer full) (element-type HallEdit) */
GPtrArray *hall_fill_get_edits (HallFill *self);

/* Gives up everything that was typed and the hall has not. */
void hall_fill_discard (HallFill *self);

/* The hall has taken @snapshot, a copy of the application as it was a while ago. */
void hall_fill_note_saved (HallFill *self, const HallApplication *snapshot);

/* @findings: (nullable) (element-type HallFinding): why the hall has just refused something */
void hall_fill_note_refused (HallFill *self, GPtrArray *findings);

/* What comes of all that. Valid until the next change. */
const HallApplication *hall_fill_get_application (HallFill *self);

/* Differs from what the hall has, in what can be saved now. */
gboolean hall_fill_is_dirty (HallFill *self);
gboolean hall_fill_is_open (HallFill *self, const char *field_id);

/* (nullable) */
const HallFinding *hall_fill_get_finding (HallFill *self, const char *field_id);
GPtrArray *hall_fill_get_findings (HallFill *self);

/**
 * hall_fill_take_changes:
 *
 * Returns: (transfer full) (element-type utf8): the ids of fields whose value, tick, finding
 *   or lock is different since this was called last
 */
GPtrArray *hall_fill_take_changes (HallFill *self);

HallEdit *hall_edit_new (const char *field_id, const char *value, gboolean confirmed);
void hall_edit_free (HallEdit *self);
GPtrArray *hall_edits_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFill, hall_fill_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallEdit, hall_edit_free)
