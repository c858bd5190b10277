/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application form: everything is on it, nothing is cut off, and the same data
 * give the same bytes.
 */
#include "hall-form-sheet.h"

#include <string.h>

#include "golden.h"
#include "hall-error.h"
#include "hall-paper.h"
#include "page-code.h"
#include "page-text.h"
#include "sample.h"

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

static const char *const types[] = { "organisation", "organisation-person" };

typedef struct
{
  HallCatalog *catalog;
  HallApplication *application;
  char *sha256;
  HallSheetInfo info;
} Fixture;

static void
set_up (Fixture *self, gconstpointer type)
{
  self->catalog = sample_catalog ();
  self->application = sample_application (self->catalog, type);
  self->sha256 = hall_application_hash_printed (self->application, self->catalog);
  self->info = sample_info (self->sha256);
}

static void
tear_down (Fixture *self, gconstpointer type)
{
  (void) type;
  hall_application_free (self->application);
  hall_catalog_unref (self->catalog);
  g_free (self->sha256);
}

static GBytes *
print (const Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = hall_form_sheet_print (self->catalog, self->application, &self->info, &error);

  g_assert_no_error (error);
  return pdf;
}

static int
count_pages (GBytes *pdf)
{
  PopplerDocument *document = page_text_open (pdf);
  int n = poppler_document_get_n_pages (document);

  g_object_unref (document);
  return n;
}

/* (transfer full): the whole form without blanks */
static char *
read_squeezed (GBytes *pdf)
{
  g_autofree char *text = page_text_print (pdf);

  return page_text_squeeze (text);
}

static void
assert_says (const char *squeezed, const char *text)
{
  g_autofree char *wanted = page_text_squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("“%s” is not on the form", text);
}

/* A value that may take several lines stands whole in one of the value columns. */
static void
assert_in_a_column (GBytes *pdf, const char *value)
{
  static const double columns_mm[][2] = { { 44, 195 }, { 44, 105 }, { 134, 195 }, { 15, 195 } };
  g_autofree char *wanted = page_text_squeeze (value);

  for (gsize i = 0; i < G_N_ELEMENTS (columns_mm); i++)
    {
      g_autofree char *text = page_text_print_between (pdf, HALL_MM_TO_PT (columns_mm[i][0]),
                                                       HALL_MM_TO_PT (columns_mm[i][1]));
      g_autofree char *squeezed = page_text_squeeze (text);

      if (strstr (squeezed, wanted) != NULL)
        return;
    }
  g_error ("“%s” is not on the form in one piece", value);
}

static void
assert_inside_margins (GBytes *pdf)
{
  double left = HALL_MM_TO_PT (HALL_PAPER_MARGIN_MM);
  double right = HALL_MM_TO_PT (HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM);
  double bottom = HALL_MM_TO_PT (HALL_PAPER_HEIGHT_MM - HALL_PAPER_MARGIN_MM);

  for (int i = 0; i < count_pages (pdf); i++)
    {
      PopplerRectangle all = page_text_bounds (pdf, i);

      g_assert_cmpfloat (all.x1, >=, left - 0.5);
      g_assert_cmpfloat (all.y1, >=, left - 0.5);
      g_assert_cmpfloat (all.x2, <=, right + 0.5);
      g_assert_cmpfloat (all.y2, <=, bottom + 0.5);
    }
}

static void
assert_code (GBytes *pdf, const char *code)
{
  for (int i = 0; i < count_pages (pdf); i++)
    {
      cairo_surface_t *picture = page_text_render (pdf, i, 150);
      g_autofree char *text = page_code_read (picture);

      g_assert_cmpstr (text, ==, code);
      cairo_surface_destroy (picture);
    }
}

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
test_labels_and_values (Fixture *self, gconstpointer type)
{
  const HallCertificateType *certificate = hall_catalog_find_type (self->catalog, type);
  g_autoptr (GBytes) pdf = print (self);
  g_autofree char *text = read_squeezed (pdf);

  g_assert_cmpint (count_pages (pdf), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_texts); i++)
    assert_says (text, fixed_texts[i]);
  assert_says (text, ZH (&certificate->form_title));
  assert_says (text, certificate->for_person ? "V.申请单位法定代表人" : "IV.申请单位法定代表人");
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
            assert_says (text, ZH (&field->label));
          assert_says (text, choice != NULL ? ZH (&choice->label) : value);
        }
    }
  g_assert_null (strstr (text, "755900000010101")); /* the bank account stays off paper */
  g_assert_null (strstr (text, "人脸"));
}

static void
test_code (Fixture *self, gconstpointer type)
{
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_FORM, SAMPLE_ORDER, SAMPLE_REVISION, self->sha256);
  g_autofree char *text = hall_form_code_to_text (code);
  g_autoptr (GBytes) pdf = print (self);
  g_autofree char *squeezed = read_squeezed (pdf);

  (void) type;
  assert_code (pdf, text);
  assert_says (squeezed, text);
}

static void
test_draft (Fixture *self, gconstpointer type)
{
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_FORM, HALL_FORM_CODE_NO_ORDER, 0, self->sha256);
  g_autofree char *code_text = hall_form_code_to_text (code);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  (void) type;
  self->info = (HallSheetInfo){ .sha256 = self->sha256, .revision = 7 };
  pdf = print (self);
  text = read_squeezed (pdf);
  assert_code (pdf, code_text);
  assert_says (text, "草稿（尚无单号）");
  assert_says (text, "确认时间—");
  document = page_text_open (pdf);
  g_assert_null (poppler_document_get_creation_date_time (document));
  g_object_unref (document);
}

