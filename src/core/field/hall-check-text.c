/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-check-text.h"

#include <string.h>

#include "hall-tidy.h"

#define MIDDLE_DOT    0x00B7
#define LATIN_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* A character of @value that @allowed refuses, or NULL. */
static char *
first_refused (const char *value, gboolean (*allowed) (gunichar c))
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (!allowed (g_utf8_get_char (p)))
      return g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
  return NULL;
}

static gboolean
is_no_control (gunichar c)
{
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

static HallVerdict
check_control (const char *value, HallIssue *issue)
{
  g_autofree char *control = first_refused (value, is_no_control);

  return control == NULL ? HALL_GOOD
                         : hall_issue_set (issue, HALL_ISSUE_CONTROL_CHARACTER, NULL, NULL);
}

static HallVerdict
check_length (const char *value, guint min, guint max, HallIssue *issue)
{
  glong length = g_utf8_strlen (value, -1);

  if (min > 0 && length < (glong) min)
    return hall_issue_set_numbers (issue, HALL_ISSUE_TOO_SHORT, min, length);
  if (max > 0 && length > (glong) max)
    return hall_issue_set_numbers (issue, HALL_ISSUE_TOO_LONG, max, length);
  return HALL_GOOD;
}

static HallVerdict
check_characters (const char *value,
                  gboolean (*allowed) (gunichar c),
                  HallIssueCode code,
                  HallIssue *issue)
{
  g_autofree char *refused = NULL;

  if (check_control (value, issue) != HALL_GOOD)
    return HALL_WRONG;
  refused = first_refused (value, allowed);
  return refused == NULL ? HALL_GOOD : hall_issue_set (issue, code, refused, NULL);
}

static gboolean
is_han_name_character (gunichar c)
{
  return hall_char_is_han (c) || c == MIDDLE_DOT;
}

static gboolean
is_latin_name_character (gunichar c)
{
  return (c < 128 && g_ascii_isalpha ((char) c)) || c == ' ' || c == '.' || c == '\'' || c == '-';
}

static HallVerdict
check_latin_name (const char *value, HallIssue *issue)
{
  if (check_characters (value, is_latin_name_character, HALL_ISSUE_NAME_SCRIPT, issue) != HALL_GOOD)
    return HALL_WRONG;
  return check_length (value, 2, 50, issue);
}

HallVerdict
hall_check_person_name (const char *value,
                        G_GNUC_UNUSED const HallCheckContext *context,
                        HallIssue *issue)
{
  static const char dot[] = "·";

  if (!hall_text_has_han (value) && strpbrk (value, LATIN_LETTERS) != NULL)
    return check_latin_name (value, issue);
  if (strchr (value, ' ') != NULL)
    return hall_issue_set (issue, HALL_ISSUE_NAME_BLANK, NULL, NULL);
  if (check_characters (value, is_han_name_character, HALL_ISSUE_NAME_SCRIPT, issue) != HALL_GOOD)
    return HALL_WRONG;
  if (g_str_has_prefix (value, dot) || g_str_has_suffix (value, dot)
      || strstr (value, "··") != NULL)
    return hall_issue_set (issue, HALL_ISSUE_NAME_DOT, NULL, NULL);
  return check_length (value, 2, 25, issue);
}

/* Letters, digits and signs count in either width: licences print both. */
static gboolean
is_organisation_character (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (c < 128)
    return g_ascii_isalnum ((char) c) || strchr ("()&-.", (int) c) != NULL;
  return hall_char_is_han (c) || c == MIDDLE_DOT || c == 0x3001;
}

HallVerdict
hall_check_organisation_name (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  if (check_characters (value, is_organisation_character, HALL_ISSUE_UNEXPECTED_CHARACTER, issue)
      != HALL_GOOD)
    return HALL_WRONG;
  return check_length (value, MAX (2, context->min_chars),
                       context->max_chars > 0 ? context->max_chars : 100, issue);
}

static gboolean
is_no_bracket (gunichar c)
{
  return c != '<' && c != '>';
}

HallVerdict
hall_check_text (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  if (check_characters (value, is_no_bracket, HALL_ISSUE_UNEXPECTED_CHARACTER, issue) != HALL_GOOD)
    return HALL_WRONG;
  return check_length (value, context->min_chars, context->max_chars > 0 ? context->max_chars : 200,
                       issue);
}

static gboolean
is_chosen (const char *value, const char *const *choices)
{
  return choices == NULL || g_strv_contains (choices, value);
}

HallVerdict
hall_check_listed_text (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  HallVerdict verdict = hall_check_text (value, context, issue);

  if (verdict == HALL_GOOD && !is_chosen (value, context->choices))
    return hall_issue_set (issue, HALL_ISSUE_NOT_IN_LIST, value, NULL);
  return verdict;
}

HallVerdict
hall_check_choice (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  if (!is_chosen (value, context->choices)
      || value[strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-_")] != '\0')
    return hall_issue_set (issue, HALL_ISSUE_NOT_A_CHOICE, value, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_mobile (const char *value,
                   G_GNUC_UNUSED const HallCheckContext *context,
                   HallIssue *issue)
{
  static const char allocated[] =
      "^1(3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-35-8]|8\\d|9[0-35-9])\\d{8}$";
  g_autofree char *prefix = NULL;

  if (!g_regex_match_simple ("^1[3-9][0-9]{9}$", value, G_REGEX_DOLLAR_ENDONLY, 0))
    return hall_issue_set (issue, HALL_ISSUE_MOBILE_FORMAT, NULL, NULL);
  if (g_regex_match_simple (allocated, value, G_REGEX_DOLLAR_ENDONLY, 0))
    return HALL_GOOD;
  prefix = g_strndup (value, 3);
  return hall_issue_set (issue, HALL_ISSUE_MOBILE_UNALLOCATED, prefix, NULL);
}

HallVerdict
hall_mobile_hint (const char *value,
                  G_GNUC_UNUSED const HallCheckContext *context,
                  HallIssue *issue)
{
  static const char *const resellers[] = { "162", "165", "167", "170", "171" };

  for (gsize i = 0; i < G_N_ELEMENTS (resellers); i++)
    if (g_str_has_prefix (value, resellers[i]))
      return hall_issue_set (issue, HALL_ISSUE_MOBILE_RESELLER, resellers[i], NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_phone (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  static const char landline[] =
      "^(010|02[0-9]|(?!0[48]00)0[3-9][0-9]{2})-[0-9]{7,8}(-[0-9]{1,6})?$";

  if (value[0] == '1' && strlen (value) == 11)
    return hall_check_mobile (value, context, issue);
  if (!g_regex_match_simple (landline, value, G_REGEX_DOLLAR_ENDONLY, 0))
    return hall_issue_set (issue, HALL_ISSUE_PHONE_FORMAT, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_email (const char *value,
                  G_GNUC_UNUSED const HallCheckContext *context,
                  HallIssue *issue)
{
  static const char form[] = "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                             "@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]$";

  if (strlen (value) > 254 || strchr (value, '@') == NULL || strchr (value, '@') - value > 64
      || !g_regex_match_simple (form, value, G_REGEX_DOLLAR_ENDONLY, 0))
    return hall_issue_set (issue, HALL_ISSUE_EMAIL_FORMAT, NULL, NULL);
  return HALL_GOOD;
}

gboolean
hall_date_parse (const char *value, GDate *date)
{
  gint64 parts[3];

  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", value, G_REGEX_DOLLAR_ENDONLY, 0))
    return FALSE;
  parts[0] = g_ascii_strtoll (value, NULL, 10);
  parts[1] = g_ascii_strtoll (value + 5, NULL, 10);
  parts[2] = g_ascii_strtoll (value + 8, NULL, 10);
  g_date_clear (date, 1);
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
  return TRUE;
}

HallVerdict
hall_check_date (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  GDate date;

  if (!hall_date_parse (value, &date))
    return hall_issue_set (issue, HALL_ISSUE_DATE_FORMAT, NULL, NULL);
  if (context->not_past && g_date_compare (&date, &context->today) < 0)
    return hall_issue_set (issue, HALL_ISSUE_DATE_PAST, value, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_date_or_long (const char *value, const HallCheckContext *context, HallIssue *issue)
{
  GDate date;

  if (strcmp (value, "长期") == 0)
    return HALL_GOOD;
  if (!hall_date_parse (value, &date))
    return hall_issue_set (issue, HALL_ISSUE_DATE_OR_LONG_FORMAT, NULL, NULL);
  return hall_check_date (value, context, issue);
}

HallVerdict
hall_check_sms_code (const char *value, HallIssue *issue)
{
  if (strlen (value) != 6 || value[strspn (value, "0123456789")] != '\0')
    return hall_issue_set (issue, HALL_ISSUE_SMS_CODE_FORMAT, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_check_password (const char *value, HallIssue *issue)
{
  glong length = g_utf8_strlen (value, -1);
  guint letters = 0;
  guint digits = 0;
  guint symbols = 0;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        digits = 1;
      else if (g_unichar_isalpha (c))
        letters = 1;
      else
        symbols = 1;
    }
  if (length < 8 || length > 32 || letters + digits + symbols < 2)
    return hall_issue_set (issue, HALL_ISSUE_PASSWORD_WEAK, NULL, NULL);
  return HALL_GOOD;
}
