/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds as the catalogue uses them: every example and vector of the field lists, tidied,
 * checked and masked; what holds for all kinds and any text.
 */
#include "hall-kind.h"

#include <string.h>

#include "hall-test.h"
#include "hall-tidy.h"

typedef struct
{
  const char *kind;
  const char *value;
  HallVerdict verdict;
  const char *tidy;  /* NULL: the same as value */
  const char *issue; /* NULL: none */
} Case;

#define GOOD(kind, value)              \
  {                                    \
    kind, value, HALL_GOOD, NULL, NULL \
  }
#define TIDY(kind, value, tidy)        \
  {                                    \
    kind, value, HALL_GOOD, tidy, NULL \
  }
#define HINT(kind, value, issue)        \
  {                                     \
    kind, value, HALL_HINT, NULL, issue \
  }
#define DOUBT(kind, value, issue)           \
  {                                         \
    kind, value, HALL_DOUBTFUL, NULL, issue \
  }
#define WRONG(kind, value, issue)        \
  {                                      \
    kind, value, HALL_WRONG, NULL, issue \
  }
#define WRONG_TIDY(kind, value, tidy, issue) \
  {                                          \
    kind, value, HALL_WRONG, tidy, issue     \
  }

static const Case cases[] = {
#include "kind-case-list.h"
};

/* The checks that the catalogue's choices and bounds stand behind. */
static const char *const banks[] = { "招商银行", "中国银行", NULL };
static const char *const ids[] = { "normal", "special", NULL };

static HallVerdict
check (const Case *row, HallCheckContext *context, char **tidy, HallIssue *issue)
{
  const HallKind *kind = hall_kind_find (row->kind);

  g_assert_nonnull (kind);
  return hall_kind_check (kind, row->value, context, tidy, issue);
}

static void
assert_case (const Case *row, HallCheckContext *context)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *tidy = NULL;
  HallVerdict verdict = check (row, context, &tidy, &issue);

  g_test_message ("%s “%s”", row->kind, row->value);
  g_assert_cmpstr (hall_issue_code_get_name (issue.code), ==, row->issue);
  g_assert_cmpint (verdict, ==, row->verdict);
  g_assert_cmpstr (tidy, ==, row->tidy != NULL ? row->tidy : row->value);
}

static void
test_cases (void)
{
  HallCheckContext context;

  hall_test_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tidy = hall_kind_find (cases[i].kind)->tidy (cases[i].value);
      Case row = cases[i];

      /* a wrong value need not say how it is tidied; the verdict is on what was tidied */
      if (row.tidy == NULL && row.verdict == HALL_WRONG)
        row.tidy = tidy;
      assert_case (&row, &context);
    }
}

/* Every kind has a good row and, unless nothing can be wrong with it, a wrong one. */
static void
test_every_kind_is_covered (void)
{
  for (guint id = 0; id < HALL_N_KINDS; id++)
    {
      const char *name = hall_kind_get (id)->name;
      guint good = 0;
      guint wrong = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        if (g_str_equal (cases[i].kind, name))
          {
            good += cases[i].verdict == HALL_GOOD;
            wrong += cases[i].verdict == HALL_WRONG;
          }
      g_test_message ("%s: %u good, %u wrong", name, good, wrong);
      g_assert_cmpuint (good, >, 0);
      if (!g_str_equal (name, "city") && !g_str_equal (name, "district"))
        g_assert_cmpuint (wrong, >, 0);
    }
}

static void
test_fixture_area (void)
{
  static const Case fixtures[] = {
    GOOD ("citizen-id", "99999919800101002X"),
    GOOD ("citizen-id", "999999198506150036"),
    WRONG ("citizen-id", "999999198506150037", "id-check-digit"),
    WRONG ("citizen-id", "160000199001010012", "id-area"),
  };
  HallCheckContext context;

  hall_test_context (&context);
  context.allow_fixture_area = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    assert_case (&fixtures[i], &context);
}

static void
test_choices (void)
{
  static const Case named[] = {
    GOOD ("bank-name", "招商银行"),
    TIDY ("bank-name", " 中国银行 ", "中国银行"),
    DOUBT ("bank-name", "测试村镇银行", "not-in-list"),
    WRONG ("bank-name", "招行", "too-short"),
  };
  static const Case chosen[] = {
    GOOD ("choice", "normal"),
    WRONG ("choice", "none", "not-a-choice"),
    WRONG ("choice", "NORMAL", "not-a-choice"),
  };
  HallCheckContext context;

  hall_test_context (&context);
  context.choices = banks;
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    assert_case (&named[i], &context);
  context.choices = ids;
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    assert_case (&chosen[i], &context);
}

