/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Free text: bounds of mail addresses and dates, passwords and codes, hints, and that every
 * sentence names what is wrong.
 */
#include "hall-check-text.h"

#include <string.h>

#include "hall-test.h"

static void
test_passwords (void)
{
  static const struct
  {
    const char *password;
    HallVerdict verdict;
  } rows[] = {
    { "Ab12345678", HALL_GOOD },
    { "123456", HALL_WRONG },
    { "abcdef1", HALL_WRONG },  /* 7 */
    { "abcdefg1", HALL_GOOD },  /* 8 */
    { "12345678", HALL_WRONG }, /* digits only */
    { "abcdefgh", HALL_WRONG }, /* letters only */
    { "ABCDabcd", HALL_WRONG }, /* both cases are letters */
    { "!!!!!!!!", HALL_WRONG }, /* symbols only */
    { "abcdefg!", HALL_GOOD },
    { "1234567 ", HALL_GOOD }, /* a blank is a symbol, and kept */
    { "密码密码密码密1", HALL_GOOD },
    { "密码密码密码密码", HALL_WRONG },
    { "abcdefghijklmnopqrstuvwxyz123456", HALL_GOOD },   /* 32 */
    { "abcdefghijklmnopqrstuvwxyz1234567", HALL_WRONG }, /* 33 */
    { "", HALL_WRONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;

      g_test_message ("“%s”", rows[i].password);
      g_assert_cmpint (hall_check_password (rows[i].password, &issue), ==, rows[i].verdict);
      g_assert_cmpint (issue.code, ==,
                       rows[i].verdict == HALL_GOOD ? HALL_ISSUE_NONE : HALL_ISSUE_PASSWORD_WEAK);
    }
}

static void
test_sms_codes (void)
{
  static const struct
  {
    const char *code;
    HallVerdict verdict;
  } rows[] = {
    { "493027", HALL_GOOD },        { "000000", HALL_GOOD },  { "49302", HALL_WRONG },
    { "4930270", HALL_WRONG },      { "49302a", HALL_WRONG }, { "", HALL_WRONG },
    { "４９３０２７", HALL_WRONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;

      g_assert_cmpint (hall_check_sms_code (rows[i].code, &issue), ==, rows[i].verdict);
      g_assert_cmpint (issue.code, ==,
                       rows[i].verdict == HALL_GOOD ? HALL_ISSUE_NONE : HALL_ISSUE_SMS_CODE_FORMAT);
    }
}

/* As long as mail allows, and one more. */
static void
test_long_mail (void)
{
  static const struct
  {
    guint local;
    guint domain; /* characters before ".com" */
    HallVerdict verdict;
  } rows[] = {
    { 1, 1, HALL_GOOD },
    { 64, 100, HALL_GOOD },
    { 65, 100, HALL_WRONG },
    { 64, 254 - 64 - 1 - 4, HALL_GOOD },
    { 64, 255 - 64 - 1 - 4, HALL_WRONG },
  };
  HallCheckContext context;

  hall_test_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *local = g_strnfill (rows[i].local, 'a');
      g_autofree char *domain = g_strnfill (rows[i].domain, 'b');
      g_autofree char *mail = g_strdup_printf ("%s@%s.com", local, domain);

      g_test_message ("%s", mail);
      g_assert_cmpint (hall_check_email (mail, &context, NULL), ==, rows[i].verdict);
    }
}

/* A pattern must not take for ever on what nearly fits. */
static void
test_mail_that_nearly_fits (void)
{
  g_autofree char *labels = g_strnfill (180, 'a');
  g_autofree char *mail = g_strdup_printf ("a@%s-", labels);
  HallCheckContext context;
  gint64 start_us = g_get_monotonic_time ();

  hall_test_context (&context);
  g_assert_cmpint (hall_check_email (mail, &context, NULL), ==, HALL_WRONG);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC);
}

