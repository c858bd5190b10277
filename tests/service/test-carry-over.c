/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders that an older program left: they get what they are found by, and keep their approval.
 */
#include "hall-carry-over.h"
#include "hall-order-walk.h"

#define AS_OLD                                                                     \
  "DROP TRIGGER orders_are_carried_once; DROP TRIGGER orders_keep_their_approval;" \
  "DROP TRIGGER orders_void_their_approval;"

static void
carry (HallOrderFixture *fixture)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (GError) error = NULL;

  hall_order_fixture_init_context (fixture, &context, "timer");
  hall_carry_over (&context, &error);
  g_assert_no_error (error);
}

/* What a program before the keys and hashes left, with the approval it had written. */
static void
test_old (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) before = NULL;
  g_autoptr (HallRecord) after = NULL;

  hall_order_walk (fixture, HALL_STATE_ACCEPTED, HALL_PAY_TRANSFER);
  before = hall_order_fixture_load (fixture);
  g_assert_cmpstr (before->bank_key, !=, "");
  hall_store_fixture_run (&fixture->store, AS_OLD
                          "UPDATE orders SET mobile_key = NULL, uscc_key = NULL, bank_key = NULL, "
                          "content_hash = reviewed_shown, reviewed_hash = reviewed_shown");
  carry (fixture);
  after = hall_order_fixture_load (fixture);
  g_assert_cmpstr (after->bank_key, ==, before->bank_key);
  g_assert_cmpstr (after->mobile_key, ==, before->mobile_key);
  g_assert_cmpstr (after->uscc_key, ==, before->uscc_key);
  g_assert_cmpstr (after->content_hash, ==, before->content_hash);
  g_assert_cmpstr (after->reviewed_by, ==, "shenhe");
  g_assert_cmpstr (after->reviewed_hash, ==, before->reviewed_hash);
  hall_order_fixture_move (fixture, "zhizheng", HALL_EVENT_START_PRODUCTION, NULL,
                           HALL_STATE_IN_PRODUCTION);
}

/* A program that lacked only the account's key: nothing else is touched. */
static void
test_no_bank_key (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) before = NULL;
  g_autoptr (HallRecord) after = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  before = hall_order_fixture_load (fixture);
  hall_store_fixture_run (&fixture->store, "UPDATE orders SET bank_key = NULL");
  carry (fixture);
  after = hall_order_fixture_load (fixture);
  g_assert_cmpstr (after->bank_key, ==, before->bank_key);
  g_assert_cmpstr (after->reviewed_by, ==, "shenhe");
  g_assert_cmpstr (after->reviewed_hash, ==, before->reviewed_hash);
  g_assert_cmpint (after->version, ==, before->version);
  g_assert_cmpint (hall_store_fixture_get_int (
                       &fixture->store, "SELECT COUNT (*) FROM orders WHERE bank_key IS NULL"),
                   ==, 0);
}

#define ADD(name, test)                                                                     \
  g_test_add ("/carry-over/" name, HallOrderFixture, NULL, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("old", test_old);
  ADD ("no-bank-key", test_no_bank_key);
  return g_test_run ();
}
