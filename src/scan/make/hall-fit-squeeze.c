/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large a JPEG will be is guessed from strips of it: a whole one takes about 100 ms.
 */
#include "hall-fit-squeeze.h"

#include <math.h>

#include "hall-fit-jpeg.h"

#define BEST_QUALITY      88
#define BEST_FINE_QUALITY 95
#define GOOD_QUALITY      62 /* fewer pixels are better than less */
#define LEAST_QUALITY     40 /* small print begins to vanish; only where no pixel can be spared */

#define STRIPS       8  /* every so many is guessed from */
#define MIN_STRIPS   12 /* of which there must be so many */
#define STRIP_ROWS   16
#define AIM          0.96 /* of the limit: strips are not the whole */
#define MAX_ATTEMPTS 5
#define MAX_ROUNDS   6

static HallFitJpegOptions
get_options (const HallFitSqueeze *wish, double scale, guint quality)
{
  return (HallFitJpegOptions){ .quality = quality,
                               .is_grey = wish->is_grey,
                               .is_fine = wish->is_fine,
                               .dpi = (guint) lround (wish->dpi * scale) };
}

static double
guess_size (const GdkPixbuf *picture, const HallFitSqueeze *wish, guint quality)
{
  HallFitJpegOptions options = get_options (wish, 1, quality);
  guint rows = (guint) gdk_pixbuf_get_height (picture);
  g_autoptr (GBytes) bytes = NULL;
  double part = 1;

  if (rows / STRIP_ROWS / STRIPS >= MIN_STRIPS)
    {
      options.rows_of_many = STRIPS;
      part = (double) (rows / STRIP_ROWS / STRIPS * STRIP_ROWS) / rows;
    }
  bytes = hall_fit_jpeg_encode (picture, &options);
  return bytes != NULL ? (double) g_bytes_get_size (bytes) / part : G_MAXDOUBLE;
}

/* The best quality from @least to @best that seems to fit; 0 if none does. */
static guint
choose_quality (const GdkPixbuf *picture, const HallFitSqueeze *wish, guint least, guint best)
{
  double limit = (double) wish->max_bytes * AIM;

  if (guess_size (picture, wish, best) <= limit)
    return best;
  if (guess_size (picture, wish, least) > limit)
    return 0;
  while (best - least > 1)
    {
      guint middle = (least + best) / 2;

      if (guess_size (picture, wish, middle) <= limit)
        least = middle;
      else
        best = middle;
    }
  return least;
}

/* Really makes it, a little worse where the guess was wrong. */
static gboolean
make (const GdkPixbuf *picture,
      const HallFitSqueeze *wish,
      double scale,
      guint quality,
      HallFitSqueezed *squeezed)
{
  for (guint i = 0; i < MAX_ATTEMPTS && quality >= LEAST_QUALITY; i++)
    {
      HallFitJpegOptions options = get_options (wish, scale, quality);
      g_autoptr (GBytes) jpeg = hall_fit_jpeg_encode (picture, &options);

      if (jpeg == NULL)
        return FALSE;
      if (g_bytes_get_size (jpeg) <= wish->max_bytes)
        {
          *squeezed = (HallFitSqueezed){ g_steal_pointer (&jpeg), quality,
                                         (guint) gdk_pixbuf_get_width (picture),
                                         (guint) gdk_pixbuf_get_height (picture) };
          return TRUE;
        }
      quality -= MIN (quality, 3 + i * 2);
    }
  return FALSE;
}

static GdkPixbuf *
reduce (const GdkPixbuf *picture, double scale)
{
  if (scale >= 1)
    return g_object_ref ((GdkPixbuf *) picture);
  return gdk_pixbuf_scale_simple (picture,
                                  MAX ((int) ceil (gdk_pixbuf_get_width (picture) * scale), 1),
                                  MAX ((int) ceil (gdk_pixbuf_get_height (picture) * scale), 1),
                                  GDK_INTERP_BILINEAR);
}

gboolean
hall_fit_squeeze (const GdkPixbuf *picture, const HallFitSqueeze *wish, HallFitSqueezed *squeezed)
{
  guint best = wish->is_fine ? BEST_FINE_QUALITY : BEST_QUALITY;
  double floor = CLAMP (wish->min_scale, 0.01, 1);
  double scale = 1;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (GdkPixbuf) reduced = reduce (picture, scale);
      gboolean is_last = scale <= floor;
      guint quality;

      if (reduced == NULL)
        return FALSE;
      quality = choose_quality (reduced, wish, is_last ? LEAST_QUALITY : GOOD_QUALITY, best);
      if (quality > 0 && make (reduced, wish, scale, quality, squeezed))
        return TRUE;
      if (is_last)
        return FALSE;
      scale *= CLAMP (sqrt ((double) wish->max_bytes * AIM
                            / guess_size (reduced, wish, GOOD_QUALITY + 4)),
                      0.5, 0.95);
      scale = MAX (scale, floor);
    }
  return FALSE;
}

double
hall_fit_squeeze_guess (const GdkPixbuf *picture, const HallFitSqueeze *wish)
{
  return guess_size (picture, wish, wish->is_fine ? BEST_FINE_QUALITY : BEST_QUALITY);
}
