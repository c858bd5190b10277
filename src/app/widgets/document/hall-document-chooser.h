/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How files come to a document card: chosen in the system's dialog, or dropped.
 *
 * Signal "chosen" (GPtrArray *files): (element-type GFile): at least one
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_DOCUMENT_CHOOSER (hall_document_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentChooser, hall_document_chooser, HALL, DOCUMENT_CHOOSER, GObject)

HallDocumentChooser *hall_document_chooser_new (void);

/* @title: what is to be chosen */
void hall_document_chooser_open (HallDocumentChooser *self, GtkWidget *parent, const char *title);

/* From now on files can be dropped onto @widget, which gets the class "hall-drop" meanwhile. */
void hall_document_chooser_accept_drops (HallDocumentChooser *self, GtkWidget *widget);

/* Whether drops are taken. */
void hall_document_chooser_set_enabled (HallDocumentChooser *self, gboolean enabled);

/* Whether several files can be chosen in the dialog, as at first. */
void hall_document_chooser_set_multiple (HallDocumentChooser *self, gboolean multiple);
