/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hall-warp.h"

#define NEAR 1e-6

static const HallPoint page[4] = { { 0, 0 }, { 210, 0 }, { 210, 297 }, { 0, 297 } };
static const HallPoint photo[4] = { { 310, 205 }, { 1480, 260 }, { 1590, 1900 }, { 190, 1820 } };

static void
assert_near (HallPoint a, HallPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, NEAR);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, NEAR);
}

static void
test_there_and_back (void)
{
  HallWarp warp, back;
  HallPoint middle = { 105, 148.5 };

  g_assert_true (hall_warp_from_points (&warp, page, photo));
  g_assert_true (hall_warp_invert (&warp, &back));
  for (guint i = 0; i < 4; i++)
    assert_near (hall_warp_map (&warp, page[i]), photo[i]);
  assert_near (hall_warp_map (&back, hall_warp_map (&warp, middle)), middle);
  /* In perspective the middle of the page is not the mean of its corners. */
  g_assert_cmpfloat (fabs (hall_warp_map (&warp, middle).y - (205 + 260 + 1900 + 1820) / 4.0), >,
                     1);
}

static void
test_a_line_is_no_page (void)
{
  static const HallPoint line[4] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 } };
  HallWarp warp;

  g_assert_false (hall_warp_from_points (&warp, line, photo));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/warp/there-and-back", test_there_and_back);
  g_test_add_func ("/scan/warp/a-line-is-no-page", test_a_line_is_no_page);
  return g_test_run ();
}
