/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-code-mend.h"

#include <string.h>

#include "hall-check-code.h"

static const struct
{
  const char *one, *other;
  const char *code; /* (nullable) */
} cases[] = {
  { "91510107MA3JJL6B14", "91510107MA3JJL6B14", "91510107MA3JJL6B14" },
  { "统一: 9151 0107 ma3jjl6b14", "91510107MA3JJL6B14", "91510107MA3JJL6B14" }, /* tidied */
  { "915IO1O7MA3JJL6B14", "91510107MA3JJL6B14", "91510107MA3JJL6B14" }, /* no such letters */
  { "91510107MA3JJL6814", "91510107MA3JJL6B14", "91510107MA3JJL6B14" }, /* B as 8 */
  { "91510107MA3JJL6814", "91510107MA3JJL6814", NULL }, /* both say so: nobody bears it out */
  { "91510107MA3J7JL6B14", "91510107MA3JJL6B14", "91510107MA3JJL6B14" }, /* one too many */
  { "91510107MA3JJL6B14", "", NULL },                                    /* no witness */
  { "91510107MA3JJL6B14", "91310115MAXG612D6R", NULL },                  /* speaks against it */
  { "91510107MA3JJL", "91510107MA3JJL", NULL },
  { "", "", NULL },
  { "营业执照", "营业执照", NULL },
};

static const struct
{
  const char *one, *other;
  const char *number; /* (nullable) */
} id_cases[] = {
  { "34052419800101001X", "34052419800101001X", "34052419800101001X" },
  { "公民 340524 19800101 001x", "34052419800101001X", "34052419800101001X" }, /* tidied */
  { "34O524I98OO1O1OO1X", "34052419800101001X", "34052419800101001X" },        /* no letters */
  { "34O524I98OO1O1OO1X", "34O524I98OO1O1OO1X", "34052419800101001X" },
  { "34052419B00101001X", "34052419800101001X", "34052419800101001X" }, /* 8 as B */
  { "34052419300101001X", "34052419800101001X", "34052419800101001X" }, /* 8 as 3 */
  { "34052419300101001X", "34052419300101001X", NULL }, /* both say so: nobody bears it out */
  { "340524198001010019", "340524198001010019", NULL }, /* the digit is wrong, nothing fits */
  { "34052419801301001X", "34052419801301001X", NULL }, /* no such month */
  { "99052419800101001X", "99052419800101001X", NULL }, /* no such place */
  { "34052419300101001X", "34052419800101001X1", "34052419800101001X" }, /* each once */
  { "34052419800101001X", "", NULL },                                    /* no witness */
  { "34052419800101001X", "11010519491231002X", NULL },                  /* speaks against it */
  { "20120518203205", "20120518203205", NULL }, /* the other side's dates */
  { "", "", NULL },
};

static void
test_id_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (id_cases); i++)
    {
      g_autofree char *number = hall_citizen_id_mend (id_cases[i].one, id_cases[i].other);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, id_cases[i].one);
      g_assert_cmpstr (number, ==, id_cases[i].number);
    }
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = hall_uscc_mend (cases[i].one, cases[i].other);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, cases[i].one);
      if (cases[i].code == NULL && code != NULL)
        g_assert_cmpstr (code, ==, "91510107MA3JJL6B14"); /* the truth, if anything */
      else
        g_assert_cmpstr (code, ==, cases[i].code);
    }
}

/* Two characters misread in both readings, in all places: what comes out is the truth or nothing,
 * but for less than one in a hundred. */
static void
test_two_misread (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const char *truth = "91510107MA3JJL6B14";
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint wrong = 0, tries = 4000;

  for (guint i = 0; i < tries; i++)
    {
      g_autofree char *read = g_strdup (truth);
      g_autofree char *other = g_strdup (truth);
      g_autofree char *code = NULL;

      for (int n = 0; n < 2; n++)
        {
          read[g_rand_int_range (random, 8, 18)] = alphabet[g_rand_int_range (random, 0, 31)];
          other[g_rand_int_range (random, 8, 18)] = alphabet[g_rand_int_range (random, 0, 31)];
        }
      code = hall_uscc_mend (read, other);
      wrong += code != NULL && !g_str_equal (code, truth);
    }
  g_test_message ("%u of %u wrong", wrong, tries);
  g_assert_cmpuint (wrong * 100, <, tries);
}

/* The same of an identity number: two digits misread in each reading. */
static void
test_two_digits_misread (void)
{
  const char *truth = "34052419800101001X";
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint wrong = 0, tries = 4000;

  for (guint i = 0; i < tries; i++)
    {
      g_autofree char *read = g_strdup (truth);
      g_autofree char *other = g_strdup (truth);
      g_autofree char *number = NULL;

      for (int n = 0; n < 2; n++)
        {
          read[g_rand_int_range (random, 0, 17)] = (char) g_rand_int_range (random, '0', '9' + 1);
          other[g_rand_int_range (random, 0, 17)] = (char) g_rand_int_range (random, '0', '9' + 1);
        }
      number = hall_citizen_id_mend (read, other);
      wrong += number != NULL && !g_str_equal (number, truth);
    }
  g_test_message ("%u of %u wrong", wrong, tries);
  g_assert_cmpuint (wrong * 1000, <, tries);
}

/* Whatever is read, what comes out is a code. */
static void
test_anything (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 20000; i++)
    {
      char text[64];
      g_autofree char *code = NULL;
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text);

      for (gsize k = 0; k < length; k++)
        text[k] = (char) g_rand_int_range (random, 1, 256);
      text[MIN (length, sizeof text - 1)] = '\0';
      code = hall_uscc_mend (text, text);
      if (code != NULL)
        g_assert_cmpint (hall_check_uscc (code, NULL, NULL), ==, HALL_GOOD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-mend/cases", test_cases);
  g_test_add_func ("/code-mend/id-cases", test_id_cases);
  g_test_add_func ("/code-mend/two-misread", test_two_misread);
  g_test_add_func ("/code-mend/two-digits-misread", test_two_digits_misread);
  g_test_add_func ("/code-mend/anything", test_anything);
  return g_test_run ();
}
