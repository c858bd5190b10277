/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-load.h"
#include "hall-catalog-store.h"
#include "hall-calendar-store.h"
#include "hall-data-dir.h"
#include "hall-error.h"
#include "hall-store-fixture.h"

#define PROJECT "yinuo-bidding"

/* The shipped catalogue with @blanks behind it: another file that says the same. */
static HallCatalog *
make_catalog (guint blanks)
{
  g_autofree char *path = hall_data_dir_find ("catalog/yinuo-bidding.json");
  g_autoptr (GString) more = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  HallCatalog *catalog;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  more = g_string_new (text);
  for (guint i = 0; i < blanks; i++)
    g_string_append_c (more, ' ');
  source = g_bytes_new (more->str, more->len);
  catalog = hall_catalog_load_bytes ("shipped", source, &error);
  g_assert_no_error (error);
  return catalog;
}

static void
test_versions (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallCatalog) first = make_catalog (0);
  g_autoptr (HallCatalog) second = make_catalog (1);
  g_autoptr (HallCatalog) back = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  HallDb *db = fixture->db;
  const HallCatalogVersion *row;

  g_assert_cmpint (hall_catalog_store_get_active (db, PROJECT, &error), ==, 0);
  g_assert_cmpint (hall_catalog_store_add (db, first, "", 5, &error), ==, 1);
  g_assert_cmpint (hall_catalog_store_add (db, second, "guanli", 6, &error), ==, 2);
  g_assert_cmpint (hall_catalog_store_add (db, first, "guanli", 7, &error), ==, 1);
  g_assert_true (hall_catalog_store_activate (db, PROJECT, 2, &error));
  g_assert_cmpint (hall_catalog_store_get_active (db, PROJECT, &error), ==, 2);
  g_assert_false (hall_catalog_store_activate (db, PROJECT, 3, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  list = hall_catalog_store_list (db, &error);
  g_assert_cmpuint (list->len, ==, 2);
  row = g_ptr_array_index (list, 0);
  g_assert_cmpint (row->version, ==, 2);
  g_assert_true (row->active);
  g_assert_cmpstr (row->loaded_by, ==, "guanli");
  row = g_ptr_array_index (list, 1);
  g_assert_false (row->active);
  g_assert_cmpstr (row->loaded_by, ==, "");
  back = hall_catalog_store_load (db, PROJECT, 2, &error);
  g_assert_cmpstr (back->sha256, ==, second->sha256);
  g_assert_null (hall_catalog_store_load (db, PROJECT, 3, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

/* A newer program's own catalogue is used, but not in place of one that somebody chose. */
static void
test_shipped (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallCatalog) first = make_catalog (0);
  g_autoptr (HallCatalog) second = make_catalog (1);
  g_autoptr (HallCatalog) own = make_catalog (2);
  g_autoptr (HallCatalog) third = make_catalog (3);
  g_autoptr (GError) error = NULL;
  HallDb *db = fixture->db;

  g_assert_true (hall_catalog_store_ship (db, first, 1, &error));
  g_assert_cmpint (hall_catalog_store_get_active (db, PROJECT, &error), ==, 1);
  g_assert_true (hall_catalog_store_ship (db, second, 2, &error));
  g_assert_cmpint (hall_catalog_store_get_active (db, PROJECT, &error), ==, 2);
  g_assert_cmpint (hall_catalog_store_add (db, own, "guanli", 3, &error), ==, 3);
  g_assert_true (hall_catalog_store_activate (db, PROJECT, 3, &error));
  g_assert_true (hall_catalog_store_ship (db, third, 4, &error));
  g_assert_cmpint (hall_catalog_store_get_active (db, PROJECT, &error), ==, 3);
  g_assert_no_error (error);
}

/* What orders were filed with stays as it was, whatever is tried. */
static void
test_kept (HallStoreFixture *fixture, gconstpointer data)
{
  static const char *const tries[] = {
    "UPDATE catalog_versions SET source = '{}'",
    "DELETE FROM catalog_versions",
    "UPDATE orders SET catalog_version = 2",
    "UPDATE orders SET project = 'other'",
  };
  g_autofree char *account = hall_store_fixture_add_account (fixture, "13800138000");
  g_autoptr (HallRecord) record = hall_store_fixture_add_order (fixture, "20261122000017", account);
  g_autoptr (HallCatalog) catalog = make_catalog (0);
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_catalog_store_ship (fixture->db, catalog, 1, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_test_message ("%s", tries[i]);
      g_assert_false (hall_db_script (fixture->db, tries[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
      g_clear_error (&error);
    }
}

static void
test_calendar (HallStoreFixture *fixture, gconstpointer data)
{
  char *holidays[] = { (char *) "2027-01-01/2027-01-03", NULL };
  char *workdays[] = { (char *) "2027-01-09", NULL };
  HallCalendarYear year = { 2027, (char *) "通知", holidays, workdays };
  g_autoptr (HallCalendar) calendar = hall_calendar_new ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  g_assert_true (hall_calendar_store_apply (fixture->db, calendar, &error));
  g_date_set_dmy (&day, 1, 1, 2027);
  g_assert_true (hall_calendar_is_workday (calendar, &day));
  g_assert_true (hall_calendar_store_set (fixture->db, &year, "wang", 7, &error));
  g_assert_true (hall_calendar_store_set (fixture->db, &year, "guanli", 8, &error));
  g_assert_true (hall_calendar_store_apply (fixture->db, calendar, &error));
  g_assert_false (hall_calendar_is_workday (calendar, &day));
  g_date_set_dmy (&day, 9, 1, 2027);
  g_assert_true (hall_calendar_is_workday (calendar, &day));
  changes = hall_calendar_store_list (fixture->db, &error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((HallCalendarChange *) g_ptr_array_index (changes, 0))->changed_by, ==,
                   "guanli");
  g_assert_no_error (error);
}

#define ADD(name, test)                                                                        \
  g_test_add ("/catalog-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("versions", test_versions);
  ADD ("shipped", test_shipped);
  ADD ("kept", test_kept);
  ADD ("calendar", test_calendar);
  return g_test_run ();
}
