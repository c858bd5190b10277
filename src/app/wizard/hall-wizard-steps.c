/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wizard-steps.h"

#include "hall-auth-page.h"
#include "hall-confirm-page.h"
#include "hall-documents-page.h"
#include "hall-fill-page.h"
#include "hall-payment-page.h"
#include "hall-project-page.h"
#include "hall-result-page.h"

static GtkWidget *(*const makers[HALL_N_STEPS]) (HallFrame *frame, HallDraft *draft) = {
  [HALL_STEP_CONFIRM] = hall_confirm_page_new,     [HALL_STEP_AUTH] = hall_auth_page_new,
  [HALL_STEP_DOCUMENTS] = hall_documents_page_new, [HALL_STEP_FILL] = hall_fill_page_new,
  [HALL_STEP_PAYMENT] = hall_payment_page_new,     [HALL_STEP_PROJECT] = hall_project_page_new,
  [HALL_STEP_RESULT] = hall_result_page_new,
};

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

gboolean
hall_wizard_steps_begin_with_fields (HallDraft *draft)
{
  const HallOrder *order = hall_draft_get_order (draft);

  if (order->state != HALL_STATE_REJECTED)
    return FALSE;
  for (guint i = 0; i < order->returns->len; i++)
    {
      const HallReturn *returned = g_ptr_array_index (order->returns, i);

      if (hall_catalog_find_field (hall_draft_get_catalog (draft), returned->place) != NULL)
        return TRUE;
    }
  return FALSE;
}
