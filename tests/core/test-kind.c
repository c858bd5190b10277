/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field kinds against published and computed values.
 */
#include "hall-kind.h"

/* The day all rows are judged on. */
static void
init_context (HallCheckContext *context)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  hall_check_context_init (context, &today);
}

static const struct
{
  const char *kind;
  const char *value;
  HallVerdict verdict;
  const char *tidy; /* NULL: the same as value */
} cases[] = {
  { "uscc", "91350100M000100Y43", HALL_GOOD, NULL }, /* published example */
  { "uscc", "9135 0100m000100y43 ", HALL_GOOD, "91350100M000100Y43" },
  { "uscc", "91512081MA62K0260E", HALL_GOOD, NULL },
  { "uscc", "91350211M0000XUF46", HALL_DOUBTFUL, NULL },
  { "uscc", "91999999MA0000023Z", HALL_WRONG, NULL },
  { "citizen-id", "11010519491231002x", HALL_GOOD, "11010519491231002X" },
  { "cnaps", "308584000014", HALL_DOUBTFUL, NULL },
};

static void
test_check (void)
{
  HallCheckContext context;

  init_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *tidy = NULL;
      HallVerdict verdict;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s %s", i, cases[i].kind, cases[i].value);
      verdict =
          hall_kind_check (hall_kind_find (cases[i].kind), cases[i].value, &context, &tidy, &issue);
      g_assert_cmpint (verdict, ==, cases[i].verdict);
      g_assert_cmpstr (tidy, ==, cases[i].tidy != NULL ? cases[i].tidy : cases[i].value);
      g_assert_cmpint (issue.code != HALL_ISSUE_NONE, ==, verdict != HALL_GOOD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/check", test_check);
  return g_test_run ();
}
