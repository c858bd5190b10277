/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-step.h"

#define STEP(id, name, en, zh) [HALL_STEP_##id] = { name, HALL_TEXTS (en, zh) },
static const struct
{
  const char *name;
  HallStaticLabel label;
} rows[HALL_N_STEPS] = {
#include "hall-step-list.h"
};
#undef STEP

/* When the order was last returned; 0 if it never was. */
static gint64
get_returned_s (const HallOrder *order)
{
  gint64 at_s = 0;

  for (guint i = 0; i < order->timeline->len; i++)
    {
      const HallTimelineStep *step = g_ptr_array_index (order->timeline, i);

      if (step->event == HALL_EVENT_REVIEW_REJECTED || step->event == HALL_EVENT_FUNDS_REJECTED)
        at_s = step->at_s;
    }
  return at_s;
}

gboolean
hall_step_wants_document (const HallOrder *order, const HallRequirement *requirement)
{
  const HallDocument *document = hall_order_find_document (order, requirement->slot);

  if (document == NULL || !document->current)
    return TRUE;
  return order->state == HALL_STATE_REJECTED
         && hall_order_find_return (order, requirement->slot) != NULL
         && document->uploaded_s <= get_returned_s (order);
}

/* Whether a document of the group that is due at payment, or of the other, is wanted. */
static gboolean
wants_documents (const HallOrder *order, const HallCatalog *catalog, gboolean at_payment)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, order->certificate_type);

  for (guint i = 0; type != NULL && i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      if (requirement->at_payment == at_payment && hall_requirement_is_in_type (requirement, type)
          && hall_step_wants_document (order, requirement))
        return TRUE;
    }
  return FALSE;
}

static HallStep
next_after_return (const HallOrder *order, const HallCatalog *catalog, HallVerdict verdict)
{
  gboolean pays_by_transfer =
      order->channel == HALL_PAY_TRANSFER && hall_order_can (order, HALL_ACTION_UPLOAD_VOUCHER);

  if (verdict > HALL_HINT)
    return HALL_STEP_FILL;
  if (order->changed_since_confirmed)
    return HALL_STEP_CONFIRM;
  if (wants_documents (order, catalog, FALSE))
    return HALL_STEP_DOCUMENTS;
  if (hall_order_can (order, HALL_ACTION_AUTHENTICATE))
    return HALL_STEP_AUTH;
  if (pays_by_transfer && wants_documents (order, catalog, TRUE))
    return HALL_STEP_PAYMENT;
  return HALL_STEP_RESULT;
}

HallStep
hall_step_next (const HallOrder *order, const HallCatalog *catalog, HallVerdict verdict)
{
  switch (order->state)
    {
    case HALL_STATE_DRAFT:
      return verdict > HALL_HINT ? HALL_STEP_FILL : HALL_STEP_CONFIRM;
    case HALL_STATE_AWAITING_DOCUMENTS:
      return HALL_STEP_DOCUMENTS;
    case HALL_STATE_AWAITING_HANDLER_AUTH:
      return HALL_STEP_AUTH;
    case HALL_STATE_AWAITING_PAYMENT:
      return HALL_STEP_PAYMENT;
    case HALL_STATE_REJECTED:
      return next_after_return (order, catalog, verdict);
    default:
      return HALL_STEP_RESULT;
    }
}

gboolean
hall_step_is_open (const HallOrder *order, HallStep step, HallStep next)
{
  switch (order->state)
    {
    case HALL_STATE_DRAFT:
    case HALL_STATE_AWAITING_DOCUMENTS:
    case HALL_STATE_AWAITING_HANDLER_AUTH:
    case HALL_STATE_AWAITING_PAYMENT:
    case HALL_STATE_REJECTED:
      return step <= next;
    default:
      return step == HALL_STEP_RESULT;
    }
}

const char *
hall_step_get_name (HallStep step)
{
  g_return_val_if_fail (step < HALL_N_STEPS, NULL);
  return rows[step].name;
}

const char *
hall_step_get_label (HallStep step, HallLang lang)
{
  g_return_val_if_fail (step < HALL_N_STEPS && lang < HALL_N_LANGS, "");
  return rows[step].label.text[lang];
}
