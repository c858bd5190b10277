/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paths: filled in, matched, and told apart.
 */
#include "hall-path.h"

#include <string.h>

#include "hall-test.h"

static guint
count_names (const char *pattern)
{
  guint count = 0;

  for (; *pattern != '\0'; pattern++)
    count += *pattern == '{';
  return count;
}

static char *
fill (HallPath path, const char *a, const char *b)
{
  switch (count_names (hall_path_get_pattern (path)))
    {
    case 0:
      return hall_path_fill (path, NULL);
    case 1:
      return hall_path_fill (path, a, NULL);
    default:
      return hall_path_fill (path, a, b, NULL);
    }
}

static void
test_patterns (void)
{
  for (guint path = 0; path < HALL_N_PATHS; path++)
    {
      const char *pattern = hall_path_get_pattern (path);

      g_test_message ("%s", pattern);
      g_assert_true (g_regex_match_simple ("^(/([a-z0-9.-]+|\\{[a-z]+\\}))+$", pattern, 0, 0));
      g_assert_cmpuint (count_names (pattern), <=, 2);
      for (guint other = 0; other < path; other++)
        g_assert_cmpstr (pattern, !=, hall_path_get_pattern (other));
    }
}

/* Whatever characters a text has, it comes back. */
static void
test_round_trip (void)
{
  /* clang-format off */
  static const char *const texts[] = {
    "20261122000017", "a", "张三", "a b", "a/b", "%", "%2F", "%25", "?x=1", "#", "a+b", "&=;,",
    "{order}", "}", "...", "~-_.", "\xF0\x9F\x98\x80", "\"'<>", "\\", "\x01\x7F", "　", ".hidden",
    "a.", "é"
  };
  /* clang-format on */

  for (guint path = 0; path < HALL_N_PATHS; path++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        const char *other = texts[(i + 7) % G_N_ELEMENTS (texts)];
        g_autofree char *filled = fill (path, texts[i], other);
        g_auto (GStrv) found = NULL;
        guint names = count_names (hall_path_get_pattern (path));

        g_assert_true (g_str_is_ascii (filled));
        g_assert_null (strpbrk (filled, " ?#{}\\\"<>"));
        if (strchr (texts[i], '/') != NULL || strchr (other, '/') != NULL)
          continue; /* a name is one segment: see /path/slash */
        found = hall_path_match (path, filled);
        g_assert_nonnull (found);
        g_assert_cmpuint (g_strv_length (found), ==, names);
        if (names > 0)
          g_assert_cmpstr (found[0], ==, texts[i]);
        if (names > 1)
          g_assert_cmpstr (found[1], ==, other);
      }
}

/* A slash in a text stays inside its segment, and is refused when it comes in: no name holds one.
 */
static void
test_slash (void)
{
  g_autofree char *path = hall_path_fill (HALL_PATH_ORDER, "a/b", NULL);

  g_assert_cmpstr (path, ==, "/v1/orders/a%2Fb");
  g_assert_null (hall_path_match (HALL_PATH_ORDER, path));
}

static void
test_filled (void)
{
  g_autofree char *document =
      hall_path_fill (HALL_PATH_DOCUMENT, "20261122000017", "application_form", NULL);
  g_autofree char *odd = hall_path_fill (HALL_PATH_PROJECT, "一诺 50%", NULL);
  g_autofree char *plain = hall_path_fill (HALL_PATH_HALL, NULL);

  g_assert_cmpstr (document, ==, "/v1/orders/20261122000017/documents/application_form");
  g_assert_cmpstr (odd, ==, "/v1/projects/%E4%B8%80%E8%AF%BA%2050%25");
  g_assert_cmpstr (plain, ==, "/v1/hall");
}

/* Too few texts are our own bug: said so, and no path is read beyond its pattern. */
static void
test_too_few (void)
{
  g_autofree char *path = NULL;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*too few texts*documents/{slot}*");
  path = hall_path_fill (HALL_PATH_DOCUMENT, "1", NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (path, ==, "/v1/orders/1/documents/");
}

static const struct
{
  HallPath pattern;
  const char *path;
  gboolean matches;
} matches[] = {
  { HALL_PATH_ORDERS, "/v1/orders", TRUE },
  { HALL_PATH_ORDERS, "/v1/orders/", FALSE },
  { HALL_PATH_ORDERS, "/v1/order", FALSE },
  { HALL_PATH_ORDERS, "/v1/orders/1", FALSE },
  { HALL_PATH_ORDERS, "/V1/orders", FALSE },
  { HALL_PATH_ORDERS, "v1/orders", FALSE },
  { HALL_PATH_ORDERS, "", FALSE },
  { HALL_PATH_ORDERS, "/", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/1", TRUE },
  { HALL_PATH_ORDER, "/v1/orders/", FALSE },
  { HALL_PATH_ORDER, "/v1/orders//", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/1/", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/1/application", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/.", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/..", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%2e%2E", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%00", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/1%00", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%4", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%zz", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%FF", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%C3", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%ED%A0%80", FALSE },
  { HALL_PATH_ORDER, "/v1/orders/%31", TRUE },
  { HALL_PATH_DOCUMENT, "/v1/orders/1/documents/a", TRUE },
  { HALL_PATH_DOCUMENT, "/v1/orders/1/documents/", FALSE },
  { HALL_PATH_DOCUMENT, "/v1/orders//documents/a", FALSE },
  { HALL_PATH_DOCUMENT, "/v1/orders/1/2/documents/a", FALSE },
  { HALL_PATH_DOCUMENT, "/v1/orders/1/documents/a/b", FALSE },
  { HALL_PATH_FORM, "/v1/orders/1/form.pdf", TRUE },
  { HALL_PATH_FORM, "/v1/orders/1/form-pdf", FALSE },
  { HALL_PATH_SESSION, "/v1/sessions/current", TRUE },
  { HALL_PATH_SESSION, "/v1/sessions/1", FALSE },
};

static void
test_matches (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_auto (GStrv) found = hall_path_match (matches[i].pattern, matches[i].path);

      g_test_message ("%s", matches[i].path);
      g_assert_cmpint (found != NULL, ==, matches[i].matches);
    }
}

/* A path belongs to one pattern only. */
static void
test_told_apart (void)
{
  for (guint path = 0; path < HALL_N_PATHS; path++)
    {
      g_autofree char *filled = fill (path, "20261122000017", "x");

      for (guint other = 0; other < HALL_N_PATHS; other++)
        {
          g_auto (GStrv) found = hall_path_match (other, filled);

          g_assert_cmpint (found != NULL, ==, other == path);
        }
    }
}

/* Any bytes are a path or none. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = hall_test_random_text (random);
      g_autofree char *path = g_strconcat ("/v1/orders/", text, NULL);
      g_auto (GStrv) found = hall_path_match (HALL_PATH_ORDER, path);

      if (found == NULL)
        continue;
      g_assert_true (g_utf8_validate (found[0], -1, NULL));
      g_assert_null (strchr (found[0], '/'));
      g_assert_cmpstr (found[0], !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/patterns", test_patterns);
  g_test_add_func ("/path/round-trip", test_round_trip);
  g_test_add_func ("/path/slash", test_slash);
  g_test_add_func ("/path/filled", test_filled);
  g_test_add_func ("/path/too-few", test_too_few);
  g_test_add_func ("/path/matches", test_matches);
  g_test_add_func ("/path/told-apart", test_told_apart);
  g_test_add_func ("/path/random", test_random);
  return g_test_run ();
}
