/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hall-account-store.h"
#include "hall-check-text.h"
#include "hall-error.h"
#include "hall-ledger-store.h"
#include "hall-staff-store.h"
#include "hall-state.h"
#include "hall-store-fixture.h"

#define REVIEWER      HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)
#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)

static const HallStaffDoer doer = { "guanli", HALL_TEST_NOW_S };

static void
add (HallStoreFixture *fixture, const char *name, guint actors)
{
  HallStaffMember member = { .name = (char *) name,
                             .full_name = (char *) "王丽",
                             .actors = actors };
  g_autoptr (GError) error = NULL;

  hall_staff_add (fixture->db, &member, "hash", &doer, &error);
  g_assert_no_error (error);
}

static gboolean
change (
    HallStoreFixture *fixture, const char *name, guint actors, gint64 disabled_s, GError **error)
{
  HallStaffMember member = {
    .name = (char *) name, .full_name = (char *) "王丽", .actors = actors, .disabled_s = disabled_s
  };

  return hall_staff_change (fixture->db, &member, &doer, error);
}

static void
note_deed (const HallLedgerEntry *entry, gpointer data)
{
  g_string_append_printf (data, "%s %s %s (%s); ", entry->who, entry->deed, entry->subject,
                          entry->note);
}

static void
assert_trail (HallStoreFixture *fixture, guint limit, const char *expected)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *trouble = NULL;

  g_assert_true (hall_ledger_list (fixture->db, 0, limit, note_deed, seen, &error));
  g_assert_cmpstr (seen->str, ==, expected);
  g_assert_cmpint (hall_ledger_verify (fixture->db, &trouble, &error), >, 0);
  g_assert_cmpstr (trouble, ==, NULL);
}

static void
test_add (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  HallStaffMember twice = { .name = (char *) "wang", .full_name = (char *) "又", .actors = 2 };
  const HallStaffMember *member;

  g_assert_null (hall_staff_member_get (fixture->db, "wang", &error));
  g_assert_no_error (error);
  add (fixture, "wang", REVIEWER | ADMINISTRATOR);
  add (fixture, "chen", REVIEWER);
  g_assert_false (hall_staff_add (fixture->db, &twice, "hash", &doer, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  list = hall_staff_member_list (fixture->db, &error);
  g_assert_cmpuint (list->len, ==, 2);
  member = g_ptr_array_index (list, 1);
  g_assert_cmpstr (member->name, ==, "wang");
  g_assert_cmpstr (member->full_name, ==, "王丽");
  g_assert_cmpuint (member->actors, ==, REVIEWER | ADMINISTRATOR);
  g_assert_cmpint (member->once_until_s, ==, 0);
  assert_trail (fixture, 9,
                "guanli staff-added chen (reviewer); "
                "guanli staff-added wang (reviewer, administrator); ");
}

/* Whose rights change has to sign in again. */
static void
test_change (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;

  add (fixture, "wang", REVIEWER);
  token = hall_session_create (fixture->db, NULL, "wang", HALL_TEST_NOW_S, G_MAXINT64, &error);
  g_assert_nonnull (token);
  g_assert_true (change (fixture, "wang", REVIEWER, 0, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sessions"), ==, 1);
  assert_trail (fixture, 1, "guanli staff-added wang (reviewer); ");
  g_assert_true (change (fixture, "wang", 4, HALL_TEST_NOW_S, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM sessions"), ==, 0);
  assert_trail (fixture, 2,
                "guanli staff-disabled wang (); guanli staff-roles wang (reviewer → cashier); ");
  g_assert_true (change (fixture, "wang", 4, 0, &error));
  assert_trail (fixture, 1, "guanli staff-enabled wang (); ");
  g_assert_false (change (fixture, "nobody", 4, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

static void
test_last_administrator (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, "wang", ADMINISTRATOR);
  add (fixture, "chen", ADMINISTRATOR);
  g_assert_true (change (fixture, "chen", ADMINISTRATOR, HALL_TEST_NOW_S, &error));
  g_assert_false (change (fixture, "wang", REVIEWER, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (change (fixture, "wang", ADMINISTRATOR, HALL_TEST_NOW_S, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  /* nor with SQL past the program */
  g_assert_false (
      hall_db_script (fixture->db, "UPDATE staff SET actors = 2 WHERE name = 'wang'", &error));
  g_clear_error (&error);
  g_assert_false (hall_db_script (fixture->db, "DELETE FROM staff", &error));
  g_clear_error (&error);
  g_assert_true (change (fixture, "chen", ADMINISTRATOR, 0, &error));
  g_assert_true (change (fixture, "wang", REVIEWER, 0, &error));
  g_assert_no_error (error);
}

static void
test_password (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallLogin) login = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *password = hall_staff_new_password ();
      g_autofree char *other = hall_staff_new_password ();

      g_assert_cmpint (hall_check_password (password, NULL), ==, HALL_GOOD);
      g_assert_cmpuint (strlen (password), ==, 12);
      g_assert_null (strpbrk (password, "0O1Il-_"));
      g_assert_cmpstr (password, !=, other);
    }
  add (fixture, "wang", REVIEWER);
  g_assert_true (hall_staff_set_password (fixture->db, "wang", "given", 99, &doer, &error));
  login = hall_staff_find (fixture->db, "wang", &error);
  g_assert_cmpstr (login->password_hash, ==, "given");
  g_assert_cmpint (login->once_until_s, ==, 99);
  g_assert_true (hall_staff_set_password (fixture->db, "wang", "own", 0, &doer, &error));
  assert_trail (fixture, 2, "guanli staff-own wang (); guanli staff-password wang (); ");
  g_assert_false (hall_staff_set_password (fixture->db, "nobody", "own", 0, &doer, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

/* What is done to the trail past the program is seen; the schema does not let it happen by chance.
 */
static void
test_trail_altered (HallStoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *trouble;
  } rows[] = {
    { "UPDATE ledger SET note = 'auditor' WHERE position = 2", "entry 2 has been altered" },
    { "DELETE FROM ledger WHERE position = 2", "entry 2 is missing" },
    { "DELETE FROM ledger WHERE position = 3",
      "the hall's trail ends at entry 2, the hall says 3" },
  };

  add (fixture, "wang", REVIEWER);
  add (fixture, "chen", REVIEWER);
  add (fixture, "li", REVIEWER);
  hall_store_fixture_run (fixture, "DROP TRIGGER ledger_is_never_changed;"
                                   "DROP TRIGGER ledger_is_never_deleted");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *trouble = NULL;

      g_assert_true (hall_db_begin (fixture->db, &error));
      hall_store_fixture_run (fixture, rows[i].sql);
      g_assert_cmpint (hall_ledger_verify (fixture->db, &trouble, &error), >=, 0);
      g_assert_cmpstr (trouble, ==, rows[i].trouble);
      hall_db_rollback (fixture->db);
    }
}

#define ADD(name, test)                                                                      \
  g_test_add ("/staff-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("last-administrator", test_last_administrator);
  ADD ("password", test_password);
  ADD ("trail-altered", test_trail_altered);
  return g_test_run ();
}
