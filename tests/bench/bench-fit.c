/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A photograph of 12 megapixels made into a document under 2 MiB, straightened and white, beside
 * decoding and encoding it alone.
 */
#include <locale.h>

#include "fit-photo.h"
#include "hall-fit-jpeg.h"
#include "hall-fit.h"

#define ROUNDS   5
#define LIMIT_MS 1000.0
#define MIB      (1024 * 1024)

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static double
run_floor (GBytes *photo)
{
  const HallFitJpegOptions options = { .quality = 85 };
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GdkPixbuf) picture = hall_fit_jpeg_decode (photo, 100e6, 0, NULL);
  g_autoptr (GBytes) bytes = hall_fit_jpeg_encode (picture, &options);

  g_assert_nonnull (bytes);
  return get_ms (since);
}

static double
run_open (GBytes *photo, HallFitRecipe *recipe)
{
  gint64 since = g_get_monotonic_time ();
  g_autoptr (HallFitPage) page = hall_fit_open (photo, 0, NULL, NULL);

  g_assert_nonnull (page);
  g_assert_true (page->recipe.has_corners);
  *recipe = page->recipe;
  return get_ms (since);
}

static double
run_make (GBytes *photo, const HallFitRecipe *recipe)
{
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  gint64 since = g_get_monotonic_time ();
  g_autoptr (HallFitDocument) document = NULL;

  wish->max_bytes = 2 * MIB;
  hall_fit_wish_add (wish, photo, 0, recipe);
  document = hall_fit_make (wish, NULL, NULL, NULL);
  g_assert_nonnull (document);
  return get_ms (since);
}

int
main (void)
{
  const FitPhoto way = {
    FIT_DESK_WOOD, 3000, 4000, { { .12, .1 }, { .88, .11 }, { .9, .9 }, { .1, .9 } }, .2, 6, 3
  };
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GBytes) photo = NULL;
  double floor_ms = G_MAXDOUBLE, open_ms = G_MAXDOUBLE, make_ms = G_MAXDOUBLE;

  setlocale (LC_ALL, "");
  picture = fit_photo_take (&way);
  photo = fit_photo_save (picture, 92);
  for (int i = 0; i < ROUNDS; i++)
    {
      HallFitRecipe recipe;

      floor_ms = MIN (floor_ms, run_floor (photo));
      open_ms = MIN (open_ms, run_open (photo, &recipe));
      make_ms = MIN (make_ms, run_make (photo, &recipe));
    }
  g_print ("fit: 12 megapixels, %.1f MB\n"
           "  decode and encode alone %6.0f ms\n"
           "  open                    %6.0f ms\n"
           "  make                    %6.0f ms  (%.1f times, limit %.0f ms: %s)\n",
           (double) g_bytes_get_size (photo) / 1e6, floor_ms, open_ms, make_ms, make_ms / floor_ms,
           LIMIT_MS, make_ms <= LIMIT_MS ? "met" : "missed");
  return 0;
}
