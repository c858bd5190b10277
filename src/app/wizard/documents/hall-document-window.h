/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One document to look at in a window of its own, above the page it belongs to. Escape closes it.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client.h"
#include "hall-place.h"

#define HALL_TYPE_DOCUMENT_WINDOW (hall_document_window_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentWindow, hall_document_window, HALL, DOCUMENT_WINDOW, GtkDialog)

/* @label: what it is: "Application form" */
GtkWidget *hall_document_window_new (GtkWindow *parent, const char *label);

/* Before the content: it is a capture sheet, and the electronic seal is shown beside it. */
void hall_document_window_set_seal_sheet (HallDocumentWindow *self);

/* The whole file. */
void hall_document_window_set_content (HallDocumentWindow *self, GBytes *content);

/* Fetches what the hall keeps in a slot of an order; says why if it cannot. */
void hall_document_window_fetch (HallDocumentWindow *self,
                                 HallClient *client,
                                 const char *number,
                                 const char *slot);

/* @findings: (nullable) (element-type HallFinding): listed at the side; a reference is kept */
void hall_document_window_set_findings (HallDocumentWindow *self, GPtrArray *findings);

/* @mark: (nullable): drawn on it by a reviewer; brought into view
 * @words: (nullable): why it was returned; NULL if it was not */
void hall_document_window_set_return (HallDocumentWindow *self,
                                      const HallPlace *mark,
                                      const char *words);

/* Brings it into view and marks it, as soon as the pages are there. */
void hall_document_window_show_place (HallDocumentWindow *self, const HallPlace *place);
