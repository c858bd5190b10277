/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-facts.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-money.h"
#include "hall-when.h"

typedef char *(*Format) (const HallOrder *order, const HallCatalog *catalog);

static char *
format_type (const HallOrder *order, const HallCatalog *catalog)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, order->certificate_type);

  return type != NULL ? g_strdup (hall_label_get (&type->label, hall_app_lang ())) : NULL;
}

static char *
format_amount (const HallOrder *order, const HallCatalog *catalog)
{
  g_autofree char *amount = hall_money_format (order->amount_fen);

  /* Translators: an amount of money: "900.00 yuan" */
  return g_strdup_printf (_ ("%s yuan"), amount);
}

static char *
format_payment (const HallOrder *order, const HallCatalog *catalog)
{
  const char *state = hall_substate_get_label (order->sub[HALL_SUBSTATE_PAYMENT], hall_app_lang ());

  if (order->channel < 0)
    return g_strdup (state);
  return g_strdup_printf ("%s · %s",
                          hall_pay_channel_get_label ((HallPayChannel) order->channel,
                                                      hall_app_lang ()),
                          state);
}

static char *
format_fin_auth (const HallOrder *order, const HallCatalog *catalog)
{
  const char *state =
      hall_substate_get_label (order->sub[HALL_SUBSTATE_FIN_AUTH], hall_app_lang ());
  HallReason reason =
      order->bank_reason != NULL ? hall_reason_from_code (order->bank_reason) : HALL_N_REASONS;

  /* Paid online the proof comes with the approval; only a transfer makes it needless. */
  if (order->sub[HALL_SUBSTATE_FIN_AUTH] == HALL_FIN_AUTH_NOT_REQUIRED
      && order->channel != HALL_PAY_TRANSFER)
    return NULL;
  if (reason >= HALL_N_REASONS)
    return g_strdup (state);
  return g_strdup_printf ("%s\n%s", state, hall_reason_get_label (reason, hall_app_lang ()));
}

static char *
format_invoice (const HallOrder *order, const HallCatalog *catalog)
{
  return g_strdup (hall_substate_get_label (order->sub[HALL_SUBSTATE_INVOICE], hall_app_lang ()));
}

static char *
format_pin (const HallOrder *order, const HallCatalog *catalog)
{
  g_autofree char *when = NULL;

  if (order->pin == NULL)
    return NULL;
  if (order->pin_sent_s > 0)
    when = hall_when_format (order->pin_sent_s);
  return g_strdup_printf ("%s · %s",
                          hall_pin_recipient_get_label (order->pin->recipient, hall_app_lang ()),
                          when != NULL ? when : _ ("not sent yet"));
}

static char *
format_submitted (const HallOrder *order, const HallCatalog *catalog)
{
  return order->submitted_s > 0 ? hall_when_format (order->submitted_s) : NULL;
}

static char *
format_deadline (const HallOrder *order, const HallCatalog *catalog)
{
  return order->deadline_s > 0 ? hall_when_format (order->deadline_s) : NULL;
}

static char *
format_revision (const HallOrder *order, const HallCatalog *catalog)
{
  return order->revision > 0 ? g_strdup_printf ("%u", order->revision) : NULL;
}

static char *
format_reviewer (const HallOrder *order, const HallCatalog *catalog)
{
  return g_strdup (order->reviewed_by);
}

static char *
format_parcel (const HallOrder *order, const HallCatalog *catalog)
{
  if (order->tracking_number == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", order->courier != NULL ? order->courier : "",
                          order->tracking_number);
}

static const struct
{
  const char *id;
  const char *label;
  Format format;
} rows[] = {
  { "type", N_ ("Certificate type"), format_type },
  { "amount", N_ ("Amount"), format_amount },
  { "payment", N_ ("Payment"), format_payment },
  { "fin-auth", N_ ("Bank proof"), format_fin_auth },
  { "pin", N_ ("PIN goes to"), format_pin },
  { "invoice", N_ ("Invoice"), format_invoice },
  { "revision", N_ ("Revision of the form"), format_revision },
  { "submitted", N_ ("Handed in"), format_submitted },
  { "deadline", N_ ("Review due"), format_deadline },
  { "reviewer", N_ ("Reviewed by"), format_reviewer },
  { "parcel", N_ ("Parcel"), format_parcel },
};

const char *
hall_desk_facts_get_name (const HallOrder *order)
{
  return order->organisation != NULL && *order->organisation != '\0' ? order->organisation
                                                                     : _ ("No name yet");
}

guint
hall_desk_facts_get_n (void)
{
  return G_N_ELEMENTS (rows);
}

const char *
hall_desk_facts_get_id (guint fact)
{
  g_return_val_if_fail (fact < G_N_ELEMENTS (rows), "");

  return rows[fact].id;
}

const char *
hall_desk_facts_get_label (guint fact)
{
  g_return_val_if_fail (fact < G_N_ELEMENTS (rows), "");

  return _ (rows[fact].label);
}

char *
hall_desk_facts_format (guint fact, const HallOrder *order, const HallCatalog *catalog)
{
  g_return_val_if_fail (fact < G_N_ELEMENTS (rows), NULL);

  return rows[fact].format (order, catalog);
}
