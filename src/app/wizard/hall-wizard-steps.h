/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which page of the wizard belongs to which step. For hall-wizard.c.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

/* @draft: (nullable): for the first step only. Returns: (transfer floating) */
HallWizardPage *hall_wizard_steps_make (HallStep step, HallFrame *frame, HallDraft *draft);

/* Whether there is something to be seen of a step. */
gboolean hall_wizard_steps_have (HallStep step);

/* Whether the reviewer has returned a field: it is looked at first, even if it could be right. */
gboolean hall_wizard_steps_begin_with_fields (HallDraft *draft);
