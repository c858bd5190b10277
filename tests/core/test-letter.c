/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter of a return: number, reasons and next step, whatever is edited.
 */
#include "hall-letter.h"

#include <string.h>

#include "hall-test.h"

#define NUMBER "20261122000001"

static GPtrArray *
new_returns (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
}

static void
test_every_reason (void)
{
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    {
      g_autoptr (GPtrArray) returns = new_returns ();
      g_autoptr (HallLetter) letter = NULL;
      g_autofree char *words = NULL;

      g_ptr_array_add (returns, hall_return_new (reason, "application_form", "补充说明"));
      letter = hall_letter_compose (NUMBER, returns, hall_test_catalog (), NULL);
      words = hall_letter_format (letter);
      g_assert_nonnull (strstr (words, NUMBER));
      g_assert_nonnull (strstr (words, hall_reason_get_label (reason, HALL_LANG_ZH_CN)));
      g_assert_true (g_str_has_suffix (words, "补充说明 办理：请重新上传此项资料后再提交。"));
      g_assert_true (hall_letter_is_text_good (letter->text));
    }
}

static void
test_edited (void)
{
  g_autoptr (GPtrArray) returns = new_returns ();
  g_autoptr (HallLetter) letter = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (returns, hall_return_new (HALL_REASON_L02, "business_licence", NULL));
  letter = hall_letter_compose (NUMBER, returns, hall_test_catalog (), "请扫描原件。");
  words = hall_letter_format (letter);
  g_assert_cmpstr (words, ==,
                   "业务单 " NUMBER
                   " 未通过。原因：请扫描原件。 办理：请重新上传此项资料后再提交。");
}

/* However much there is to say, it fits, and nothing is cut in two. */
static void
test_many (void)
{
  for (guint n = 1; n <= 50; n++)
    {
      g_autoptr (GPtrArray) returns = new_returns ();
      g_autoptr (HallLetter) letter = NULL;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (returns, hall_return_new (i % HALL_N_REASONS, "application_form",
                                                   i % 3 == 0 ? "第一行\n第二行" : NULL));
      letter = hall_letter_compose (NUMBER, returns, hall_test_catalog (), NULL);
      g_assert_true (hall_letter_is_text_good (letter->text));
      g_assert_true (g_str_has_suffix (letter->text, "。") || n == 1
                     || strstr (letter->text, "第二行") != NULL
                     || strstr (letter->text, "其他原因") != NULL);
      if (n >= 20)
        {
          g_autofree char *end = g_strdup_printf ("共 %u 项，详见“我的业务单”。", n);

          g_assert_true (g_str_has_suffix (letter->text, end));
        }
    }
}

static void
test_long_words (void)
{
  g_autoptr (GPtrArray) returns = new_returns ();
  g_autoptr (HallLetter) letter = NULL;
  g_autofree char *text = g_strnfill (2000, 'x');

  g_ptr_array_add (returns, hall_return_new (HALL_REASON_X99, "application_form", text));
  letter = hall_letter_compose (NUMBER, returns, hall_test_catalog (), NULL);
  g_assert_true (hall_letter_is_text_good (letter->text));
}

static void
test_good_text (void)
{
  g_autofree char *longest = g_strnfill (HALL_LETTER_MAX_CHARS, 'x');
  g_autofree char *longer = g_strnfill (HALL_LETTER_MAX_CHARS + 1, 'x');
  const struct
  {
    const char *text;
    gboolean good;
  } rows[] = {
    { "执照反光。", TRUE }, { longest, TRUE },   { longer, FALSE }, { "", FALSE },
    { " 　", FALSE },       { "两\n行", FALSE }, { "\xff", FALSE }, { "a\tb", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hall_letter_is_text_good (rows[i].text), ==, rows[i].good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/every-reason", test_every_reason);
  g_test_add_func ("/letter/edited", test_edited);
  g_test_add_func ("/letter/many", test_many);
  g_test_add_func ("/letter/long-words", test_long_words);
  g_test_add_func ("/letter/good-text", test_good_text);
  return g_test_run ();
}
