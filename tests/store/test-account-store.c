/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handlers, staff, and their sessions.
 */
#include "hall-account-store.h"

#include <string.h>

#include "hall-error.h"
#include "hall-state.h"
#include "hall-store-fixture.h"

#define MOBILE    "13800138000"
#define REVIEWER  HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)
#define MAX_TRIES 5
#define LOCK_S    (15 * 60)
#define WEEK_S    (7 * 24 * 3600)

static HallLogin *
find (HallStoreFixture *fixture, gboolean staff)
{
  g_autoptr (GError) error = NULL;
  HallLogin *login = staff ? hall_staff_find (fixture->db, "shenhe", &error)
                           : hall_account_find (fixture->db, fixture->vault, MOBILE, &error);

  g_assert_no_error (error);
  return login;
}

static void
test_account (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autofree char *mobile = NULL;
  g_autoptr (HallLogin) login = find (fixture, FALSE);

  g_assert_null (login);
  id = hall_account_create (fixture->db, fixture->vault, MOBILE, "hash", HALL_TEST_NOW_S, &error);
  g_assert_no_error (error);
  login = find (fixture, FALSE);
  g_assert_cmpstr (login->id, ==, id);
  g_assert_cmpstr (login->password_hash, ==, "hash");
  g_assert_cmpuint (login->actors, ==, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER));
  g_assert_cmpuint (login->failed_tries, ==, 0);
  g_assert_cmpint (login->locked_until_s, ==, 0);
  mobile = hall_account_get_mobile (fixture->db, fixture->vault, id, &error);
  g_assert_cmpstr (mobile, ==, MOBILE);
  again =
      hall_account_create (fixture->db, fixture->vault, MOBILE, "hash", HALL_TEST_NOW_S, &error);
  g_assert_null (again);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
test_mobile_of_nobody (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_account_get_mobile (fixture->db, fixture->vault, "nobody", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

/* Not every C library has memmem(). */
static gboolean
contains (const char *bytes, gsize length, const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

/* Neither the number nor the token stands in the file as it is. */
static void
test_nothing_in_clear (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);
  g_autoptr (GError) error = NULL;
  g_autofree char *token = hall_session_create (fixture->db, id, NULL, HALL_TEST_NOW_S,
                                                HALL_TEST_NOW_S + WEEK_S, &error);
  static const char *const names[] = { "hall.db", "hall.db-wal" };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = hall_store_fixture_path (fixture, names[i]);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_false (contains (bytes, length, MOBILE));
      g_assert_false (contains (bytes, length, token));
    }
}

static void
test_password (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);
  g_autoptr (HallLogin) login = find (fixture, FALSE);
  g_autoptr (HallLogin) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_login_failed (fixture->db, login, FALSE, HALL_TEST_NOW_S, &error));
  g_assert_true (hall_account_set_password (fixture->db, id, "new", &error));
  after = find (fixture, FALSE);
  g_assert_cmpstr (after->password_hash, ==, "new");
  g_assert_cmpuint (after->failed_tries, ==, 0);
}

static void
fail_once (HallStoreFixture *fixture, gboolean staff, gint64 now_s)
{
  g_autoptr (HallLogin) login = find (fixture, staff);
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_login_failed (fixture->db, login, staff, now_s, &error));
  g_assert_no_error (error);
}

static void
assert_login (HallStoreFixture *fixture, gboolean staff, guint tries, gint64 locked_until_s)
{
  g_autoptr (HallLogin) login = find (fixture, staff);

  g_assert_cmpuint (login->failed_tries, ==, tries);
  g_assert_cmpint (login->locked_until_s, ==, locked_until_s);
}

/* Five wrong passwords in a row close the door for fifteen minutes; a right one starts anew. */
static void
check_lock (HallStoreFixture *fixture, gboolean staff)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLogin) login = NULL;

  for (guint i = 1; i < MAX_TRIES; i++)
    {
      fail_once (fixture, staff, HALL_TEST_NOW_S + i);
      assert_login (fixture, staff, i, 0);
    }
  login = find (fixture, staff);
  g_assert_true (hall_login_succeeded (fixture->db, login, staff, &error));
  assert_login (fixture, staff, 0, 0);
  for (guint i = 1; i <= MAX_TRIES; i++)
    fail_once (fixture, staff, HALL_TEST_NOW_S + 100 + i);
  assert_login (fixture, staff, 0, HALL_TEST_NOW_S + 100 + MAX_TRIES + LOCK_S);
  fail_once (fixture, staff, HALL_TEST_NOW_S + 100 + MAX_TRIES + LOCK_S);
  assert_login (fixture, staff, 1, 0);
}

