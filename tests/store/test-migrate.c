/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing databases to the newest schema, and refusing those that cannot be.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "hall-data-dir.h"
#include "hall-error.h"
#include "hall-migrate.h"
#include "hall-store-fixture.h"

typedef struct
{
  char *folder; /* of the migration files */
  char *db_path;
  HallDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = hall_test_folder_new ();
  fixture->db_path = g_build_filename (fixture->folder, "hall.db", NULL);
  fixture->db = hall_db_open (fixture->db_path, HALL_DB_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->db, hall_db_close);
  hall_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->db_path);
}

static void
write_file (Fixture *fixture, const char *name, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, sql, -1, NULL));
}

static gint64
count_tables (Fixture *fixture, const char *name)
{
  static const char SQL[] =
      "SELECT COUNT (*) FROM sqlite_master WHERE type = 'table' AND name = $1";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) stmt = hall_db_query (fixture->db, SQL, &error);

  hall_stmt_bind_text (stmt, 1, name);
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  return hall_stmt_get_int (stmt, 0);
}

static void
test_shipped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *schema = hall_data_dir_find ("schema");
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_migrate (fixture->db, schema, &error));
  g_assert_cmpint (count_tables (fixture, "orders"), ==, 1);
  g_assert_cmpint (count_tables (fixture, "audit"), ==, 1);
  g_assert_true (hall_migrate (fixture->db, schema, &error));
  g_assert_no_error (error);
}

static void
test_sandbox (Fixture *fixture, gconstpointer data)
{
  g_autofree char *schema = hall_data_dir_find ("schema/sandbox");
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_migrate (fixture->db, schema, &error));
  g_assert_cmpint (count_tables (fixture, "practice_messages"), ==, 1);
  g_assert_cmpint (count_tables (fixture, "orders"), ==, 0);
}

static void
test_in_order_and_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "0002-b.sql", "INSERT INTO log VALUES ('b');");
  write_file (fixture, "0001-a.sql", "CREATE TABLE log (word TEXT); INSERT INTO log VALUES ('a');");
  write_file (fixture, "notes.txt", "not for the database");
  g_assert_true (hall_migrate (fixture->db, fixture->folder, &error));
  write_file (fixture, "0003-c.sql", "CREATE TABLE three (a); INSERT INTO log VALUES ('c');");
  g_assert_true (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_true (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_no_error (error);
  {
    static const char SQL[] = "SELECT GROUP_CONCAT (word, '') FROM (SELECT word FROM log ORDER BY "
                              "rowid)";
    g_autoptr (HallStmt) stmt = hall_db_query (fixture->db, SQL, &error);

    g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
    g_assert_cmpstr (hall_stmt_get_text (stmt, 0), ==, "abc");
  }
}

static void
test_gap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "0001-a.sql", "CREATE TABLE a (a);");
  write_file (fixture, "0003-c.sql", "CREATE TABLE c (a);");
  g_assert_false (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
  g_assert_nonnull (strstr (error->message, "number 0002 is missing"));
  g_assert_cmpint (count_tables (fixture, "a"), ==, 0);
}

static void
test_number_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "0001-a.sql", "CREATE TABLE a (a);");
  write_file (fixture, "0001-b.sql", "CREATE TABLE b (a);");
  g_assert_false (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

static void
test_empty_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (hall_migrate (fixture->db, nowhere, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

/* An older program must not write to a newer hall. */
static void
test_newer_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = g_build_filename (fixture->folder, "0002-b.sql", NULL);
  g_autoptr (GError) error = NULL;

  write_file (fixture, "0001-a.sql", "CREATE TABLE a (a);");
  write_file (fixture, "0002-b.sql", "CREATE TABLE b (a);");
  g_assert_true (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_cmpint (g_unlink (second), ==, 0);
  g_assert_false (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "schema 2"));
}

/* What a broken file did before it broke is taken back; what came before it stays. */
static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "0001-a.sql", "CREATE TABLE a (a);");
  write_file (fixture, "0002-b.sql", "CREATE TABLE b (a); INSERT INTO nowhere VALUES (1);");
  g_assert_false (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
  g_assert_true (g_str_has_prefix (error->message, "0002-b.sql: "));
  g_clear_error (&error);
  g_assert_cmpint (count_tables (fixture, "a"), ==, 1);
  g_assert_cmpint (count_tables (fixture, "b"), ==, 0);
  write_file (fixture, "0002-b.sql", "CREATE TABLE b (a);");
  g_assert_true (hall_migrate (fixture->db, fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_tables (fixture, "b"), ==, 1);
}

#define ADD(name, test) g_test_add ("/migrate/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shipped", test_shipped);
  ADD ("sandbox", test_sandbox);
  ADD ("in-order-and-once", test_in_order_and_once);
  ADD ("gap", test_gap);
  ADD ("number-twice", test_number_twice);
  ADD ("empty-folder", test_empty_folder);
  ADD ("newer-database", test_newer_database);
  ADD ("broken-file", test_broken_file);
  return g_test_run ();
}
