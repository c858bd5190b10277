/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The errors' names, part of the interface, and what an error carries along.
 */
#include "hall-error.h"

#include "hall-application.h"

static void
test_names (void)
{
  static const char *const names[HALL_N_ERRORS] = {
    [HALL_ERROR_INVALID] = "invalid",       [HALL_ERROR_TOO_LARGE] = "too-large",
    [HALL_ERROR_SIGNED_OUT] = "signed-out", [HALL_ERROR_DENIED] = "denied",
    [HALL_ERROR_NOT_FOUND] = "not-found",   [HALL_ERROR_CONFLICT] = "conflict",
    [HALL_ERROR_CLAIMED] = "claimed",       [HALL_ERROR_STALE] = "stale",
    [HALL_ERROR_TOO_MANY] = "too-many",     [HALL_ERROR_UNAVAILABLE] = "unavailable",
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

  g_assert_cmpstr (g_quark_to_string (HALL_ERROR), ==, "HallError");
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
}

static void
test_findings (void)
{
  g_autoptr (GError) error = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID, "x");
  g_autoptr (GError) copy = NULL;
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_assert_null (hall_error_get_findings (error));
  hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new ("a.b", &issue));
  hall_error_set_findings (error, findings);
  hall_error_set_findings (error, findings); /* the same again holds one reference */
  g_assert_true (hall_error_get_findings (error) == findings);
  copy = g_error_copy (error);
  g_assert_cmpuint (hall_error_get_findings (copy)->len, ==, 1);
  hall_error_set_findings (error, NULL);
  g_assert_null (hall_error_get_findings (error));
  g_assert_cmpuint (hall_error_get_findings (copy)->len, ==, 1);
}

static void
test_retry_after (void)
{
  g_autoptr (GError) error = g_error_new_literal (HALL_ERROR, HALL_ERROR_TOO_MANY, "x");
  g_autoptr (GError) copy = NULL;

  g_assert_cmpuint (hall_error_get_retry_after (error), ==, 0);
  hall_error_set_retry_after (error, 60);
  copy = g_error_copy (error);
  g_assert_cmpuint (hall_error_get_retry_after (error), ==, 60);
  g_assert_cmpuint (hall_error_get_retry_after (copy), ==, 60);
}

/* Errors of other libraries, and none at all, carry nothing. */
static void
test_others (void)
{
  g_autoptr (GError) other = g_error_new_literal (G_MARKUP_ERROR, 0, "x");

  g_assert_null (hall_error_get_findings (other));
  g_assert_null (hall_error_get_findings (NULL));
  g_assert_cmpuint (hall_error_get_retry_after (other), ==, 0);
  g_assert_cmpuint (hall_error_get_retry_after (NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/names", test_names);
  g_test_add_func ("/error/domain", test_domain);
  g_test_add_func ("/error/findings", test_findings);
  g_test_add_func ("/error/retry-after", test_retry_after);
  g_test_add_func ("/error/others", test_others);
  return g_test_run ();
}
