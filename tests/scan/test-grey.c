/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grey pictures: the arithmetic of each way to see one.
 */
#include "hall-grey.h"

/* Two rows of three: red, white, black; grey, blue, a red seal's ink. Padded rows. */
static const guint8 colours[] = {
  255, 0,   0,   255, 255, 255, 0,   0,  0,  9, 9, 9, /* padding */
  100, 100, 100, 0,   0,   255, 217, 51, 51, 9, 9, 9,
};
static const HallPixels pixels = { colours, 3, 2, 12, 3, 0, 1, 2 };

static void
assert_levels (const HallGrey *grey, guint width, guint height, const guint8 *levels)
{
  g_assert_cmpuint (grey->width, ==, width);
  g_assert_cmpuint (grey->height, ==, height);
  for (guint i = 0; i < width * height; i++)
    g_assert_cmpuint (grey->data[i], ==, levels[i]);
}

static void
test_modes (void)
{
  static const guint8 eye[] = { 76, 255, 0, 100, 28, 100 };
  static const guint8 red[] = { 255, 255, 0, 125, 0, 255 };
  g_autoptr (HallGrey) by_eye = hall_grey_new (&pixels, HALL_GREY_EYE);
  g_autoptr (HallGrey) by_red = hall_grey_new (&pixels, HALL_GREY_RED);

  assert_levels (by_eye, 3, 2, eye);
  assert_levels (by_red, 3, 2, red);
}

static void
test_turn (void)
{
  static const guint8 turned[] = { 100, 76, 28, 255, 100, 0 };
  g_autoptr (HallGrey) grey = hall_grey_new (&pixels, HALL_GREY_EYE);
  g_autoptr (HallGrey) once = hall_grey_turn (grey);
  g_autoptr (HallGrey) twice = hall_grey_turn (once);
  g_autoptr (HallGrey) thrice = hall_grey_turn (twice);
  g_autoptr (HallGrey) round = hall_grey_turn (thrice);

  assert_levels (once, 2, 3, turned);
  assert_levels (round, 3, 2, grey->data);
}

static void
test_sizes (void)
{
  static const guint8 enlarged[] = { 76,  165, 255, 127, 0,   0,   88,  114, 141, 95, 50,  50,
                                     100, 64,  28,  64,  100, 100, 100, 64,  28,  64, 100, 100 };
  static const guint8 reduced[] = { 114 };
  g_autoptr (HallGrey) grey = hall_grey_new (&pixels, HALL_GREY_EYE);
  g_autoptr (HallGrey) big = hall_grey_enlarge (grey);
  g_autoptr (HallGrey) small = hall_grey_reduce (grey);

  assert_levels (big, 6, 4, enlarged);
  assert_levels (small, 1, 1, reduced);
}

/* A single pixel and an empty picture are pictures too. */
static void
test_smallest (void)
{
  HallPixels one = { colours, 1, 1, 12, 3, 0, 1, 2 };
  HallPixels none = { colours, 0, 0, 12, 3, 0, 1, 2 };
  g_autoptr (HallGrey) dot = hall_grey_new (&one, HALL_GREY_EYE);
  g_autoptr (HallGrey) big = hall_grey_enlarge (dot);
  g_autoptr (HallGrey) small = hall_grey_reduce (dot);
  g_autoptr (HallGrey) nothing = hall_grey_new (&none, HALL_GREY_RED);
  g_autoptr (HallGrey) turned = hall_grey_turn (nothing);

  g_assert_cmpuint (big->width, ==, 2);
  g_assert_cmpuint (big->data[3], ==, dot->data[0]);
  g_assert_cmpuint (small->width, ==, 0);
  g_assert_cmpuint (turned->height, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grey/modes", test_modes);
  g_test_add_func ("/grey/turn", test_turn);
  g_test_add_func ("/grey/sizes", test_sizes);
  g_test_add_func ("/grey/smallest", test_smallest);
  return g_test_run ();
}
