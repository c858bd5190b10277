/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes with check digits: what slips they catch, what they say about a slip, and the days
 * on which an age changes.
 */
#include "hall-check-code.h"

#include <string.h>

#include "hall-test.h"

#define USCC_ALPHABET "0123456789ABCDEFGHJKLMNPQRTUWXY"
#define DIGITS        "0123456789"

typedef struct
{
  guint tried;
  guint caught;
} Count;

static HallVerdict
check (HallCheck check_value, const char *value, HallIssue *issue)
{
  HallCheckContext context;

  hall_test_context (&context);
  return check_value (value, &context, issue);
}

/* Puts every other character of @alphabet in the place of each of the first @places. */
static Count
substitute (HallCheck check_value, const char *value, const char *alphabet, gsize places)
{
  Count count = { 0, 0 };

  for (gsize place = 0; place < places; place++)
    for (const char *c = alphabet; *c != '\0'; c++)
      {
        g_autofree char *changed = g_strdup (value);

        if (*c == value[place])
          continue;
        changed[place] = *c;
        count.tried++;
        count.caught += check (check_value, changed, NULL) != HALL_GOOD;
      }
  return count;
}

/* Swaps each two neighbours that differ, among the first @places. */
static Count
swap (HallCheck check_value, const char *value, gsize places)
{
  Count count = { 0, 0 };

  for (gsize place = 0; place + 1 < places; place++)
    {
      g_autofree char *changed = g_strdup (value);

      if (value[place] == value[place + 1])
        continue;
      changed[place] = value[place + 1];
      changed[place + 1] = value[place];
      count.tried++;
      count.caught += check (check_value, changed, NULL) != HALL_GOOD;
    }
  return count;
}

static void
test_uscc_catches (void)
{
  static const char sample[] = "91350100M000100Y43";
  Count single = substitute (hall_check_uscc, sample, USCC_ALPHABET, 18);
  Count swapped = swap (hall_check_uscc, sample, 17);

  g_assert_cmpuint (single.tried, ==, 540);
  g_assert_cmpuint (single.caught, ==, 540);
  g_assert_cmpuint (swapped.tried, ==, 12);
  g_assert_cmpuint (swapped.caught, ==, 12);
}

static void
test_cnaps_catches (void)
{
  static const char *const samples[] = { "308584000013", "102100099996", "105100000017",
                                         "313651027012", "402873600110" };
  Count single = { 0, 0 };
  Count swapped = { 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      Count one = substitute (hall_check_cnaps, samples[i], DIGITS, 12);
      Count two = swap (hall_check_cnaps, samples[i], 12);

      g_assert_cmpint (check (hall_check_cnaps, samples[i], NULL), ==, HALL_GOOD);
      single.tried += one.tried;
      single.caught += one.caught;
      swapped.tried += two.tried;
      swapped.caught += two.caught;
    }
  g_assert_cmpuint (single.tried, ==, 540);
  g_assert_cmpuint (single.caught, ==, 540);
  g_assert_cmpuint (swapped.tried, ==, 40);
  g_assert_cmpuint (swapped.caught, ==, 37);
}

static void
test_citizen_id_catches (void)
{
  static const char sample[] = "34052419800101001X";
  Count single = substitute (hall_check_citizen_id, sample, DIGITS, 17);
  Count last = substitute (hall_check_citizen_id, sample, "0123456789X", 18);
  Count swapped = swap (hall_check_citizen_id, sample, 17);

  g_assert_cmpuint (single.tried, ==, 17 * 9);
  g_assert_cmpuint (single.caught, ==, single.tried);
  g_assert_cmpuint (last.caught, ==, last.tried);
  g_assert_cmpuint (swapped.caught, ==, swapped.tried);
}

static void
test_bank_card_catches (void)
{
  static const char sample[] = "6217001234567890122";
  g_autofree char *card = g_strdup (sample);
  Count single;

  /* Luhn's digit is found by trial: exactly one of ten passes */
  for (char last = '0'; check (hall_check_bank_card, card, NULL) != HALL_GOOD; last++)
    {
      g_assert_cmpint (last, <=, '9');
      card[18] = last;
    }
  single = substitute (hall_check_bank_card, card, DIGITS, 19);
  g_assert_cmpuint (single.tried, ==, 19 * 9);
  g_assert_cmpuint (single.caught, ==, single.tried);
}

/* Born on @birth (within the number), on the day of the tests. */
static const struct
{
  const char *number;
  guint min_age, max_age;
  const char *issue;
} ages[] = {
  { "110105200811220023", 18, 0, NULL },           /* 18 today */
  { "110105200811230029", 18, 0, "id-too-young" }, /* 18 tomorrow */
  { "110105200811210028", 18, 0, NULL },           /* 18 yesterday */
  { "110105200811230029", 17, 0, NULL },           /* 17 */
  { "110105200811230029", 0, 0, NULL },            /* nobody asks */
  { "11010520080229002X", 18, 0, NULL },           /* a leap day, long past */
  { "110105190511220025", 0, 120, "id-too-old" },  /* 121 today */
  { "110105190611210027", 0, 120, NULL },          /* 120 since yesterday */
  { "110105190611220022", 0, 120, NULL },          /* 120 today */
  { "11010519051121002X", 0, 120, "id-too-old" },  /* 121 since yesterday */
  { "11010519051121002X", 0, 121, NULL },          /* 121 */
  { "110105202611220028", 0, 0, NULL },            /* born today */
  { "110105202611220028", 1, 0, "id-too-young" },
  { "110105202611230023", 0, 0, "id-future" }, /* born tomorrow */
  { "110105202701010024", 0, 0, "id-future" },
  { "110105180001010029", 0, 0, NULL },
  { "110105179912310024", 0, 0, "id-date" }, /* no card is that old */
  { "110105190002290025", 0, 0, "id-date" }, /* 1900 was no leap year */
  { "110105200002290021", 0, 0, NULL },      /* 2000 was */
  { "110105194913010029", 0, 0, "id-date" },
  { "110105194901000026", 0, 0, "id-date" },
  { "11010519490431002X", 0, 0, "id-date" },
};

