/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The errors' names: part of the interface.
 */
#include "hall-error.h"

static void
test_names (void)
{
  static const char *const names[HALL_N_ERRORS] = {
    [HALL_ERROR_INVALID] = "invalid",
    [HALL_ERROR_TOO_LARGE] = "too-large",
    [HALL_ERROR_SIGNED_OUT] = "signed-out",
    [HALL_ERROR_DENIED] = "denied",
    [HALL_ERROR_NOT_FOUND] = "not-found",
    [HALL_ERROR_CONFLICT] = "conflict",
    [HALL_ERROR_STALE] = "stale",
    [HALL_ERROR_TOO_MANY] = "too-many",
    [HALL_ERROR_UNAVAILABLE] = "unavailable",
    [HALL_ERROR_INTERNAL] = "internal",
  };

  for (guint code = 0; code < HALL_N_ERRORS; code++)
    {
      g_assert_cmpstr (hall_error_get_name (code), ==, names[code]);
      g_assert_cmpint (hall_error_from_name (names[code]), ==, code);
    }
  g_assert_cmpint (hall_error_from_name ("no-such-name"), ==, HALL_ERROR_INTERNAL);
  g_assert_cmpint (hall_error_from_name (NULL), ==, HALL_ERROR_INTERNAL);
}

static void
test_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (HALL_ERROR, HALL_ERROR_STALE, "x");

  g_assert_cmpstr (g_quark_to_string (HALL_ERROR), ==, "hall-error-quark");
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/names", test_names);
  g_test_add_func ("/error/domain", test_domain);
  return g_test_run ();
}
