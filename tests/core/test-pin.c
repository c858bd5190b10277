/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who receives the PIN, and how: the guide's table, row by row.
 */
#include "hall-pin.h"

static const struct
{
  HallPayChannel channel;
  gboolean for_person;
  HallFinAuthMode mode;
  gboolean needs_transfer;
  HallPinWay way;
  HallPinRecipient recipient;
} rows[] = {
  /* paid online: 0.01 yuan to the organisation's account, the remark is the PIN */
  { HALL_PAY_WECHAT, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN, TRUE, HALL_PIN_BY_REMARK,
    HALL_PIN_TO_FINANCE },
  { HALL_PAY_ALIPAY, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN, TRUE, HALL_PIN_BY_REMARK,
    HALL_PIN_TO_FINANCE },
  { HALL_PAY_WECHAT, TRUE, HALL_FIN_AUTH_REMARK_IS_PIN, TRUE, HALL_PIN_BY_REMARK,
    HALL_PIN_TO_FINANCE },
  { HALL_PAY_ALIPAY, TRUE, HALL_FIN_AUTH_REMARK_IS_PIN, TRUE, HALL_PIN_BY_REMARK,
    HALL_PIN_TO_FINANCE },
  /* paid by transfer: the payment proved the account, the PIN goes by SMS */
  { HALL_PAY_TRANSFER, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN, FALSE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_HANDLER },
  { HALL_PAY_TRANSFER, TRUE, HALL_FIN_AUTH_REMARK_IS_PIN, FALSE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_SUBJECT },
  /* where the remark is a code to be typed in, it cannot be the PIN as well */
  { HALL_PAY_WECHAT, FALSE, HALL_FIN_AUTH_REMARK_IS_CODE, TRUE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_HANDLER },
  { HALL_PAY_ALIPAY, FALSE, HALL_FIN_AUTH_REMARK_IS_CODE, TRUE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_HANDLER },
  { HALL_PAY_WECHAT, TRUE, HALL_FIN_AUTH_REMARK_IS_CODE, TRUE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_SUBJECT },
  { HALL_PAY_ALIPAY, TRUE, HALL_FIN_AUTH_REMARK_IS_CODE, TRUE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_SUBJECT },
  { HALL_PAY_TRANSFER, FALSE, HALL_FIN_AUTH_REMARK_IS_CODE, FALSE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_HANDLER },
  { HALL_PAY_TRANSFER, TRUE, HALL_FIN_AUTH_REMARK_IS_CODE, FALSE, HALL_PIN_BY_SMS,
    HALL_PIN_TO_SUBJECT },
};

static void
test_rows (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == HALL_N_PAY_CHANNELS * 2 * HALL_N_FIN_AUTH_MODES);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const HallPinRule *rule = hall_pin_rule (rows[i].channel, rows[i].for_person, rows[i].mode);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (rule->channel, ==, rows[i].channel);
      g_assert_cmpint (rule->for_person, ==, rows[i].for_person);
      g_assert_cmpint (rule->mode, ==, rows[i].mode);
      g_assert_cmpint (rule->needs_transfer, ==, rows[i].needs_transfer);
      g_assert_cmpint (rule->way, ==, rows[i].way);
      g_assert_cmpint (rule->recipient, ==, rows[i].recipient);
      g_assert_true (hall_pin_rule (rows[i].channel, rows[i].for_person, rows[i].mode) == rule);
    }
}

/* Any true value is true. */
static void
test_any_truth (void)
{
  g_assert_true (hall_pin_rule (HALL_PAY_TRANSFER, 7, HALL_FIN_AUTH_REMARK_IS_PIN)
                 == hall_pin_rule (HALL_PAY_TRANSFER, TRUE, HALL_FIN_AUTH_REMARK_IS_PIN));
}

/* A remark that is the PIN exists only where 0.01 yuan is sent. */
static void
test_no_remark_without_transfer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const HallPinRule *rule = hall_pin_rule (rows[i].channel, rows[i].for_person, rows[i].mode);

      if (rule->way == HALL_PIN_BY_REMARK)
        g_assert_true (rule->needs_transfer);
      g_assert_cmpint (rule->needs_transfer, ==, rule->channel != HALL_PAY_TRANSFER);
    }
}

static void
test_channels (void)
{
  static const char *const names[HALL_N_PAY_CHANNELS] = { "wechat", "alipay", "transfer" };
  static const char *const labels[HALL_N_PAY_CHANNELS] = { "微信支付", "支付宝支付", "公对公转账" };

  for (guint channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    {
      g_assert_cmpstr (hall_pay_channel_get_name (channel), ==, names[channel]);
      g_assert_cmpint (hall_pay_channel_from_name (names[channel]), ==, channel);
      g_assert_cmpstr (hall_pay_channel_get_label (channel, HALL_LANG_ZH_CN), ==, labels[channel]);
      g_assert_cmpstr (hall_pay_channel_get_label (channel, HALL_LANG_EN), !=, "");
    }
  g_assert_cmpint (hall_pay_channel_from_name ("cash"), ==, HALL_N_PAY_CHANNELS);
  g_assert_cmpint (hall_pay_channel_from_name (NULL), ==, HALL_N_PAY_CHANNELS);
}

static void
test_recipients (void)
{
  static const char *const names[HALL_N_PIN_RECIPIENTS] = { "finance", "handler",
                                                            "subject-person" };
  static const char *const labels[HALL_N_PIN_RECIPIENTS] = { "贵单位财务人员", "经办人", "申请人" };

  for (guint recipient = 0; recipient < HALL_N_PIN_RECIPIENTS; recipient++)
    {
      g_assert_cmpstr (hall_pin_recipient_get_name (recipient), ==, names[recipient]);
      g_assert_cmpstr (hall_pin_recipient_get_label (recipient, HALL_LANG_ZH_CN), ==,
                       labels[recipient]);
      g_assert_cmpstr (hall_pin_recipient_get_label (recipient, HALL_LANG_EN), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/rows", test_rows);
  g_test_add_func ("/pin/any-truth", test_any_truth);
  g_test_add_func ("/pin/no-remark-without-transfer", test_no_remark_without_transfer);
  g_test_add_func ("/pin/channels", test_channels);
  g_test_add_func ("/pin/recipients", test_recipients);
  return g_test_run ();
}
