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

/* clang-format off */
static const Case cases[] = {
  /* unified social credit code (3.12.1) */
  GOOD  ("uscc", "91350100M000100Y43"), /* the published example: S = 1640 */
  GOOD  ("uscc", "91512081MA62K0260E"), /* S = 1505 */
  GOOD  ("uscc", "91310106552993944D"), /* S = 1072 */
  GOOD  ("uscc", "91999999MA0000023Y"), /* fixture */
  GOOD  ("uscc", "91999999MA00001460"), /* fixture, S mod 31 = 0 */
  GOOD  ("uscc", "9131000063159284XQ"), /* quoted as failing, passes: S = 1495 */
  WRONG ("uscc", "91350100M000100Y4Z", "uscc-character"),
  WRONG ("uscc", "91999999MA0000023Z", "uscc-character"),
  DOUBT ("uscc", "91999999MA0000024Y", "uscc-check-digit"),
  DOUBT ("uscc", "91350211M0000XUF46", "uscc-check-digit"),
  DOUBT ("uscc", "91350100M0001TGQXM", "uscc-check-digit"),
  TIDY  ("uscc", "9135 0100 M000 100Y 43", "91350100M000100Y43"),
  TIDY  ("uscc", " 9135-0100m000100y43\t", "91350100M000100Y43"),
  TIDY  ("uscc", "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
  TIDY  ("uscc", "91350100\xE2\x80\x8BM000100Y43", "91350100M000100Y43"),
  WRONG ("uscc", "91350100M000100Y4", "uscc-length"),
  WRONG ("uscc", "91350100M000100Y433", "uscc-length"),
  WRONG ("uscc", "测", "uscc-length"),
  WRONG ("uscc", "I1350100M000100Y43", "uscc-character"),
  WRONG ("uscc", "9O350100M000100Y43", "uscc-character"),
  WRONG ("uscc", "91350100S000100Y43", "uscc-character"),
  WRONG ("uscc", "91350100V000100Y43", "uscc-character"),
  WRONG ("uscc", "9135010AM000100Y43", "uscc-character"), /* a letter in the district */
  WRONG ("uscc", "91350100M000100Y4张", "uscc-character"),
  WRONG ("uscc", "91350100M000100Y4?", "uscc-character"),

  /* CNAPS branch number (3.12.2) */
  GOOD  ("cnaps", "308584000013"),
  GOOD  ("cnaps", "102100099996"),
  GOOD  ("cnaps", "105100000017"),
  GOOD  ("cnaps", "313651027012"),
  GOOD  ("cnaps", "402873600110"),
  GOOD  ("cnaps", "999999900019"), /* fixture */
  GOOD  ("cnaps", "999999900027"), /* fixture */
  DOUBT ("cnaps", "308584000014", "cnaps-check-digit"),
  DOUBT ("cnaps", "380584000013", "cnaps-check-digit"),
  WRONG ("cnaps", "30858400001", "cnaps-format"),
  WRONG ("cnaps", "3085840000133", "cnaps-format"),
  WRONG ("cnaps", "30858400001X", "cnaps-format"),
  TIDY  ("cnaps", "308-5840-0001 3", "308584000013"),

  /* resident identity number (3.12.3) */
  GOOD  ("citizen-id", "11010519491231002X"),
  GOOD  ("citizen-id", "440524188001010014"), /* of 1880: how old is too old is the field's affair */
  GOOD  ("citizen-id", "34052419800101001X"),
  GOOD  ("citizen-id", "810000199001010019"), /* residence permit, Hong Kong */
  GOOD  ("citizen-id", "820000199001010010"),
  GOOD  ("citizen-id", "830000199001010012"),
  TIDY  ("citizen-id", "11010519491231002x", "11010519491231002X"),
  TIDY  ("citizen-id", "110105 19491231 002X", "11010519491231002X"),
  WRONG ("citizen-id", "110105194912310021", "id-check-digit"),
  WRONG ("citizen-id", "340524198001010019", "id-check-digit"),
  WRONG ("citizen-id", "110105194902310026", "id-date"),
  WRONG ("citizen-id", "440301209912310020", "id-future"),
  WRONG ("citizen-id", "110105201212310021", "id-too-young"),
  WRONG ("citizen-id", "110105491231002", "id-fifteen"),
  WRONG ("citizen-id", "4405241880010100", "id-length"),
  WRONG ("citizen-id", "99999919800101002X", "id-area"),
  WRONG ("citizen-id", "999999198506150036", "id-area"),
  WRONG ("citizen-id", "160000199001010012", "id-area"),
  WRONG ("citizen-id", "X1010519491231002X", "id-character"),
  WRONG ("citizen-id", "1101051949123100XX", "id-character"),
  WRONG ("citizen-id", "11010519491231002Y", "id-character"),
  WRONG ("citizen-id", "一一〇一〇五一九四九一二三一〇〇二", "id-length"),
  WRONG ("citizen-id", "１１０１０５张９４９１２３１００２Ｘ", "id-character"),

  /* other documents (3.5) */
  GOOD  ("document-number", "E12345678"),
  GOOD  ("document-number", "H0123456700"),
  TIDY  ("document-number", "e1234 5678", "E12345678"),
  GOOD  ("document-number", "12345"),
  GOOD  ("document-number", "ABCDEFGHIJ0123456789"),
  WRONG ("document-number", "1234", "document-number"),
  WRONG ("document-number", "ABCDEFGHIJ01234567890", "document-number"),
  WRONG ("document-number", "E1234567号", "document-number"),

  /* mobile (3.1, 3.12.4) */
  GOOD  ("mobile", "13800138000"),
  GOOD  ("mobile", "13700137000"),
  GOOD  ("mobile", "13900139000"),
  GOOD  ("mobile", "19912345678"),
  WRONG ("mobile", "1380013800", "mobile-format"),
  WRONG ("mobile", "11012345678", "mobile-format"),
  WRONG ("mobile", "12800138000", "mobile-format"),
  WRONG ("mobile", "075526500000", "mobile-format"),
  WRONG_TIDY ("mobile", "0755-26500000", "075526500000", "mobile-format"),
  TIDY  ("mobile", "+86 138 0013 8000", "13800138000"),
  TIDY  ("mobile", "0086-138-0013-8000", "13800138000"),
  TIDY  ("mobile", "86 13800138000", "13800138000"),
  TIDY  ("mobile", "１３８００１３８０００", "13800138000"),
  TIDY  ("mobile", "\xE2\x80\xAA" "13800138000" "\xE2\x80\xAC", "13800138000"), /* as phones copy it */
  DOUBT ("mobile", "14012345678", "mobile-unallocated"),
  DOUBT ("mobile", "15412345678", "mobile-unallocated"),
  DOUBT ("mobile", "16112345678", "mobile-unallocated"),
  DOUBT ("mobile", "17412345678", "mobile-unallocated"), /* satellite */
  DOUBT ("mobile", "17912345678", "mobile-unallocated"),
  DOUBT ("mobile", "19412345678", "mobile-unallocated"),
  HINT  ("mobile", "17012345678", "mobile-reseller"),
  HINT  ("mobile", "17112345678", "mobile-reseller"),
  HINT  ("mobile", "16212345678", "mobile-reseller"),
  HINT  ("mobile", "16512345678", "mobile-reseller"),
  HINT  ("mobile", "16712345678", "mobile-reseller"),

  /* telephones (3.3, 3.8) */
  GOOD  ("landline-or-mobile", "0755-26500000"),
  GOOD  ("landline-or-mobile", "13800138000"),
  GOOD  ("landline-or-mobile", "010-12345678"),
  GOOD  ("landline-or-mobile", "020-1234567"),
  GOOD  ("landline-or-mobile", "0755-26500000-8001"),
  GOOD  ("landline-or-mobile", "17012345678"),
  TIDY  ("landline-or-mobile", "(0755) 2650 0000", "0755-26500000"),
  TIDY  ("landline-or-mobile", "（0755）26500000转8001", "0755-26500000-8001"),
  WRONG ("landline-or-mobile", "755-2650", "phone-format"),
  WRONG ("landline-or-mobile", "138", "phone-format"),
  WRONG ("landline-or-mobile", "0755-265000", "phone-format"),
  WRONG ("landline-or-mobile", "400-112-3838", "phone-format"),
  WRONG ("landline-or-mobile", "0400-1123838", "phone-format"),
  WRONG ("landline-or-mobile", "12800138000", "mobile-format"),
  DOUBT ("landline-or-mobile", "17412345678", "mobile-unallocated"),

  /* mail (3.4, 3.9) */
  GOOD  ("email", "zs@example.com"),
  GOOD  ("email", "fp@example.com"),
  GOOD  ("email", "zhang.san+ca@mail.example.com.cn"),
  TIDY  ("email", " ZS@Example.COM ", "ZS@example.com"),
  TIDY  ("email", "ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ", "zs@example.com"),
  WRONG ("email", "zs@example", "email-format"),
  WRONG ("email", "zs", "email-format"),
  WRONG ("email", "@example.com", "email-format"),
  WRONG ("email", "zs@@example.com", "email-format"),
  WRONG ("email", "zs@a@example.com", "email-format"),
  WRONG ("email", "zs@example..com", "email-format"),
  WRONG ("email", "zs@-example.com", "email-format"),
  WRONG ("email", ".zs@example.com", "email-format"),
  WRONG ("email", "zs.@example.com", "email-format"),
  WRONG ("email", "张三@example.com", "email-format"),
  WRONG ("email", "zs@example.c", "email-format"),
  WRONG ("email", "zs@192.168.1.1", "email-format"),

  /* names (3.12.6) */
  GOOD  ("person-name", "张三"),
  GOOD  ("person-name", "李四"),
  GOOD  ("person-name", "王五"),
  GOOD  ("person-name", "欧阳修"),
  GOOD  ("person-name", "阿依古丽·买买提"),
  TIDY  ("person-name", "阿依古丽•买买提", "阿依古丽·买买提"),
  TIDY  ("person-name", "阿依古丽‧买买提", "阿依古丽·买买提"),
  TIDY  ("person-name", "阿依古丽・买买提", "阿依古丽·买买提"),
  TIDY  ("person-name", "阿依古丽.买买提", "阿依古丽·买买提"),
  TIDY  ("person-name", "阿依古丽．买买提", "阿依古丽·买买提"),
  TIDY  ("person-name", " 张三　", "张三"),
  GOOD  ("person-name", "䶮㛃"),    /* U+4DAE, U+36C3 */
  GOOD  ("person-name", "𠮷野"),    /* U+20BB7 */
  GOOD  ("person-name", "尤〇"),    /* U+3007 */
  WRONG ("person-name", "张 三", "name-blank"),
  WRONG ("person-name", "张3", "name-script"),
  WRONG ("person-name", "张三A", "name-script"),
  WRONG ("person-name", "A张三", "name-script"),
  WRONG ("person-name", "张三（经理）", "name-script"),
  WRONG ("person-name", "张", "too-short"),
  WRONG ("person-name", "·张三", "name-dot"),
  WRONG ("person-name", "张三·", "name-dot"),
  WRONG ("person-name", "张··三", "name-dot"),
  WRONG_TIDY ("person-name", "张.•三", "张··三", "name-dot"),
  GOOD  ("person-name", "John Smith"),
  GOOD  ("person-name", "J. R. O'Brien-Smith"),
  TIDY  ("person-name", "O’Brien", "O'Brien"),
  TIDY  ("person-name", "Ｊｏｈｎ", "John"),
  GOOD  ("person-name", "'t Hooft"),
  WRONG ("person-name", "J", "too-short"),
  WRONG ("person-name", "José", "name-script"),
  WRONG ("person-name", "John3", "name-script"),
  WRONG ("person-name", "--", "name-script"),
  WRONG ("person-name", "123", "name-script"),
  WRONG ("person-name", "Иван", "name-script"),

  /* organisations (3.3, 3.7, 3.9) */
  GOOD  ("organisation-name", "深圳市测试样例科技有限公司"),
  GOOD  ("organisation-name", "深圳市测试样例（集团）有限公司"),
  GOOD  ("organisation-name", "A&B-C.测试、一·二(中国)公司"),
  GOOD  ("organisation-name", "二〇二六测试公司"),
  GOOD  ("organisation-name", "３Ｍ测试（中国）有限公司"),
  GOOD  ("organisation-name", "ＴＣＬ＆测试．有限公司"),
  WRONG ("organisation-name", "测试٣公司", "unexpected-character"),
  WRONG ("organisation-name", "测", "too-short"),
  WRONG ("organisation-name", "abc<script>", "unexpected-character"),
  WRONG ("organisation-name", "测试 公司", "unexpected-character"),
  WRONG ("organisation-name", "测试\"公司", "unexpected-character"),

  /* addresses (3.3, 3.8) */
  GOOD  ("address", "广东省深圳市南山区测试路1号"),
  WRONG ("address", "深圳", "too-short"),
  WRONG ("address", "深圳<市>南山区", "unexpected-character"),
  GOOD  ("address-detail", "测试路1号A座101"),
  WRONG ("address-detail", "1号", "too-short"),
  GOOD  ("province", "广东省"),
  GOOD  ("city", "深圳市"),
  GOOD  ("district", "南山区"),
  WRONG ("province", "粤", "too-short"),
  GOOD  ("postcode", "518000"),
  TIDY  ("postcode", "５１８ ０００", "518000"),
  WRONG ("postcode", "51800", "postcode-format"),
  WRONG ("postcode", "5180000", "postcode-format"),
  WRONG ("postcode", "51800A", "postcode-format"),

  /* bank (3.7, 3.12.5) */
  GOOD  ("bank-account", "755900000010101"),
  TIDY  ("bank-account", "7559 0000-0010 101", "755900000010101"),
  GOOD  ("bank-account", "123456"),
  GOOD  ("bank-account", "12345678901234567890123456789012"),
  WRONG ("bank-account", "12345", "account-format"),
  WRONG ("bank-account", "123456789012345678901234567890123", "account-format"),
  WRONG ("bank-account", "12AB", "account-format"),
  WRONG ("bank-account", "１２ＡＢ张", "account-format"),
  GOOD  ("bank-card", "6217000000000000004"),
  DOUBT ("bank-card", "6217000000000000005", "card-check-digit"),
  GOOD  ("bank-card", "4111111111111111"),
  WRONG ("bank-card", "411111111111111", "card-format"),
  WRONG ("bank-card", "62170000000000000040", "card-format"),
  GOOD  ("bank-name", "招商银行"),
  WRONG ("bank-name", "招行", "too-short"),

  /* invoice (3.9) */
  GOOD  ("tax-no", "91999999MA0000023Y"),
  GOOD  ("tax-no", "123456789012345"),
  GOOD  ("tax-no", "ABCDEFGHIJ0123456789"),
  TIDY  ("tax-no", "91999999ma0000023y", "91999999MA0000023Y"),
  WRONG ("tax-no", "9199", "tax-no-format"),
  WRONG ("tax-no", "12345678901234", "tax-no-format"),
  WRONG ("tax-no", "123456789012345678901", "tax-no-format"),

  /* dates (3.3) */
  GOOD  ("date", "2026-01-31"),
  TIDY  ("date", "2026-1-31", "2026-01-31"),
  TIDY  ("date", "2026/1/31", "2026-01-31"),
  TIDY  ("date", "2026.01.31", "2026-01-31"),
  TIDY  ("date", "20260131", "2026-01-31"),
  TIDY  ("date", "2026年1月31日", "2026-01-31"),
  TIDY  ("date", " 2026 年 1 月 31 日 ", "2026-01-31"),
  TIDY  ("date", "２０２６－１－３１", "2026-01-31"),
  GOOD  ("date", "2024-02-29"),
  WRONG ("date", "2026-02-29", "date-format"),
  WRONG ("date", "2026-02-31", "date-format"),
  WRONG ("date", "2026-13-01", "date-format"),
  WRONG ("date", "0000-01-01", "date-format"),
  WRONG ("date", "31.1.2026", "date-format"),
  WRONG ("date", "长期", "date-format"),
  WRONG ("date", "٢٠٢٦-٠١-٣١", "date-format"),
  GOOD  ("date-or-long-term", "长期"),
  GOOD  ("date-or-long-term", "2019-01-01"),
  WRONG ("date-or-long-term", "永远", "date-or-long-format"),

  /* choices and text */
  GOOD  ("choice", "uscc"),
  GOOD  ("choice", "hmt-travel-permit"),
  WRONG ("choice", "统一社会信用代码", "not-a-choice"),
  WRONG ("choice", "a b", "not-a-choice"),
  GOOD  ("text", "招商银行股份有限公司深圳测试支行"),
  TIDY  ("text", "  a \t b　c ", "a b c"),
  TIDY  ("text", "e\xCC\x81", "é"),
  WRONG ("text", "a\x01" "b", "control-character"),
  WRONG ("text", "a\x7F", "control-character"),
  WRONG ("text", "a>b", "unexpected-character"),
};
/* clang-format on */

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
