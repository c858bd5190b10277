/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the handler prints: form and seal sheet of the revision that was confirmed, and the note
 * for the organisation's accountant.
 */
#include "hall-document-store.h"
#include "hall-finance-note.h"
#include "hall-form-sheet.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-seal-sheet.h"

typedef GBytes *(*Print) (const HallCatalog *catalog,
                          const HallApplication *application,
                          const HallSheetInfo *info,
                          const HallSetup *setup,
                          GError **error);

/* The data as confirmed. NULL with @error if nothing is, or if they are being changed. */
static HallApplication *
load_confirmed (HallContext *context, const HallCase *order, gint64 *confirmed_s, GError **error)
{
  const HallRecord *record = order->record;
  g_autoptr (GError) failure = NULL;
  HallApplication *application = NULL;

  if (record->revision > 0 && record->state != HALL_STATE_DRAFT)
    application = hall_revision_get (context->db, context->setup->vault, record->number,
                                     (guint) record->revision, confirmed_s, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (application == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         hall_reply_say (context, "请先确认填写的信息，再打印。",
                                         "Confirm the data first; then the form can be printed."));
  return application;
}

static HallAnswer *
send_sheet (HallContext *context, const HallRequest *request, Print print, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  g_autoptr (HallApplication) application = NULL;
  HallSheetInfo info = { .hall_name = context->setup->name, .practice = context->setup->practice };
  GBytes *pdf;

  if (order == NULL)
    return NULL;
  application = load_confirmed (context, order, &info.confirmed_at_s, error);
  if (application == NULL)
    return NULL;
  info.order = order->record->number;
  info.revision = (guint) order->record->revision;
  info.sha256 = order->record->printed_hash;
  pdf = print (order->catalog, application, &info, context->setup, error);
  return pdf != NULL ? hall_answer_new_bytes (200, "application/pdf", pdf) : NULL;
}

static GBytes *
print_form (const HallCatalog *catalog,
            const HallApplication *application,
            const HallSheetInfo *info,
            const HallSetup *setup,
            GError **error)
{
  (void) setup;
  return hall_form_sheet_print (catalog, application, info, NULL, error);
}

static GBytes *
print_seal_sheet (const HallCatalog *catalog,
                  const HallApplication *application,
                  const HallSheetInfo *info,
                  const HallSetup *setup,
                  GError **error)
{
  (void) setup;
  return hall_seal_sheet_print (catalog, application, info, NULL, error);
}

/* The hall sends the 0.01 yuan from the account that it is paid into. */
static GBytes *
print_note (const HallCatalog *catalog,
            const HallApplication *application,
            const HallSheetInfo *info,
            const HallSetup *setup,
            GError **error)
{
  return hall_finance_note_print (catalog, application, info, setup->payee.account_name, error);
}

static HallAnswer *
get_form (HallContext *context, const HallRequest *request, GError **error)
{
  return send_sheet (context, request, print_form, error);
}

static HallAnswer *
get_seal_sheet (HallContext *context, const HallRequest *request, GError **error)
{
  return send_sheet (context, request, print_seal_sheet, error);
}

/* Paid by transfer there is no 0.01 yuan to expect: that payment proved the account. */
static HallAnswer *
get_finance_note (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  if (order == NULL)
    return NULL;
  if (g_strcmp0 (order->record->channel, hall_pay_channel_get_name (HALL_PAY_TRANSFER)) == 0)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                           hall_reply_say (context, "本业务单以公对公转账付款，不另打款 0.01 元。",
                                           "This order is paid by transfer: no 0.01 yuan is sent "
                                           "to the organisation's account."));
      return NULL;
    }
  return send_sheet (context, request, print_note, error);
}

#define READERS (HALL_ACTOR_BIT (HALL_ACTOR_HANDLER) | HALL_ACTORS_STAFF)

const HallRoute hall_routes_sheet[] = {
  { "GET", HALL_PATH_FORM, READERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_form, NULL },
  { "GET", HALL_PATH_SEAL_SHEET, READERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_seal_sheet,
    NULL },
  { "GET", HALL_PATH_FINANCE_NOTE, READERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_finance_note,
    NULL },
  { NULL },
};
