/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The note for the accountant: says what must be known, and nothing that must not be.
 */
#include "hall-finance-note.h"

#include <string.h>

#include "form-fixture.h"
#include "hall-error.h"
#include "page-code.h"
#include "page-text.h"
#include "sample.h"

#define PAYER "测试电子认证有限公司"

static GBytes *
print (const FormFixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf =
      hall_finance_note_print (self->catalog, self->application, &self->info, PAYER, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_says (FormFixture *self, gconstpointer type)
{
  static const char *const wanted[] = { PAYER,
                                        "0.01 元",
                                        "***********0101",
                                        "附言",
                                        "证书PIN码",
                                        SAMPLE_ORDER,
                                        "13800138000",
                                        "张三",
                                        "不要把 0.01 元转回去",
                                        "不要当作诈骗",
                                        "经办人以外的任何人" };
  g_autoptr (GBytes) pdf = print (self);
  g_autofree char *text = form_read_squeezed (pdf);

  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    form_assert_says (text, wanted[i]);
  form_assert_inside_margins (pdf);
  g_assert_cmpint (form_count_pages (pdf), ==, 1);
}

/* It is passed from hand to hand: no account in full, no identity number, no code to be scanned. */
static void
test_keeps (FormFixture *self, gconstpointer type)
{
  static const char *const secrets[] = { "755900000010101", "11010519491231002X",
                                         "440524188001010014", "34052419800101001X" };
  g_autoptr (GBytes) pdf = print (self);
  g_autofree char *text = form_read_squeezed (pdf);
  cairo_surface_t *picture = page_text_render (pdf, 0, 150);
  g_autofree char *code = page_code_read (picture);

  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
  g_assert_null (code);
  cairo_surface_destroy (picture);
}

/* Where the remark holds a code to be typed in, the note calls it so and speaks of no PIN. */
static void
test_code (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  (void) type;
  self->catalog->fin_auth_mode = HALL_FIN_AUTH_REMARK_IS_CODE;
  pdf = print (self);
  text = form_read_squeezed (pdf);
  form_assert_says (text, "业务单验证码");
  g_assert_null (strstr (text, "PIN"));
}

static void
test_names (FormFixture *self, gconstpointer type)
{
  g_autofree char *name = sample_long_text ("深圳市", "测试样例科技", "有限公司", 100);
  g_autofree char *endless = sample_long_text ("", "长", "", 3000);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  (void) type;
  hall_application_set (self->application, "organisation.name", name);
  hall_application_set (self->application, "basic_account.account_name", name);
  hall_application_set (self->application, "handler.name", "㛃𬀩·买买提");
  pdf = print (self);
  again = print (self);
  form_assert_in_a_column (pdf, name);
  form_assert_in_a_column (pdf, "㛃𬀩·买买提");
  g_assert_true (g_bytes_equal (pdf, again));
  hall_application_set (self->application, "organisation.name", endless);
  g_assert_null (
      hall_finance_note_print (self->catalog, self->application, &self->info, PAYER, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

/* Who pays is said in any case, and practice shows. */
static void
test_practice (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  (void) type;
  self->info.practice = TRUE;
  pdf = hall_finance_note_print (self->catalog, self->application, &self->info, NULL, NULL);
  text = form_read_squeezed (pdf);
  form_assert_says (text, "练习·无效");
  form_assert_says (text, "付款户名测试营业厅");
}

int
main (int argc, char **argv)
{
  static const FormTest tests[] = {
    { "says", test_says },   { "keeps", test_keeps },       { "code", test_code },
    { "names", test_names }, { "practice", test_practice },
  };

  g_test_init (&argc, &argv, NULL);
  return form_run_tests ("finance-note", tests, G_N_ELEMENTS (tests));
}
