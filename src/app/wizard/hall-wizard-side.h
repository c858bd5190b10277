/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of steps beside the pages of the wizard: which are done, where one is, which order
 * it is, and whether what was typed has reached the hall.
 *
 * Signal "activated" (guint step): a HallStep was chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_WIZARD_SIDE (hall_wizard_side_get_type ())
G_DECLARE_FINAL_TYPE (HallWizardSide, hall_wizard_side, HALL, WIZARD_SIDE, GtkBox)

/* @frame: what it stands in, beside the pages; where that is narrow the list folds */
GtkWidget *hall_wizard_side_new (GtkBox *frame);

/* Once. */
void hall_wizard_side_set_draft (HallWizardSide *self, HallDraft *draft);

/* @step: where one is. Looks at the draft anew. */
void hall_wizard_side_show_step (HallWizardSide *self, HallStep step);
