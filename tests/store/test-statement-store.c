/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of bank statements and certificates: once each, found for their orders, and the schema
 * holds what the program should.
 */
#include "hall-bank-format-store.h"
#include "hall-certificate-store.h"
#include "hall-error.h"
#include "hall-statement-store.h"
#include "hall-store-fixture.h"

#define NUMBER "20261122000017"
#define NAME   "甲（北京）有限公司"

static void
set_up (HallStoreFixture *self, gconstpointer data)
{
  static const char *const numbers[] = { NUMBER, "20261122000018" };
  g_autofree char *account = NULL;

  hall_store_fixture_set_up (self, data);
  account = hall_store_fixture_add_account (self, "13800138000");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    hall_record_free (hall_store_fixture_add_order (self, numbers[i], account));
}

static void
refuse_sql (HallStoreFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("refused: %s", sql);
  g_assert_false (hall_db_script (self->db, sql, &error));
  g_assert_nonnull (error);
}

static HallTransfer
make_transfer (const char *payer, const char *remark, guint occurrence)
{
  return (HallTransfer){ .date = (char *) "2026-11-22",
                         .amount_fen = 90000,
                         .payer = (char *) payer,
                         .account = (char *) "6222",
                         .remark = (char *) remark,
                         .reference = (char *) "",
                         .occurrence = occurrence };
}

static gboolean
add (HallStoreFixture *self, const char *bank, const HallTransfer *transfer)
{
  const HallStatementEntry entry = { bank, transfer, "chuna", 1000 };
  g_autoptr (GError) error = NULL;
  gboolean added;

  hall_statement_store_add (self->db, self->vault, &entry, &added, &error);
  g_assert_no_error (error);
  return added;
}

static guint
count_for (HallStoreFixture *self, const char *order, const char *organisation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
      hall_statement_store_list_for (self->db, self->vault, order, organisation, &error);

  g_assert_no_error (error);
  return lines->len;
}

static void
test_once (HallStoreFixture *self, gconstpointer data)
{
  const HallTransfer first = make_transfer (NAME, NUMBER, 0);
  const HallTransfer twin = make_transfer (NAME, NUMBER, 1);

  g_assert_true (add (self, "工商银行", &first));
  g_assert_false (add (self, "工商银行", &first));
  g_assert_false (add (self, "招商银行", &first));
  g_assert_true (add (self, "工商银行", &twin));
  g_assert_cmpuint (count_for (self, NUMBER, "乙公司"), ==, 2);
}

/* By the number in the remark, and by the payer however the brackets are written. */
static void
test_found (HallStoreFixture *self, gconstpointer data)
{
  const HallTransfer by_number = make_transfer ("张三", "证书费" NUMBER, 0);
  const HallTransfer by_name = make_transfer ("甲(北京)有限公司", "货款", 0);
  const HallTransfer other = make_transfer ("丙公司", "20261122000018", 0);

  add (self, "银行", &by_number);
  add (self, "银行", &by_name);
  add (self, "银行", &other);
  g_assert_cmpuint (count_for (self, NUMBER, NAME), ==, 2);
  g_assert_cmpuint (count_for (self, NUMBER, "丁公司"), ==, 1);
  g_assert_cmpuint (count_for (self, "20261122000019", "丁公司"), ==, 0);
}

/* What the bank said is sealed, comes back as it was, and is not in clear in the file. */
static void
test_sealed (HallStoreFixture *self, gconstpointer data)
{
  const HallTransfer transfer = make_transfer ("张三", "证书费", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementLine) line = NULL;
  g_autoptr (HallStmt) stmt = NULL;

  add (self, "银行", &transfer);
  line = hall_statement_store_get (self->db, self->vault, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line->transfer->payer, ==, "张三");
  g_assert_cmpstr (line->transfer->account, ==, "6222");
  g_assert_cmpstr (line->bank, ==, "银行");
  stmt = hall_db_query (self->db,
                        "SELECT COUNT (*) FROM statement_lines WHERE content_sealed LIKE '%6222%' "
                        "OR content_sealed LIKE '%张三%' OR payer_key LIKE '%张三%'",
                        &error);
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  g_assert_cmpint (hall_stmt_get_int (stmt, 0), ==, 0);
}

