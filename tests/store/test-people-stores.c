/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counters, settings, consents, and answers kept for retries.
 */
#include "hall-consent-store.h"
#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-idempotency-store.h"
#include "hall-store-fixture.h"

#define NOW HALL_TEST_NOW_S

static void
test_counter (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hall_counter_get (fixture->db, "orders", &error), ==, 0);
  for (gint64 i = 1; i <= 3; i++)
    g_assert_cmpint (hall_counter_next (fixture->db, "orders", &error), ==, i);
  g_assert_cmpint (hall_counter_next (fixture->db, "others", &error), ==, 1);
  g_assert_cmpint (hall_counter_get (fixture->db, "orders", &error), ==, 3);
  g_assert_no_error (error);
}

/* A number taken in a change that is taken back is given out again. */
static void
test_counter_taken_back (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hall_counter_next (fixture->db, "orders", &error), ==, 1);
  g_assert_true (hall_db_begin (fixture->db, &error));
  g_assert_cmpint (hall_counter_next (fixture->db, "orders", &error), ==, 2);
  hall_db_rollback (fixture->db);
  g_assert_cmpint (hall_counter_next (fixture->db, "orders", &error), ==, 2);
}

static void
test_setting (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = hall_setting_get (fixture->db, "rule", "on", &error);
  g_autofree char *set = NULL;
  g_autofree char *changed = NULL;

  g_assert_cmpstr (missing, ==, "on");
  g_assert_null (hall_setting_get (fixture->db, "rule", NULL, &error));
  g_assert_true (hall_setting_set (fixture->db, "rule", "off", &error));
  set = hall_setting_get (fixture->db, "rule", "on", &error);
  g_assert_cmpstr (set, ==, "off");
  g_assert_true (hall_setting_set (fixture->db, "rule", "on", &error));
  changed = hall_setting_get (fixture->db, "rule", "x", &error);
  g_assert_cmpstr (changed, ==, "on");
  g_assert_no_error (error);
}

static gboolean
has (HallStoreFixture *fixture, const HallConsent *consent, const char *order)
{
  g_autoptr (GError) error = NULL;
  gboolean given = FALSE;

  g_assert_true (hall_consent_store_has (fixture->db, consent, order, &given, &error));
  g_assert_no_error (error);
  return given;
}

static void
test_consent (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *account = hall_store_fixture_add_account (fixture, "13800138000");
  g_autoptr (HallRecord) order = hall_store_fixture_add_order (fixture, "20261122000001", account);
  HallConsent consent = { .id = (char *) "face-data",
                          .version = (char *) "1.0",
                          .sha256 = (char *) "aa" };
  HallConsent newer = { .id = (char *) "face-data",
                        .version = (char *) "1.1",
                        .sha256 = (char *) "bb" };
  HallConsentGiver giver = { account, order->number, "127.0.0.1", "certhall/0.1", NOW };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_false (has (fixture, &consent, order->number));
  g_assert_true (hall_consent_store_add (fixture->db, &consent, &giver, &error));
  g_assert_true (has (fixture, &consent, order->number));
  g_assert_false (has (fixture, &newer, order->number));
  g_assert_false (has (fixture, &consent, "20261122000002"));
  giver.account = NULL; /* on the phone nobody is signed in */
  g_assert_true (hall_consent_store_add (fixture->db, &newer, &giver, &error));
  g_assert_true (has (fixture, &newer, order->number));
  g_assert_no_error (error);
  kept = hall_store_fixture_get_text (fixture,
                                      "SELECT document || version || sha256 || given_s || address "
                                      "|| agent FROM consents ORDER BY id LIMIT 1");
  g_assert_cmpstr (kept, ==, "face-data1.0aa1795334400127.0.0.1certhall/0.1");
}

static void
test_idempotency (HallStoreFixture *fixture, gconstpointer data)
{
  HallKeptAnswer answer = { (char *) "request", 201, (char *) "3", (char *) "/v1/orders/1",
                            (char *) "{\"name\":\"张三\"}" };
  HallKeptAnswer bare = { (char *) "request", 204, NULL, NULL, (char *) "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallKeptAnswer) kept = NULL;
  g_autoptr (HallKeptAnswer) kept_bare = NULL;
  g_autofree char *sealed = NULL;

  g_assert_null (hall_idempotency_find (fixture->db, fixture->vault, "key", "me", &error));
  g_assert_true (
      hall_idempotency_keep (fixture->db, fixture->vault, "key", "me", &answer, NOW, &error));
  g_assert_true (
      hall_idempotency_keep (fixture->db, fixture->vault, "key", "you", &bare, NOW, &error));
  g_assert_no_error (error);
  kept = hall_idempotency_find (fixture->db, fixture->vault, "key", "me", &error);
  g_assert_cmpstr (kept->request_hash, ==, "request");
  g_assert_cmpuint (kept->status, ==, 201);
  g_assert_cmpstr (kept->etag, ==, "3");
  g_assert_cmpstr (kept->location, ==, "/v1/orders/1");
  g_assert_cmpstr (kept->body, ==, answer.body);
  kept_bare = hall_idempotency_find (fixture->db, fixture->vault, "key", "you", &error);
  g_assert_cmpuint (kept_bare->status, ==, 204);
  g_assert_null (kept_bare->etag);
  g_assert_null (kept_bare->location);
  g_assert_cmpstr (kept_bare->body, ==, "");
  sealed = hall_store_fixture_get_text (fixture, "SELECT body_sealed FROM idempotency LIMIT 1");
  g_assert_null (g_strstr_len (sealed, -1, "张三"));
  g_assert_false (
      hall_idempotency_keep (fixture->db, fixture->vault, "key", "me", &answer, NOW, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
test_idempotency_ends (HallStoreFixture *fixture, gconstpointer data)
{
  HallKeptAnswer answer = { (char *) "request", 201, NULL, NULL, (char *) "{}" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallKeptAnswer) kept = NULL;

  g_assert_true (
      hall_idempotency_keep (fixture->db, fixture->vault, "key", "me", &answer, NOW, &error));
  g_assert_true (hall_idempotency_forget_old (fixture->db, NOW + HALL_IDEMPOTENCY_LIFE_S, &error));
  kept = hall_idempotency_find (fixture->db, fixture->vault, "key", "me", &error);
  g_assert_nonnull (kept);
  g_assert_true (
      hall_idempotency_forget_old (fixture->db, NOW + HALL_IDEMPOTENCY_LIFE_S + 1, &error));
  g_assert_null (hall_idempotency_find (fixture->db, fixture->vault, "key", "me", &error));
  g_assert_no_error (error);
}

#define ADD(name, test)                                                                        \
  g_test_add ("/people-stores/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counter", test_counter);
  ADD ("counter-taken-back", test_counter_taken_back);
  ADD ("setting", test_setting);
  ADD ("consent", test_consent);
  ADD ("idempotency", test_idempotency);
  ADD ("idempotency-ends", test_idempotency_ends);
  return g_test_run ();
}
