/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of issues as data, and how a sentence is made of a row.
 */
#include "hall-issue.h"

#include <string.h>

static void
test_names (void)
{
  for (guint code = HALL_ISSUE_NONE + 1; code < HALL_N_ISSUES; code++)
    {
      const char *name = hall_issue_code_get_name (code);

      g_test_message ("%s", name);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
      g_assert_cmpint (hall_issue_code_from_name (name), ==, code); /* so none stands twice */
      g_assert_cmpint (hall_issue_code_get_severity (code), >, HALL_GOOD);
      g_assert_cmpint (hall_issue_code_get_severity (code), <, HALL_N_VERDICTS);
    }
  g_assert_null (hall_issue_code_get_name (HALL_ISSUE_NONE));
  g_assert_cmpint (hall_issue_code_get_severity (HALL_ISSUE_NONE), ==, HALL_GOOD);
  g_assert_cmpint (hall_issue_code_from_name ("no-such-code"), ==, HALL_ISSUE_NONE);
  g_assert_cmpint (hall_issue_code_from_name (""), ==, HALL_ISSUE_NONE);
  g_assert_cmpint (hall_issue_code_from_name (NULL), ==, HALL_ISSUE_NONE);
}

/* Names are part of the interface: those that others rely on are spelt out once more here. */
static void
test_stable_names (void)
{
  static const struct
  {
    HallIssueCode code;
    const char *name;
    HallVerdict severity;
  } rows[] = {
    { HALL_ISSUE_REQUIRED, "required", HALL_WRONG },
    { HALL_ISSUE_USCC_CHECK_DIGIT, "uscc-check-digit", HALL_DOUBTFUL },
    { HALL_ISSUE_CNAPS_CHECK_DIGIT, "cnaps-check-digit", HALL_DOUBTFUL },
    { HALL_ISSUE_ID_CHECK_DIGIT, "id-check-digit", HALL_WRONG },
    { HALL_ISSUE_MOBILE_UNALLOCATED, "mobile-unallocated", HALL_DOUBTFUL },
    { HALL_ISSUE_MOBILE_RESELLER, "mobile-reseller", HALL_HINT },
    { HALL_ISSUE_CARD_CHECK_DIGIT, "card-check-digit", HALL_DOUBTFUL },
    { HALL_ISSUE_FILE_TOO_LARGE, "file-too-large", HALL_WRONG },
    { HALL_ISSUE_CODE_MISSING, "form-code-missing", HALL_DOUBTFUL },
    { HALL_ISSUE_CODE_OTHER_ORDER, "form-code-other-order", HALL_WRONG },
    { HALL_ISSUE_CODE_OLDER_REVISION, "form-code-older-revision", HALL_WRONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (hall_issue_code_get_name (rows[i].code), ==, rows[i].name);
      g_assert_cmpint (hall_issue_code_get_severity (rows[i].code), ==, rows[i].severity);
    }
}

static void
fill (HallIssue *issue, HallIssueCode code)
{
  static const HallLabel label = {
    { [HALL_LANG_ZH_CN] = (char *) "甲", [HALL_LANG_EN] = (char *) "B" }
  };

  hall_issue_set_label (issue, code, &label, "3");
}

/* Every sentence in both languages: there, finished, in the punctuation of its language. */
static void
test_sentences (void)
{
  for (guint code = HALL_ISSUE_NONE + 1; code < HALL_N_ISSUES; code++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *zh = NULL;
      g_autofree char *en = NULL;

      fill (&issue, code);
      zh = hall_issue_format (&issue, HALL_LANG_ZH_CN);
      en = hall_issue_format (&issue, HALL_LANG_EN);
      g_test_message ("%s: %s %s", hall_issue_code_get_name (code), en, zh);
      if (code == HALL_ISSUE_MESSAGE)
        continue; /* the words come from elsewhere */
      g_assert_null (strchr (zh, '%'));
      g_assert_null (strchr (en, '%'));
      g_assert_true (g_str_has_suffix (zh, "。"));
      g_assert_true (g_str_has_suffix (en, ".") || g_str_has_suffix (en, "?"));
      g_assert_false (g_ascii_islower (*en));
      g_assert_false (g_regex_match_simple ("[,;:?()]", zh, 0, 0));
    }
}

static void
test_format (void)
{
  static const HallLabel name = {
    { [HALL_LANG_ZH_CN] = (char *) "机构名称", [HALL_LANG_EN] = (char *) "Name" }
  };
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *equal_zh = NULL;
  g_autofree char *equal_en = NULL;
  g_autofree char *bounds = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *none = NULL;

  hall_issue_set_label (&issue, HALL_ISSUE_NOT_EQUAL, &name, NULL);
  equal_zh = hall_issue_format (&issue, HALL_LANG_ZH_CN);
  equal_en = hall_issue_format (&issue, HALL_LANG_EN);
  g_assert_cmpstr (equal_zh, ==, "此项必须与“机构名称”一致。");
  g_assert_cmpstr (equal_en, ==, "This must be the same as “Name”.");

  hall_issue_set_numbers (&issue, HALL_ISSUE_TOO_LONG, 100, 120);
  bounds = hall_issue_format (&issue, HALL_LANG_EN);
  g_assert_cmpstr (bounds, ==, "At most 100 characters fit; there are 120.");

  hall_issue_set_numbers (&issue, HALL_ISSUE_TOO_LONG, 100, -1);
  missing = hall_issue_format (&issue, HALL_LANG_EN);
  g_assert_cmpstr (missing, ==, "At most 100 characters fit; there are .");

  hall_issue_clear (&issue);
  none = hall_issue_format (&issue, HALL_LANG_EN);
  g_assert_cmpstr (none, ==, "");
}

/* What a person typed is put in as it is: it is no pattern. */
static void
test_args_are_no_patterns (void)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *sentence = NULL;

  hall_issue_set (&issue, HALL_ISSUE_NOT_A_CHOICE, "%1%2%s%n", "x");
  sentence = hall_issue_format (&issue, HALL_LANG_EN);
  g_assert_cmpstr (sentence, ==, "“%1%2%s%n” is not one of the choices.");
}