static void
test_past (void)
{
  static const struct
  {
    const char *value;
    gboolean not_past;
    const char *issue;
  } rows[] = {
    { "2026-11-22", TRUE, NULL }, /* today is not past */
    { "2026-11-21", TRUE, "date-past" },
    { "2026-11-23", TRUE, NULL },
    { "2019-01-01", TRUE, "date-past" },
    { "2019-01-01", FALSE, NULL },
    { "长期", TRUE, NULL },
    { "2026-11-31", TRUE, "date-or-long-format" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      HallCheckContext context;

      hall_test_context (&context);
      context.not_past = rows[i].not_past;
      hall_check_date_or_long (rows[i].value, &context, &issue);
      g_assert_cmpstr (hall_issue_code_get_name (issue.code), ==, rows[i].issue);
    }
}

/* The first three digits of every mobile number: allocated, of a reseller, neither. */
static void
test_ranges (void)
{
  static const char doubtful[] = "140 141 142 143 144 154 160 161 163 164 168 169 174 179 194";
  static const char resellers[] = "162 165 167 170 171";
  HallCheckContext context;

  hall_test_context (&context);
  for (guint range = 100; range < 200; range++)
    {
      g_autofree char *prefix = g_strdup_printf ("%u", range);
      g_autofree char *number = g_strdup_printf ("%u12345678", range);
      HallVerdict expected = range < 130                         ? HALL_WRONG
                             : strstr (doubtful, prefix) != NULL ? HALL_DOUBTFUL
                                                                 : HALL_GOOD;

      g_test_message ("%s", number);
      g_assert_cmpint (hall_check_mobile (number, &context, NULL), ==, expected);
      g_assert_cmpint (hall_mobile_hint (number, &context, NULL), ==,
                       strstr (resellers, prefix) != NULL ? HALL_HINT : HALL_GOOD);
    }
}

static const struct
{
  HallCheck check;
  const char *value;
  const char *sentence;
} sentences[] = {
  { hall_check_person_name, "张3", "姓名中不能有“3”，请按证件上的姓名填写。" },
  { hall_check_person_name, "J0hn", "姓名中不能有“0”，请按证件上的姓名填写。" },
  { hall_check_person_name, "张", "至少需要 2 个字，目前只有 1 个。" },
  { hall_check_organisation_name, "abc<script>", "此处不能使用字符“<”，请删除。" },
  { hall_check_organisation_name, "测试\"公司", "此处不能使用字符“\"”，请删除。" },
  { hall_check_organisation_name, "测", "至少需要 2 个字，目前只有 1 个。" },
  { hall_check_text, "a\x1B", "内容中含有不可见的控制字符，请删除后重新输入。" },
  { hall_check_text, "a\xE2\x80\xAE", "内容中含有不可见的控制字符，请删除后重新输入。" },
  { hall_check_mobile, "17412345678", "以 174 开头的号码不属于公众手机号段，请核对。" },
  { hall_mobile_hint, "17012345678",
    "170 号段属虚拟运营商，实名登记有时查询不到，如有其他手机号建议更换。" },
  { hall_check_date, "2026-02-30", "请按 2026-01-31 的格式填写日期。" },
};

static void
test_sentences (void)
{
  HallCheckContext context;

  hall_test_context (&context);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *sentence = NULL;

      sentences[i].check (sentences[i].value, &context, &issue);
      sentence = hall_issue_format (&issue, HALL_LANG_ZH_CN);
      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
}

/* The longest names: a name of 25 with its dots, and the 26th character. */
static void
test_dotted_names (void)
{
  HallCheckContext context;

  hall_test_context (&context);
  g_assert_cmpint (hall_check_person_name ("一二三四五六七八九十·一二三四五六七·一二三四五六",
                                           &context, NULL),
                   ==, HALL_GOOD);
  g_assert_cmpint (hall_check_person_name ("一二三四五六七八九十·一二三四五六七·一二三四五六七",
                                           &context, NULL),
                   ==, HALL_WRONG);
  g_assert_cmpint (hall_check_person_name ("·", &context, NULL), ==, HALL_WRONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-text/passwords", test_passwords);
  g_test_add_func ("/check-text/sms-codes", test_sms_codes);
  g_test_add_func ("/check-text/long-mail", test_long_mail);
  g_test_add_func ("/check-text/mail-that-nearly-fits", test_mail_that_nearly_fits);
  g_test_add_func ("/check-text/past", test_past);
  g_test_add_func ("/check-text/ranges", test_ranges);
  g_test_add_func ("/check-text/sentences", test_sentences);
  g_test_add_func ("/check-text/dotted-names", test_dotted_names);
  return g_test_run ();
}
