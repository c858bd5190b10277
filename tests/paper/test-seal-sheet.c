/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seal capture sheet: the frames are where and as large as a scan expects them.
 */
#include "hall-seal-sheet.h"

#include <math.h>
#include <string.h>

#include "golden.h"
#include "hall-error.h"
#include "hall-paper.h"
#include "page-code.h"
#include "page-text.h"
#include "sample.h"

#define DPI 254 /* ten pixels a millimetre */

typedef struct
{
  double left, top, width, height; /* mm */
} Frame;

static const Frame official_frames[] = {
  { 15, 80.05, 56, 56 },
  { 77, 80.05, 56, 56 },
  { 139, 80.05, 56, 56 },
};

static GBytes *
print (const char *type, gboolean practice)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, type);
  g_autofree char *sha256 = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (sha256);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  info.practice = practice;
  pdf = hall_seal_sheet_print (catalog, application, &info, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static gboolean
is_cyan (cairo_surface_t *picture, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  guint32 pixel =
      ((const guint32 *) (const void *) (data + y * cairo_image_surface_get_stride (picture)))[x]
      & 0xffffff;

  return (pixel & 0xff) > (pixel >> 16) + 60;
}

/* Connected cyan lines are counted by walking along a row or a column of the picture. */
static guint
count_crossings (cairo_surface_t *picture, gboolean down, int at, double *first_mm)
{
  int length =
      down ? cairo_image_surface_get_height (picture) : cairo_image_surface_get_width (picture);
  gboolean was = FALSE;
  guint n = 0;

  for (int i = 0; i < length; i++)
    {
      gboolean is = down ? is_cyan (picture, at, i) : is_cyan (picture, i, at);

      if (is && !was && n++ == 0)
        *first_mm = i * 25.4 / DPI;
      was = is;
    }
  return n;
}

/* The impression's ground must be clean: nothing but white inside a frame, even in practice. */
static void
assert_clean (cairo_surface_t *picture, const Frame *frame)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  double scale = DPI / 25.4;

  for (int y = (int) ((frame->top + 3) * scale); y < (frame->top + frame->height - 3) * scale; y++)
    for (int x = (int) ((frame->left + 3) * scale); x < (frame->left + frame->width - 3) * scale;
         x++)
      g_assert_cmphex (((const guint32 *) (const void *) (data + y * stride))[x] & 0xffffff, ==,
                       0xffffff);
}

static void
test_official_frames (void)
{
  g_autoptr (GBytes) pdf = print ("organisation", TRUE);
  cairo_surface_t *picture = page_text_render (pdf, 0, DPI);
  double left = 0, top = 0;

  g_assert_cmpuint (count_crossings (picture, FALSE, 1100, &left), ==, 6);
  g_assert_cmpfloat_with_epsilon (left, 15, 0.25);
  g_assert_cmpuint (count_crossings (picture, TRUE, 430, &top), ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (official_frames); i++)
    {
      Frame frame = official_frames[i];

      frame.top = top;
      assert_clean (picture, &frame);
    }
  cairo_surface_destroy (picture);
}

static void
test_private_frames (void)
{
  g_autoptr (GBytes) pdf = print ("organisation-person", TRUE);
  cairo_surface_t *picture = page_text_render (pdf, 0, DPI);
  double top = 0, confirm_top = 0, left = 0;

  /* Two rows of frames on the right, the confirmation on the left at least 20 mm below. */
  g_assert_cmpuint (count_crossings (picture, TRUE, 1500, &top), ==, 4);
  g_assert_cmpuint (count_crossings (picture, TRUE, 300, &confirm_top), ==, 2);
  g_assert_cmpuint (count_crossings (picture, FALSE, (int) (top + 20) * 10, &left), ==, 4);
  g_assert_cmpfloat_with_epsilon (left, 69, 0.25);
  g_assert_cmpfloat (confirm_top, >=, top + 40 + 10 + 40 + 19.7);
  assert_clean (picture, &(Frame){ 69, top, 60, 40 });
  assert_clean (picture, &(Frame){ 135, top, 60, 40 });
  assert_clean (picture, &(Frame){ 15, confirm_top, 60, 60 });
  cairo_surface_destroy (picture);
}

static void
check_text (const char *type, const char *const *wanted)
{
  g_autoptr (GBytes) pdf = print (type, FALSE);
  g_autofree char *text = page_text_print (pdf);
  g_autofree char *squeezed = page_text_squeeze (text);
  g_autofree char *name = g_strdup_printf ("seal-%s.txt", type);
  PopplerRectangle all = page_text_bounds (pdf, 0);

  for (; *wanted != NULL; wanted++)
    {
      g_autofree char *part = page_text_squeeze (*wanted);

      if (strstr (squeezed, part) == NULL)
        g_error ("“%s” is not on the sheet", *wanted);
    }
  golden_check (name, text);
  g_assert_cmpfloat (all.x1, >=, HALL_MM_TO_PT (HALL_PAPER_MARGIN_MM) - 0.5);
  g_assert_cmpfloat (all.x2, <=, HALL_MM_TO_PT (195) + 0.5);
  g_assert_cmpfloat (all.y2, <=, HALL_MM_TO_PT (282) + 0.5);
}