static void
test_ages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      HallCheckContext context;

      hall_test_context (&context);
      context.min_age = ages[i].min_age;
      context.max_age = ages[i].max_age;
      g_test_message ("%s, %u to %u", ages[i].number, ages[i].min_age, ages[i].max_age);
      hall_check_citizen_id (ages[i].number, &context, &issue);
      g_assert_cmpstr (hall_issue_code_get_name (issue.code), ==, ages[i].issue);
    }
}

/* Born on 29 February: a year older on 1 March, as there is no 29th to wait for. */
static void
test_leap_day (void)
{
  static const struct
  {
    GDateDay day;
    GDateMonth month;
    HallVerdict verdict;
  } days[] = {
    { 28, G_DATE_FEBRUARY, HALL_WRONG },
    { 1, G_DATE_MARCH, HALL_GOOD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      HallCheckContext context;

      hall_test_context (&context);
      g_date_set_dmy (&context.today, days[i].day, days[i].month, 2026);
      g_assert_cmpint (hall_check_citizen_id ("11010520080229002X", &context, NULL), ==,
                       days[i].verdict);
    }
}

/* Every first pair of digits: the 34 provinces, and 83, by which residence permits name Taiwan
 * beside 71. */
static void
test_provinces (void)
{
  guint known = 0;

  for (guint area = 0; area < 100; area++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *number = g_strdup_printf ("%02u010119900101001X", area);

      check (hall_check_citizen_id, number, &issue);
      known += issue.code != HALL_ISSUE_ID_AREA;
    }
  g_assert_cmpuint (known, ==, 35);
}

/* What the sentence names: the place, the character, the digit that would be right. */
static const struct
{
  HallCheck check;
  const char *value;
  const char *sentence;
} sentences[] = {
  { hall_check_uscc, "91999999MA0000024Y", "第 18 位应为 2，请对照营业执照核对。" },
  { hall_check_uscc, "91350211M0000XUF46", "第 18 位应为 R，请对照营业执照核对。" },
  { hall_check_uscc, "91350100M0001TGQXM", "第 18 位应为 1，请对照营业执照核对。" },
  { hall_check_uscc, "9135", "统一社会信用代码为 18 位，目前为 4 位。" },
  { hall_check_cnaps, "308584000014", "最后一位应为 3，请向开户行核对。" },
  { hall_check_cnaps, "30858400001", "联行号为 12 位数字，目前为 11 位。" },
  { hall_check_citizen_id, "110105194912310021", "最后一位应为 X，请对照身份证核对。" },
  { hall_check_citizen_id, "11010519491231002Y", "第 18 位“Y”应为数字，只有最后一位可以是 X。" },
  { hall_check_citizen_id, "1101051949123100张X", "第 17 位“张”应为数字，只有最后一位可以是 X。" },
  { hall_check_citizen_id, "99999919800101002X", "前两位“99”不是省级地区代码，请对照身份证核对。" },
  { hall_check_citizen_id, "110105194902310026",
    "第 7 至 14 位“19490231”不是有效日期，请对照身份证核对。" },
  { hall_check_citizen_id, "110105201212310021", "该人员未满 18 周岁，不能办理，请更换成年人员。" },
};

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *sentence = NULL;

      check (sentences[i].check, sentences[i].value, &issue);
      sentence = hall_issue_format (&issue, HALL_LANG_ZH_CN);
      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
}

/* A good value leaves the issue as it was. */
static void
test_good_touches_nothing (void)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_TOO_LONG, "1", "2");
  g_assert_cmpint (check (hall_check_uscc, "91350100M000100Y43", &issue), ==, HALL_GOOD);
  g_assert_cmpint (check (hall_check_postcode, "518000", &issue), ==, HALL_GOOD);
  g_assert_cmpint (issue.code, ==, HALL_ISSUE_TOO_LONG);
  g_assert_cmpstr (issue.args[1], ==, "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-code/uscc-catches", test_uscc_catches);
  g_test_add_func ("/check-code/cnaps-catches", test_cnaps_catches);
  g_test_add_func ("/check-code/citizen-id-catches", test_citizen_id_catches);
  g_test_add_func ("/check-code/bank-card-catches", test_bank_card_catches);
  g_test_add_func ("/check-code/ages", test_ages);
  g_test_add_func ("/check-code/leap-day", test_leap_day);
  g_test_add_func ("/check-code/provinces", test_provinces);
  g_test_add_func ("/check-code/sentences", test_sentences);
  g_test_add_func ("/check-code/good-touches-nothing", test_good_touches_nothing);
  return g_test_run ();
}
