/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database's driver, on real files.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

#define TABLE "CREATE TABLE things (id BIGINT PRIMARY KEY, word TEXT UNIQUE, n BIGINT);"

static const char SQL_ADD[] = "INSERT INTO things (id, word, n) VALUES ($1, $2, $3)";
/* the third parameter comes first in the text: binding by position would swap them */
static const char SQL_ADD_SWAPPED[] = "INSERT INTO things (n, word, id) VALUES ($3, $2, $1)";
static const char SQL_GET[] = "SELECT word, n FROM things WHERE id = $1";
static const char SQL_ALL[] = "SELECT id FROM things ORDER BY id";
static const char SQL_TWICE[] = "SELECT $1, $2, $1";

static gboolean
add (HallDb *db, gint64 id, const char *word, gint64 n, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);

  g_assert_nonnull (stmt);
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, word);
  hall_stmt_bind_int (stmt, 3, n);
  return hall_stmt_run (stmt, error);
}

static void
test_binds_by_name (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) stmt = NULL;
  g_autoptr (HallStmt) get = NULL;
  g_autoptr (HallStmt) twice = NULL;

  hall_store_fixture_run (fixture, TABLE);
  stmt = hall_db_query (fixture->db, SQL_ADD_SWAPPED, &error);
  hall_stmt_bind_int (stmt, 1, 7);
  hall_stmt_bind_text (stmt, 2, "印章");
  hall_stmt_bind_int (stmt, 3, -9000000000000000000);
  g_assert_true (hall_stmt_run (stmt, &error));
  get = hall_db_query (fixture->db, SQL_GET, &error);
  hall_stmt_bind_int (get, 1, 7);
  g_assert_cmpint (hall_stmt_step (get, &error), ==, HALL_STEP_ROW);
  g_assert_cmpstr (hall_stmt_get_text (get, 0), ==, "印章");
  g_assert_cmpint (hall_stmt_get_int (get, 1), ==, -9000000000000000000);
  twice = hall_db_query (fixture->db, SQL_TWICE, &error);
  hall_stmt_bind_text (twice, 1, "first");
  hall_stmt_bind_text (twice, 2, "second");
  g_assert_cmpint (hall_stmt_step (twice, &error), ==, HALL_STEP_ROW);
  g_assert_cmpstr (hall_stmt_get_text (twice, 0), ==, "first");
  g_assert_cmpstr (hall_stmt_get_text (twice, 1), ==, "second");
  g_assert_cmpstr (hall_stmt_get_text (twice, 2), ==, "first");
}

static void
test_unknown_parameter (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) stmt = hall_db_query (fixture->db, SQL_TWICE, &error);

  g_test_expect_message ("certhall", G_LOG_LEVEL_CRITICAL, "*no parameter $3*");
  hall_stmt_bind_text (stmt, 3, "nobody reads this");
  g_test_assert_expected_messages ();
  g_test_expect_message ("certhall", G_LOG_LEVEL_CRITICAL, "*no parameter $0*");
  hall_stmt_bind_int (stmt, 0, 1);
  g_test_assert_expected_messages ();
}

static void
test_null (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) get = NULL;

  hall_store_fixture_run (fixture, TABLE);
  g_assert_true (add (fixture->db, 1, NULL, 0, &error));
  g_assert_true (add (fixture->db, 2, "", 0, &error));
  get = hall_db_query (fixture->db, SQL_GET, &error);
  hall_stmt_bind_int (get, 1, 1);
  g_assert_cmpint (hall_stmt_step (get, &error), ==, HALL_STEP_ROW);
  g_assert_null (hall_stmt_get_text (get, 0));
  g_clear_pointer (&get, hall_stmt_done);
  get = hall_db_query (fixture->db, SQL_GET, &error);
  hall_stmt_bind_int (get, 1, 2);
  g_assert_cmpint (hall_stmt_step (get, &error), ==, HALL_STEP_ROW);
  g_assert_cmpstr (hall_stmt_get_text (get, 0), ==, "");
}

static void
test_step (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) all = NULL;

  hall_store_fixture_run (fixture, TABLE);
  for (gint64 id = 1; id <= 3; id++)
    g_assert_true (add (fixture->db, id, NULL, 0, &error));
  all = hall_db_query (fixture->db, SQL_ALL, &error);
  for (gint64 id = 1; id <= 3; id++)
    {
      g_assert_cmpint (hall_stmt_step (all, &error), ==, HALL_STEP_ROW);
      g_assert_cmpint (hall_stmt_get_int (all, 0), ==, id);
    }
  g_assert_cmpint (hall_stmt_step (all, &error), ==, HALL_STEP_DONE);
  g_assert_no_error (error);
}

/* A statement given back is the one handed out next, with nothing bound any more. */
static void
test_statements_are_kept (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) other = NULL;
  HallStmt *stmt = hall_db_query (fixture->db, SQL_TWICE, &error);
  HallStmt *kept = stmt;

  hall_stmt_bind_text (stmt, 1, "secret");
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  hall_stmt_done (stmt);
  stmt = hall_db_query (fixture->db, SQL_TWICE, &error);
  g_assert_true (stmt == kept);
  other = hall_db_query (fixture->db, SQL_TWICE, &error);
  g_assert_true (other != kept);
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  g_assert_null (hall_stmt_get_text (stmt, 0));
  hall_stmt_done (stmt);
}

