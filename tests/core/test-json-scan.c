/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is JSON and what is not, and that what passes is understood by the parser the same way.
 */
#include "hall-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const good[] = {
  "{}",
  "[]",
  " [ ] ",
  "\xEF\xBB\xBF{}",
  "\"\"",
  "null",
  "true",
  "false",
  "0",
  "-0",
  "12",
  "-9223372036854775808",
  "9223372036854775807",
  "1.5",
  "1e3",
  "1E-3",
  "-0.0e+7",
  "[1,2 , 3]",
  "{\"a\":1,\"b\":[{}]}",
  "{\"\":null}",
  "{\"a\":{\"a\":{\"a\":1}}}",
  "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
  "[\"\\u00e9\\uD83D\\uDE00\"]",
  "[\"\\ue000\\uffff\"]",
  "[\"\\ud800\\udc00\\udbff\\udfff\\ud7ff\"]",
  "[\"张三·\"]",
  "\r\n\t {\"a\"\n:\t1}\n",
  "[true,false,null,\"x\",-1,{},[]]",
};

static const struct
{
  const char *text;
  guint line;
  const char *reason;
} bad[] = {
  /* nothing, or more than one thing */
  { "", 1, "the document is empty" },
  { " \n\n ", 3, "the document is empty" },
  { "\xEF\xBB\xBF", 1, "the document is empty" },
  { "{} {}", 1, "something follows the end of the document" },
  { "{}x", 1, "something follows the end of the document" },
  { "[1]]", 1, "something follows the end of the document" },
  { "1 2", 1, "something follows the end of the document" },
  { "{}\n,", 2, "something follows the end of the document" },
  /* what json-glib would take */
  { "// c\n{}", 1, "a value is needed here" },
  { "/* \" */ [1]", 1, "a value is needed here" },
  { "[1,/**/2]", 1, "a value is needed here" },
  { "var x = {};", 1, "a value is needed here" },
  { "{'a':1}", 1, "a text in double quotes is needed here" },
  { "{\"a\":1,\"a\":2}", 1, "the member “a” stands twice" },
  { "{\"a\":1,\n\"\\u0061\":2}", 2, "the member “a” stands twice" },
  { "[{},{\"b\":{\"c\":1,\"c\":1}}]", 1, "the member “c” stands twice" },
  { "[0x10]", 1, "“,” or “]” is needed here" },
  { "[01]", 1, "a number does not begin with 0" },
  { "[-01]", 1, "a number does not begin with 0" },
  { "[.5]", 1, "a value is needed here" },
  { "[1.]", 1, "a digit is needed after the point" },
  { "[1.e1]", 1, "a digit is needed after the point" },
  { "[1e]", 1, "a digit is needed in the exponent" },
  { "[1e+]", 1, "a digit is needed in the exponent" },
  { "[- 1]", 1, "a value is needed here" },
  { "[+1]", 1, "a value is needed here" },
  { "[1e999]", 1, "the number is too large" },
  { "[-1e999]", 1, "the number is too large" },
  { "[9223372036854775808]", 1, "the number is too large" },
  { "[-9223372036854775809]", 1, "the number is too large" },
  { "[99999999999999999999999999999999]", 1, "the number is too large" },
  { "[\"\\u0000x\"]", 1, "a text cannot hold the character U+0000" },
  { "[\"\\x41\"]", 1, "unknown escape in a text" },
  { "[\"\\'\"]", 1, "unknown escape in a text" },
  { "[\"\\u12\"]", 1, "four hexadecimal digits are needed after \\u" },
  { "[\"\\u12g4\"]", 1, "four hexadecimal digits are needed after \\u" },
  { "[\"\\u", 1, "four hexadecimal digits are needed after \\u" },
  { "[\"a\nb\"]", 1, "a control character stands in a text; write it as an escape" },
  { "[\"a\tb\"]", 1, "a control character stands in a text; write it as an escape" },
  /* halves of surrogate pairs */
  { "[\"\\ud800\"]", 1, "half of a surrogate pair is missing" },
  { "[\"\\udc00\"]", 1, "half of a surrogate pair is missing" },
  { "[\"\\ud800\\u0041\"]", 1, "half of a surrogate pair is missing" },
  { "[\"\\ud800\\n\"]", 1, "half of a surrogate pair is missing" },
  { "[\"\\ud800\\", 1, "half of a surrogate pair is missing" },
  { "[\"\\ud800\\ud800\"]", 1, "half of a surrogate pair is missing" },
  /* broken ends */
  { "[", 1, "a value is needed here" },
  { "{", 1, "a text in double quotes is needed here" },
  { "[1", 1, "“,” or “]” is needed here" },
  { "[1,", 1, "a value is needed here" },
  { "[1,]", 1, "a value is needed here" },
  { "[,1]", 1, "a value is needed here" },
  { "[1 2]", 1, "“,” or “]” is needed here" },
  { "[1}", 1, "“,” or “]” is needed here" },
  { "{\"a\"", 1, "“:” is needed here" },
  { "{\"a\" 1}", 1, "“:” is needed here" },
  { "{\"a\":}", 1, "a value is needed here" },
  { "{\"a\":1,}", 1, "a text in double quotes is needed here" },
  { "{\"a\":1]", 1, "“,” or “}” is needed here" },
  { "{,}", 1, "a text in double quotes is needed here" },
  { "{a:1}", 1, "a text in double quotes is needed here" },
  { "{\"a\":{\"b\":1}", 1, "“,” or “}” is needed here" },
  { "\"abc", 1, "a text does not end" },
  { "\"abc\\", 1, "unknown escape in a text" },
  { "\"", 1, "a text does not end" },
  { "-", 1, "a value is needed here" },
  /* words */
  { "[True]", 1, "a value is needed here" },
  { "[nul]", 1, "a value is needed here" },
  { "tru", 1, "a value is needed here" },
  { "[nullx]", 1, "“,” or “]” is needed here" },
  { "[NaN]", 1, "a value is needed here" },
  { "[Infinity]", 1, "a value is needed here" },
  { "[undefined]", 1, "a value is needed here" },
  { "[\n1,\n2,\n}\n]", 4, "a value is needed here" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      guint line;
      g_autofree char *reason = hall_json_scan (good[i], strlen (good[i]), &line);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, good[i]);
      g_assert_cmpstr (reason, ==, NULL);
      json_parser_load_from_data (parser, good[i], -1, &error);
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      guint line;
      g_autofree char *reason = hall_json_scan (bad[i].text, strlen (bad[i].text), &line);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, bad[i].text);
      g_assert_cmpstr (reason, ==, bad[i].reason);
      g_assert_cmpuint (line, ==, bad[i].line);
    }
}

