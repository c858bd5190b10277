/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes by SMS: how often they are sent, how long they live, how often they can be guessed at.
 */
#include "hall-sms-store.h"

#include <string.h>

#include "hall-store-fixture.h"

#define MOBILE "13800138000"
#define OTHER  "13900139000"
#define NOW    HALL_TEST_NOW_S

static guint
wait_at (HallStoreFixture *fixture, const char *mobile, gint64 now_s)
{
  g_autoptr (GError) error = NULL;
  guint wait_s = 12345;

  g_assert_true (hall_sms_may_send (fixture->db, fixture->vault, mobile, now_s, &wait_s, &error));
  g_assert_no_error (error);
  return wait_s;
}

static char *
send (HallStoreFixture *fixture, const char *mobile, gint64 now_s)
{
  g_autoptr (GError) error = NULL;
  char *code =
      hall_sms_create_code (fixture->db, fixture->vault, mobile, "register", now_s, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (code), ==, 6);
  g_assert_cmpuint (strspn (code, "0123456789"), ==, 6);
  return code;
}

static HallSmsVerdict
check (HallStoreFixture *fixture, const char *purpose, const char *code, gint64 now_s, guint *left)
{
  g_autoptr (GError) error = NULL;
  const HallSmsTry typed = { MOBILE, purpose, code };
  HallSmsVerdict verdict;

  g_assert_true (
      hall_sms_check_code (fixture->db, fixture->vault, &typed, now_s, &verdict, left, &error));
  g_assert_no_error (error);
  return verdict;
}

static void
test_resend (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = NULL;

  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW), ==, 0);
  code = send (fixture, MOBILE, NOW);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW), ==, 60);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 59), ==, 1);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 60), ==, 0);
  g_assert_cmpuint (wait_at (fixture, OTHER, NOW), ==, 0);
}

static void
test_five_in_an_hour (HallStoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + i * 100), ==, 0);
      g_free (send (fixture, MOBILE, NOW + i * 100));
    }
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 500), ==, 3100);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 3599), ==, 1);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 3600), ==, 0);
  g_free (send (fixture, MOBILE, NOW + 3600));
  /* the second of the first five leaves the hour next */
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 3660), ==, 40);
  g_assert_cmpuint (wait_at (fixture, OTHER, NOW + 500), ==, 0);
}

static void
test_ten_in_a_day (HallStoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + i * 1000), ==, 0);
      g_free (send (fixture, MOBILE, NOW + i * 1000));
    }
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 20000), ==, 86400 - 20000);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 86399), ==, 1);
  g_assert_cmpuint (wait_at (fixture, MOBILE, NOW + 86400), ==, 0);
}

static void
test_used_once (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = send (fixture, MOBILE, NOW);
  guint left;

  g_assert_cmpint (check (fixture, "register", code, NOW + 299, &left), ==, HALL_SMS_CODE_RIGHT);
  g_assert_cmpint (check (fixture, "register", code, NOW + 299, &left), ==, HALL_SMS_CODE_GONE);
}

static void
test_five_minutes (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = send (fixture, MOBILE, NOW);
  guint left;

  g_assert_cmpint (check (fixture, "register", code, NOW + 300, &left), ==, HALL_SMS_CODE_GONE);
  g_assert_cmpint (check (fixture, "register", code, NOW + 299, &left), ==, HALL_SMS_CODE_RIGHT);
}

static void
test_five_tries (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = send (fixture, MOBILE, NOW);
  const char *wrong = g_str_equal (code, "000000") ? "000001" : "000000";
  g_autofree char *fresh = NULL;
  guint left;

  for (guint expected = 4; expected >= 1; expected--)
    {
      g_assert_cmpint (check (fixture, "register", wrong, NOW, &left), ==, HALL_SMS_CODE_WRONG);
      g_assert_cmpuint (left, ==, expected);
    }
  g_assert_cmpint (check (fixture, "register", wrong, NOW, &left), ==, HALL_SMS_CODE_GONE);
  g_assert_cmpint (check (fixture, "register", code, NOW, &left), ==, HALL_SMS_CODE_GONE);
  fresh = send (fixture, MOBILE, NOW + 60);
  g_assert_cmpint (check (fixture, "register", fresh, NOW + 60, &left), ==, HALL_SMS_CODE_RIGHT);
}

static void
test_newest_only (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *first = send (fixture, MOBILE, NOW);
  g_autofree char *second = send (fixture, MOBILE, NOW + 60);
  guint left;

  if (!g_str_equal (first, second))
    g_assert_cmpint (check (fixture, "register", first, NOW + 60, &left), ==, HALL_SMS_CODE_WRONG);
  g_assert_cmpint (check (fixture, "register", second, NOW + 60, &left), ==, HALL_SMS_CODE_RIGHT);
}

/* A code to register opens nothing else, and nobody else's. */
static void
test_purpose_and_number (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = send (fixture, MOBILE, NOW);
  const HallSmsTry typed = { OTHER, "register", code };
  g_autoptr (GError) error = NULL;
  HallSmsVerdict verdict;
  guint left;

  g_assert_cmpint (check (fixture, "reset", code, NOW, &left), ==, HALL_SMS_CODE_GONE);
  g_assert_true (
      hall_sms_check_code (fixture->db, fixture->vault, &typed, NOW, &verdict, &left, &error));
  g_assert_cmpint (verdict, ==, HALL_SMS_CODE_GONE);
  g_assert_cmpint (check (fixture, "register", code, NOW, &left), ==, HALL_SMS_CODE_RIGHT);
}

static void
test_hashed (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = send (fixture, MOBILE, NOW);
  g_autofree char *plain = g_compute_checksum_for_string (G_CHECKSUM_SHA256, code, -1);
  g_autofree char *kept = hall_store_fixture_get_text (fixture, "SELECT code_hash FROM sms_codes");

  g_assert_cmpuint (strlen (kept), ==, 64);
  g_assert_cmpstr (kept, !=, plain);
}

static void
test_forget (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = send (fixture, MOBILE, NOW);

  g_assert_true (hall_sms_forget_old (fixture->db, NOW + 300, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sms_codes"), ==, 1);
  g_assert_true (hall_sms_forget_old (fixture->db, NOW + 301, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sms_codes"), ==, 0);
  /* what counts for the limits stays for as long as it counts */
  g_assert_true (hall_sms_forget_old (fixture->db, NOW + 86400, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sms_sent"), ==, 1);
  g_assert_true (hall_sms_forget_old (fixture->db, NOW + 86401, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sms_sent"), ==, 0);
}

#define ADD(name, test)                                                                    \
  g_test_add ("/sms-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("resend", test_resend);
  ADD ("five-in-an-hour", test_five_in_an_hour);
  ADD ("ten-in-a-day", test_ten_in_a_day);
  ADD ("used-once", test_used_once);
  ADD ("five-minutes", test_five_minutes);
  ADD ("five-tries", test_five_tries);
  ADD ("newest-only", test_newest_only);
  ADD ("purpose-and-number", test_purpose_and_number);
  ADD ("hashed", test_hashed);
  ADD ("forget", test_forget);
  return g_test_run ();
}
