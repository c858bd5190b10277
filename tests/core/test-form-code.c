/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The code on a printed page: written, read back, and everything else refused.
 */
#include "hall-form-code.h"

#include <string.h>

#define SHA256 "9f3a0c2b41d05566778899aabbccddeeff00112233445566778899aabbccddee"

static void
test_text (void)
{
  static const struct
  {
    HallSheet sheet;
    const char *order;
    guint revision;
    const char *text;
  } rows[] = {
    { HALL_SHEET_FORM, "20261122000017", 2, "CH1.F.20261122000017.2.9F3A0C2B41D0" },
    { HALL_SHEET_SEAL, "20261122000017", 2, "CH1.S.20261122000017.2.9F3A0C2B41D0" },
    { HALL_SHEET_FORM, HALL_FORM_CODE_NO_ORDER, 0, "CH1.F.DRAFT.0.9F3A0C2B41D0" },
    { HALL_SHEET_FORM, "A-1", 999999, "CH1.F.A-1.999999.9F3A0C2B41D0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HallFormCode) code =
          hall_form_code_new (rows[i].sheet, rows[i].order, rows[i].revision, SHA256);
      g_autofree char *text = hall_form_code_to_text (code);
      g_autoptr (HallFormCode) back = hall_form_code_parse (text);
      g_autofree char *again = NULL;

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_nonnull (back);
      g_assert_cmpint (back->sheet, ==, rows[i].sheet);
      g_assert_cmpstr (back->order, ==, rows[i].order);
      g_assert_cmpuint (back->revision, ==, rows[i].revision);
      g_assert_cmpstr (back->hash, ==, "9F3A0C2B41D0");
      again = hall_form_code_to_text (back);
      g_assert_cmpstr (again, ==, text);
    }
}

/* QR has a dense mode for these characters only (ISO/IEC 18004). */
static void
test_dense_mode (void)
{
  g_autoptr (HallFormCode) code =
      hall_form_code_new (HALL_SHEET_SEAL, "20261122000017", 12, SHA256);
  g_autofree char *text = hall_form_code_to_text (code);

  g_assert_cmpuint (strspn (text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), ==,
                    strlen (text));
  g_assert_cmpuint (strlen (text), <=, 47); /* 29 by 29 modules at level M */
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "CH1",
    "CH1.F.20261122000017.2",
    "CH1.F.20261122000017.2.9F3A0C2B41D",   /* 11 digits of the hash */
    "CH1.F.20261122000017.2.9F3A0C2B41D00", /* 13 */
    "CH1.F.20261122000017.2.9f3a0c2b41d0",  /* small letters */
    "CH1.F.20261122000017.2.9F3A0C2B41DG",  /* no hexadecimal digit */
    "CH2.F.20261122000017.2.9F3A0C2B41D0",  /* a later format */
    "ch1.F.20261122000017.2.9F3A0C2B41D0",
    "CH1.X.20261122000017.2.9F3A0C2B41D0", /* another sheet */
    "CH1.FS.20261122000017.2.9F3A0C2B41D0",
    "CH1.F..2.9F3A0C2B41D0", /* no order */
    "CH1.F.2026 1122000017.2.9F3A0C2B41D0",
    "CH1.F.20261122000017..9F3A0C2B41D0", /* no revision */
    "CH1.F.20261122000017.-1.9F3A0C2B41D0",
    "CH1.F.20261122000017.02.9F3A0C2B41D0", /* two ways to write one revision */
    "CH1.F.20261122000017.1000000.9F3A0C2B41D0",
    "CH1.F.2026112200001720261122000017.2.9F3A0C2B41D0", /* longer than an order number */
    " CH1.F.20261122000017.2.9F3A0C2B41D0",
    "CH1.F.20261122000017.2.9F3A0C2B41D0 ",
    "CH1.F.20261122000017.2.9F3A0C2B41D0\n",
    "CH1.F.20261122000017.2.9F3A0C2B41D0.",
    "CH1,F,20261122000017,2,9F3A0C2B41D0",
    "https://example.com/?CH1.F.20261122000017.2.9F3A0C2B41D0",
    "CH1.F.２０２６１１２２.2.9F3A0C2B41D0",
    "CH1.F.20261122000017.٢.9F3A0C2B41D0",
    "\xFF\xFE",
    "CH1.F.20261122000017.2.9F3A0C2B41D0\xFF",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HallFormCode) code = hall_form_code_parse (texts[i]);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (code);
    }
}

static void
test_shorten (void)
{
  g_autofree char *lower = hall_form_code_shorten_hash (SHA256);
  g_autofree char *upper = hall_form_code_shorten_hash (lower);

  g_assert_cmpstr (lower, ==, "9F3A0C2B41D0");
  g_assert_cmpstr (upper, ==, lower);
}

/* Any one character of a code changed: refused, or another code. */
static void
test_damaged (void)
{
  static const char whole[] = "CH1.F.20261122000017.2.9F3A0C2B41D0";
  static const char characters[] = "0123456789ABCDEFS.-x ";
  guint refused = 0;

  for (gsize place = 0; place < strlen (whole); place++)
    for (const char *c = characters; *c != '\0'; c++)
      {
        g_autofree char *damaged = g_strdup (whole);
        g_autoptr (HallFormCode) code = NULL;
        g_autofree char *text = NULL;

        if (whole[place] == *c)
          continue;
        damaged[place] = *c;
        code = hall_form_code_parse (damaged);
        refused += code == NULL;
        if (code == NULL)
          continue;
        text = hall_form_code_to_text (code);
        g_assert_cmpstr (text, ==, damaged);
      }
  g_assert_cmpuint (refused, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-code/text", test_text);
  g_test_add_func ("/form-code/dense-mode", test_dense_mode);
  g_test_add_func ("/form-code/refused", test_refused);
  g_test_add_func ("/form-code/shorten", test_shorten);
  g_test_add_func ("/form-code/damaged", test_damaged);
  return g_test_run ();
}
