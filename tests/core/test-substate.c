/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four things beside the state.
 */
#include "hall-substate.h"

static const struct
{
  HallSubstateGroup group;
  const char *group_name;
  HallSubstate first;
  const char *const *names;
} groups[HALL_N_SUBSTATES] = {
  { HALL_SUBSTATE_AUTH, "handler_auth", HALL_AUTH_NONE,
    (const char *const[]){ "none", "pending", "alternative", "passed", "failed", "expired",
                           NULL } },
  { HALL_SUBSTATE_PAYMENT, "payment", HALL_PAYMENT_NONE,
    (const char *const[]){ "none", "qr-issued", "paid", "voucher-uploaded", "verified",
                           "voucher-rejected", "refunding", "refunded", NULL } },
  { HALL_SUBSTATE_FIN_AUTH, "fin_auth", HALL_FIN_AUTH_NOT_REQUIRED,
    (const char *const[]){ "not-required", "pending", "sent", "succeeded", "failed", NULL } },
  { HALL_SUBSTATE_INVOICE, "invoice", HALL_INVOICE_NONE,
    (const char *const[]){ "none", "requested", "issued", "red", NULL } },
};

static void
test_names (void)
{
  guint values = 0;

  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    {
      g_assert_cmpint (groups[group].group, ==, group);
      g_assert_cmpstr (hall_substate_group_get_name (group), ==, groups[group].group_name);
      for (guint i = 0; groups[group].names[i] != NULL; i++, values++)
        {
          HallSubstate value = groups[group].first + i;

          g_test_message ("%s %s", groups[group].group_name, groups[group].names[i]);
          g_assert_cmpint (hall_substate_get_group (value), ==, group);
          g_assert_cmpstr (hall_substate_get_name (value), ==, groups[group].names[i]);
          g_assert_cmpint (hall_substate_from_name (group, groups[group].names[i]), ==, value);
        }
      g_assert_cmpint (hall_substate_from_name (group, "no-such-name"), ==, HALL_N_SUBSTATE_VALUES);
      g_assert_cmpint (hall_substate_from_name (group, NULL), ==, HALL_N_SUBSTATE_VALUES);
    }
  g_assert_cmpuint (values, ==, HALL_N_SUBSTATE_VALUES);
}

/* The same word in two groups is two values. */
static void
test_groups_are_apart (void)
{
  g_assert_cmpint (hall_substate_from_name (HALL_SUBSTATE_AUTH, "failed"), ==, HALL_AUTH_FAILED);
  g_assert_cmpint (hall_substate_from_name (HALL_SUBSTATE_FIN_AUTH, "failed"), ==,
                   HALL_FIN_AUTH_FAILED);
  g_assert_cmpint (hall_substate_from_name (HALL_SUBSTATE_PAYMENT, "failed"), ==,
                   HALL_N_SUBSTATE_VALUES);
}

static void
test_labels (void)
{
  for (guint value = 0; value < HALL_N_SUBSTATE_VALUES; value++)
    {
      g_assert_false (g_str_is_ascii (hall_substate_get_label (value, HALL_LANG_ZH_CN)));
      g_assert_cmpstr (hall_substate_get_label (value, HALL_LANG_EN), !=, "");
    }
}

/* "accepted" has two names in the guide; no other state has. */
static void
test_order_label (void)
{
  for (guint state = 0; state < HALL_N_STATES; state++)
    for (guint i = 0; groups[HALL_SUBSTATE_FIN_AUTH].names[i] != NULL; i++)
      {
        HallSubstate fin_auth = HALL_FIN_AUTH_NOT_REQUIRED + i;
        const char *expected = state == HALL_STATE_ACCEPTED && fin_auth == HALL_FIN_AUTH_SUCCEEDED
                                   ? "金融认证成功"
                                   : hall_state_get_label (state, HALL_LANG_ZH_CN);

        g_assert_cmpstr (hall_order_label (state, fin_auth, HALL_LANG_ZH_CN), ==, expected);
      }
  g_assert_cmpstr (hall_order_label (HALL_STATE_ACCEPTED, HALL_FIN_AUTH_NOT_REQUIRED,
                                     HALL_LANG_ZH_CN),
                   ==, "成功受理");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/substate/names", test_names);
  g_test_add_func ("/substate/groups-are-apart", test_groups_are_apart);
  g_test_add_func ("/substate/labels", test_labels);
  g_test_add_func ("/substate/order-label", test_order_label);
  return g_test_run ();
}
