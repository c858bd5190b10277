/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form code is found on pages as offices scan them, and never where there is none.
 */
#include "hall-code-reader.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "scan-maker.h"

#define ORDER "20261122000017"

static HallPixels
get_pixels (GdkPixbuf *pixbuf)
{
  return (HallPixels){ .data = gdk_pixbuf_read_pixels (pixbuf),
                       .width = (guint) gdk_pixbuf_get_width (pixbuf),
                       .height = (guint) gdk_pixbuf_get_height (pixbuf),
                       .stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf),
                       .pixel_bytes = 3,
                       .red = 0,
                       .green = 1,
                       .blue = 2 };
}

static GdkPixbuf *
load (GBytes *jpeg)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (jpeg);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static gboolean
look (HallCodeReader *reader, GBytes *jpeg, HallReadEffort effort)
{
  g_autoptr (GdkPixbuf) pixbuf = load (jpeg);
  HallPixels pixels = get_pixels (pixbuf);
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_assert_true (hall_code_reader_look (reader, &pixels, effort, &found, NULL, &error));
  g_assert_no_error (error);
  return found;
}

static const struct
{
  const char *name;
  ScanWay way;
} scans[] = {
  { "100 dpi", { 100, 0, 0, 90, FALSE } },
  { "100 dpi, poor", { 100, 3, 8, 40, FALSE } },
  { "75 dpi, poor", { 75, 2, 4, 40, FALSE } },
  { "150 dpi", { 150, 0, 0, 90, FALSE } },
  { "150 dpi, 1 degree", { 150, 1, 8, 40, FALSE } },
  { "150 dpi, 3 degrees", { 150, 3, 8, 40, FALSE } },
  { "150 dpi, 5 degrees", { 150, 5, 8, 40, FALSE } },
  { "150 dpi, -5 degrees", { 150, -5, 8, 40, FALSE } },
  { "150 dpi, on its side", { 150, 90, 8, 40, FALSE } },
  { "150 dpi, upside down", { 150, 182, 8, 40, FALSE } },
  { "150 dpi, on its other side", { 150, 271, 8, 40, FALSE } },
  { "150 dpi, much noise", { 150, 2, 40, 60, FALSE } },
  { "150 dpi, under a seal", { 150, 2, 8, 60, TRUE } },
  { "300 dpi", { 300, 0, 0, 90, FALSE } },
  { "300 dpi, poor", { 300, 4, 20, 40, FALSE } },
  { "300 dpi, much noise", { 300, 3, 60, 50, FALSE } },
  { "300 dpi, under a seal", { 300, 1, 8, 60, TRUE } },
};

static void
test_scans (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 3, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autoptr (GBytes) jpeg = scan_maker_scan (form, 0, &scans[i].way);
      g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
      const HallFormCode *code;

      g_test_message ("%s", scans[i].name);
      g_assert_true (look (reader, jpeg, HALL_READ_THOROUGH));
      g_assert_cmpuint (hall_code_reader_get_codes (reader)->len, ==, 1);
      code = g_ptr_array_index (hall_code_reader_get_codes (reader), 0);
      g_assert_cmpint (code->sheet, ==, HALL_SHEET_FORM);
      g_assert_cmpstr (code->order, ==, ORDER);
      g_assert_cmpuint (code->revision, ==, 3);
      g_assert_cmpuint (hall_code_reader_get_strangers (reader), ==, 0);
    }
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) picture = scan_maker_jpeg (1300, 1800);
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();

  g_assert_false (look (reader, picture, HALL_READ_THOROUGH));
  g_assert_cmpuint (hall_code_reader_get_codes (reader)->len, ==, 0);
  g_assert_cmpuint (hall_code_reader_get_strangers (reader), ==, 0);
}

/* Other codes are seen as such, whatever they say. */
static void
test_strangers (void)
{
  static const char *const texts[] = { "https://example.com/licence/91999999MA0000023Y",
                                       "CH2.F.20261122000017.2.9F3A0C2B41D0",
                                       "CH1.F.20261122000017.2.9F3A", "名称：深圳市测试", "Grüße" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) picture = scan_maker_stranger (texts[i]);
      g_autoptr (HallCodeReader) reader = hall_code_reader_new ();

      g_assert_false (look (reader, picture, HALL_READ_QUICK));
      g_assert_cmpuint (hall_code_reader_get_codes (reader)->len, ==, 0);
      g_assert_cmpuint (hall_code_reader_get_strangers (reader), ==, 1);
    }
}

/* What several pages say is collected, each once. */
static void
test_collects (void)
{
  static const ScanWay way = { 150, 0, 0, 90, FALSE };
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, ORDER, 3, NULL);
  g_autoptr (GBytes) seal = scan_maker_sheet (HALL_SHEET_SEAL, ORDER, 3, NULL);
  g_autoptr (GBytes) form_scan = scan_maker_scan (form, 0, &way);
  g_autoptr (GBytes) seal_scan = scan_maker_scan (seal, 0, &way);
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();

  g_assert_true (look (reader, form_scan, HALL_READ_QUICK));
  g_assert_true (look (reader, form_scan, HALL_READ_QUICK));
  g_assert_true (look (reader, seal_scan, HALL_READ_QUICK));
  g_assert_cmpuint (hall_code_reader_get_codes (reader)->len, ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) picture = scan_maker_jpeg (700, 700);
  g_autoptr (GdkPixbuf) pixbuf = load (picture);
  HallPixels pixels = get_pixels (pixbuf);
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_cancellable_cancel (cancellable);
  g_assert_false (
      hall_code_reader_look (reader, &pixels, HALL_READ_QUICK, &found, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-reader/scans", test_scans);
  g_test_add_func ("/code-reader/nothing", test_nothing);
  g_test_add_func ("/code-reader/strangers", test_strangers);
  g_test_add_func ("/code-reader/collects", test_collects);
  g_test_add_func ("/code-reader/cancelled", test_cancelled);
  return g_test_run ();
}
