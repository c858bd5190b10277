/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How Chinese text is set: what may begin and end a line, what stays together, how wide marks are.
 * Looked at in columns of every width that a sheet has.
 */
#include <string.h>

#include "hall-paper.h"

#define NARROWEST_MM 42.0 /* a code of 18 digits with its comma fits */
#define WIDEST_MM    180.0
#define STEP_MM      0.7

#define NEVER_FIRST "，。、；：）》」！？"
#define NEVER_LAST  "（《「“"

static const HallTextStyle style = { .size_pt = 10.5 };

static const char *const texts[] = {
  "已阅读并同意：《用户服务协议》1.0 版、《隐私权保护政策》1.0 版、《信息授权协议》1.0 版。",
  "用扫描仪以 300 至 600 dpi 彩色扫描整页原件，不要拍照，不要修图。",
  "中国（广东）自由贸易试验区深圳前海蛇口片区测试样例股份有限公司第二分公司（筹备处）",
  "一次完成，无重影、无缺损。两个框都要盖（签），审核时选用较清晰的一个。",
  "统一社会信用代码91999999MA0000023Y，业务单号20261122000017，金额900.00 元。",
};

typedef void (*Look) (const char *line, const char *next);

/* Every line of every text in every width; @next is "" after the last. */
static void
look_at_lines (Look look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPaper) paper = hall_paper_new ("t", NULL, 0, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = NARROWEST_MM; width <= WIDEST_MM; width += STEP_MM)
      {
        g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, texts[i], width);

        g_assert_cmpfloat (hall_layout_get_width_mm (layout), <=, width + 0.01);
        for (int n = 0; n < pango_layout_get_line_count (layout); n++)
          {
            const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, n);
            g_autofree char *text = g_strndup (texts[i] + line->start_index, (gsize) line->length);

            look (text, texts[i] + line->start_index + line->length);
          }
      }
}

static gboolean
is_one_of (const char *set, const char *p)
{
  return *p != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

static void
look_at_ends (const char *line, const char *next)
{
  const char *last = g_utf8_find_prev_char (line, line + strlen (line));

  g_assert_false (is_one_of (NEVER_FIRST, next));
  g_assert_false (*next != '\0' && last != NULL && is_one_of (NEVER_LAST, last));
}

static void
look_at_numbers (const char *line, const char *next)
{
  gsize length = strlen (line);
  char last = length > 0 ? line[length - 1] : '\0';

  g_assert_false (g_ascii_isalnum (last) && g_ascii_isalnum (*next));
  g_assert_false (g_ascii_isdigit (last) && strchr (".-", *next) != NULL && *next != '\0');
  if (length > 1 && last == ' ' && g_ascii_isdigit (line[length - 2]))
    g_error ("“%s” is torn from its unit “%s”", line, next);
}

static void
look_at_tails (const char *line, const char *next)
{
  if (*next == '\0')
    g_assert_cmpint (g_utf8_strlen (line, -1), >=, 3);
}

static void
test_lines (gconstpointer look)
{
  look_at_lines (*(const Look *) look);
}

static double
measure (HallPaper *paper, const char *text)
{
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, text, -1);

  return hall_layout_get_width_mm (layout) / HALL_PT_TO_MM (style.size_pt);
}

/* In em: two marks side by side take one and a half, a mark beside a letter takes one. */
static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    double em;
  } rows[] = {
    { "，甲", 2 },   { "甲，", 2 },     { "），", 1.5 },   { "：《", 1.5 },  { "》、《", 2 },
    { "（（甲", 2 }, { "甲（乙）", 4 }, { "甲）。", 2.5 }, { "”（甲", 2.5 }, { "：“甲", 2.5 },
  };
  g_autoptr (HallPaper) paper = hall_paper_new ("t", NULL, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpfloat_with_epsilon (measure (paper, rows[i].text), rows[i].em, 0.01);
    }
}

/* An address that is broken for want of room gets no hyphen: it would be read as part of it. */
static void
test_no_hyphen (void)
{
  g_autoptr (HallPaper) paper = hall_paper_new ("t", NULL, 0, NULL);
  g_autoptr (PangoLayout) layout =
      hall_paper_layout (paper, &style, "averyveryverylongaddress@subdomain.example.com", 30);

  for (int n = 0; n < pango_layout_get_line_count (layout); n++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, n);
      const PangoLayoutRun *last = g_slist_last (line->runs)->data;

      g_assert_cmpint (last->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  static const Look ends = look_at_ends, numbers = look_at_numbers, tails = look_at_tails;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/typeset/line-ends", &ends, test_lines);
  g_test_add_data_func ("/typeset/numbers", &numbers, test_lines);
  g_test_add_data_func ("/typeset/tails", &tails, test_lines);
  g_test_add_func ("/typeset/marks", test_marks);
  g_test_add_func ("/typeset/no-hyphen", test_no_hyphen);
  return g_test_run ();
}
