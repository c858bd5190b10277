/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seal sheet: what is said of its frames, and the impression taken off it.
 */
#include "hall-error.h"
#include "hall-seal-extract.h"
#include "scan-look.h"
#include "seal-maker.h"

static const ScanWay ways[] = {
  { .dpi = 300, .degrees = 1.5, .noise = 5, .quality = 80 },
  { .dpi = 300, .degrees = -3, .noise = 7, .quality = 60 },
};

#define RED 0.85, 0.2, 0.2
#define GOOD      \
  {               \
    0, 0, 40, RED \
  }

/* Places are from the middle of the frames. */
static const struct
{
  SealImpression seals[3];
  const char *says;
} rows[] = {
  { { GOOD, GOOD, GOOD }, "" },
  { { { 0 }, { 0 }, { 0 } }, "seal-sheet-empty" },
  { { GOOD, { 0 }, GOOD }, "seal-frame-empty" },
  { { { 0, 0, 40, RED, .shift = 1.2 }, GOOD, GOOD }, "seal-doubled" },
  { { { 0, 0, 40, RED, .shift = 2.5 }, GOOD, GOOD }, "seal-doubled" },
  { { GOOD, { 9, 0, 42, RED }, { 0, -8, 40, RED } }, "seal-over-frame,seal-over-frame" },
  { { { 0, -14, 40, RED }, { 0, 0, 40, RED, .shift = 2 }, { 0 } },
    "seal-doubled,seal-frame-empty,seal-no-good,seal-over-frame" },
  { { GOOD, { 0, 0, 40, 1, 0.76, 0.76 }, GOOD }, "seal-pale" },
};

typedef struct
{
  const HallPrintedSheet *sheet;
  const SealImpression *seals;
} Stamps;

static void
stamp (cairo_t *cairo, gpointer data)
{
  static const char *const names[] = { "1", "2", "3" };
  const Stamps *stamps = data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HallPoint middle = scan_look_middle (stamps->sheet, HALL_REGION_OFFICIAL_FRAME, names[i]);
      SealImpression seal = stamps->seals[i];

      seal.x += middle.x;
      seal.y += middle.y;
      if (seal.diameter > 0)
        seal_maker_stamp (cairo, &seal);
    }
}

static void
test_rows (void)
{
  g_autoptr (HallPrintedSheet) sheet = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");

  for (gsize i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (ways); i++)
    {
      Stamps stamps = { sheet, rows[i / G_N_ELEMENTS (ways)].seals };
      ScanWay way = ways[i % G_N_ELEMENTS (ways)];
      g_autoptr (HallLook) look = NULL;
      g_autofree char *list = NULL;

      way.mark = stamp;
      way.data = &stamps;
      look = scan_look_at (sheet, HALL_DOCUMENT_SEAL_SHEET, 0, &way);
      list = scan_look_list (look);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, list);
      g_assert_cmpstr (list, ==, rows[i / G_N_ELEMENTS (ways)].says);
    }
}

static void
test_coarse (void)
{
  g_autoptr (HallPrintedSheet) sheet = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");
  Stamps stamps = { sheet, rows[0].seals };
  ScanWay way = { .dpi = 200, .noise = 3, .quality = 80, .mark = stamp, .data = &stamps };
  g_autoptr (HallLook) look = scan_look_at (sheet, HALL_DOCUMENT_SEAL_SHEET, 0, &way);
  const HallFinding *finding = g_ptr_array_index (look->findings, 0);

  g_assert_cmpuint (look->findings->len, ==, 1);
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_SEAL_COARSE);
  g_assert_cmpstr (finding->issue.args[0], ==, "200");
}

static void
write_for_person (cairo_t *cairo, gpointer data)
{
  const Stamps *stamps = data;
  HallPoint confirm = scan_look_middle (stamps->sheet, HALL_REGION_CONFIRM_FRAME, NULL);
  HallPoint first = scan_look_middle (stamps->sheet, HALL_REGION_SIGNATURE_FRAME, "1");
  HallPoint second = scan_look_middle (stamps->sheet, HALL_REGION_SIGNATURE_FRAME, "2");
  SealImpression seal = stamps->seals[0];

  seal.x = confirm.x;
  seal.y = confirm.y;
  if (seal.diameter > 0)
    seal_maker_stamp (cairo, &seal);
  seal_maker_sign (cairo, first.x - 12, first.y, FALSE);
  seal_maker_sign (cairo, second.x - 12, second.y, TRUE);
}

