/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Token buckets, with the clock in hand.
 */
#include "hall-rate.h"

#define NOW    G_GINT64_CONSTANT (1000000000)
#define SECOND ((gint64) G_USEC_PER_SEC)

static void
test_burst_then_rate (void)
{
  g_autoptr (HallRate) rate = hall_rate_new (5, 60);

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (hall_rate_take (rate, "a", NOW), ==, 0);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW), ==, 2);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW + SECOND / 2), ==, 1);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW + SECOND + 1000), ==, 0);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW + SECOND + 1000), >, 0);
}

/* After the seconds that were named, it works. */
static void
test_wait_is_enough (void)
{
  static const guint per_minute[] = { 1, 7, 60, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (per_minute); i++)
    {
      g_autoptr (HallRate) rate = hall_rate_new (1, per_minute[i]);
      gint64 now_us = NOW;

      g_assert_cmpuint (hall_rate_take (rate, "a", now_us), ==, 0);
      for (guint round = 0; round < 20; round++)
        {
          guint wait_s = hall_rate_take (rate, "a", now_us);

          g_assert_cmpuint (wait_s, >, 0);
          now_us += wait_s * SECOND;
          g_assert_cmpuint (hall_rate_take (rate, "a", now_us), ==, 0);
        }
    }
}

static void
test_addresses_apart (void)
{
  g_autoptr (HallRate) rate = hall_rate_new (1, 1);

  g_assert_cmpuint (hall_rate_take (rate, "a", NOW), ==, 0);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW), >, 0);
  g_assert_cmpuint (hall_rate_take (rate, "b", NOW), ==, 0);
}

static void
test_never_more_than_the_burst (void)
{
  g_autoptr (HallRate) rate = hall_rate_new (3, 600);

  g_assert_cmpuint (hall_rate_take (rate, "a", NOW), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (hall_rate_take (rate, "a", NOW + 3600 * SECOND), ==, 0);
  g_assert_cmpuint (hall_rate_take (rate, "a", NOW + 3600 * SECOND), >, 0);
}

/* Very many addresses: those that were quiet are forgotten, a loud one is not. */
static void
test_many_addresses (void)
{
  g_autoptr (HallRate) rate = hall_rate_new (2, 1);

  g_assert_cmpuint (hall_rate_take (rate, "loud", NOW), ==, 0);
  g_assert_cmpuint (hall_rate_take (rate, "loud", NOW), ==, 0);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *address = g_strdup_printf ("quiet-%u", i);

      g_assert_cmpuint (hall_rate_take (rate, address, NOW + i / 10), ==, 0);
    }
  g_assert_cmpuint (hall_rate_take (rate, "loud", NOW + 2000), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate/burst-then-rate", test_burst_then_rate);
  g_test_add_func ("/rate/wait-is-enough", test_wait_is_enough);
  g_test_add_func ("/rate/addresses-apart", test_addresses_apart);
  g_test_add_func ("/rate/never-more-than-the-burst", test_never_more_than_the_burst);
  g_test_add_func ("/rate/many-addresses", test_many_addresses);
  return g_test_run ();
}
