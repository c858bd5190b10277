/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of one application from the first page to the last: the list of steps, the page one
 * is at, Back and the primary button. It follows its draft: when a phone or a payment moves the
 * order, it goes on by itself.
 *
 * Signals:
 *  - "show-order" (const char *number): the order is wanted, among the handler's orders
 *  - "leave" (): Back was pressed on the first page
 */
#pragma once

#include "hall-draft.h"
#include "hall-frame.h"

#define HALL_TYPE_WIZARD (hall_wizard_get_type ())
G_DECLARE_FINAL_TYPE (HallWizard, hall_wizard, HALL, WIZARD, GtkBox)

/* @draft: (nullable): NULL: nothing has begun yet */
GtkWidget *hall_wizard_new (HallFrame *frame, HallDraft *draft);

/* (nullable) */
HallDraft *hall_wizard_get_draft (HallWizard *self);

/* Whether there is somewhere to go back to from the first page. */
void hall_wizard_set_can_leave (HallWizard *self, gboolean can_leave);

/* It has come into view. */
void hall_wizard_enter (HallWizard *self);

HallStep hall_wizard_get_step (HallWizard *self);

/* FALSE if the step cannot be looked at now. */
gboolean hall_wizard_go_to (HallWizard *self, HallStep step);

/* FALSE if there is nothing to go back to. */
gboolean hall_wizard_go_back (HallWizard *self);

/* From the practice phone. FALSE: nobody asks for a code. */
gboolean hall_wizard_fill_code (HallWizard *self, const char *code);

/* As if the primary button had been pressed. */
void hall_wizard_go_next (HallWizard *self);
