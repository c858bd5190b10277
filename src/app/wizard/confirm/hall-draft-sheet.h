/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets of an application that are printed: the hall's own once the data is confirmed, and
 * before that a preview, drawn on this computer from what is typed.
 */
#pragma once

#include "hall-draft.h"
#include "hall-form-code.h"

/* Whether the data is to be confirmed (again), so that there is nothing to print yet. */
gboolean hall_draft_sheet_is_preview (HallDraft *draft);

/* (nullable): The document that @sheet becomes when it is scanned; NULL: there is none. */
const HallRequirement *hall_draft_sheet_get_requirement (HallDraft *draft, HallSheet sheet);

/* What a sheet is drawn from: it is another one when this differs. Returns: (transfer full) */
char *hall_draft_sheet_get_key (HallDraft *draft, HallSheet sheet);

void hall_draft_sheet_load_async (HallDraft *draft,
                                  HallSheet sheet,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Returns: (transfer full): a PDF */
GBytes *hall_draft_sheet_load_finish (HallDraft *draft, GAsyncResult *result, GError **error);
