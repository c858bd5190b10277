/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-corners.h"

#include <locale.h>
#include <math.h>

#include "fit-photo.h"

/* Of the longer side of the picture. */
#define EXACT 0.01

/* clang-format off */
static const struct
{
  const char *name;
  FitPhoto photo;
} cases[] = {
  { "dark",      { FIT_DESK_DARK,  1200, 1600, { { .12, .10 }, { .88, .12 }, { .90, .90 }, { .10, .88 } }, .15, 4, 1 } },
  { "slant",     { FIT_DESK_DARK,  1200, 1600, { { .25, .15 }, { .78, .18 }, { .93, .85 }, { .08, .88 } }, .25, 4, 2 } },
  { "rotated",   { FIT_DESK_DARK,  1200, 1600, { { .30, .08 }, { .92, .22 }, { .72, .94 }, { .08, .80 } }, .10, 4, 3 } },
  { "lying",     { FIT_DESK_DARK,  1600, 1200, { { .30, .10 }, { .72, .11 }, { .76, .92 }, { .26, .90 } }, .20, 4, 4 } },
  { "wood",      { FIT_DESK_WOOD,  1200, 1600, { { .15, .12 }, { .85, .10 }, { .89, .91 }, { .11, .89 } }, .20, 5, 5 } },
  { "wood-dim",  { FIT_DESK_WOOD,  1200, 1600, { { .20, .14 }, { .83, .17 }, { .90, .84 }, { .12, .86 } }, .45, 7, 6 } },
  { "tiles",     { FIT_DESK_TILES, 1200, 1600, { { .18, .12 }, { .84, .15 }, { .88, .90 }, { .12, .86 } }, .15, 4, 7 } },
  { "tiles-far", { FIT_DESK_TILES, 1200, 1600, { { .30, .26 }, { .70, .28 }, { .73, .76 }, { .28, .74 } }, .10, 4, 8 } },
  { "light",     { FIT_DESK_LIGHT, 1200, 1600, { { .14, .11 }, { .86, .13 }, { .88, .90 }, { .11, .88 } }, .10, 2, 9 } },
  { "noisy",     { FIT_DESK_DARK,  1200, 1600, { { .15, .12 }, { .86, .15 }, { .87, .88 }, { .12, .90 } }, .30, 14, 11 } },
  { "small",     { FIT_DESK_WOOD,   600,  800, { { .15, .12 }, { .86, .15 }, { .87, .88 }, { .12, .90 } }, .10, 5, 12 } },
};
/* clang-format on */

static void
test_found (gconstpointer data)
{
  const FitPhoto *photo = data;
  g_autoptr (GdkPixbuf) picture = fit_photo_take (photo);
  HallPoint corners[4];
  double worst = 0;

  g_assert_true (hall_corners_find (picture, corners));
  for (guint i = 0; i < 4; i++)
    {
      double x = (corners[i].x - photo->corners[i].x) * photo->width;
      double y = (corners[i].y - photo->corners[i].y) * photo->height;

      worst = MAX (worst, hypot (x, y) / MAX (photo->width, photo->height));
    }
  g_test_message ("off by %.2f %%", worst * 100);
  g_assert_cmpfloat (worst, <, EXACT);
}

/* The page fills the picture: its table is not taken for it. */
static void
test_full (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  HallPoint corners[4];

  g_assert_false (hall_corners_find (page, corners));
}

/* One edge is outside the picture. */
static void
test_cut (void)
{
  const FitPhoto photo = {
    FIT_DESK_DARK, 1200, 1600, { { .1, -.2 }, { .9, -.2 }, { .9, .9 }, { .1, .9 } }, .1, 4, 20
  };
  g_autoptr (GdkPixbuf) picture = fit_photo_take (&photo);
  HallPoint corners[4];

  g_assert_false (hall_corners_find (picture, corners));
}

static void
test_nothing (void)
{
  g_autoptr (GdkPixbuf) empty = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 640, 480);
  g_autoptr (GdkPixbuf) noise = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 640, 480);
  g_autoptr (GdkPixbuf) tiny = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 3, 2);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  HallPoint corners[4];

  gdk_pixbuf_fill (empty, 0xC0C0C0FF);
  gdk_pixbuf_fill (tiny, 0xC0C0C0FF);
  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (noise); i++)
    gdk_pixbuf_get_pixels (noise)[i] = (guint8) g_rand_int_range (random, 0, 256);
  g_assert_false (hall_corners_find (empty, corners));
  g_assert_false (hall_corners_find (tiny, corners));
  g_assert_false (hall_corners_find (noise, corners));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/corners/found/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i].photo, test_found);
    }
  g_test_add_func ("/corners/full", test_full);
  g_test_add_func ("/corners/cut", test_cut);
  g_test_add_func ("/corners/nothing", test_nothing);
  return g_test_run ();
}
