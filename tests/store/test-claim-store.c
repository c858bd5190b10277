/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims: one holder, renewed, lapsing; and notes that are sealed.
 */
#include "hall-claim-store.h"

#include <string.h>

#include "hall-error.h"
#include "hall-note-store.h"
#include "hall-store-fixture.h"

#define NUMBER "20261122000001"

static void
set_up (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *account = NULL;
  g_autoptr (HallRecord) record = NULL;

  hall_store_fixture_set_up (fixture, data);
  account = hall_store_fixture_add_account (fixture, "13800138000");
  record = hall_store_fixture_add_order (fixture, NUMBER, account);
}

static const char *
holder (HallStoreFixture *fixture, gint64 now_s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallClaim) claim = hall_claim_get (fixture->db, NUMBER, now_s, &error);

  g_assert_no_error (error);
  return claim != NULL ? g_intern_string (claim->staff) : NULL;
}

static void
test_lease (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallClaim) claim = NULL;

  g_assert_null (holder (fixture, 1000));
  g_assert_true (hall_claim_take (fixture->db, NUMBER, "a", 1000, &error));
  g_assert_cmpstr (holder (fixture, 1000), ==, "a");
  g_assert_false (hall_claim_take (fixture->db, NUMBER, "b", 1000 + 599, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CLAIMED);
  g_assert_cmpstr (error->message, ==, "a");
  g_assert_true (hall_claim_take (fixture->db, NUMBER, "a", 1500, NULL));
  claim = hall_claim_get (fixture->db, NUMBER, 1500, NULL);
  g_assert_cmpint (claim->since_s, ==, 1000);
  g_assert_cmpint (claim->expires_s, ==, 1500 + HALL_CLAIM_IDLE_S);
  g_assert_cmpstr (holder (fixture, 2099), ==, "a");
  g_assert_null (holder (fixture, 2100));
  g_assert_true (hall_claim_take (fixture->db, NUMBER, "b", 2100, NULL));
  g_assert_cmpstr (holder (fixture, 2100), ==, "b");
  g_assert_cmpint (hall_claim_forget_lapsed (fixture->db, 2699, NULL), ==, 0);
  g_assert_cmpint (hall_claim_forget_lapsed (fixture->db, 2700, NULL), ==, 1);
  g_assert_true (hall_claim_take (fixture->db, NUMBER, "a", 3000, NULL));
  g_assert_true (hall_claim_release (fixture->db, NUMBER, NULL));
  g_assert_null (holder (fixture, 3000));
}

static void
test_notes (HallStoreFixture *fixture, gconstpointer data)
{
  HallNote first = { (char *) "a", (char *) "甲", 10 };
  HallNote second = { (char *) "b", (char *) "乙", 20 };
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_true (hall_note_add (fixture->db, fixture->vault, NUMBER, &first, NULL));
  g_assert_true (hall_note_add (fixture->db, fixture->vault, NUMBER, &second, NULL));
  notes = hall_note_list (fixture->db, fixture->vault, NUMBER, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (((HallNote *) notes->pdata[0])->text, ==, "甲");
  g_assert_cmpstr (((HallNote *) notes->pdata[1])->staff, ==, "b");
  kept = hall_store_fixture_get_text (fixture, "SELECT text_sealed FROM notes WHERE position = 1");
  g_assert_null (strstr (kept, "甲"));
}

#define ADD(name, test)                                                   \
  g_test_add ("/claim-store/" name, HallStoreFixture, NULL, set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lease", test_lease);
  ADD ("notes", test_notes);
  return g_test_run ();
}
