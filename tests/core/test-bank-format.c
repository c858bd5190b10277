/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a bank writes: its columns by their headers, its amounts by their signs.
 */
#include "hall-bank-format.h"

static void
test_amounts (void)
{
  static const struct
  {
    char decimal;
    char thousands;
    const char *text;
    gint64 fen; /* G_MININT64: no amount */
  } cases[] = {
    { '.', ',', "900.00", 90000 },
    { '.', ',', "900", 90000 },
    { '.', ',', "1,900.5", 190050 },
    { '.', ',', "1,234,567.89", 123456789 },
    { '.', ',', "¥900.00", 90000 },
    { '.', ',', "￥900.00元", 90000 },
    { '.', ',', "CNY 900.00", 90000 },
    { '.', ',', "+900.00", 90000 },
    { '.', ',', "-900.00", -90000 },
    { '.', ',', "¥-900.00", -90000 },
    { '.', ',', "900.0000", 90000 },
    { '.', ',', "900.001", G_MININT64 },
    { '.', ',', "1,23.00", G_MININT64 },
    { '.', ',', "1234,567.00", G_MININT64 },
    { '.', ',', "900,00", G_MININT64 },
    { '.', ',', ".50", G_MININT64 },
    { '.', ',', "900.", G_MININT64 },
    { '.', ',', "-", G_MININT64 },
    { '.', ',', "1000000000000", G_MININT64 },
    { '.', ',', "九百", G_MININT64 },
    { '.', ',', "", 0 },
    { '.', ',', "0.00", 0 },
    { ',', '.', "1.900,50", 190050 },
    { ',', '.', "900,00", 90000 },
    { ',', '.', "900.00", G_MININT64 },
    { '.', ' ', "1 900.50", 190050 },
    { '.', '\'', "1'900.50", 190050 },
    { '.', '\0', "1900.50", 190050 },
    { '.', '\0', "1,900.50", G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallBankFormat) format = hall_bank_format_new ("工商银行");
      gint64 fen;

      format->decimal = cases[i].decimal;
      format->thousands = cases[i].thousands;
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, cases[i].text);
      g_assert_cmpint (hall_bank_format_read_amount (format, cases[i].text, &fen), ==,
                       cases[i].fen != G_MININT64);
      if (cases[i].fen != G_MININT64)
        g_assert_cmpint (fen, ==, cases[i].fen);
    }
}

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    gboolean whole;
    guint header_lines;
    guint columns[HALL_N_BANK_COLUMNS]; /* date, amount, payer, account, remark, reference */
  } cases[] = {
    { "交易日期,借方发生额,贷方发生额,对方户名,对方账号,摘要,附言,流水号\n1,2,3,4,5,6,7,8\n",
      TRUE,
      1,
      { 1, 3, 4, 5, 7, 8 } },
    { "账户明细\n账号：1234\n记账日期,交易时间,收入,支出,对方单位,用途\n",
      TRUE,
      3,
      { 1, 3, 5, 0, 6, 0 } },
    { "Date;Amount;Payer;Remark\n", TRUE, 1, { 1, 2, 3, 0, 4, 0 } },
    { "2026-11-22,900.00,某公司\n", FALSE, 1, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallBankFormat) format = hall_bank_format_new ("银行");
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (HallTable) csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hall_bank_format_guess (format, csv), ==, cases[i].whole);
      g_assert_cmpuint (format->header_lines, ==, cases[i].header_lines);
      for (guint column = 0; column < HALL_N_BANK_COLUMNS; column++)
        g_assert_cmpuint (format->columns[column], ==, cases[i].columns[column]);
    }
}

static void
set_up (HallBankFormat *format)
{
  format->columns[HALL_BANK_DATE] = 1;
  format->columns[HALL_BANK_AMOUNT] = 2;
  format->columns[HALL_BANK_PAYER] = 3;
}

static void
test_check (void)
{
  g_autoptr (HallBankFormat) good = hall_bank_format_new ("工商银行");
  g_autoptr (HallBankFormat) nameless = hall_bank_format_new (" ");
  g_autoptr (HallBankFormat) copy = NULL;

  g_assert_cmpstr (hall_bank_format_check (good), ==, "columns");
  set_up (good);
  set_up (nameless);
  g_assert_null (hall_bank_format_check (good));
  g_assert_cmpstr (hall_bank_format_check (nameless), ==, "bank");
  copy = hall_bank_format_copy (good);
  copy->columns[HALL_BANK_REMARK] = 3;
  g_assert_cmpstr (hall_bank_format_check (copy), ==, "columns");
  copy->columns[HALL_BANK_REMARK] = HALL_BANK_MAX_COLUMN + 1;
  g_assert_cmpstr (hall_bank_format_check (copy), ==, "columns");
  copy->columns[HALL_BANK_REMARK] = 0;
  copy->thousands = '.';
  g_assert_cmpstr (hall_bank_format_check (copy), ==, "thousands");
  copy->decimal = ',';
  g_assert_null (hall_bank_format_check (copy));
  copy->separator = '|';
  g_assert_cmpstr (hall_bank_format_check (copy), ==, "separator");
  g_assert_null (hall_bank_format_check (good));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-format/amounts", test_amounts);
  g_test_add_func ("/bank-format/guess", test_guess);
  g_test_add_func ("/bank-format/check", test_check);
  return g_test_run ();
}