static void
test_official_text (void)
{
  static const char *const wanted[] = { "电子签章采集表",
                                        "深圳市测试样例科技有限公司",
                                        "91999999MA0000023Y",
                                        "机构证书",
                                        "公章印模 1",
                                        "公章印模 3",
                                        "300 至 600 dpi",
                                        "不超过 2M",
                                        "张三",
                                        NULL };

  check_text ("organisation", wanted);
}

static void
test_private_text (void)
{
  static const char *const wanted[] = { "申请人",   "阿依古丽·买买提", "私章印模 2",   "手写签名 1",
                                        "采用私章", "采用手写签名",    "单位公章确认", NULL };

  check_text ("organisation-person", wanted);
}

static void
test_code (void)
{
  g_autoptr (GBytes) pdf = print ("organisation", TRUE);
  cairo_surface_t *picture = page_text_render (pdf, 0, 150);
  g_autofree char *text = page_code_read (picture);
  g_autoptr (HallFormCode) code = hall_form_code_parse (text);

  g_assert_cmpint (code->sheet, ==, HALL_SHEET_SEAL);
  g_assert_cmpstr (code->order, ==, SAMPLE_ORDER);
  g_assert_cmpuint (code->revision, ==, SAMPLE_REVISION);
  cairo_surface_destroy (picture);
}

static guint8
get_luminance (cairo_surface_t *picture, double x_mm, double y_mm)
{
  const guint8 *p = cairo_image_surface_get_data (picture)
                    + (int) (y_mm * DPI / 25.4) * cairo_image_surface_get_stride (picture)
                    + 4 * (int) (x_mm * DPI / 25.4);

  return (guint8) ((p[2] * 30 + p[1] * 59 + p[0] * 11) / 100); /* blue, green, red in memory */
}

/* In black and white the frame can be seen by a person, and is not taken for ink by a program. */
static void
test_grey (void)
{
  g_autoptr (GBytes) pdf = print ("organisation", FALSE);
  cairo_surface_t *picture = page_text_render (pdf, 0, DPI);
  double top = 0;
  guint8 darkest = 255;

  count_crossings (picture, TRUE, 430, &top);
  for (double y = top - 0.3; y < top + 0.5; y += 0.1)
    darkest = MIN (darkest, get_luminance (picture, 43, y));
  g_assert_cmpuint (darkest, >, 128);
  g_assert_cmpuint (darkest, <, 205);
  darkest = 255;
  for (double x = 14.5; x < 15.5; x += 0.1)
    darkest = MIN (darkest, get_luminance (picture, x, top - 2)); /* the cross at the corner */
  g_assert_cmpuint (darkest, <, 40);
  cairo_surface_destroy (picture);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = print ("organisation-person", FALSE);
  g_autoptr (GBytes) second = print ("organisation-person", FALSE);

  g_assert_true (g_bytes_equal (first, second));
}

/* Names that would push the frames off the page are refused, not cut off. */
static void
test_too_long (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation-person");
  g_autofree char *name = sample_long_text ("深圳市", "测试样例科技", "有限公司", 100);
  g_autofree char *handler = sample_long_text ("阿依古丽·", "买买提·艾合买提江·", "吐尔逊", 25);
  g_autofree char *endless = sample_long_text ("", "长", "", 2000);
  HallSheetInfo info = sample_info ("0123456789abcdef");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  hall_application_set (application, "organisation.name", name);
  hall_application_set (application, "handler.name", handler);
  hall_application_set (application, "subject_person.name", handler);
  pdf = hall_seal_sheet_print (catalog, application, &info, NULL, &error);
  g_assert_no_error (error);
  hall_application_set (application, "organisation.name", endless);
  g_assert_null (hall_seal_sheet_print (catalog, application, &info, NULL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal-sheet/official-frames", test_official_frames);
  g_test_add_func ("/seal-sheet/private-frames", test_private_frames);
  g_test_add_func ("/seal-sheet/official-text", test_official_text);
  g_test_add_func ("/seal-sheet/private-text", test_private_text);
  g_test_add_func ("/seal-sheet/grey", test_grey);
  g_test_add_func ("/seal-sheet/code", test_code);
  g_test_add_func ("/seal-sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/seal-sheet/too-long", test_too_long);
  return g_test_run ();
}
