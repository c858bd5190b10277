/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has been seen before: found where it is, not found where it may be, read off indexes.
 */
#include "hall-duplicate-store.h"

#include <string.h>

#include "hall-document-store.h"
#include "hall-queue-search.h"
#include "hall-store-fixture.h"

#define CODE "91440300MA5DA1XB2C"

typedef struct
{
  const char *number;
  const char *organisation;
  const char *uscc;
  const char *account_no;
  HallState state;
} Row;

static HallRecord *
add_order (HallStoreFixture *f, const char *account, const Row *row)
{
  HallRecord *record = hall_store_fixture_new_record (row->number, account);

  hall_record_set (record, organisation, row->organisation);
  hall_record_set (record, content_hash, "hash");
  record->state = row->state;
  hall_queue_search_set_keys (record, f->vault, "13800138000", row->uscc);
  hall_duplicate_set_key (record, f->vault, row->account_no);
  g_assert_true (hall_record_insert (f->db, f->vault, record, NULL));
  return record;
}

static void
put (HallStoreFixture *f, const char *order, const char *slot, const char *sha256, gint64 at_s)
{
  g_autoptr (HallDocument) document = hall_document_new (slot);

  document->file_name = g_strdup ("scan.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup (sha256);
  document->uploaded_s = at_s;
  g_assert_true (hall_document_store_put (f->db, order, document, sha256, NULL));
}

static guint
count (HallStoreFixture *f, const HallRecord *record, HallDuplicateKind kind)
{
  static const char *const own[] = { "application_form", "payment_voucher", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hall_duplicate_list (f->db, record, own, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const HallDuplicate *item = g_ptr_array_index (list, i);

      g_assert_cmpstr (item->number, !=, record->number);
      if (item->kind == kind)
        n++;
    }
  return n;
}

static void
test_kinds (HallStoreFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "20261122000001", "甲公司", CODE, "4000012345", HALL_STATE_DRAFT },
    { "20261122000002", "甲公司", CODE, "4000012345", HALL_STATE_AWAITING_PAYMENT },
    { "20261122000003", "甲公司", CODE, "4000012345", HALL_STATE_CANCELLED },
    { "20261122000004", "乙公司", "", "4000012345", HALL_STATE_AWAITING_PAYMENT },
    { "20261122000005", "丙公司", "", "", HALL_STATE_AWAITING_PAYMENT },
  };
  g_autofree char *account = hall_store_fixture_add_account (f, "13800138000");
  HallRecord *records[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    records[i] = add_order (f, account, &rows[i]);
  put (f, rows[0].number, "business_licence", "licence", 1);
  put (f, rows[1].number, "business_licence", "licence", 1);
  put (f, rows[3].number, "application_form", "licence", 1);
  put (f, rows[0].number, "application_form", "form", 1);
  put (f, rows[1].number, "application_form", "form", 1);
  put (f, rows[4].number, "application_form", "old", 1);
  put (f, rows[4].number, "application_form", "another", 2);

  /* the draft and the cancelled order are not in process */
  g_assert_cmpuint (count (f, records[0], HALL_DUPLICATE_IN_PROCESS), ==, 1);
  g_assert_cmpuint (count (f, records[1], HALL_DUPLICATE_IN_PROCESS), ==, 0);
  /* a licence may serve its organisation twice, a form may not */
  g_assert_cmpuint (count (f, records[0], HALL_DUPLICATE_FILE), ==, 2);
  g_assert_cmpuint (count (f, records[3], HALL_DUPLICATE_FILE), ==, 2);
  g_assert_cmpuint (count (f, records[4], HALL_DUPLICATE_FILE), ==, 0);
  g_assert_cmpuint (count (f, records[0], HALL_DUPLICATE_ACCOUNT), ==, 1);
  g_assert_cmpuint (count (f, records[3], HALL_DUPLICATE_ACCOUNT), ==, 1);
  g_assert_cmpuint (count (f, records[4], HALL_DUPLICATE_ACCOUNT), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    hall_record_free (records[i]);
}

static void
test_replaced (HallStoreFixture *f, gconstpointer data)
{
  static const Row row = { "20261122000001", "甲公司", CODE, "", HALL_STATE_AWAITING_PAYMENT };
  g_autofree char *account = hall_store_fixture_add_account (f, "13800138000");
  HallRecord *record = add_order (f, account, &row);
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) one = NULL;

  put (f, row.number, "business_licence", "a", 10);
  put (f, row.number, "application_form", "b", 10);
  put (f, row.number, "application_form", "c", 15);
  put (f, row.number, "business_licence", "d", 30);
  put (f, row.number, "seal_capture_sheet", "e", 30);
  none = hall_duplicate_list_replaced (f->db, row.number, 40, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  one = hall_duplicate_list_replaced (f->db, row.number, 20, NULL);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, "business_licence");
  hall_record_free (record);
}

/* Whatever is asked is found by an index. */
static void
test_plans (HallStoreFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n = 0;

  test_kinds (f, data);
  g_strfreev (hall_duplicate_list_replaced (f->db, "20261122000001", 0, NULL));
  hall_db_list_texts (f->db, texts);
  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], "$2") != NULL && g_str_has_prefix (texts->pdata[i], "SELECT")
        && (strstr (texts->pdata[i], "LIMIT $2") != NULL
            || strstr (texts->pdata[i], "EXISTS") != NULL))
      {
        g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", texts->pdata[i], NULL);
        g_autoptr (HallStmt) stmt = hall_db_query (f->db, g_intern_string (sql), NULL);

        n++;
        while (hall_stmt_step (stmt, NULL) == HALL_STEP_ROW)
          {
            g_test_message ("%s", hall_stmt_get_text (stmt, 3));
            g_assert_null (strstr (hall_stmt_get_text (stmt, 3), "SCAN "));
          }
      }
  g_assert_cmpuint (n, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                          \
  g_test_add ("/duplicate-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)
  ADD ("kinds", test_kinds);
  ADD ("replaced", test_replaced);
  ADD ("plans", test_plans);
  return g_test_run ();
}
