/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a machine read from a business licence or an identity card, to be compared and taken entry
 * by entry. Nothing is filled in but what the person has ticked and sent.
 *
 * Signals:
 *  - "used" (GPtrArray *proposals): (element-type HallProposal): the ticked ones; at least one.
 *    The dialog closes then
 *  - "again" (): another file is to be chosen. The dialog closes then
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"
#include "hall-licence.h"

#define HALL_TYPE_LICENCE_DIALOG (hall_licence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallLicenceDialog, hall_licence_dialog, HALL, LICENCE_DIALOG, GtkDialog)

/* Destroys itself when it has been answered; what runs then is cancelled. */
GtkWidget *hall_licence_dialog_new (GtkWindow *parent, HallDraft *draft, HallDocumentKind kind);

/* Reads it in the background, and shows what comes of it. */
void hall_licence_dialog_read (HallLicenceDialog *self, GFile *file);

/* As if it had been read just now; not kept. */
void hall_licence_dialog_show_licence (HallLicenceDialog *self, const HallLicence *licence);