static void
test_set_returns_the_severity (void)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_assert_cmpint (hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL), ==, HALL_WRONG);
  g_assert_cmpint (hall_issue_set (&issue, HALL_ISSUE_NOT_IN_LIST, "x", NULL), ==, HALL_DOUBTFUL);
  g_assert_cmpint (issue.code, ==, HALL_ISSUE_NOT_IN_LIST); /* the new one replaces the old */
  g_assert_cmpint (hall_issue_set (NULL, HALL_ISSUE_MOBILE_RESELLER, "170", NULL), ==, HALL_HINT);
  g_assert_cmpint (hall_issue_set_numbers (NULL, HALL_ISSUE_TOO_SHORT, 1, 2), ==, HALL_WRONG);
}

static void
test_copy (void)
{
  g_auto (HallIssue) from = HALL_ISSUE_INIT;
  g_auto (HallIssue) to = HALL_ISSUE_INIT;

  hall_issue_set (&to, HALL_ISSUE_REQUIRED, "old", NULL);
  hall_issue_set (&from, HALL_ISSUE_TOO_LONG, "1", "2");
  hall_issue_copy (&to, &from);
  g_assert_cmpint (to.code, ==, HALL_ISSUE_TOO_LONG);
  g_assert_cmpstr (to.args[0], ==, "1");
  g_assert_true (to.args[0] != from.args[0]);
  g_assert_cmpstr (to.args[1], ==, "2");
  g_assert_null (to.args[2]);
  hall_issue_clear (&from);
  g_assert_cmpint (from.code, ==, HALL_ISSUE_NONE);
  g_assert_null (from.args[0]);
  g_assert_cmpstr (to.args[0], ==, "1");
}

static void
test_verdicts (void)
{
  static const char *const names[HALL_N_VERDICTS] = { "good", "hint", "warning", "error" };

  for (guint verdict = 0; verdict < HALL_N_VERDICTS; verdict++)
    {
      g_assert_cmpstr (hall_verdict_get_name (verdict), ==, names[verdict]);
      g_assert_cmpint (hall_verdict_from_name (names[verdict]), ==, verdict);
    }
  g_assert_cmpint (hall_verdict_from_name ("fatal"), ==, HALL_WRONG); /* rather too strict */
  g_assert_cmpint (hall_verdict_from_name (NULL), ==, HALL_WRONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/names", test_names);
  g_test_add_func ("/issue/stable-names", test_stable_names);
  g_test_add_func ("/issue/sentences", test_sentences);
  g_test_add_func ("/issue/format", test_format);
  g_test_add_func ("/issue/args-are-no-patterns", test_args_are_no_patterns);
  g_test_add_func ("/issue/set-returns-the-severity", test_set_returns_the_severity);
  g_test_add_func ("/issue/copy", test_copy);
  g_test_add_func ("/issue/verdicts", test_verdicts);
  return g_test_run ();
}