/* A signature does as well as a private seal; the organisation confirms it. */
static void
test_person (void)
{
  g_autoptr (HallPrintedSheet) sheet =
      scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation-person");

  for (guint i = 0; i < 2; i++)
    {
      Stamps stamps = { sheet, rows[i].seals };
      ScanWay way = { .dpi = 300,
                      .degrees = 1,
                      .noise = 3,
                      .quality = 80,
                      .mark = write_for_person,
                      .data = &stamps };
      g_autoptr (HallLook) look = scan_look_at (sheet, HALL_DOCUMENT_SEAL_SHEET, 0, &way);
      g_autofree char *list = scan_look_list (look);

      g_assert_cmpstr (list, ==, i == 0 ? "" : "seal-missing");
    }
}

static GdkPixbuf *
decode (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);

  return gdk_pixbuf_new_from_stream (stream, NULL, NULL);
}

/* @at: pixels from the upper left corner */
static const guint8 *
get_pixel (GdkPixbuf *picture, int x, int y)
{
  return gdk_pixbuf_read_pixels (picture) + y * gdk_pixbuf_get_rowstride (picture) + 4 * x;
}

/* The middle frame is the only good one. What comes out is as large as on paper, its star red and
 * opaque, its paper gone. */
static void
test_extract (void)
{
  static const SealImpression seals[] = { { 0, 0, 40, RED, .shift = 2 },
                                          { 2, 1, 42, RED },
                                          { 0, -10, 40, RED } };
  g_autoptr (HallPrintedSheet) sheet = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");
  Stamps stamps = { sheet, seals };
  ScanWay way = ways[0];
  g_autoptr (GBytes) scan = NULL;
  g_autoptr (HallSealImage) image = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *star;

  way.mark = stamp;
  way.data = &stamps;
  scan = scan_maker_scan (sheet->pdf, 0, &way);
  image = hall_seal_extract (scan, HALL_MEDIA_JPEG, sheet, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (image->region, ==, "official-frame-2");
  g_assert_true (image->is_good);
  g_assert_cmpuint (image->dpi, ==, 300);
  g_assert_cmpfloat_with_epsilon (image->width_mm, 45, 0.8); /* with the room around it */
  picture = decode (image->png);
  g_assert_true (gdk_pixbuf_get_has_alpha (picture));
  g_assert_cmpstr (gdk_pixbuf_get_option (picture, "x-dpi"), ==, "300");
  star =
      get_pixel (picture, gdk_pixbuf_get_width (picture) / 2, gdk_pixbuf_get_height (picture) / 2);
  g_assert_cmpuint (star[0], >, 180);
  g_assert_cmpuint (star[1], <, 110);
  g_assert_cmpuint (star[3], >, 230);
  g_assert_cmpuint (get_pixel (picture, 3, 3)[3], ==, 0);
}

static void
test_nothing_to_extract (void)
{
  g_autoptr (HallPrintedSheet) sheet = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");
  g_autoptr (GBytes) scan = scan_maker_scan (sheet->pdf, 0, &ways[0]);
  g_autoptr (GBytes) broken = scan_maker_cut (scan, 2000);
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_seal_extract (scan, HALL_MEDIA_JPEG, sheet, NULL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hall_seal_extract (broken, HALL_MEDIA_JPEG, sheet, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capture-check/rows", test_rows);
  g_test_add_func ("/capture-check/coarse", test_coarse);
  g_test_add_func ("/capture-check/person", test_person);
  g_test_add_func ("/capture-check/extract", test_extract);
  g_test_add_func ("/capture-check/nothing-to-extract", test_nothing_to_extract);
  return g_test_run ();
}
