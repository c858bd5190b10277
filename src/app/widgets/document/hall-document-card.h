/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One document to hand in: what it is, a picture of its first page, its size against the limit,
 * what was found on it. A file can be chosen or dropped onto it. It reads no file and judges
 * none: that is the owner's.
 *
 * Signals:
 *  - "files-chosen" (GPtrArray *files): (element-type GFile): chosen or dropped; at least one
 *  - "place-chosen" (HallPlace *place): of a finding; valid during the call
 *  - "view" (): the whole document is wanted
 *  - "discard" (): the file is to be removed
 *  - "cancel" (): the upload is to be stopped
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-application.h"

#define HALL_TYPE_DOCUMENT_CARD (hall_document_card_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentCard, hall_document_card, HALL, DOCUMENT_CARD, GtkBox)

/* @requirement: of a catalogue that outlives the card */
GtkWidget *hall_document_card_new (const HallRequirement *requirement);

const HallRequirement *hall_document_card_get_requirement (HallDocumentCard *self);

/* Nothing here yet. */
void hall_document_card_show_empty (HallDocumentCard *self);

/**
 * hall_document_card_show_file:
 * @pages: 0 if that is not known
 *
 * Findings and picture of another file are taken away.
 */
void hall_document_card_show_file (HallDocumentCard *self,
                                   const char *file_name,
                                   gint64 bytes,
                                   guint pages);

/* @content: (nullable): the whole file: its first page is shown small, and of a seal sheet the
 * electronic seal that would come of it. */
void hall_document_card_set_content (HallDocumentCard *self, GBytes *content);

/* @findings: (element-type HallFinding): of any place; all are listed. NULL: none */
void hall_document_card_set_findings (HallDocumentCard *self, GPtrArray *findings);

/* One more line of what was found, as "Form code found" with %HALL_GOOD. */
void hall_document_card_add_mark (HallDocumentCard *self, HallVerdict verdict, const char *text);

/* (nullable): What keeps the person from going on, also where there is no file yet. */
void hall_document_card_set_problem (HallDocumentCard *self, const char *text);

/* More buttons: beside the one that chooses a file, or below the file. */
GtkBox *hall_document_card_get_empty_tools (HallDocumentCard *self);
GtkBox *hall_document_card_get_file_tools (HallDocumentCard *self);

/* @fraction: of what is uploaded; negative: nothing is on its way */
void hall_document_card_set_progress (HallDocumentCard *self, double fraction);

/* (nullable): Why the reviewer returned it; stays until it is taken away. */
void hall_document_card_set_return (HallDocumentCard *self, const char *reason);

/* It can be viewed, but not changed now. */
void hall_document_card_set_locked (HallDocumentCard *self, gboolean locked);

/* It can be replaced, but the slot can not be left empty. */
void hall_document_card_set_removable (HallDocumentCard *self, gboolean removable);

/* To the button that puts a file here; brings the card into view. */
void hall_document_card_focus (HallDocumentCard *self);
