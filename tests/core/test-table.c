/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables in text files: encodings, separators, quotes, and that no line is ever lost.
 */
#include "hall-table.h"

#include <string.h>

#include "hall-application.h"
#include "hall-error.h"

static HallTable *
parse (const char *text, gssize length, HallEncoding encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  HallTable *csv = hall_table_parse (bytes, encoding, 0, &error);

  g_assert_no_error (error);
  return csv;
}

/* "1:a|b;3:c" */
static char *
write_rows (const HallTable *csv)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < csv->rows->len; i++)
    {
      const HallTableRow *row = g_ptr_array_index (csv->rows, i);
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (out, "%s%u:%s", i > 0 ? ";" : "", row->line, cells);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
    char separator;
  } cases[] = {
    { "a,b\n1,2\n", "1:a|b;2:1|2", ',' },
    { "a,b\r\n1,2", "1:a|b;2:1|2", ',' },
    { "a;b,c\n1;2\n3;4", "1:a|b,c;2:1|2;3:3|4", ';' },
    { "a\tb\n", "1:a|b", '\t' },
    { "\xEF\xBB\xBF日期,金额\n", "1:日期|金额", ',' },
    { "a,b\n\n ,\n1,2\n", "1:a|b;4:1|2", ',' },
    { "\"a,b\",\"c \"\"d\"\"\"\n", "1:a,b|c \"d\"", ',' },
    { "\"two\nlines\",b\nc,d\n", "1:two\nlines|b;3:c|d", ',' },
    { "5\" pipe,b\n", "1:5\" pipe|b", ',' },
    { " a , b ,\n", "1:a|b|", ',' },
    { "only\n", "1:only", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallTable) csv = parse (cases[i].text, -1, HALL_ENCODING_AUTO);
      g_autofree char *rows = write_rows (csv);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpint (csv->separator, ==, cases[i].separator);
      g_assert_cmpuint (csv->problems->len, ==, 0);
    }
}

static void
test_encodings (void)
{
  static const char *const text = "付款人,金额\n北京“测试”有限公司,900.00\n";
  gsize length;
  g_autofree char *gbk = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autoptr (HallTable) guessed = parse (gbk, (gssize) length, HALL_ENCODING_AUTO);
  g_autoptr (HallTable) named = parse (gbk, (gssize) length, HALL_ENCODING_GB18030);
  g_autoptr (HallTable) plain = parse (text, -1, HALL_ENCODING_AUTO);
  g_autofree char *rows = write_rows (plain);
  g_autofree char *from_guess = write_rows (guessed);
  g_autofree char *from_name = write_rows (named);

  g_assert_cmpint (guessed->encoding, ==, HALL_ENCODING_GB18030);
  g_assert_cmpint (plain->encoding, ==, HALL_ENCODING_UTF_8);
  g_assert_cmpstr (from_guess, ==, rows);
  g_assert_cmpstr (from_name, ==, rows);
  g_assert_cmpint (hall_encoding_from_name ("gb18030"), ==, HALL_ENCODING_GB18030);
  g_assert_cmpint (hall_encoding_from_name ("ebcdic"), ==, HALL_N_ENCODINGS);
}

static void
assert_problem (const HallTable *csv, const char *where, HallIssueCode code)
{
  const HallFinding *finding;

  g_assert_cmpuint (csv->problems->len, ==, 1);
  finding = g_ptr_array_index (csv->problems, 0);
  g_assert_cmpstr (finding->where, ==, where);
  g_assert_cmpint (finding->issue.code, ==, code);
}

static void
test_bad_lines (void)
{
  g_autoptr (HallTable) bytes = parse ("a,b\nc,\xFF\xFE\ne,f\n", -1, HALL_ENCODING_UTF_8);
  g_autoptr (HallTable) quote = parse ("a,b\nc,\"d\ne,f\n", -1, HALL_ENCODING_AUTO);
  g_autofree char *bytes_rows = write_rows (bytes);
  g_autofree char *quote_rows = write_rows (quote);

  assert_problem (bytes, "2", HALL_ISSUE_LINE_ENCODING);
  g_assert_cmpstr (bytes_rows, ==, "1:a|b;3:e|f");
  assert_problem (quote, "2", HALL_ISSUE_LINE_QUOTE);
  g_assert_cmpstr (quote_rows, ==, "1:a|b;3:e|f");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    HallError code;
  } cases[] = {
    { "", 0, HALL_ERROR_INVALID },
    { "PK\003\004xlsx", 8, HALL_ERROR_INVALID },
    { "a,b\0c", 5, HALL_ERROR_INVALID },
  };
  g_autofree char *many = g_strnfill (HALL_TABLE_MAX_LINES + 2, '\n');
  g_autofree char *large = g_strnfill (HALL_TABLE_MAX_BYTES + 1, 'x');
  g_autoptr (GBytes) lines = g_bytes_new_static (many, HALL_TABLE_MAX_LINES + 2);
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, HALL_TABLE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (cases[i].text, cases[i].length);
      g_autoptr (GError) refusal = NULL;

      g_assert_null (hall_table_parse (file, HALL_ENCODING_AUTO, 0, &refusal));
      g_assert_error (refusal, HALL_ERROR, (int) cases[i].code);
    }
  g_assert_null (hall_table_parse (lines, HALL_ENCODING_AUTO, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_TOO_LARGE);
}

/* Every line with something in it is a row or a problem, whatever the bytes. */
static void
test_random (void)
{
  static const char letters[] = "a1,;\t\"\n\r \xE4\xB8\xAD\x81\xFF";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 3000; run++)
    {
      char text[40];
      gsize length = (gsize) g_rand_int_range (random, 1, sizeof text);
      g_autoptr (HallTable) csv = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      csv = parse (text, (gssize) length,
                   (HallEncoding) g_rand_int_range (random, 0, HALL_N_ENCODINGS));
      for (guint i = 0; i < csv->rows->len; i++)
        {
          const HallTableRow *row = g_ptr_array_index (csv->rows, i);

          g_assert_cmpuint (g_strv_length (row->cells), ==, row->n_cells);
          for (guint k = 1; k <= row->n_cells + 1; k++)
            g_assert_true (g_utf8_validate (hall_table_row_get (row, k), -1, NULL));
        }
      if (memchr (text, 'a', length) != NULL)
        g_assert_cmpuint (csv->rows->len + csv->problems->len, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/encodings", test_encodings);
  g_test_add_func ("/table/bad-lines", test_bad_lines);
  g_test_add_func ("/table/refused", test_refused);
  g_test_add_func ("/table/random", test_random);
  return g_test_run ();
}
