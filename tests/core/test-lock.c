/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which fields are open, for each state and kind of return, against the shipped catalogue.
 */
#include "hall-catalog-load.h"
#include "hall-lock.h"

static const struct
{
  HallState state;
  const char *returned; /* a place, or NULL */
  const char *field;
  gboolean open;
} cases[] = {
  { HALL_STATE_DRAFT, NULL, "organisation.name", TRUE },
  { HALL_STATE_AWAITING_DOCUMENTS, NULL, "organisation.name", FALSE },
  { HALL_STATE_UNDER_REVIEW, NULL, "delivery.city", FALSE },
  { HALL_STATE_REJECTED, "handler.name", "handler.name", TRUE },
  { HALL_STATE_REJECTED, "handler.name", "handler.id_number", FALSE },
  { HALL_STATE_REJECTED, "handler.name", "delivery.recipient", TRUE },
  { HALL_STATE_REJECTED, "delivery.recipient", "handler.name", TRUE },
  { HALL_STATE_REJECTED, "organisation.name", "invoice.title", TRUE },
  { HALL_STATE_REJECTED, "invoice.title", "organisation.name", TRUE },
  { HALL_STATE_REJECTED, "invoice.title", "basic_account.account_name", TRUE },
  { HALL_STATE_REJECTED, "legal_rep.id_number", "legal_rep.id_type", TRUE },
  { HALL_STATE_REJECTED, "business_licence", "organisation.name", FALSE },
  { HALL_STATE_REJECTED, "handler_auth", "handler.name", FALSE },
  { HALL_STATE_REJECTED, "order", "delivery.city", TRUE },
  { HALL_STATE_ACCEPTED, NULL, "delivery.city", TRUE },
  { HALL_STATE_ACCEPTED, NULL, "invoice.title", FALSE },
  { HALL_STATE_IN_PRODUCTION, NULL, "delivery.city", FALSE },
};

static void
test_open (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("HALL_DATA_DIR"), "catalog", "yinuo-bidding.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog = hall_catalog_load_file (path, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallOrder) order = hall_order_new ("20261122000017");
      const HallField *field = hall_catalog_find_field (catalog, cases[i].field);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, cases[i].field);
      g_assert_nonnull (field);
      order->state = cases[i].state;
      if (cases[i].returned != NULL)
        g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, cases[i].returned, "-"));
      g_assert_cmpint (hall_order_is_field_open (order, catalog, field), ==, cases[i].open);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/open", test_open);
  return g_test_run ();
}
