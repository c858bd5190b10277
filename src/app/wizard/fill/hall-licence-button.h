/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Fill in from the licence…", or from an identity card: asks for the file, has it read, and lets
 * the person choose.
 *
 * Signal "used" (GPtrArray *proposals): (element-type HallProposal): what is to be filled in
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_LICENCE_BUTTON (hall_licence_button_get_type ())
G_DECLARE_FINAL_TYPE (HallLicenceButton, hall_licence_button, HALL, LICENCE_BUTTON, GtkButton)

GtkWidget *hall_licence_button_new (HallDraft *draft, HallDocumentKind kind);

/* As if the person had chosen it. */
void hall_licence_button_read (HallLicenceButton *self, GFile *file);
