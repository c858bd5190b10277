/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses as people type them.
 */
#include "hall-address.h"
#include "hall-error.h"

static const struct
{
  const char *typed;
  const char *parsed; /* NULL: refused with the code */
  HallError code;
} cases[] = {
  { "https://hall.example.com", "https://hall.example.com" },
  { "hall.example.com", "https://hall.example.com" },
  { " HTTPS://Hall.Example.COM/ ", "https://hall.example.com" },
  { "hall.example.com:8443", "https://hall.example.com:8443" },
  { "https://hall.example.com:443/", "https://hall.example.com" },
  { "https://hall.example.com/ca//", "https://hall.example.com/ca" },
  { "127.0.0.1:8080", "http://127.0.0.1:8080" },
  { "localhost:8080", "http://localhost:8080" },
  { "[::1]:8080", "http://[::1]:8080" },
  { "http://127.0.0.1:8080/", "http://127.0.0.1:8080" },
  { "https://localhost", "https://localhost" },
  { "http://hall.example.com", NULL, HALL_ERROR_DENIED },
  { "http://192.168.1.2:8080", NULL, HALL_ERROR_DENIED },
  { "http://127.0.0.1.example.com", NULL, HALL_ERROR_DENIED },
  { "http://localhost.example.com", NULL, HALL_ERROR_DENIED },
  { "http://0x7f000001", NULL, HALL_ERROR_DENIED },
  { "", NULL, HALL_ERROR_INVALID },
  { "https://", NULL, HALL_ERROR_INVALID },
  { "ftp://hall.example.com", NULL, HALL_ERROR_INVALID },
  { "file:///etc/passwd", NULL, HALL_ERROR_INVALID },
  { "https://user:secret@hall.example.com", NULL, HALL_ERROR_INVALID },
  { "https://hall.example.com/?a=b", NULL, HALL_ERROR_INVALID },
  { "https://hall.example.com/#here", NULL, HALL_ERROR_INVALID },
  { "https://two words", NULL, HALL_ERROR_INVALID },
  { "https://hall.example.com:port", NULL, HALL_ERROR_INVALID },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *parsed = hall_address_parse (cases[i].typed, FALSE, HALL_LANG_EN, &error);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, cases[i].typed);
      g_assert_cmpstr (parsed, ==, cases[i].parsed);
      if (cases[i].parsed == NULL)
        g_assert_error (error, HALL_ERROR, (int) cases[i].code);
      else
        g_assert_no_error (error);
    }
}

static void
test_plain_when_asked (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parsed =
      hall_address_parse ("http://hall.example.com:80", TRUE, HALL_LANG_EN, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (parsed, ==, "http://hall.example.com");
}

static void
test_local (void)
{
  g_assert_true (hall_address_is_local ("http://127.0.0.1:8080"));
  g_assert_true (hall_address_is_local ("http://[::1]:8080"));
  g_assert_true (hall_address_is_local ("https://localhost"));
  g_assert_false (hall_address_is_local ("https://hall.example.com"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/parse", test_parse);
  g_test_add_func ("/address/plain-when-asked", test_plain_when_asked);
  g_test_add_func ("/address/local", test_local);
  return g_test_run ();
}
