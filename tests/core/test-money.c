/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts in fen: how they are shown and what is taken for one.
 */
#include "hall-money.h"

static void
test_format (void)
{
  static const struct
  {
    gint64 fen;
    const char *text;
  } rows[] = {
    { 90000, "900.00" },
    { 0, "0.00" },
    { 1, "0.01" },
    { 10, "0.10" },
    { 99, "0.99" },
    { 100, "1.00" },
    { 123456789, "1234567.89" },
    { -1, "-0.01" },
    { -90050, "-900.50" },
    { G_MAXINT64, "92233720368547758.07" },
    { G_MININT64, "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hall_money_format (rows[i].fen);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 fen; /* -1: no amount */
  } rows[] = {
    { "900", 90000 },
    { "900.00", 90000 },
    { "900.0", 90000 },
    { "900.5", 90050 },
    { "900.05", 90005 },
    { "0.01", 1 },
    { "0", 0 },
    { "007", 700 },
    { " 900.00 ", 90000 },
    { "900.00 元", 90000 },
    { "¥900", 90000 },
    { "￥ 1,234.5", 123450 },
    { "¥ 1,234.5", 123450 },
    { "1,234,567", 123456700 },
    { "1，234．56", 123456 },
    { "９００", 90000 },
    { "9 000", 900000 }, /* blanks between groups */
    { "999999999999", 99999999999900 },
    { "999999999999.99", 99999999999999 },
    { "1000000000000", -1 },
    { "", -1 },
    { ".5", -1 },
    { "5.", -1 },
    { "-5", -1 },
    { "5-", -1 },
    { "－5", -1 },
    { "+5", -1 },
    { "900.001", -1 },
    { "900,00", -1 }, /* a comma is no point */
    { "1,23", -1 },
    { "1234,567", -1 },
    { ",123", -1 },
    { "1,,234", -1 },
    { "9¥0", -1 },
    { "9元0", -1 },
    { "¥¥9", -1 },
    { "九百", -1 },
    { "9e2", -1 },
    { "0x9", -1 },
    { "900.00元整", -1 },
    { "٩٠٠", -1 },
    { "\xFF", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 fen = -1;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hall_money_parse (rows[i].text, &fen), ==, rows[i].fen >= 0);
      g_assert_cmpint (fen, ==, rows[i].fen);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++)
    {
      gint64 fen = (gint64) (g_rand_double (random) * 1e13);
      g_autofree char *text = hall_money_format (fen);
      gint64 back = -1;

      g_assert_true (hall_money_parse (text, &back));
      g_assert_cmpint (back, ==, fen);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/round-trip", test_round_trip);
  return g_test_run ();
}
