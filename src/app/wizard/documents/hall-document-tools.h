/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The buttons of a document's card beside those every card has: scan, adjust, try again, and a
 * practice scan; and the files that come by way of them.
 *
 * Signals:
 *  - "changed" (): begins or ends something; ask hall_document_tools_is_busy()
 *  - "problem" (const char *text): why there is no file
 */
#pragma once

#include "hall-document-card.h"
#include "hall-draft.h"

#define HALL_TYPE_DOCUMENT_TOOLS (hall_document_tools_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentTools, hall_document_tools, HALL, DOCUMENT_TOOLS, GObject)

/* @card: (not owned): it owns the buttons */
HallDocumentTools *
hall_document_tools_new (HallDocumentCard *card, HallDraft *draft, HallUpload *upload);

/* @content: (nullable): what the card shows, if it is here */
void hall_document_tools_show (HallDocumentTools *self, HallUploadState state, GBytes *content);

/* @files: (element-type GFile): chosen or dropped */
void hall_document_tools_offer (HallDocumentTools *self, GPtrArray *files);

gboolean hall_document_tools_is_busy (HallDocumentTools *self);

/* Gives up what runs. */
void hall_document_tools_stop (HallDocumentTools *self);