static void
test_bad_sql (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_db_query (fixture->db, "SELECT word FROM nowhere", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
  g_clear_error (&error);
  g_assert_false (hall_db_script (fixture->db, "CREATE TABLE half (a); SELEKT 1;", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

static void
test_constraint (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hall_store_fixture_run (fixture, TABLE);
  g_assert_true (add (fixture->db, 1, "one", 0, &error));
  g_assert_false (add (fixture->db, 1, "another", 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (add (fixture->db, 2, "one", 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  /* the statement that failed can be used again */
  g_assert_true (add (fixture->db, 2, "two", 0, &error));
  g_assert_cmpint (hall_db_get_changes (fixture->db), ==, 1);
}

static void
test_foreign_keys (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = hall_store_fixture_new_record ("20261122000001", "nobody");
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_record_insert (fixture->db, fixture->vault, record, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
test_transactions (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hall_store_fixture_run (fixture, TABLE);
  g_assert_true (hall_db_begin (fixture->db, &error));
  g_assert_true (add (fixture->db, 1, "kept", 0, &error));
  g_assert_true (hall_db_savepoint (fixture->db, &error));
  g_assert_true (add (fixture->db, 2, "taken back", 0, &error));
  hall_db_rollback_to_savepoint (fixture->db);
  g_assert_true (hall_db_savepoint (fixture->db, &error));
  g_assert_true (add (fixture->db, 3, "kept too", 0, &error));
  g_assert_true (hall_db_release (fixture->db, &error));
  g_assert_true (hall_db_commit (fixture->db, &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT SUM (id) FROM things"), ==, 4);
  g_assert_true (hall_db_begin (fixture->db, &error));
  g_assert_true (add (fixture->db, 4, "gone", 0, &error));
  hall_db_rollback (fixture->db);
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT SUM (id) FROM things"), ==, 4);
  g_assert_false (hall_db_commit (fixture->db, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

/* Durable and concurrent: what the design promises is what the file is set to. */
static void
test_settings (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = hall_store_fixture_get_text (fixture, "PRAGMA journal_mode");
  g_autofree char *wal = hall_store_fixture_path (fixture, "hall.db-wal");

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "PRAGMA foreign_keys"), ==, 1);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_reader_cannot_write (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) reader = NULL;

  hall_store_fixture_run (fixture, TABLE);
  g_assert_true (add (fixture->db, 1, "one", 0, &error));
  reader = hall_db_open (fixture->db_path, HALL_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_false (add (reader, 2, "two", 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_false (hall_db_script (reader, "DROP TABLE things", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
}

/* While somebody writes, a reader sees what was committed before, and does not wait. */
static void
test_reader_beside_writer (HallStoreFixture *fixture, gconstpointer data)
{
  static const char SQL_COUNT[] = "SELECT COUNT (*) FROM things";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) reader = NULL;
  gint64 begun_us = g_get_monotonic_time ();

  hall_store_fixture_run (fixture, TABLE);
  reader = hall_db_open (fixture->db_path, HALL_DB_READ, &error);
  g_assert_true (hall_db_begin (fixture->db, &error));
  g_assert_true (add (fixture->db, 1, "one", 0, &error));
  for (gint64 expected = 0; expected <= 1; expected++)
    {
      g_autoptr (HallStmt) stmt = hall_db_query (reader, SQL_COUNT, &error);

      g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
      g_assert_cmpint (hall_stmt_get_int (stmt, 0), ==, expected);
      if (expected == 0)
        g_assert_true (hall_db_commit (fixture->db, &error));
    }
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 5 * G_USEC_PER_SEC);
}

static void
test_reader_makes_no_file (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = hall_store_fixture_path (fixture, "not-there.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_db_open (path, HALL_DB_READ, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_cannot_open (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->db_path, "below-a-file.db", NULL);
  g_autofree char *garbage = hall_store_fixture_path (fixture, "garbage.db");
  g_autofree char *text = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_db_open (path, HALL_DB_WRITE, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (garbage, text, -1, NULL));
  g_assert_null (hall_db_open (garbage, HALL_DB_WRITE, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

/* A full disk is weather, and passes. */
static void
test_full_disk (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *long_word = g_strnfill (300 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;

  hall_store_fixture_run (fixture, TABLE);
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           hall_store_fixture_get_int (fixture, "PRAGMA page_count") + 4);
  hall_store_fixture_run (fixture, limit);
  g_assert_false (add (fixture->db, 1, long_word, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_true (add (fixture->db, 1, "short", 0, &error));
  g_assert_no_error (error);
}

static void
test_lock (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = hall_store_fixture_path (fixture, "lock.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) first = hall_db_open (path, HALL_DB_LOCK, &error);
  g_autoptr (HallDb) second = NULL;

  g_assert_true (hall_db_script (first, "BEGIN EXCLUSIVE", &error));
  second = hall_db_open (path, HALL_DB_LOCK, &error);
  if (second != NULL)
    g_assert_false (hall_db_script (second, "BEGIN EXCLUSIVE", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_clear_pointer (&second, hall_db_close);
  g_clear_pointer (&first, hall_db_close);
  second = hall_db_open (path, HALL_DB_LOCK, &error);
  g_assert_true (hall_db_script (second, "BEGIN EXCLUSIVE", &error));
}

#define ADD(name, test)                                                             \
  g_test_add ("/db/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("binds-by-name", test_binds_by_name);
  ADD ("unknown-parameter", test_unknown_parameter);
  ADD ("null", test_null);
  ADD ("step", test_step);
  ADD ("statements-are-kept", test_statements_are_kept);
  ADD ("bad-sql", test_bad_sql);
  ADD ("constraint", test_constraint);
  ADD ("foreign-keys", test_foreign_keys);
  ADD ("transactions", test_transactions);
  ADD ("settings", test_settings);
  ADD ("reader-cannot-write", test_reader_cannot_write);
  ADD ("reader-beside-writer", test_reader_beside_writer);
  ADD ("reader-makes-no-file", test_reader_makes_no_file);
  ADD ("cannot-open", test_cannot_open);
  ADD ("full-disk", test_full_disk);
  ADD ("lock", test_lock);
  return g_test_run ();
}
