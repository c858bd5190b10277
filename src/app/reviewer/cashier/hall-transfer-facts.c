/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-transfer-facts.h"

#include <glib/gi18n.h>

#include "hall-money.h"

void
hall_transfer_facts_show (HallFactGroup *facts, const HallOrder *order, const HallCatalog *catalog)
{
  g_autofree char *yuan = hall_money_format (order->amount_fen);
  g_autofree char *amount = g_strdup_printf ("¥ %s", yuan);
  g_autofree char *number = hall_order_format_number (order->number);
  const char *account =
      hall_application_get_role (order->application, catalog, HALL_FIELD_ROLE_ACCOUNT_NUMBER);
  const struct
  {
    const char *label;
    const char *value;
    const char *copy; /* (nullable) */
  } rows[] = {
    { _ ("Amount expected"), amount, NULL },
    { _ ("Payer expected"), order->organisation, order->organisation },
    { _ ("Payer's account"), account, account },
    { _ ("Payer's bank"),
      hall_application_get_role (order->application, catalog, HALL_FIELD_ROLE_ACCOUNT_BRANCH),
      NULL },
    { _ ("Order number"), number, order->number },
  };

  hall_fact_group_clear (facts);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].value != NULL && *rows[i].value != '\0')
      {
        HallFactRow *row = hall_fact_group_add (facts, rows[i].label, rows[i].value);

        if (rows[i].copy != NULL)
          hall_fact_row_set_copy (row, rows[i].copy);
      }
}
