/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document of an order on its card: what is done with it, what comes of it. While a file is on
 * its way the window is held.
 */
#pragma once

#include "hall-draft.h"
#include "hall-frame.h"

#define HALL_TYPE_DOCUMENT_SLOT (hall_document_slot_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentSlot, hall_document_slot, HALL, DOCUMENT_SLOT, GtkBox)

GtkWidget *hall_document_slot_new (HallFrame *frame, HallDraft *draft, HallUpload *upload);

HallUpload *hall_document_slot_get_upload (HallDocumentSlot *self);

/* Something runs that should be waited for. */
gboolean hall_document_slot_is_busy (HallDocumentSlot *self);

/* @text: (nullable): why one cannot go on; goes by itself when another file is chosen */
void hall_document_slot_show_problem (HallDocumentSlot *self, const char *text);

void hall_document_slot_focus (HallDocumentSlot *self);