/* A text that ends where its buffer ends: nothing behind it may be read. */
static void
test_cut (void)
{
  static const char whole[] =
      "{\"a\":[1.5e3,-2,\"\\u00e9\\ud83d\\ude00\",true,null,{\"b\":\"\\n\"}]}";

  for (gsize length = 0; length <= strlen (whole); length++)
    {
      g_autofree char *cut = g_memdup2 (whole, length);
      guint line;
      g_autofree char *reason = hall_json_scan (length > 0 ? cut : "", length, &line);

      g_test_message ("%" G_GSIZE_FORMAT " bytes", length);
      g_assert_cmpint (reason == NULL, ==, length == strlen (whole));
    }
}

static char *
nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct
  {
    guint depth;
    const char *reason;
  } cases[] = {
    { 1, NULL },
    { HALL_JSON_MAX_DEPTH, NULL },
    { HALL_JSON_MAX_DEPTH + 1, "nested too deeply" },
    { 1000000, "nested too deeply" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lists = nested (cases[i].depth, "[", "]");
      g_autofree char *objects = nested (cases[i].depth, "{\"a\":", "}");
      guint line;
      g_autofree char *list_reason = hall_json_scan (lists, strlen (lists), &line);
      g_autofree char *object_reason = hall_json_scan (objects, strlen (objects), &line);

      g_assert_cmpstr (list_reason, ==, cases[i].reason);
      g_assert_cmpstr (object_reason, ==, cases[i].reason);
    }
}

/* Many lists beside each other are not deep. */
static void
test_wide (void)
{
  GString *text = g_string_new ("[");
  g_autofree char *reason = NULL;
  guint line;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "[{\"a\":[]}],");
  g_string_append (text, "0]");
  reason = hall_json_scan (text->str, text->len, &line);
  g_assert_cmpstr (reason, ==, NULL);
  g_string_free (text, TRUE);
}

/* Damages a document at random: what the scan lets pass, the parser must take too. */
static void
test_damaged (void)
{
  static const char whole[] =
      "{\"project\":\"x\",\"n\":[1,-20,3.5e2],\"t\":\"\\u00e9 \\\\ \\\"q\\\"\",\n"
      " \"deep\":{\"a\":[true,false,null,{}]}}";
  static const char bytes[] = "{}[]\":,\\u0123456789abcdefxX+-.eE tnl/*'\n";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint passed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char *reason = NULL;
      guint line;

      for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
        text[g_rand_int_range (random, 0, sizeof whole - 1)] =
            bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      reason = hall_json_scan (text, strlen (text), &line);
      if (reason != NULL)
        continue;
      passed++;
      g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
    }
  g_assert_cmpuint (passed, >, 5000);
  g_assert_cmpuint (passed, <, 15000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/good", test_good);
  g_test_add_func ("/json-scan/bad", test_bad);
  g_test_add_func ("/json-scan/cut", test_cut);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/wide", test_wide);
  g_test_add_func ("/json-scan/damaged", test_damaged);
  return g_test_run ();
}
