/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of typed text: what was meant is kept, how it was typed is not.
 */
#include "hall-tidy.h"

typedef struct
{
  char *(*tidy) (const char *text);
  const char *text;
  const char *result;
} Row;

/* clang-format off */
static const Row rows[] = {
  /* text: blanks */
  { hall_tidy_text, NULL, "" },
  { hall_tidy_text, "", "" },
  { hall_tidy_text, " \t\r\n", "" },
  { hall_tidy_text, "a", "a" },
  { hall_tidy_text, "  a  b  ", "a b" },
  { hall_tidy_text, "a\n\nb", "a b" },
  { hall_tidy_text, "　深圳　市　", "深圳 市" },
  { hall_tidy_text, "a\xC2\xA0" "b", "a b" },                      /* no-break space */
  { hall_tidy_text, "a\xE2\x80\xA8" "b", "a b" },                  /* line separator */
  /* text: what nobody sees is left out, not made a blank */
  { hall_tidy_text, "深\xE2\x80\x8B圳", "深圳" },                  /* zero width space */
  { hall_tidy_text, "\xEF\xBB\xBF深圳", "深圳" },                  /* byte order mark */
  { hall_tidy_text, "深\xC2\xAD圳", "深圳" },                      /* soft hyphen */
  { hall_tidy_text, "\xE2\x80\x8E深圳\xE2\x80\xAC", "深圳" },      /* direction marks */
  { hall_tidy_text, " \xE2\x80\x8B a", "a" },
  /* text: width stays, characters are composed */
  { hall_tidy_text, "Ａ１（）", "Ａ１（）" },
  { hall_tidy_text, "e\xCC\x81", "é" },
  { hall_tidy_text, "e\xE2\x80\x8B\xCC\x81", "é" },
  { hall_tidy_text, "\xE2\x84\xAB", "Å" },                         /* the sign is the letter */
  { hall_tidy_text, "\xEF\xA4\x80", "豈" },                        /* compatibility ideograph */
  { hall_tidy_text, "a\x01" "b", "a\x01" "b" },                    /* the check refuses it */
  /* text: no UTF-8 */
  { hall_tidy_text, "a\xFF" "b", "a\xEF\xBF\xBD" "b" },
  { hall_tidy_text, "\xE5\xBC", "\xEF\xBF\xBD\xEF\xBF\xBD" },
  { hall_tidy_text, "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },

  /* names */
  { hall_tidy_name, "张三", "张三" },
  { hall_tidy_name, "　张三 ", "张三" },
  { hall_tidy_name, "张 三", "张 三" },
  { hall_tidy_name, "买买提.阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "买买提．阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "买买提•阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "买买提‧阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "买买提・阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "买买提･阿依古丽", "买买提·阿依古丽" },
  { hall_tidy_name, "J. Smith", "J. Smith" },                      /* no Han: the dot stays */
  { hall_tidy_name, "Ｊ．　Ｓｍｉｔｈ", "J. Smith" },
  { hall_tidy_name, "O’Brien", "O'Brien" },
  { hall_tidy_name, "‘t Hooft", "'t Hooft" },
  { hall_tidy_name, "张Ａ", "张Ａ" },

  /* digits and codes */
  { hall_tidy_digits, "12 34-56", "123456" },
  { hall_tidy_digits, "１２３　４５６", "123456" },
  { hall_tidy_digits, "12–34—56−78‐90", "1234567890" },           /* five kinds of hyphens */
  { hall_tidy_digits, "１２－３４", "1234" },
  { hall_tidy_digits, "12ab", "12ab" },
  { hall_tidy_digits, "\xE2\x80\xAD" "123" "\xE2\x80\xAC", "123" },
  { hall_tidy_digits, "一二", "一二" },
  { hall_tidy_code, "91ma-00 x", "91MA00X" },
  { hall_tidy_code, "ａｂ－ｃ", "ABC" },
  { hall_tidy_code, "é", "é" },
  { hall_tidy_code, "i\xCC\x87", "İ" },                            /* capitals first, then composed */

  /* mobile */
  { hall_tidy_mobile, "13800138000", "13800138000" },
  { hall_tidy_mobile, "+8613800138000", "13800138000" },
  { hall_tidy_mobile, "＋８６ 138-0013-8000", "13800138000" },
  { hall_tidy_mobile, "008613800138000", "13800138000" },
  { hall_tidy_mobile, "8613800138000", "13800138000" },
  { hall_tidy_mobile, "86138001380", "86138001380" },              /* too short to hold a country */
  { hall_tidy_mobile, "+861380013800", "+861380013800" },
  { hall_tidy_mobile, "+85291234567", "+85291234567" },

  /* telephone */
  { hall_tidy_phone, "0755-26500000", "0755-26500000" },
  { hall_tidy_phone, "075526500000", "0755-26500000" },
  { hall_tidy_phone, "0755 2650 0000", "0755-26500000" },
  { hall_tidy_phone, "0755-2650-0000", "0755-26500000" },
  { hall_tidy_phone, "(0755)26500000", "0755-26500000" },
  { hall_tidy_phone, "（０７５５）２６５０００００", "0755-26500000" },
  { hall_tidy_phone, "0755-2650000", "0755-2650000" },
  { hall_tidy_phone, "010 12345678", "010-12345678" },
  { hall_tidy_phone, "021-12345678", "021-12345678" },
  { hall_tidy_phone, "0311-12345678", "0311-12345678" },
  { hall_tidy_phone, "+86 755 26500000", "0755-26500000" },
  { hall_tidy_phone, "+86-755-26500000", "0755-26500000" },
  { hall_tidy_phone, "+86(0)755-26500000", "0755-26500000" },
  { hall_tidy_phone, "+86 0755-26500000", "0755-26500000" },
  { hall_tidy_phone, "0086 10 12345678", "010-12345678" },
  { hall_tidy_phone, "+86 138 0013 8000", "13800138000" },
  { hall_tidy_phone, "(138)0013-8000", "13800138000" },
  { hall_tidy_phone, "0755-26500000-8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-2650000-8001", "0755-2650000-8001" },
  { hall_tidy_phone, "0755-2650-0000-8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-26500000转8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-26500000 转 8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-26500000分机8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-26500000#8001", "0755-26500000-8001" },
  { hall_tidy_phone, "0755-26500000 Ext. 8001", "0755-26500000-8001" },
  /* what is none stays as typed, but for blanks and brackets */
  { hall_tidy_phone, "400-112-3838", "400-112-3838" },
  { hall_tidy_phone, "0400-1123838", "0400-1123838" },
  { hall_tidy_phone, "+86 400 1123838", "+864001123838" },
  { hall_tidy_phone, "755-2650", "755-2650" },
  { hall_tidy_phone, "0755-265000", "0755-265000" },
  { hall_tidy_phone, "0755-26500000-", "0755-26500000-" },
  { hall_tidy_phone, "0755-26500000转", "0755-26500000转" },
  { hall_tidy_phone, "0755-26500000-8001-2", "0755-26500000-8001-2" },
  { hall_tidy_phone, "07张-26500000", "07张-26500000" },
  { hall_tidy_phone, "0", "0" },
  { hall_tidy_phone, "+86", "+86" },
  { hall_tidy_phone, "0086-0755-26500000", "0755-26500000" },

  /* mail */
  { hall_tidy_email, " Zhang.San @ Example.COM ", "Zhang.San@example.com" },
  { hall_tidy_email, "ｚｓ＠ｅｘ．ｃｏｍ", "zs@ex.com" },
  { hall_tidy_email, "A@B@C", "A@B@c" },
  { hall_tidy_email, "ABC", "ABC" },
  { hall_tidy_email, "a-b@C-d.com", "a-b@c-d.com" },               /* hyphens stay */

  /* dates */
  { hall_tidy_date, "2026-01-31", "2026-01-31" },
  { hall_tidy_date, "2026-1-31", "2026-01-31" },
  { hall_tidy_date, "2026/1/3", "2026-01-03" },
  { hall_tidy_date, "2026.1.3", "2026-01-03" },
  { hall_tidy_date, "20260103", "2026-01-03" },
  { hall_tidy_date, "2026年1月3日", "2026-01-03" },
  { hall_tidy_date, "2026 年 01 月 03 日", "2026-01-03" },
  { hall_tidy_date, "２０２６．１．３", "2026-01-03" },
  { hall_tidy_date, "2026-13-41", "2026-13-41" },                  /* the check refuses it */
  { hall_tidy_date, "26-1-3", "26-1-3" },
  { hall_tidy_date, "2026-1", "2026-1" },
  { hall_tidy_date, "202613", "202613" },
  { hall_tidy_date, "٢٠٢٦-١-٣", "٢٠٢٦-١-٣" },                      /* other digits are no digits */
  { hall_tidy_date, "长期", "长期" },
  { hall_tidy_date, " 长 期 ", "长期" },
};
/* clang-format on */

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = rows[i].tidy (rows[i].text);
      g_autofree char *twice = rows[i].tidy (result);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (result, ==, rows[i].result);
      g_assert_cmpstr (twice, ==, result);
    }
}

