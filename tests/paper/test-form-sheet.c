/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application form: everything is on it, and the same data give the same bytes.
 */
#include "hall-form-sheet.h"

#include <string.h>

#include "form-fixture.h"
#include "golden.h"
#include "hall-error.h"
#include "page-code.h"
#include "page-text.h"
#include "sample.h"

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

static const char *const fixed_texts[] = {
  "测试营业厅",
  "一诺软件招投标",
  SAMPLE_ORDER,
  "第 2 版",
  "2026-11-22 16:00",
  "业务类型",
  "新申请",
  "证书金额",
  "900.00 元",
  "证书年限",
  "经办人",
  "手写签名",
  "加盖单位公章（红色鲜章）",
  "以下由受理机构填写",
  "受理员",
  "审核员",
  "法定代表人姓名：李四",
  "申请单位法定代表人授权委托及单位声明",
  "兹授权张三为本单位经办人",
  "接受《电子认证服务协议》的各项规定",
  "《用户服务协议》1.0 版、《隐私权保护政策》1.0 版",
  "《银行账户信息单独同意书》1.0 版。",
  "涂改处须加盖公章",
  "第 1 页，共 1 页",
};

static void
test_labels_and_values (FormFixture *self, gconstpointer type)
{
  const HallCertificateType *certificate = hall_catalog_find_type (self->catalog, type);
  g_autoptr (GBytes) pdf = form_fixture_print (self);
  g_autofree char *text = form_read_squeezed (pdf);

  g_assert_cmpint (form_count_pages (pdf), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_texts); i++)
    form_assert_says (text, fixed_texts[i]);
  form_assert_says (text, ZH (&certificate->form_title));
  form_assert_says (text,
                    certificate->for_person ? "V.申请单位法定代表人" : "IV.申请单位法定代表人");
  for (guint i = 0; i < self->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (self->catalog->sections, i);

      for (guint j = 0; hall_section_is_in_type (section, certificate) && j < section->fields->len;
           j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);
          const char *value = hall_application_get (self->application, field->id);
          const HallChoice *choice = hall_field_find_choice (field, value);

          if (field->print == HALL_PRINT_NOT)
            continue;
          if (strchr (ZH (&field->label), '\xEF') == NULL) /* a bracket breaks the line */
            form_assert_says (text, ZH (&field->label));
          form_assert_says (text, choice != NULL ? ZH (&choice->label) : value);
        }
    }
  g_assert_null (strstr (text, "755900000010101")); /* the bank account stays off paper */
  g_assert_null (strstr (text, "人脸"));
}

static void
test_code (FormFixture *self, gconstpointer type)
{
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_FORM, SAMPLE_ORDER, SAMPLE_REVISION, self->sha256);
  g_autofree char *text = hall_form_code_to_text (code);
  g_autoptr (GBytes) pdf = form_fixture_print (self);
  g_autofree char *squeezed = form_read_squeezed (pdf);

  (void) type;
  form_assert_code (pdf, text);
  form_assert_says (squeezed, text);
}

static void
test_draft (FormFixture *self, gconstpointer type)
{
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_FORM, HALL_FORM_CODE_NO_ORDER, 0, self->sha256);
  g_autofree char *code_text = hall_form_code_to_text (code);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  (void) type;
  self->info = (HallSheetInfo){ .sha256 = self->sha256, .revision = 7 };
  pdf = form_fixture_print (self);
  text = form_read_squeezed (pdf);
  form_assert_code (pdf, code_text);
  form_assert_says (text, "草稿（尚无单号）");
  form_assert_says (text, "确认时间—");
  document = page_text_open (pdf);
  g_assert_null (poppler_document_get_creation_date_time (document));
  g_object_unref (document);
}

static void
test_same_bytes (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) first = form_fixture_print (self);
  g_autoptr (HallApplication) other = sample_application (self->catalog, "organisation");
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;

  (void) type;
  g_bytes_unref (hall_form_sheet_print (self->catalog, other, &self->info, NULL, NULL));
  second = form_fixture_print (self);
  g_assert_true (g_bytes_equal (first, second));
  self->info.revision++;
  third = form_fixture_print (self);
  g_assert_false (g_bytes_equal (first, third));
}