static void
test_bounds (void)
{
  static const struct
  {
    guint min, max;
    Case row;
  } bounded[] = {
    { 4, 60, GOOD ("text", "四个汉字") },
    { 4, 60, WRONG ("text", "南山", "too-short") },
    { 0, 3, GOOD ("text", "𠮷𠮷𠮷") },
    { 0, 3, WRONG ("text", "𠮷𠮷𠮷𠮷", "too-long") },
    { 1, 0,
      WRONG ("address", "深圳", "too-short") }, /* a field cannot ask for less than the kind */
    { 8, 0, WRONG ("address", "深圳南山一号", "too-short") },
    { 0, 3, WRONG ("organisation-name", "测试公司", "too-long") },
    { 5, 0, WRONG ("organisation-name", "测试公司", "too-short") },
  };
  HallCheckContext context;

  hall_test_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (bounded); i++)
    {
      context.min_chars = bounded[i].min;
      context.max_chars = bounded[i].max;
      assert_case (&bounded[i].row, &context);
    }
}

/* What fits exactly and what is one character too long, for the kinds that count characters. */
static void
test_longest (void)
{
  static const struct
  {
    const char *kind;
    const char *piece;
    guint max;
  } kinds[] = {
    { "organisation-name", "测", 100 }, { "address", "路", 120 },
    { "address-detail", "路", 100 },    { "text", "文", 200 },
    { "province", "省", 20 },           { "city", "市", 30 },
    { "district", "区", 30 },           { "person-name", "张", 25 },
    { "person-name", "a", 50 },         { "bank-name", "行", 60 },
    { "bank-account", "7", 32 },
  };
  HallCheckContext context;

  hall_test_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const HallKind *kind = hall_kind_find (kinds[i].kind);

      for (guint n = 0; n < kinds[i].max; n++)
        g_string_append (text, kinds[i].piece);
      g_test_message ("%s", kinds[i].kind);
      g_assert_cmpint (hall_kind_check (kind, text->str, &context, NULL, NULL), ==, HALL_GOOD);
      g_string_append (text, kinds[i].piece);
      g_assert_cmpint (hall_kind_check (kind, text->str, &context, NULL, NULL), ==, HALL_WRONG);
    }
}

/* Nothing typed, or only blanks: whether it is required is not the kind's business. */
static void
test_empty (void)
{
  static const char *const empties[] = { "", " ", "\t\n", "　", "\xE2\x80\x8B", "\xEF\xBB\xBF " };
  HallCheckContext context;

  hall_test_context (&context);
  for (guint id = 0; id < HALL_N_KINDS; id++)
    for (gsize i = 0; i < G_N_ELEMENTS (empties); i++)
      {
        g_auto (HallIssue) issue = HALL_ISSUE_INIT;
        g_autofree char *tidy = NULL;

        g_assert_cmpint (hall_kind_check (hall_kind_get (id), empties[i], &context, &tidy, &issue),
                         ==, HALL_GOOD);
        g_assert_cmpstr (tidy, ==, "");
        g_assert_cmpint (issue.code, ==, HALL_ISSUE_NONE);
      }
}

static void
assert_kind_holds (const HallKind *kind, const char *text, const HallCheckContext *context)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *tidy = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *masked = NULL;
  g_autofree char *shown = NULL;
  HallVerdict verdict = hall_kind_check (kind, text, context, &tidy, &issue);

  g_assert_true (g_utf8_validate (tidy, -1, NULL));
  g_assert_cmpint (issue.code != HALL_ISSUE_NONE, ==, verdict != HALL_GOOD);
  if (issue.code != HALL_ISSUE_NONE)
    g_assert_cmpint (hall_issue_code_get_severity (issue.code), ==, verdict);
  g_assert_cmpint (hall_kind_check (kind, tidy, context, &twice, NULL), ==, verdict);
  g_assert_cmpstr (twice, ==, tidy);
  masked = kind->mask (tidy);
  g_assert_true (g_utf8_validate (masked, -1, NULL));
  shown = hall_kind_format (kind, tidy);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    {
      g_autofree char *sentence = hall_issue_format (&issue, lang);

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_cmpint (*sentence != '\0', ==, verdict != HALL_GOOD);
    }
}

