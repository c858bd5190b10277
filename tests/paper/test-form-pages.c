/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms with long, rare and hostile values: nothing is cut off, pages break where they may.
 */
#include <string.h>

#include "form-fixture.h"
#include "hall-error.h"
#include "hall-form-sheet.h"
#include "page-text.h"
#include "sample.h"

static const struct
{
  const char *field, *start, *middle, *end;
  guint length;
} long_values[] = {
  { "organisation.name", "深圳市", "测试样例科技股份有限", "公司（中国）", 100 },
  { "organisation.name", "Shenzhen ", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", " Co., Ltd", 100 },
  { "organisation.name", "", "㐀龦鿍𠅤𠙶𫖯", "", 100 },
  { "organisation.address", "新疆维吾尔自治区", "察布查尔锡伯自治县", "1号", 120 },
  { "handler.name", "阿依古丽·", "买买提·艾合买提江·", "吐尔逊", 25 },
  { "handler.name", "", "Wolfeschlegelsteinhausen-", "bergerdorff", 50 },
  { "legal_rep.name", "", "𠅤𠙶𫖯㛃·", "龦", 25 },
  { "handler.email", "", "wwwwwwwwwwwwwwwwwwww.", "@example.com", 254 },
};

static void
test_long_values (FormFixture *self, gconstpointer type)
{
  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (long_values); i++)
    {
      g_autofree char *value = sample_long_text (long_values[i].start, long_values[i].middle,
                                                 long_values[i].end, long_values[i].length);
      g_autoptr (GBytes) pdf = NULL;

      g_test_message ("%s = %s", long_values[i].field, value);
      hall_application_set (self->application, long_values[i].field, value);
      pdf = form_fixture_print (self);
      form_assert_in_a_column (pdf, value);
      form_assert_inside_margins (pdf);
    }
}

static void
assert_parts (const char *from, const char *end, const char *const *parts)
{
  for (; *parts != NULL; parts++)
    {
      const char *found = strstr (from, *parts);

      if (found == NULL || found >= end)
        g_error ("“%s” is not on the page", *parts);
    }
}

/* What does not fit goes on a second page with head and code; no section is torn. */
static void
test_second_page (FormFixture *self, gconstpointer type)
{
  static const char *const first_page[] = { "数字证书申请表", SAMPLE_ORDER, "身份证号",
                                            "第 1 页，共 2 页", NULL };
  static const char *const second_page[] = { "数字证书申请表",     SAMPLE_ORDER,
                                             "授权委托及单位声明", "手写签名",
                                             "第 2 页，共 2 页",   NULL };
  g_autofree char *name = sample_long_text ("深圳市", "测试样例科技", "有限公司", 100);
  g_autofree char *address = sample_long_text ("新疆", "察布查尔锡伯自治县", "1号", 120);
  g_autofree char *email = sample_long_text ("", "wwwwwwww.", "@example.com", 254);
  g_autofree char *handler = sample_long_text ("", "Wolfeschlegelsteinhausen-", "b", 50);
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_FORM, SAMPLE_ORDER, SAMPLE_REVISION, self->sha256);
  g_autofree char *code_text = hall_form_code_to_text (code);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  const char *second;

  (void) type;
  hall_application_set (self->application, "organisation.name", name);
  hall_application_set (self->application, "organisation.address", address);
  hall_application_set (self->application, "handler.email", email);
  hall_application_set (self->application, "handler.name", handler);
  pdf = form_fixture_print (self);
  text = page_text_print (pdf);
  g_assert_cmpint (form_count_pages (pdf), ==, 2);
  form_assert_inside_margins (pdf);
  form_assert_code (pdf, code_text);
  second = strstr (text, "== page 2");
  assert_parts (text, second, first_page);
  assert_parts (second, second + strlen (second), second_page);
  g_assert_null (g_strstr_len (text, second - text, "授权委托"));
}

/* A name or address of two lines still leaves everything on one page. */
static void
test_one_page (FormFixture *self, gconstpointer type)
{
  g_autofree char *address = sample_long_text ("新疆", "察布查尔锡伯自治县", "1号", 60);
  g_autoptr (GBytes) pdf = NULL;

  (void) type;
  hall_application_set (self->application, "organisation.address", address);
  pdf = form_fixture_print (self);
  g_assert_cmpint (form_count_pages (pdf), ==, 1);
}

static void
test_hostile_values (FormFixture *self, gconstpointer type)
{
  static const char *const values[] = { "<b>&amp;</b>{handler}%s%n", "张\xF0\x9F\x98\x80三",
                                        "\xE2\x80\xAE三张", "a\tb", "" };
  g_autofree char *endless = g_strnfill (40000, 'W');
  g_autoptr (GError) error = NULL;

  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GBytes) pdf = NULL;

      hall_application_set (self->application, "handler.name", values[i]);
      hall_application_set (self->application, "organisation.name", values[i]);
      pdf = form_fixture_print (self);
      form_assert_inside_margins (pdf);
      if (i == 0)
        {
          g_autofree char *text = form_read_squeezed (pdf);

          form_assert_says (text, values[0]);
        }
    }
  hall_application_set (self->application, "organisation.name", endless);
  g_assert_null (
      hall_form_sheet_print (self->catalog, self->application, &self->info, NULL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  static const FormTest tests[] = {
    { "long-values", test_long_values },
    { "one-page", test_one_page },
    { "second-page", test_second_page },
    { "hostile-values", test_hostile_values },
  };

  g_test_init (&argc, &argv, NULL);
  return form_run_tests ("form-pages", tests, G_N_ELEMENTS (tests));
}
