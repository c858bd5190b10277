/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A statement becomes transfers; a line that is none is named, or counted as money that went out.
 */
#include "hall-statement.h"

#include <string.h>

#include "hall-application.h"

static HallStatement *
read_text (const char *text)
{
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("工商银行");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HallTable) csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, NULL);

  g_assert_true (hall_bank_format_guess (format, csv));
  return hall_statement_read (csv, format);
}

#define HEADER "交易日期,贷方发生额,对方户名,对方账号,附言,流水号\n"

static void
test_lines (void)
{
  g_autoptr (HallStatement) statement = read_text (
      HEADER "2026-11-22 10:11:12,\"1,900.00\",甲（北京）有限公司,'6222 0001,20261122000017,A1\n"
             "20261123,,乙公司,,付货款,A2\n"
             "2026/11/24,-50.00,丙公司,,退款,A3\n"
             "20261125101112,0.01,丁公司,,,\n");
  const HallTransfer *first, *last;

  g_assert_cmpuint (statement->problems->len, ==, 0);
  g_assert_cmpuint (statement->n_outgoing, ==, 2);
  g_assert_cmpuint (statement->transfers->len, ==, 2);
  first = g_ptr_array_index (statement->transfers, 0);
  g_assert_cmpuint (first->line, ==, 2);
  g_assert_cmpstr (first->date, ==, "2026-11-22");
  g_assert_cmpint (first->amount_fen, ==, 190000);
  g_assert_cmpstr (first->payer, ==, "甲（北京）有限公司");
  g_assert_cmpstr (first->account, ==, "6222 0001");
  g_assert_cmpstr (first->remark, ==, "20261122000017");
  g_assert_cmpstr (first->reference, ==, "A1");
  last = g_ptr_array_index (statement->transfers, 1);
  g_assert_cmpstr (last->date, ==, "2026-11-25");
  g_assert_cmpint (last->amount_fen, ==, 1);
}

static void
test_problems (void)
{
  static const struct
  {
    const char *where;
    HallIssueCode code;
  } rows[] = {
    { "3", HALL_ISSUE_LINE_AMOUNT },
    { "4", HALL_ISSUE_LINE_DATE },
    { "5", HALL_ISSUE_LINE_SHORT },
    { "7", HALL_ISSUE_TOO_LONG },
  };
  g_autofree char *longest = g_strnfill (HALL_STATEMENT_MAX_TEXT + 1, 'x');
  g_autofree char *text = g_strconcat (HEADER,
                                       "2026-11-22,900.00,甲,,,\n"
                                       "2026-11-22,900元整,乙,,,\n"
                                       "2026-02-30,900.00,丙,,,\n"
                                       "2026-11-22\n"
                                       "2026-11-22,900.00,丁,,,\n"
                                       "2026-11-22,900.00,",
                                       longest, ",,,\n", NULL);
  g_autoptr (HallStatement) statement = read_text (text);

  g_assert_cmpuint (statement->transfers->len, ==, 2);
  g_assert_cmpuint (statement->problems->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const HallFinding *finding = g_ptr_array_index (statement->problems, i);

      g_assert_cmpstr (finding->where, ==, rows[i].where);
      g_assert_cmpint (finding->issue.code, ==, rows[i].code);
    }
}

/* Two equal transfers are two; they are told apart by which one they are. */
static void
test_twins (void)
{
  g_autoptr (HallStatement) statement = read_text (HEADER "2026-11-22,900.00,甲,1,x,\n"
                                                          "2026-11-22,900.00,甲,1,x,\n"
                                                          "2026-11-22,900.00,甲,1,y,\n"
                                                          "2026-11-22,900.00,甲,1,x,\n");
  static const guint occurrences[] = { 0, 1, 0, 2 };

  g_assert_cmpuint (statement->transfers->len, ==, G_N_ELEMENTS (occurrences));
  for (gsize i = 0; i < G_N_ELEMENTS (occurrences); i++)
    g_assert_cmpuint (((HallTransfer *) g_ptr_array_index (statement->transfers, i))->occurrence,
                      ==, occurrences[i]);
}

static void
test_without_header (void)
{
  static const char text[] = "900.00\t2026-11-22\t甲公司\n900.00\t2026-11-23\t乙公司\n";
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("银行");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (HallTable) csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, NULL);
  g_autoptr (HallStatement) statement = NULL;

  format->header_lines = 0;
  format->columns[HALL_BANK_AMOUNT] = 1;
  format->columns[HALL_BANK_DATE] = 2;
  format->columns[HALL_BANK_PAYER] = 3;
  statement = hall_statement_read (csv, format);
  g_assert_cmpuint (statement->transfers->len, ==, 2);
  g_assert_cmpuint (statement->problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/lines", test_lines);
  g_test_add_func ("/statement/problems", test_problems);
  g_test_add_func ("/statement/twins", test_twins);
  g_test_add_func ("/statement/without-header", test_without_header);
  return g_test_run ();
}
