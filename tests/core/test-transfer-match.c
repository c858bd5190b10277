/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which order a transfer is for: number, payer and amount, each for itself.
 */
#include "hall-transfer-match.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *remark;
    const char *number;
  } cases[] = {
    { "20261122000017", "20261122000017" },
    { "业务单20261122000017证书费", "20261122000017" },
    { "2026 1122 0000 17", "20261122000017" },
    { "20261122-000017", "20261122000017" },
    { "２０２６１１２２００００１７", "20261122000017" },
    { "No.13800000000 20261122000017", "20261122000017" },
    { "货款", NULL },
    { "", NULL },
    { "2026112200001", NULL },
    { "99999999999999", NULL },
    { "20261322000017", NULL },
    { "19991122000017", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = hall_remark_find_number (cases[i].remark);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_scores (void)
{
  static const struct
  {
    const char *payer;
    gint64 amount_fen;
    const char *remark;
    guint score;
  } cases[] = {
    { "甲（北京）有限公司", 90000, "20261122000017", 100 },
    { "甲(北京)有限公司", 90000, "20261122000017", 100 },
    { "甲(北京)有限公司", 90000, "证书", 50 },
    { "张三", 90000, "20261122000017", 70 },
    { "甲(北京)有限公司", 90001, "20261122000017", 80 },
    { "乙公司", 90000, "20261122000018", 20 },
    { "乙公司", 1, "", 0 },
    { "", 1, "20261122000017", 50 },
  };
  const HallExpectedTransfer expected = { "20261122000017", "甲（北京）有限公司", 90000 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HallTransfer transfer = { .payer = (char *) cases[i].payer,
                                      .remark = (char *) cases[i].remark,
                                      .amount_fen = cases[i].amount_fen };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (hall_agreement_get_score (hall_transfer_match (&transfer, &expected)), ==,
                        cases[i].score);
    }
}

static void
test_names (void)
{
  for (guint bit = HALL_AGREES_NUMBER; bit <= HALL_AGREES_AMOUNT; bit <<= 1)
    g_assert_cmpuint (hall_agreement_from_name (hall_agreement_get_name (bit)), ==, bit);
  g_assert_cmpuint (hall_agreement_from_name ("colour"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-match/numbers", test_numbers);
  g_test_add_func ("/transfer-match/scores", test_scores);
  g_test_add_func ("/transfer-match/names", test_names);
  return g_test_run ();
}