/* The PDF was made when the data were confirmed, whenever it is printed. */
static void
test_creation_time (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = form_fixture_print (self);
  PopplerDocument *document = page_text_open (pdf);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpint (poppler_document_get_creation_date (document), ==, SAMPLE_TIME_S);
  g_assert_cmpstr (title, ==, ZH (&hall_catalog_find_type (self->catalog, type)->form_title));
  g_object_unref (document);
}

/* How much of a page is darker than white and lighter than its text and its bands. */
static double
measure_grey (cairo_surface_t *picture)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint8 blue = data[y * cairo_image_surface_get_stride (picture) + 4 * x];

        n += blue > 0xd0 && blue < 0xe0;
      }
  return (double) n / (width * height);
}

/* The text across lies over the cells, and what is under it stays readable. */
static void
test_practice_across (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) plain = form_fixture_print (self);
  g_autoptr (GBytes) marked = NULL;
  g_autofree char *text = NULL;
  cairo_surface_t *without = page_text_render (plain, 0, 75);
  cairo_surface_t *with;

  (void) type;
  self->info.practice = TRUE;
  marked = form_fixture_print (self);
  with = page_text_render (marked, 0, 75);
  g_assert_cmpfloat (measure_grey (with), >, measure_grey (without) + 0.008);
  text = page_text_print (marked);
  g_assert_nonnull (strstr (text, "91999999MA0000023Y"));
  g_assert_nonnull (strstr (text, "11010519491231002X"));
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_practice (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) plain = form_fixture_print (self);
  g_autoptr (GBytes) marked = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  g_autofree char *text = form_read_squeezed (plain);
  g_autofree char *marked_text = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *code = NULL;
  cairo_surface_t *picture;

  (void) type;
  g_assert_null (strstr (text, "无效"));
  self->info.practice = TRUE;
  marked = form_fixture_print (self);
  document = page_text_open (marked);
  page = poppler_document_get_page (document, 0);
  marked_text = poppler_page_get_text (page);
  squeezed = page_text_squeeze (marked_text);
  for (const char *const *part = (const char *const[]){ "练", "习", "无", "效", NULL };
       *part != NULL; part++)
    form_assert_says (squeezed, *part);
  picture = page_text_render (marked, 0, 150);
  code = page_code_read (picture);
  g_assert_nonnull (code);
  cairo_surface_destroy (picture);
  g_object_unref (page);
  g_object_unref (document);
}

static void
test_unknown_type (FormFixture *self, gconstpointer type)
{
  g_autoptr (HallApplication) stranger = hall_application_new ("yinuo-bidding", "spaceship");
  g_autoptr (GError) error = NULL;

  (void) type;
  g_assert_null (hall_form_sheet_print (self->catalog, stranger, &self->info, NULL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "spaceship"));
}

static void
test_golden (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = form_fixture_print (self);
  g_autofree char *text = page_text_print (pdf);
  g_autofree char *name = g_strdup_printf ("form-%s.txt", (const char *) type);

  golden_check (name, text);
}

static gpointer
print_many (gpointer data)
{
  GBytes *first = form_fixture_print (data);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GBytes) next = form_fixture_print (data);

      g_assert_true (g_bytes_equal (first, next));
    }
  return first;
}

/* The same bytes in every thread, at the same time. */
static void
test_threads (FormFixture *self, gconstpointer type)
{
  g_autoptr (GBytes) mine = form_fixture_print (self);
  GThread *threads[4];

  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("form", print_many, self);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) theirs = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (mine, theirs));
    }
}

int
main (int argc, char **argv)
{
  static const FormTest tests[] = {
    { "labels-and-values", test_labels_and_values },
    { "code", test_code },
    { "draft", test_draft },
    { "same-bytes", test_same_bytes },
    { "creation-time", test_creation_time },
    { "practice", test_practice },
    { "practice-across", test_practice_across },
    { "unknown-type", test_unknown_type },
    { "golden", test_golden },
    { "threads", test_threads },
  };

  g_test_init (&argc, &argv, NULL);
  return form_run_tests ("form-sheet", tests, G_N_ELEMENTS (tests));
}