static void
test_lock_handler (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);

  check_lock (fixture, FALSE);
}

static void
test_lock_staff (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hall_staff_create (fixture->db, "shenhe", "hash", REVIEWER, HALL_TEST_NOW_S, &error));
  check_lock (fixture, TRUE);
}

static gboolean
is_known (HallStoreFixture *fixture, const char *token, gint64 now_s)
{
  g_auto (HallCaller) caller = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean known = hall_session_find (fixture->db, fixture->vault, token, now_s, &caller, &error);

  g_assert_no_error (error);
  return known;
}

static void
test_staff (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLogin) login = NULL;

  g_assert_null (find (fixture, TRUE));
  g_assert_true (
      hall_staff_create (fixture->db, "shenhe", "hash", REVIEWER, HALL_TEST_NOW_S, &error));
  g_assert_false (
      hall_staff_create (fixture->db, "shenhe", "hash", REVIEWER, HALL_TEST_NOW_S, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  login = find (fixture, TRUE);
  g_assert_cmpuint (login->actors, ==, REVIEWER);
  g_assert_cmpint (login->once_until_s, ==, 0);
  g_assert_true (hall_staff_set_full_name (fixture->db, "shenhe", "陈晨", &error));
  g_assert_false (hall_staff_set_full_name (fixture->db, "nobody", "某人", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

static void
test_session (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);
  g_autoptr (GError) error = NULL;
  g_autofree char *token =
      hall_session_create (fixture->db, id, NULL, HALL_TEST_NOW_S, HALL_TEST_NOW_S + 100, &error);
  g_autofree char *other =
      hall_session_create (fixture->db, id, NULL, HALL_TEST_NOW_S, HALL_TEST_NOW_S + 200, &error);
  g_auto (HallCaller) caller = { 0 };

  g_assert_cmpstr (token, !=, other);
  g_assert_true (hall_session_find (fixture->db, fixture->vault, token, HALL_TEST_NOW_S + 99,
                                    &caller, &error));
  g_assert_cmpstr (caller.account, ==, id);
  g_assert_null (caller.staff);
  g_assert_cmpstr (caller.name, ==, "138****8000");
  g_assert_cmpuint (caller.actors, ==, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER));
  g_assert_cmpint (caller.expires_s, ==, HALL_TEST_NOW_S + 100);
  g_assert_false (is_known (fixture, token, HALL_TEST_NOW_S + 100));
  g_assert_false (is_known (fixture, "somebody's", HALL_TEST_NOW_S));
  g_assert_false (is_known (fixture, "", HALL_TEST_NOW_S));
  g_assert_true (hall_session_end (fixture->db, token, &error));
  g_assert_false (is_known (fixture, token, HALL_TEST_NOW_S));
  g_assert_true (is_known (fixture, other, HALL_TEST_NOW_S));
  g_assert_true (hall_session_end_all (fixture->db, id, &error));
  g_assert_false (is_known (fixture, other, HALL_TEST_NOW_S));
}

/* A session belongs to somebody, and to one. */
static void
test_session_of_nobody (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hall_staff_create (fixture->db, "shenhe", "hash", REVIEWER, HALL_TEST_NOW_S, &error));
  g_assert_null (hall_session_create (fixture->db, NULL, NULL, 0, 1, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (hall_session_create (fixture->db, id, "shenhe", 0, 1, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
test_forget_expired (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *id = hall_store_fixture_add_account (fixture, MOBILE);
  g_autoptr (GError) error = NULL;
  g_autofree char *old =
      hall_session_create (fixture->db, id, NULL, HALL_TEST_NOW_S, HALL_TEST_NOW_S + 100, &error);
  g_autofree char *young =
      hall_session_create (fixture->db, id, NULL, HALL_TEST_NOW_S, HALL_TEST_NOW_S + 101, &error);

  g_assert_true (hall_session_forget_expired (fixture->db, HALL_TEST_NOW_S + 100, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sessions"), ==, 1);
  g_assert_true (is_known (fixture, young, HALL_TEST_NOW_S + 100));
}

#define ADD(name, test)                                                                        \
  g_test_add ("/account-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("account", test_account);
  ADD ("mobile-of-nobody", test_mobile_of_nobody);
  ADD ("nothing-in-clear", test_nothing_in_clear);
  ADD ("password", test_password);
  ADD ("lock-handler", test_lock_handler);
  ADD ("lock-staff", test_lock_staff);
  ADD ("staff", test_staff);
  ADD ("session", test_session);
  ADD ("session-of-nobody", test_session_of_nobody);
  ADD ("forget-expired", test_forget_expired);
  return g_test_run ();
}
