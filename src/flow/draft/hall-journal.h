/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed and the hall does not have yet, in a file of this computer, so that neither a
 * crash nor an evening without network loses it. One file for each order, readable by its owner
 * only, gone when the hall has everything. For hall-draft.c only.
 *
 * Written by appending a line for each edit, which costs microseconds and survives the end of
 * this program at any moment; a line cut short is skipped when it is read.
 */
#pragma once

#include "hall-fill.h"

typedef struct _HallJournal HallJournal;

/* @hall_key: of the session; halls can have orders of the same number */
HallJournal *hall_journal_new (const char *hall_key, const char *order_number);
void hall_journal_free (HallJournal *self);

/* Returns: (transfer full) (element-type HallEdit): the last edit of each field, oldest first */
GPtrArray *hall_journal_read (HallJournal *self);

/* Keeps @edits besides. @error: of GIO */
gboolean hall_journal_add (HallJournal *self, GPtrArray *edits, GError **error);

/* Keeps @edits and nothing else; without any the file is removed. @error: of GIO */
gboolean hall_journal_rewrite (HallJournal *self, GPtrArray *edits, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallJournal, hall_journal_free)
