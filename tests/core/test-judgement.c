/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be judged of an order, and what the judgements come to.
 */
#include "hall-judgement.h"

#include "hall-test.h"

static const char *
find_all (const char *slot, gpointer data)
{
  return g_strcmp0 (slot, data) == 0 ? NULL : "0";
}

static GPtrArray *
list_places (const char *type, const char *without)
{
  const HallCatalog *catalog = hall_test_catalog ();
  g_autoptr (HallApplication) application = hall_test_application (type);

  return hall_judgements_list_places (catalog, hall_catalog_find_type (catalog, type), application,
                                      find_all, (gpointer) without);
}

static gboolean
has (GPtrArray *places, const char *place)
{
  return g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL);
}

static void
test_places (void)
{
  g_autoptr (GPtrArray) organisation = list_places ("organisation", NULL);
  g_autoptr (GPtrArray) person = list_places ("organisation-person", NULL);
  g_autoptr (GPtrArray) without = list_places ("organisation", "business_licence");

  g_assert_true (has (organisation, "organisation.name"));
  g_assert_true (has (organisation, "business_licence"));
  g_assert_true (has (organisation, HALL_PLACE_HANDLER_AUTH));
  g_assert_false (has (organisation, "payment_voucher")); /* the cashier's */
  g_assert_false (has (organisation, "subject_person.name"));
  g_assert_false (has (organisation, "subject_id_copy"));
  g_assert_true (has (person, "subject_person.name"));
  g_assert_true (has (person, "subject_id_copy"));
  g_assert_false (has (without, "business_licence"));
  g_assert_cmpuint (without->len, ==, organisation->len - 1);
}

/* Accepted one by one; then one goes back, and with it the order. */
static void
test_decide (void)
{
  g_autoptr (GPtrArray) places = list_places ("organisation", NULL);
  g_autoptr (GPtrArray) judgements = hall_judgements_new ();
  g_autoptr (GPtrArray) returns = NULL;
  HallJudgement *last;

  for (guint i = 0; i < places->len; i++)
    {
      g_assert_cmpuint (hall_judgements_count_open (judgements, places), ==, places->len - i);
      g_assert_cmpint (hall_judgements_decide (judgements, places), ==, HALL_N_EVENTS);
      g_ptr_array_add (judgements, hall_judgement_new (g_ptr_array_index (places, i)));
    }
  g_assert_cmpint (hall_judgements_decide (judgements, places), ==, HALL_EVENT_REVIEW_PASSED);
  last = g_ptr_array_index (judgements, places->len - 1);
  g_ptr_array_add (last->returns, hall_return_new (HALL_REASON_X99, last->place, "x"));
  g_assert_cmpint (hall_judgements_decide (judgements, places), ==, HALL_EVENT_REVIEW_REJECTED);
  g_ptr_array_remove_range (judgements, 0, places->len - 1);
  g_assert_cmpint (hall_judgements_decide (judgements, places), ==, HALL_EVENT_REVIEW_REJECTED);
  returns = hall_judgements_list_returns (judgements);
  g_assert_cmpuint (returns->len, ==, 1);
  g_assert_true (g_ptr_array_index (returns, 0) != g_ptr_array_index (last->returns, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judgement/places", test_places);
  g_test_add_func ("/judgement/decide", test_decide);
  return g_test_run ();
}
