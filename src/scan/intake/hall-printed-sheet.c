/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-printed-sheet.h"

#include "hall-form-sheet.h"
#include "hall-seal-sheet.h"

HallPrintedSheet *
hall_printed_sheet_new (GBytes *pdf, HallSheetPlan *plan)
{
  HallPrintedSheet *self = g_new0 (HallPrintedSheet, 1);

  self->ref_count = 1;
  self->pdf = g_bytes_ref (pdf);
  self->plan = plan;
  return self;
}

HallPrintedSheet *
hall_printed_sheet_print (HallDocumentKind kind,
                          const HallCatalog *catalog,
                          const HallApplication *application,
                          const HallSheetInfo *info,
                          GError **error)
{
  g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
  g_autoptr (GBytes) pdf = NULL;
  HallPrintedSheet *self;

  if (kind == HALL_DOCUMENT_SEAL_SHEET)
    pdf = hall_seal_sheet_print (catalog, application, info, plan, error);
  else
    pdf = hall_form_sheet_print (catalog, application, info, plan, error);
  if (pdf == NULL)
    return NULL;
  self = hall_printed_sheet_new (pdf, g_steal_pointer (&plan));
  self->catalog = hall_catalog_ref ((HallCatalog *) catalog);
  return self;
}

HallPrintedSheet *
hall_printed_sheet_ref (HallPrintedSheet *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hall_printed_sheet_unref (HallPrintedSheet *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_bytes_unref (self->pdf);
  hall_sheet_plan_free (self->plan);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_free (self);
}