/* Any text through every kind: nothing breaks, and what is tidy stays as it is. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  HallCheckContext context;

  hall_test_context (&context);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = hall_test_random_text (random);

      for (guint id = 0; id < HALL_N_KINDS; id++)
        assert_kind_holds (hall_kind_get (id), text, &context);
    }
}

/* The rows above with something inserted, left out or put twice: closer to what people do. */
static void
test_damaged (void)
{
  static const char *const pieces[] = {
    "-", " ",   "　",           "·",    ".", "(",  "0",   "X",   "é", "\xCC\x81", "转",
    "#", "ext", "\xE2\x80\x8E", "\xFF", "/", "86", "+86", "0086"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  HallCheckContext context;

  hall_test_context (&context);
  for (guint i = 0; i < 20000; i++)
    {
      const Case *row = &cases[g_rand_int_range (random, 0, G_N_ELEMENTS (cases))];
      g_autoptr (GString) text = g_string_new (row->value);

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        g_string_insert (text, g_rand_int_range (random, 0, (int) text->len + 1),
                         pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_kind_holds (hall_kind_find (row->kind), text->str, &context);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *kind;
    const char *value;
    const char *shown;
  } rows[] = {
    { "uscc", "91999999MA0000023Y", "9199 9999 MA00 0002 3Y" },
    { "citizen-id", "11010519491231002X", "110105 19491231 002X" },
    { "mobile", "13800138000", "138 0013 8000" },
    { "bank-account", "755900000010101", "7559 0000 0010 101" },
    { "bank-card", "6217000000000000004", "6217 0000 0000 0000 004" },
    { "cnaps", "308584000013", "308 5840 0001 3" },
    { "mobile", "138001380001", "138 0013 8000 1" }, /* longer than the groups */
    { "mobile", "138", "138" },
    { "mobile", "", "" },
    { "uscc", "9199张", "9199张" },
    { "email", "zs@example.com", "zs@example.com" },
    { "person-name", "张三", "张三" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = hall_kind_format (hall_kind_find (rows[i].kind), rows[i].value);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

/* What is shown in groups is read back as the value: people copy it. */
static void
test_format_is_tidied_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HallKind *kind = hall_kind_find (cases[i].kind);
      g_autofree char *tidy = kind->tidy (cases[i].value);
      g_autofree char *shown = hall_kind_format (kind, tidy);
      g_autofree char *back = kind->tidy (shown);

      g_assert_cmpstr (back, ==, tidy);
    }
}

static void
test_table (void)
{
  for (guint id = 0; id < HALL_N_KINDS; id++)
    {
      const HallKind *kind = hall_kind_get (id);

      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", kind->name, 0, 0));
      g_assert_true (hall_kind_find (kind->name) == kind); /* so no name stands twice */
      g_assert_nonnull (kind->tidy);
      g_assert_nonnull (kind->check);
      g_assert_nonnull (kind->mask);
      g_assert_cmpint (kind->input, <, HALL_N_INPUTS);
      g_assert_cmpuint (kind->max_chars, >=, MAX (1, kind->min_chars));
      if (kind->group != NULL)
        g_assert_true (g_regex_match_simple ("^[1-9]( [1-9])*$", kind->group, 0, 0));
    }
  g_assert_null (hall_kind_find ("USCC"));
  g_assert_null (hall_kind_find (""));
  g_assert_null (hall_kind_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/table", test_table);
  g_test_add_func ("/kind/cases", test_cases);
  g_test_add_func ("/kind/every-kind-is-covered", test_every_kind_is_covered);
  g_test_add_func ("/kind/fixture-area", test_fixture_area);
  g_test_add_func ("/kind/choices", test_choices);
  g_test_add_func ("/kind/bounds", test_bounds);
  g_test_add_func ("/kind/longest", test_longest);
  g_test_add_func ("/kind/empty", test_empty);
  g_test_add_func ("/kind/random", test_random);
  g_test_add_func ("/kind/damaged", test_damaged);
  g_test_add_func ("/kind/format", test_format);
  g_test_add_func ("/kind/format-is-tidied-back", test_format_is_tidied_back);
  return g_test_run ();
}
