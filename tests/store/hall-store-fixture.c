/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hall-account-store.h"
#include "hall-audit-store.h"
#include "hall-data-dir.h"
#include "hall-migrate.h"

char *
hall_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("certhall-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL,
                                 NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

void
hall_test_folder_remove (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  remove_tree (file);
}

char *
hall_store_fixture_path (const HallStoreFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
hall_store_fixture_set_up (HallStoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *schema = hall_data_dir_find ("schema");

  g_assert_nonnull (schema);
  self->folder = hall_test_folder_new ();
  self->db_path = hall_store_fixture_path (self, "hall.db");
  key = hall_store_fixture_path (self, "key");
  self->vault = hall_vault_load (key, TRUE, &error);
  g_assert_no_error (error);
  self->db = hall_db_open (self->db_path, HALL_DB_WRITE, &error);
  g_assert_no_error (error);
  hall_migrate (self->db, schema, &error);
  g_assert_no_error (error);
}

void
hall_store_fixture_tear_down (HallStoreFixture *self, gconstpointer data)
{
  g_clear_pointer (&self->db, hall_db_close);
  g_clear_pointer (&self->vault, hall_vault_free);
  hall_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->db_path);
}

char *
hall_store_fixture_add_account (HallStoreFixture *self, const char *mobile)
{
  g_autoptr (GError) error = NULL;
  char *id = hall_account_create (self->db, self->vault, mobile, "no password opens this",
                                  HALL_TEST_NOW_S, &error);

  g_assert_no_error (error);
  return id;
}

HallRecord *
hall_store_fixture_new_record (const char *number, const char *account)
{
  HallRecord *record = hall_record_new (number);

  hall_record_set (record, account, account);
  hall_record_set (record, project, "yinuo-bidding");
  hall_record_set (record, certificate_type, "organisation");
  record->application = hall_application_new ("yinuo-bidding", "organisation");
  record->state = HALL_STATE_DRAFT;
  record->amount_fen = 90000;
  record->created_s = HALL_TEST_NOW_S;
  record->changed_s = HALL_TEST_NOW_S;
  return record;
}

HallRecord *
hall_store_fixture_add_order (HallStoreFixture *self, const char *number, const char *account)
{
  HallRecord *record = hall_store_fixture_new_record (number, account);
  HallAuditEntry entry = {
    .at_s = HALL_TEST_NOW_S, .actor = "handler", .who = account, .event = "create", .version = 1
  };
  g_autoptr (GError) error = NULL;

  hall_record_insert (self->db, self->vault, record, &error);
  g_assert_no_error (error);
  hall_audit_append (self->db, record, &entry, &error);
  g_assert_no_error (error);
  hall_record_save_audit (self->db, record, &error);
  g_assert_no_error (error);
  return record;
}

void
hall_store_fixture_run (HallStoreFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  hall_db_script (self->db, sql, &error);
  g_assert_no_error (error);
}

/* Statements are kept by the address of their text: these texts live as long as the process. */
static HallStmt *
query (HallStoreFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  HallStmt *stmt = hall_db_query (self->db, g_intern_string (sql), &error);

  g_assert_no_error (error);
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  g_assert_no_error (error);
  return stmt;
}

gint64
hall_store_fixture_get_int (HallStoreFixture *self, const char *sql)
{
  g_autoptr (HallStmt) stmt = query (self, sql);

  return hall_stmt_get_int (stmt, 0);
}

char *
hall_store_fixture_get_text (HallStoreFixture *self, const char *sql)
{
  g_autoptr (HallStmt) stmt = query (self, sql);

  return g_strdup (hall_stmt_get_text (stmt, 0));
}