static void
test_used_once (HallStoreFixture *self, gconstpointer data)
{
  const HallTransfer transfer = make_transfer (NAME, NUMBER, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementLine) used = NULL;

  add (self, "银行", &transfer);
  g_assert_true (hall_statement_store_set_aside (self->db, 1, "chuna", &error));
  g_assert_false (hall_statement_store_use (self->db, 1, NUMBER, "chuna", 1, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (hall_statement_store_set_aside (self->db, 1, NULL, &error));
  g_assert_true (hall_statement_store_use (self->db, 1, NUMBER, "chuna", 1, &error));
  g_assert_false (hall_statement_store_use (self->db, 1, "20261122000018", "chuna", 1, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (hall_statement_store_set_aside (self->db, 1, "chuna", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_assert_cmpuint (count_for (self, NUMBER, NAME), ==, 0);
  used = hall_statement_store_get_used (self->db, self->vault, NUMBER, NULL);
  g_assert_cmpint (used->id, ==, 1);
}

/* Whoever writes SQL past the program is refused as well. */
static void
test_schema (HallStoreFixture *self, gconstpointer data)
{
  static const char *const refused[] = {
    "UPDATE statement_lines SET order_number = NULL",
    "UPDATE statement_lines SET order_number = '20261122000018'",
    "UPDATE statement_lines SET amount_fen = 1",
    "DELETE FROM statement_lines",
    "INSERT OR REPLACE INTO statement_lines SELECT id, line_key, bank, 1, content_sealed, "
    "payer_key, number_in_remark, imported_by, imported_s, NULL, NULL, 0, NULL "
    "FROM statement_lines",
    "INSERT INTO certificates VALUES ('20261122000017', '2F0011AA', '2026-11-22', '2027-11-22', "
    "'zhizheng', 1)",
  };
  const HallTransfer transfer = make_transfer (NAME, NUMBER, 0);

  add (self, "银行", &transfer);
  refuse_sql (self, "UPDATE statement_lines SET amount_fen = 1");
  g_assert_true (hall_statement_store_use (self->db, 1, NUMBER, "chuna", 1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    refuse_sql (self, refused[i]);
}

static void
test_pages (HallStoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  for (guint i = 0; i < 5; i++)
    {
      const HallTransfer transfer = make_transfer (NAME, "", i);

      add (self, "银行", &transfer);
    }
  first = hall_statement_store_list (self->db, self->vault, 0, 3, NULL);
  g_assert_cmpuint (first->len, ==, 3);
  second =
      hall_statement_store_list (self->db, self->vault,
                                 ((HallStatementLine *) g_ptr_array_index (first, 2))->id, 3, NULL);
  g_assert_cmpuint (second->len, ==, 2);
}

static void
test_formats (HallStoreFixture *self, gconstpointer data)
{
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("工商银行");
  g_autoptr (GPtrArray) formats = NULL;
  g_autoptr (GError) error = NULL;
  const HallBankFormat *kept;

  format->columns[HALL_BANK_DATE] = 1;
  format->columns[HALL_BANK_AMOUNT] = 3;
  format->columns[HALL_BANK_PAYER] = 2;
  format->thousands = '\0';
  format->separator = '\t';
  g_assert_true (hall_bank_format_store_put (self->db, format, "chuna", 1, &error));
  format->encoding = HALL_ENCODING_GB18030;
  g_assert_true (hall_bank_format_store_put (self->db, format, "chuna", 2, &error));
  formats = hall_bank_format_store_list (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (formats->len, ==, 1);
  kept = g_ptr_array_index (formats, 0);
  g_assert_cmpstr (kept->bank, ==, "工商银行");
  g_assert_cmpint (kept->encoding, ==, HALL_ENCODING_GB18030);
  g_assert_cmpint (kept->separator, ==, '\t');
  g_assert_cmpint (kept->thousands, ==, '\0');
  g_assert_cmpuint (kept->columns[HALL_BANK_AMOUNT], ==, 3);
}

/* The lists are read off their indexes. */
static void
test_plans (HallStoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = hall_statement_store_list (self->db, self->vault, 0, 1, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n = 0;

  count_for (self, NUMBER, NAME);
  {
    const HallTransfer transfer = make_transfer (NAME, NUMBER, 0);
    g_autoptr (GPtrArray) orders = hall_statement_store_list_orders (self->db, &transfer, NULL);

    g_assert_nonnull (orders);
  }
  hall_db_list_texts (self->db, texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *explain = NULL;
      g_autoptr (HallStmt) stmt = NULL;

      if (strstr (text, "SELECT") != text
          || (strstr (text, "statement_lines") == NULL && strstr (text, "UNION") == NULL))
        continue;
      explain = g_strconcat ("EXPLAIN QUERY PLAN ", text, NULL);
      stmt = hall_db_query (self->db, g_intern_string (explain), NULL);
      while (hall_stmt_step (stmt, NULL) == HALL_STEP_ROW)
        {
          const char *step = hall_stmt_get_text (stmt, 3);

          g_test_message ("%s", step);
          g_assert_null (strstr (step, "SCAN orders"));
          g_assert_false (g_str_equal (step, "SCAN statement_lines"));
        }
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (HallStoreFixture *self, gconstpointer data);
  } tests[] = {
    { "/statement-store/once", test_once },       { "/statement-store/found", test_found },
    { "/statement-store/sealed", test_sealed },   { "/statement-store/used-once", test_used_once },
    { "/statement-store/schema", test_schema },   { "/statement-store/pages", test_pages },
    { "/statement-store/formats", test_formats }, { "/statement-store/plans", test_plans },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, HallStoreFixture, NULL, set_up, tests[i].run,
                hall_store_fixture_tear_down);
  return g_test_run ();
}
