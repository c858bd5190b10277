/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fill-fixture.h"

#include "hall-catalog-load.h"

void
fill_set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("HALL_DATA_DIR"), "catalog", "yinuo-bidding.json", NULL);
  g_autoptr (GError) error = NULL;

  f->catalog = hall_catalog_load_file (path, &error);
  g_assert_no_error (error);
  g_date_clear (&f->today, 1);
  g_date_set_dmy (&f->today, 22, 11, 2026);
  f->order = hall_order_new ("20261122000001");
  f->order->application = hall_application_new (f->catalog->id, "organisation");
  f->fill = hall_fill_new (f->catalog, "13800138000");
  hall_fill_set_order (f->fill, f->order, &f->today);
}

void
fill_tear_down (Fixture *f, gconstpointer data)
{
  hall_fill_free (f->fill);
  hall_order_free (f->order);
  hall_catalog_unref (f->catalog);
}

const char *
fill_get (Fixture *f, const char *id)
{
  return hall_application_get (hall_fill_get_application (f->fill), id);
}