static void
test_equal_folded (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } pairs[] = {
    { "测试（集团）公司", "测试(集团)公司", TRUE },
    { "３Ｍ公司", "3M公司", TRUE },
    { " 测试公司 ", "测试公司", TRUE },
    { "测试  公司", "测试 公司", TRUE },
    { "测试　公司", "测试 公司", TRUE },
    { "", "", TRUE },
    { "测试公司", "测试 公司", FALSE },
    { "测试公司", "測試公司", FALSE },
    { "ABC公司", "abc公司", FALSE },
    { "测试公司", "", FALSE },
    { "测试·公司", "测试公司", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("“%s” and “%s”", pairs[i].a, pairs[i].b);
      g_assert_cmpint (hall_text_equal_folded (pairs[i].a, pairs[i].b), ==, pairs[i].equal);
      g_assert_cmpint (hall_text_equal_folded (pairs[i].b, pairs[i].a), ==, pairs[i].equal);
    }
}

static void
test_han (void)
{
  static const struct
  {
    gunichar c;
    gboolean han;
  } characters[] = {
    { 0x33FF, FALSE }, { 0x3400, TRUE },   { 0x4DAE, TRUE },  { 0x4E00, TRUE },   { 0x9FFF, TRUE },
    { 0xA000, FALSE }, { 0x3007, TRUE },   { 0x3006, FALSE }, { 0x1FFFF, FALSE }, { 0x20000, TRUE },
    { 0x323AF, TRUE }, { 0x323B0, FALSE }, { 'A', FALSE },    { 0xB7, FALSE },    { 0x3042, FALSE },
    { 0xAC00, FALSE }, { 0xE000, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_test_message ("U+%04X", characters[i].c);
      g_assert_cmpint (hall_char_is_han (characters[i].c), ==, characters[i].han);
    }
  g_assert_true (hall_text_has_han ("abc张"));
  g_assert_false (hall_text_has_han ("abc·"));
  g_assert_false (hall_text_has_han (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy/rows", test_rows);
  g_test_add_func ("/tidy/equal-folded", test_equal_folded);
  g_test_add_func ("/tidy/han", test_han);
  return g_test_run ();
}
