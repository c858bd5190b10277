/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-check-code.h"

#include <string.h>

static const char USCC_ALPHABET[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
static const char ID_CHECK[] = "10X98765432";

static gboolean
all_digits (const char *value)
{
  return *value != '\0' && value[strspn (value, "0123456789")] == '\0';
}

/* Sets an issue that names the place (1-based) and the character found there. */
static HallVerdict
wrong_character (HallIssue *issue, HallIssueCode code, const char *value, glong place)
{
  g_autofree char *number = g_strdup_printf ("%ld", place + 1);
  g_autofree char *character = g_utf8_substring (value, place, place + 1);

  return hall_issue_set (issue, code, number, character);
}

HallVerdict
hall_check_uscc (const char *value, G_GNUC_UNUSED const HallCheckContext *context, HallIssue *issue)
{
  glong length = g_utf8_strlen (value, -1);
  guint weight = 1;
  guint sum = 0;
  char expected[2] = "";

  if (length != 18)
    return hall_issue_set_numbers (issue, HALL_ISSUE_USCC_LENGTH, length, -1);
  for (glong i = 0; i < length; i++)
    {
      gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (value, i));
      const char *at = c < 128 ? strchr (USCC_ALPHABET, (int) c) : NULL;

      if (at == NULL || (i >= 2 && i < 8 && !g_unichar_isdigit (c)))
        return wrong_character (issue, HALL_ISSUE_USCC_CHARACTER, value, i);
      if (i < 17)
        sum += (guint) (at - USCC_ALPHABET) * weight;
      weight = weight * 3 % 31;
    }
  expected[0] = USCC_ALPHABET[(31 - sum % 31) % 31];
  if (value[17] != expected[0])
    return hall_issue_set (issue, HALL_ISSUE_USCC_CHECK_DIGIT, expected, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_cnaps (const char *value,
                  G_GNUC_UNUSED const HallCheckContext *context,
                  HallIssue *issue)
{
  guint product = 10;
  guint expected;

  if (!all_digits (value) || strlen (value) != 12)
    return hall_issue_set_numbers (issue, HALL_ISSUE_CNAPS_FORMAT, g_utf8_strlen (value, -1), -1);
  for (guint i = 0; i < 11; i++)
    {
      guint a = (product + (guint) (value[i] - '0')) % 10;

      product = (a == 0 ? 10 : a) * 2 % 11;
    }
  expected = (11 - product) % 10;
  if ((guint) (value[11] - '0') != expected)
    return hall_issue_set_numbers (issue, HALL_ISSUE_CNAPS_CHECK_DIGIT, expected, -1);
  return HALL_GOOD;
}

static gboolean
is_province (const char *value, gboolean allow_fixture_area)
{
  static const char provinces[] = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
                                  "50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
  char code[4] = { value[0], value[1], ' ', '\0' };

  return strstr (provinces, code) != NULL || (allow_fixture_area && strcmp (code, "99 ") == 0);
}

static guint
digits_to_number (const char *value, guint count)
{
  guint number = 0;

  for (guint i = 0; i < count; i++)
    number = number * 10 + (guint) (value[i] - '0');
  return number;
}

/* Full years between @birth and @today; one born on 29 February grows older on 1 March. */
static guint
age_on (const GDate *birth, const GDate *today)
{
  guint age = g_date_get_year (today) - g_date_get_year (birth);

  if (g_date_get_month (today) < g_date_get_month (birth)
      || (g_date_get_month (today) == g_date_get_month (birth)
          && g_date_get_day (today) < g_date_get_day (birth)))
    age--;
  return age;
}

static HallVerdict
check_birth (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  g_autofree char *digits = g_strndup (value + 6, 8);
  guint year = digits_to_number (value + 6, 4);
  guint month = digits_to_number (value + 10, 2);
  guint day = digits_to_number (value + 12, 2);
  GDate birth;
  guint age;

  if (year < 1800 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return hall_issue_set (issue, HALL_ISSUE_ID_DATE, digits, NULL);
  g_date_clear (&birth, 1);
  g_date_set_dmy (&birth, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (g_date_compare (&birth, &context->today) > 0)
    return hall_issue_set (issue, HALL_ISSUE_ID_FUTURE, digits, NULL);
  age = age_on (&birth, &context->today);
  if (context->min_age > 0 && age < context->min_age)
    return hall_issue_set_numbers (issue, HALL_ISSUE_ID_TOO_YOUNG, context->min_age, -1);
  if (context->max_age > 0 && age > context->max_age)
    return hall_issue_set_numbers (issue, HALL_ISSUE_ID_TOO_OLD, context->max_age, -1);
  return HALL_GOOD;
}

HallVerdict
hall_check_citizen_id (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  glong length = g_utf8_strlen (value, -1);
  guint weight_sum = 0;
  char expected[2] = "";

  if (length == 15 && all_digits (value))
    return hall_issue_set (issue, HALL_ISSUE_ID_FIFTEEN, NULL, NULL);
  if (length != 18)
    return hall_issue_set_numbers (issue, HALL_ISSUE_ID_LENGTH, length, -1);
  for (glong i = 0; i < length; i++)
    {
      gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (value, i));

      if (!(c >= '0' && c <= '9') && !(i == 17 && c == 'X'))
        return wrong_character (issue, HALL_ISSUE_ID_CHARACTER, value, i);
    }
  if (!is_province (value, context->allow_fixture_area))
    {
      g_autofree char *area = g_strndup (value, 2);

      return hall_issue_set (issue, HALL_ISSUE_ID_AREA, area, NULL);
    }
  for (guint i = 0; i < 17; i++)
    {
      /* 2^(17 - i) mod 11 */
      guint weight = (1u << (17 - i)) % 11;

      weight_sum += weight * (guint) (value[i] - '0');
    }
  expected[0] = ID_CHECK[weight_sum % 11];
  if (value[17] != expected[0])
    return hall_issue_set (issue, HALL_ISSUE_ID_CHECK_DIGIT, expected, NULL);
  return check_birth (value, context, issue);
}

static gboolean
all_capitals_and_digits (const char *value, gsize min, gsize max)
{
  gsize length = strlen (value);

  return length >= min && length <= max
         && strspn (value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

HallVerdict
hall_check_document_number (const char *value,
                            G_GNUC_UNUSED const HallCheckContext *context,
                            HallIssue *issue)
{
  if (!all_capitals_and_digits (value, 5, 20))
    return hall_issue_set (issue, HALL_ISSUE_DOCUMENT_NUMBER, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_tax_no (const char *value,
                   G_GNUC_UNUSED const HallCheckContext *context,
                   HallIssue *issue)
{
  if (!all_capitals_and_digits (value, 15, 20))
    return hall_issue_set (issue, HALL_ISSUE_TAX_NO_FORMAT, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_bank_account (const char *value,
                         G_GNUC_UNUSED const HallCheckContext *context,
                         HallIssue *issue)
{
  gsize length = strlen (value);

  if (!all_digits (value) || length < 6 || length > 32)
    return hall_issue_set (issue, HALL_ISSUE_ACCOUNT_FORMAT, NULL, NULL);
  return HALL_GOOD;
}

static gboolean
passes_luhn (const char *digits)
{
  gsize length = strlen (digits);
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (digits[length - 1 - i] - '0');

      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }
  return sum % 10 == 0;
}

HallVerdict
hall_check_bank_card (const char *value,
                      G_GNUC_UNUSED const HallCheckContext *context,
                      HallIssue *issue)
{
  gsize length = strlen (value);

  if (!all_digits (value) || length < 16 || length > 19)
    return hall_issue_set (issue, HALL_ISSUE_CARD_FORMAT, NULL, NULL);
  if (!passes_luhn (value))
    return hall_issue_set (issue, HALL_ISSUE_CARD_CHECK_DIGIT, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_postcode (const char *value,
                     G_GNUC_UNUSED const HallCheckContext *context,
                     HallIssue *issue)
{
  if (!all_digits (value) || strlen (value) != 6)
    return hall_issue_set (issue, HALL_ISSUE_POSTCODE_FORMAT, NULL, NULL);
  return HALL_GOOD;
}
