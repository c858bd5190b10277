/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wizard-steps.h"

static GtkWidget *(*const makers[HALL_N_STEPS]) (HallFrame *frame, HallDraft *draft) = { NULL };

HallWizardPage *
hall_wizard_steps_make (HallStep step, HallFrame *frame, HallDraft *draft)
{
  g_return_val_if_fail (hall_wizard_steps_have (step), NULL);

  return HALL_WIZARD_PAGE (makers[step](frame, draft));
}

gboolean
hall_wizard_steps_have (HallStep step)
{
  return step < HALL_N_STEPS && makers[step] != NULL;
}
