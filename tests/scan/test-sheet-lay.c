/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying a scan over the printed sheet; rings.
 */
#include "hall-sheet-lay.h"

#include <gio/gio.h>
#include <math.h>

#include "hall-code-reader.h"
#include "hall-pixels.h"
#include "hall-ring.h"
#include "hall-sheet-spot.h"
#include "scan-maker.h"

static HallSheetLay
lay (GBytes *scan, gboolean with_code)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (scan);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  HallPixels pixels = hall_pixels_of_pixbuf (picture);
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
  HallCodeSpot spot;
  HallSheetLay self;
  gboolean found;

  hall_code_reader_look (reader, &pixels, HALL_READ_THOROUGH, &found, NULL, NULL);
  g_assert_true (found);
  g_assert_true (hall_code_reader_get_spot (reader, &spot));
  hall_sheet_lay_find (&self, &pixels, with_code ? &spot : NULL);
  return self;
}

/* Where a point of the page is in the picture that scan-maker makes of it. */
static HallPoint
expect (const HallSheetLay *self, const ScanWay *way, double x, double y)
{
  double angle = way->degrees * G_PI / 180, scale = way->dpi / 25.4;
  double dx = (x - 105) * scale, dy = (y - 148.5) * scale;

  return (HallPoint){ self->width / 2.0 + dx * cos (angle) - dy * sin (angle),
                      self->height / 2.0 + dx * sin (angle) + dy * cos (angle) };
}

static void
test_turned (void)
{
  static const ScanWay ways[] = {
    { .dpi = 150, .quality = 70 },
    { .dpi = 300, .degrees = 2, .noise = 6, .quality = 60 },
    { .dpi = 100, .degrees = -5, .noise = 6, .quality = 50 },
    { .dpi = 150, .degrees = 90, .quality = 70 },
    { .dpi = 150, .degrees = 181, .quality = 70 },
    { .dpi = 150, .degrees = 3, .quality = 70, .seal = TRUE },
  };
  static const HallPoint points[] = {
    { 0, 0 }, { 210, 0 }, { 0, 297 }, { 210, 297 }, { 105, 150 }
  };
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GBytes) scan = scan_maker_scan (form, 0, &ways[i]);
      HallSheetLay self = lay (scan, TRUE);

      g_assert_true (self.is_known);
      g_assert_cmpuint (self.n_marks, >=, ways[i].seal ? 3 : 4);
      g_assert_cmpfloat_with_epsilon (self.dpi, ways[i].dpi, 0.5);
      for (gsize j = 0; j < G_N_ELEMENTS (points); j++)
        {
          HallPoint wanted = expect (&self, &ways[i], points[j].x, points[j].y);
          HallPoint seen = hall_sheet_lay_to_picture (&self, points[j].x, points[j].y);
          HallPoint back = hall_sheet_lay_to_page (&self, seen.x, seen.y);

          g_assert_cmpfloat (hypot (seen.x - wanted.x, seen.y - wanted.y), <, 2.5);
          g_assert_cmpfloat (hypot (back.x - points[j].x, back.y - points[j].y), <, 0.001);
        }
    }
}

/* What is kept of it says the same once the picture is gone. */
static void
test_spot (void)
{
  static const ScanWay way = { .dpi = 150, .degrees = 3, .noise = 4, .quality = 70 };
  static const HallBox box = { 40, 60, 80, 8 };
  static const HallBox beside = { -50, 60, 10, 8 };
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);
  g_autoptr (GBytes) scan = scan_maker_scan (form, 0, &way);
  HallSheetLay self = lay (scan, TRUE);
  HallPlace wanted = hall_sheet_lay_place (&self, 3, &box);
  HallSheetSpot spot;
  HallPlace seen;

  hall_sheet_spot_from_lay (&spot, 3, 1, &self);
  seen = hall_sheet_spot_place (&spot, &box);
  g_assert_cmpuint (seen.page, ==, 3);
  g_assert_cmpfloat_with_epsilon (seen.x, wanted.x, 0.0005);
  g_assert_cmpfloat_with_epsilon (seen.y, wanted.y, 0.0005);
  g_assert_cmpfloat_with_epsilon (seen.width, wanted.width, 0.0005);
  g_assert_cmpfloat_with_epsilon (seen.height, wanted.height, 0.0005);
  g_assert_cmpuint (hall_sheet_spot_place (&spot, &beside).page, ==, 0);
  spot.corners[1] = spot.corners[0];
  g_assert_cmpuint (hall_sheet_spot_place (&spot, &box).page, ==, 0);
}

/* Without a code a page that fits the picture is assumed, and said to be assumed. */
static void
test_assumed (void)
{
  static const ScanWay way = { .dpi = 150, .quality = 80 };
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);
  g_autoptr (GBytes) scan = scan_maker_scan (form, 0, &way);
  HallSheetLay self = lay (scan, FALSE);
  HallSheetLay half = hall_sheet_lay_scale (&self, 0.5);
  const HallBox box = { 21, 29.7, 42, 59.4 };
  HallPlace place = hall_sheet_lay_place (&half, 3, &box);

  g_assert_false (self.is_known);
  g_assert_cmpfloat_with_epsilon (self.dpi, 150, 1);
  g_assert_cmpfloat_with_epsilon (half.dpi, 75, 0.5);
  g_assert_cmpuint (place.page, ==, 3);
  g_assert_cmpfloat_with_epsilon (place.x, 0.1, 0.002);
  g_assert_cmpfloat_with_epsilon (place.height, 0.2, 0.002);
}

static void
test_ring (void)
{
  HallPoint points[120];
  HallRing ring;

  for (guint i = 0; i < 120; i++)
    {
      double angle = i * G_PI / 60, radius = i % 6 == 0 ? 11 : 20; /* every sixth lies inside */

      points[i] = (HallPoint){ 50 + radius * cos (angle), 80 + 0.9 * radius * sin (angle) };
    }
  g_assert_true (hall_ring_fit (&ring, points, 120, 12, 50));
  g_assert_cmpfloat_with_epsilon (ring.centre.x, 50, 0.1);
  g_assert_cmpfloat_with_epsilon (ring.centre.y, 80, 0.1);
  g_assert_cmpfloat_with_epsilon (ring.diameter, 38, 0.3);
  g_assert_cmpfloat_with_epsilon (ring.roundness, 0.9, 0.01);
  g_assert_cmpfloat (ring.covered, >, 0.75);
  g_assert_false (hall_ring_fit (&ring, points, 120, 45, 50));
  for (guint i = 0; i < 120; i++)
    points[i] = (HallPoint){ i, 2 * i % 7 };
  g_assert_false (hall_ring_fit (&ring, points, 120, 12, 50));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-lay/turned", test_turned);
  g_test_add_func ("/sheet-lay/spot", test_spot);
  g_test_add_func ("/sheet-lay/assumed", test_assumed);
  g_test_add_func ("/sheet-lay/ring", test_ring);
  return g_test_run ();
}
