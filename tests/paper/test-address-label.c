/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels of parcels: everything a courier reads, inside the label it belongs to.
 */
#include "hall-address-label.h"

#include <string.h>

#include "form-fixture.h"
#include "hall-error.h"
#include "hall-paper.h"
#include "page-text.h"

#define ADDRESS "广东省深圳市南山区测试路1号A座101"

static GPtrArray *
make_labels (guint n, const char *address)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const HallAddressLabel label = { "20261122000017", "一诺测试（北京）有限公司",
                                       "张三",           "13800138000",
                                       address,          "518000" };

      g_ptr_array_add (labels, g_memdup2 (&label, sizeof label));
    }
  return labels;
}

static GBytes *
print (guint n, HallLabelSheet sheet, guint skip, gboolean practice)
{
  const HallSheetInfo info = { .hall_name = "测试营业厅", .practice = practice };
  g_autoptr (GPtrArray) labels = make_labels (n, ADDRESS);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = hall_address_labels_print (labels, sheet, skip, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_says (void)
{
  static const char *const wanted[] = { "测试营业厅",     ADDRESS,       "一诺测试（北京）有限公司",
                                        "张三（收）",     "13800138000", "518000",
                                        "20261122000017", "邮费到付" };

  for (guint sheet = 0; sheet < HALL_N_LABEL_SHEETS; sheet++)
    {
      g_autoptr (GBytes) pdf = print (1, sheet, 0, FALSE);
      g_autofree char *text = form_read_squeezed (pdf);

      for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
        form_assert_says (text, wanted[i]);
      g_assert_null (strstr (text, "练习"));
    }
}

static void
test_practice (void)
{
  for (guint sheet = 0; sheet < HALL_N_LABEL_SHEETS; sheet++)
    {
      g_autoptr (GBytes) pdf = print (1, sheet, 0, TRUE);
      g_autofree char *text = form_read_squeezed (pdf);

      form_assert_says (text, "练习·无效");
    }
}

static void
test_pages (void)
{
  static const struct
  {
    guint n;
    HallLabelSheet sheet;
    guint skip;
    int pages;
  } cases[] = {
    { 1, HALL_LABELS_A4, 0, 1 },      { 10, HALL_LABELS_A4, 0, 1 }, { 11, HALL_LABELS_A4, 0, 2 },
    { 1, HALL_LABELS_A4, 9, 1 },      { 2, HALL_LABELS_A4, 9, 2 },  { 12, HALL_LABELS_A4, 9, 3 },
    { 3, HALL_LABELS_THERMAL, 0, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = print (cases[i].n, cases[i].sheet, cases[i].skip, FALSE);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (form_count_pages (pdf), ==, cases[i].pages);
    }
}

static void
assert_size (HallLabelSheet sheet, double width_mm, double height_mm)
{
  g_autoptr (GBytes) pdf = print (1, sheet, 0, FALSE);
  PopplerDocument *document = page_text_open (pdf);
  PopplerPage *page = poppler_document_get_page (document, 0);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  g_object_unref (document);
  g_assert_cmpfloat_with_epsilon (width, HALL_MM_TO_PT (width_mm), 0.5);
  g_assert_cmpfloat_with_epsilon (height, HALL_MM_TO_PT (height_mm), 0.5);
}

static void
test_size (void)
{
  assert_size (HALL_LABELS_A4, 210, 297);
  assert_size (HALL_LABELS_THERMAL, 100, 70);
}

/* The label that begins behind nine used places stands in the last one. */
static void
test_place (void)
{
  g_autoptr (GBytes) pdf = print (1, HALL_LABELS_A4, 9, FALSE);
  PopplerRectangle bounds = page_text_bounds (pdf, 0);

  g_assert_cmpfloat (bounds.x1, >, HALL_MM_TO_PT (105));
  g_assert_cmpfloat (bounds.x2, <, HALL_MM_TO_PT (210));
  g_assert_cmpfloat (bounds.y1, >, HALL_MM_TO_PT (297 * 4 / 5.0));
  g_assert_cmpfloat (bounds.y2, <, HALL_MM_TO_PT (297));
}

static void
test_long (void)
{
  const HallSheetInfo info = { 0 };
  g_autofree char *long_address = g_strnfill (150, 'W');
  g_autofree char *endless = g_strnfill (4000, 'W');
  g_autoptr (GPtrArray) fits = make_labels (1, long_address);
  g_autoptr (GPtrArray) does_not = make_labels (1, endless);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hall_address_labels_print (fits, HALL_LABELS_A4, 0, &info, &error);
  PopplerRectangle bounds;

  g_assert_no_error (error);
  bounds = page_text_bounds (pdf, 0);
  g_assert_cmpfloat (bounds.x2, <, HALL_MM_TO_PT (105));
  g_assert_cmpfloat (bounds.y2, <, HALL_MM_TO_PT (297 / 5.0));
  g_assert_null (hall_address_labels_print (does_not, HALL_LABELS_A4, 0, &info, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

static void
test_names (void)
{
  for (guint sheet = 0; sheet < HALL_N_LABEL_SHEETS; sheet++)
    g_assert_cmpint (hall_label_sheet_from_name (hall_label_sheet_get_name (sheet)), ==, sheet);
  g_assert_cmpint (hall_label_sheet_from_name ("b5"), ==, HALL_N_LABEL_SHEETS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-label/says", test_says);
  g_test_add_func ("/address-label/practice", test_practice);
  g_test_add_func ("/address-label/pages", test_pages);
  g_test_add_func ("/address-label/size", test_size);
  g_test_add_func ("/address-label/place", test_place);
  g_test_add_func ("/address-label/long", test_long);
  g_test_add_func ("/address-label/names", test_names);
  return g_test_run ();
}
