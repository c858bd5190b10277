/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hash that a printed page carries: it changes exactly when what is printed changes.
 */
#include "hall-application.h"

#include <string.h>

#include "hall-catalog-load.h"
#include "hall-test.h"

static char *
hash (const HallApplication *application)
{
  return hall_application_hash_printed (application, hall_test_catalog ());
}

/* The bytes under the hash, written out by hand. */
static void
test_what_is_hashed (void)
{
  static const char canonical[] =
      "{\"amount_fen\":90000,\"certificate_type\":\"organisation\",\"fields\":{"
      "\"handler.email\":\"zs@example.com\",\"handler.id_number\":\"11010519491231002X\","
      "\"handler.mobile\":\"13800138000\",\"handler.name\":\"张三\","
      "\"organisation.address\":\"广东省深圳市南山区测试路1号\",\"organisation.id_type\":\"uscc\","
      "\"organisation.name\":\"深圳市测试样例科技有限公司\","
      "\"organisation.uscc\":\"91999999MA0000023Y\"},\"project\":\"yinuo-bidding\"}";
  g_autoptr (HallApplication) application = hall_test_application ("organisation");
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *found = NULL;

  hall_application_set (application, "handler.email", "zs@example.com");
  found = hash (application);
  g_assert_cmpstr (found, ==, expected);
}

/* Every field in turn, changed and emptied. */
static void
assert_fields (const char *certificate_type)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *type = hall_catalog_find_type (catalog, certificate_type);
  g_autoptr (HallApplication) application = hall_test_application (certificate_type);
  g_autofree char *before = hash (application);
  g_autofree char *all_before = hall_application_hash_all (application);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, catalog->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HallField *field = value;
      gboolean printed =
          field->print != HALL_PRINT_NOT && hall_section_is_in_type (field->section, type);
      g_autofree char *old = g_strdup (hall_application_get (application, field->id));
      g_autofree char *changed = NULL;
      g_autofree char *emptied = NULL;
      g_autofree char *all = NULL;
      g_autofree char *restored = NULL;

      g_test_message ("%s", field->id);
      hall_application_set (application, field->id, "something else");
      changed = hash (application);
      all = hall_application_hash_all (application);
      hall_application_set (application, field->id, NULL);
      emptied = hash (application);
      hall_application_set (application, field->id, old);
      restored = hash (application);
      g_assert_cmpint (!g_str_equal (changed, before), ==, printed);
      g_assert_cmpint (!g_str_equal (emptied, before), ==, printed && *old != '\0');
      g_assert_cmpstr (all, !=, all_before);
      g_assert_cmpstr (restored, ==, before);
    }
}

static void
test_fields (void)
{
  assert_fields ("organisation");
  assert_fields ("organisation-person");
}

static void
test_project_and_type (void)
{
  g_autoptr (HallApplication) organisation = hall_test_application ("organisation");
  g_autoptr (HallApplication) person = hall_application_copy (organisation);
  g_autoptr (HallApplication) project = hall_application_copy (organisation);
  g_autofree char *first = hash (organisation);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_free (person->certificate_type);
  person->certificate_type = g_strdup ("organisation-person");
  second = hash (person);
  g_assert_cmpstr (second, !=, first);
  g_free (project->project);
  project->project = g_strdup ("another");
  third = hash (project);
  g_assert_cmpstr (third, !=, first);
  g_assert_cmpstr (third, !=, second);
}

/* The catalogue with the texts of @from replaced by @to. */
static HallCatalog *
catalog_with (const char *from, const char *to)
{
  const HallCatalog *shipped = hall_test_catalog ();
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (shipped->source, NULL),
                                               (gssize) g_bytes_get_size (shipped->source));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  HallCatalog *catalog;

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  bytes = g_bytes_new (text->str, text->len);
  catalog = hall_catalog_load_bytes ("changed.json", bytes, &error);
  g_assert_no_error (error);
  return catalog;
}

static void
test_price (void)
{
  g_autoptr (HallApplication) application = hall_test_application ("organisation");
  g_autoptr (HallCatalog) dearer = catalog_with ("\"amount_fen\": 90000", "\"amount_fen\": 90001");
  g_autoptr (HallCatalog) reworded = catalog_with ("证书服务费", "证书费用");
  g_autofree char *before = hash (application);
  g_autofree char *price = hall_application_hash_printed (application, dearer);
  g_autofree char *words = hall_application_hash_printed (application, reworded);

  g_assert_cmpstr (price, !=, before);
  g_assert_cmpstr (words, ==, before);
}

/* Who confirmed which warning is not on paper, nor what stands in fields of other types. */
static void
test_what_is_not_hashed (void)
{
  g_autoptr (HallApplication) application = hall_test_application ("organisation");
  g_autofree char *before = hash (application);
  g_autofree char *all_before = hall_application_hash_all (application);
  g_autofree char *after = NULL;
  g_autofree char *all_after = NULL;

  hall_application_set_confirmed (application, "organisation.uscc", TRUE);
  all_after = hall_application_hash_all (application);
  g_assert_cmpstr (all_after, ==, all_before);
  hall_application_set (application, "subject_person.name", "王五");
  hall_application_set (application, "unknown.field", "x");
  after = hash (application);
  g_assert_cmpstr (after, ==, before);
}

/* The order in which values were set leaves no trace. */
static void
test_order (void)
{
  g_autoptr (HallApplication) forwards = hall_application_new ("yinuo-bidding", "organisation");
  g_autoptr (HallApplication) backwards = hall_application_new ("yinuo-bidding", "organisation");
  g_autoptr (HallApplication) source = hall_test_application ("organisation");
  g_autoptr (GList) ids = g_hash_table_get_keys (source->values);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *all_one = NULL;
  g_autofree char *all_two = NULL;

  for (GList *l = ids; l != NULL; l = l->next)
    hall_application_set (forwards, l->data, hall_application_get (source, l->data));
  for (GList *l = g_list_last (ids); l != NULL; l = l->prev)
    hall_application_set (backwards, l->data, hall_application_get (source, l->data));
  one = hash (forwards);
  two = hash (backwards);
  all_one = hall_application_hash_all (forwards);
  all_two = hall_application_hash_all (backwards);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (all_one, ==, all_two);
  g_assert_cmpuint (strlen (one), ==, 64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application-hash/what-is-hashed", test_what_is_hashed);
  g_test_add_func ("/application-hash/fields", test_fields);
  g_test_add_func ("/application-hash/project-and-type", test_project_and_type);
  g_test_add_func ("/application-hash/price", test_price);
  g_test_add_func ("/application-hash/what-is-not-hashed", test_what_is_not_hashed);
  g_test_add_func ("/application-hash/order", test_order);
  return g_test_run ();
}
