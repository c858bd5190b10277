/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at a scanned and stamped form, A4 at 300 dpi as a JPEG, beside decoding it alone. Looking
 * includes the start of the helper, the form code, the seals and all that is said of the page's
 * picture.
 */
#include <glib.h>
#include <stdlib.h>

#include "hall-intake.h"
#include "hall-jpeg.h"
#include "sample.h"
#include "scan-maker.h"
#include "seal-maker.h"

#define ROUNDS    15
#define MAX_RATIO 3.0
#define MAX_SIDE  3600

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static double
time_decoding (GBytes *scan)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GdkPixbuf) picture = hall_jpeg_decode (scan, MAX_SIDE, NULL, NULL);

  g_assert_nonnull (picture);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_looking (GBytes *scan, const HallRequirement *slot)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report =
      hall_intake_inspect (scan, "form.jpg", slot, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report->form_code);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char **argv)
{
  SealImpression seals[] = { { 150, 235, 40, 0.85, 0.2, 0.2 }, { 0 } };
  ScanWay way = {
    .dpi = 300, .degrees = 0.8, .noise = 3, .quality = 85, .mark = seal_maker_mark, .data = seals
  };
  double decoding[ROUNDS], looking[ROUNDS];
  g_autoptr (GBytes) form = NULL;
  g_autoptr (GBytes) scan = NULL;
  g_autoptr (HallCatalog) catalog = NULL;
  double floor, figure;

  g_test_init (&argc, &argv, NULL);
  catalog = sample_catalog ();
  form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);
  scan = scan_maker_scan (form, 0, &way);
  for (guint i = 0; i < ROUNDS; i++)
    {
      decoding[i] = time_decoding (scan);
      looking[i] =
          time_looking (scan, hall_catalog_find_document (catalog, HALL_DOCUMENT_APPLICATION_FORM));
    }
  floor = get_median (decoding);
  figure = get_median (looking);
  g_print (
      "inspect: %.1f ms, decoding alone %.1f ms, ratio %.2f (at most %.1f: %s), %" G_GSIZE_FORMAT
      " KB\n",
      figure, floor, figure / floor, MAX_RATIO, figure / floor <= MAX_RATIO ? "met" : "missed",
      g_bytes_get_size (scan) / 1024);
  return 0;
}