static void
test_same_bytes (Fixture *self, gconstpointer type)
{
  g_autoptr (GBytes) first = print (self);
  g_autoptr (HallApplication) other = sample_application (self->catalog, types[0]);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;

  (void) type;
  g_bytes_unref (hall_form_sheet_print (self->catalog, other, &self->info, NULL));
  second = print (self);
  g_assert_true (g_bytes_equal (first, second));
  self->info.revision++;
  third = print (self);
  g_assert_false (g_bytes_equal (first, third));
}

/* The PDF was made when the data were confirmed, whenever it is printed. */
static void
test_creation_time (Fixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = print (self);
  PopplerDocument *document = page_text_open (pdf);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpint (poppler_document_get_creation_date (document), ==, SAMPLE_TIME_S);
  g_assert_cmpstr (title, ==, ZH (&hall_catalog_find_type (self->catalog, type)->form_title));
  g_object_unref (document);
}

static void
test_practice (Fixture *self, gconstpointer type)
{
  g_autoptr (GBytes) plain = print (self);
  g_autoptr (GBytes) marked = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  g_autofree char *text = read_squeezed (plain);
  g_autofree char *marked_text = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *code = NULL;
  cairo_surface_t *picture;

  (void) type;
  g_assert_null (strstr (text, "无效"));
  self->info.practice = TRUE;
  marked = print (self);
  document = page_text_open (marked);
  page = poppler_document_get_page (document, 0);
  marked_text = poppler_page_get_text (page);
  squeezed = page_text_squeeze (marked_text);
  for (const char *const *part = (const char *const[]){ "练", "习", "无", "效", NULL };
       *part != NULL; part++)
    assert_says (squeezed, *part);
  picture = page_text_render (marked, 0, 150);
  code = page_code_read (picture);
  g_assert_nonnull (code);
  cairo_surface_destroy (picture);
  g_object_unref (page);
  g_object_unref (document);
}

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
test_long_values (Fixture *self, gconstpointer type)
{
  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (long_values); i++)
    {
      g_autofree char *value = sample_long_text (long_values[i].start, long_values[i].middle,
                                                 long_values[i].end, long_values[i].length);
      g_autoptr (GBytes) pdf = NULL;

      g_test_message ("%s = %s", long_values[i].field, value);
      hall_application_set (self->application, long_values[i].field, value);
      pdf = print (self);
      assert_in_a_column (pdf, value);
      assert_inside_margins (pdf);
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
test_second_page (Fixture *self, gconstpointer type)
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
  pdf = print (self);
  text = page_text_print (pdf);
  g_assert_cmpint (count_pages (pdf), ==, 2);
  assert_inside_margins (pdf);
  assert_code (pdf, code_text);
  second = strstr (text, "== page 2");
  assert_parts (text, second, first_page);
  assert_parts (second, second + strlen (second), second_page);
  g_assert_null (g_strstr_len (text, second - text, "授权委托"));
}

/* A name or address of two lines still leaves everything on one page. */
static void
test_one_page (Fixture *self, gconstpointer type)
{
  g_autofree char *address = sample_long_text ("新疆", "察布查尔锡伯自治县", "1号", 60);
  g_autoptr (GBytes) pdf = NULL;

  (void) type;
  hall_application_set (self->application, "organisation.address", address);
  pdf = print (self);
  g_assert_cmpint (count_pages (pdf), ==, 1);
}

static void
test_hostile_values (Fixture *self, gconstpointer type)
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
      pdf = print (self);
      assert_inside_margins (pdf);
      if (i == 0)
        {
          g_autofree char *text = read_squeezed (pdf);

          assert_says (text, values[0]);
        }
    }
  hall_application_set (self->application, "organisation.name", endless);
  g_assert_null (hall_form_sheet_print (self->catalog, self->application, &self->info, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

static void
test_unknown_type (Fixture *self, gconstpointer type)
{
  g_autoptr (HallApplication) stranger = hall_application_new ("yinuo-bidding", "spaceship");
  g_autoptr (GError) error = NULL;

  (void) type;
  g_assert_null (hall_form_sheet_print (self->catalog, stranger, &self->info, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "spaceship"));
}

static void
test_golden (Fixture *self, gconstpointer type)
{
  g_autoptr (GBytes) pdf = print (self);
  g_autofree char *text = page_text_print (pdf);
  g_autofree char *name = g_strdup_printf ("form-%s.txt", (const char *) type);

  golden_check (name, text);
}

static gpointer
print_many (gpointer data)
{
  GBytes *first = print (data);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GBytes) next = print (data);

      g_assert_true (g_bytes_equal (first, next));
    }
  return first;
}

/* The same bytes in every thread, at the same time. */
static void
test_threads (Fixture *self, gconstpointer type)
{
  g_autoptr (GBytes) mine = print (self);
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

static const struct
{
  const char *name;
  void (*run) (Fixture *, gconstpointer);
} tests[] = {
  { "labels-and-values", test_labels_and_values },
  { "code", test_code },
  { "draft", test_draft },
  { "same-bytes", test_same_bytes },
  { "creation-time", test_creation_time },
  { "practice", test_practice },
  { "long-values", test_long_values },
  { "one-page", test_one_page },
  { "second-page", test_second_page },
  { "hostile-values", test_hostile_values },
  { "unknown-type", test_unknown_type },
  { "golden", test_golden },
  { "threads", test_threads },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
      {
        g_autofree char *path = g_strdup_printf ("/form-sheet/%s/%s", tests[i].name, types[j]);

        g_test_add (path, Fixture, types[j], set_up, tests[i].run, tear_down);
      }
  return g_test_run ();
}
