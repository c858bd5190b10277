/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strict reader: what it reads, and that every error names file, place and reason.
 */
#include "hall-json.h"

#include <string.h>

#include "hall-error.h"

static const char *const known[] = { "text", "number", "yes", "list", "inner", NULL };

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = hall_json_parse ("test.json", text, -1, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_read (void)
{
  g_autoptr (JsonNode) root =
      parse ("{\"text\":\"张三\",\"number\":-7,\"yes\":true,\"list\":[\"a\",\"b\"],"
             "\"inner\":{\"text\":\"\",\"number\":0}}");
  g_autoptr (HallJson) json = hall_json_new ("test.json", root);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = NULL;

  hall_json_expect (json, known);
  g_assert_cmpstr (hall_json_string (json, "text"), ==, "张三");
  g_assert_cmpint (hall_json_int (json, "number", -10, 10), ==, -7);
  g_assert_true (hall_json_bool (json, "yes"));
  list = hall_json_optional_strings (json, "list");
  g_assert_cmpstrv (list, ((const char *[]){ "a", "b", NULL }));
  g_assert_true (hall_json_enter (json, "inner"));
  g_assert_cmpstr (hall_json_optional_string (json, "text"), ==, "");
  g_assert_cmpint (hall_json_optional_int (json, "number", 0, 9, 5), ==, 0);
  hall_json_leave (json);
  g_assert_false (hall_json_failed (json));
  g_assert_true (hall_json_finish (json, &error));
  g_assert_no_error (error);
}

static void
test_missing_is_allowed (void)
{
  g_autoptr (JsonNode) root = parse ("{}");
  g_autoptr (HallJson) json = hall_json_new ("test.json", root);
  g_auto (GStrv) none = hall_json_optional_strings (json, "list");
  g_autoptr (GList) members = hall_json_members (json);

  g_assert_cmpstr (hall_json_optional_string (json, "text"), ==, NULL);
  g_assert_cmpint (hall_json_optional_int (json, "number", 0, 9, 5), ==, 5);
  g_assert_true (hall_json_optional_bool (json, "yes", TRUE));
  g_assert_false (hall_json_optional_bool (json, "yes", FALSE));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_false (hall_json_has (json, "text"));
  g_assert_null (members);
  g_assert_false (hall_json_failed (json));
}

static void
test_members_keep_their_order (void)
{
  g_autoptr (JsonNode) root = parse ("{\"b\":1,\"a\":2,\"c\":3}");
  g_autoptr (HallJson) json = hall_json_new ("test.json", root);
  g_autoptr (GList) members = hall_json_members (json);

  g_assert_cmpuint (g_list_length (members), ==, 3);
  g_assert_cmpstr (g_list_nth_data (members, 0), ==, "b");
  g_assert_cmpstr (g_list_nth_data (members, 1), ==, "a");
  g_assert_cmpstr (g_list_nth_data (members, 2), ==, "c");
}

/* One wrong reading each, on one document. */
static const char document[] =
    "{\"text\":\"x\",\"empty\":\"\",\"number\":5,\"real\":1.5,\"yes\":true,"
    "\"nothing\":null,\"list\":[\"a\",1,[]],\"inner\":{\"deep\":{\"a\":1}}}";

static void
read_text_of_number (HallJson *json)
{
  g_assert_cmpstr (hall_json_string (json, "number"), ==, NULL);
}

static void
read_text_missing (HallJson *json)
{
  g_assert_cmpstr (hall_json_string (json, "gone"), ==, NULL);
}

static void
read_text_empty (HallJson *json)
{
  g_assert_cmpstr (hall_json_string (json, "empty"), ==, NULL);
}

static void
read_text_null (HallJson *json)
{
  g_assert_cmpstr (hall_json_optional_string (json, "nothing"), ==, NULL);
}

static void
read_text_of_object (HallJson *json)
{
  g_assert_cmpstr (hall_json_optional_string (json, "inner"), ==, NULL);
}

static void
read_number_of_text (HallJson *json)
{
  g_assert_cmpint (hall_json_int (json, "text", 0, 9), ==, 0);
}

static void
read_number_of_fraction (HallJson *json)
{
  g_assert_cmpint (hall_json_int (json, "real", 0, 9), ==, 0);
}

static void
read_number_too_large (HallJson *json)
{
  g_assert_cmpint (hall_json_optional_int (json, "number", 0, 4, 3), ==, 3);
}

static void
read_number_too_small (HallJson *json)
{
  g_assert_cmpint (hall_json_int (json, "number", 6, 9), ==, 0);
}

static void
read_number_missing (HallJson *json)
{
  g_assert_cmpint (hall_json_int (json, "gone", 0, 9), ==, 0);
}

static void
read_bool_of_number (HallJson *json)
{
  g_assert_false (hall_json_bool (json, "number"));
}

static void
read_bool_of_text (HallJson *json)
{
  g_assert_true (hall_json_optional_bool (json, "text", TRUE));
}

static void
enter_missing (HallJson *json)
{
  g_assert_false (hall_json_enter (json, "gone"));
}

static void
count_object (HallJson *json)
{
  g_assert_cmpuint (hall_json_count (json), ==, 0);
}

static void
has_in_list (HallJson *json)
{
  g_assert_true (hall_json_enter (json, "list"));
  g_assert_false (hall_json_has (json, "a"));
  hall_json_leave (json);
}

static void
has_in_text (HallJson *json)
{
  g_assert_true (hall_json_enter (json, "list"));
  g_assert_true (hall_json_enter_element (json, 1));
  g_assert_false (hall_json_has (json, "a"));
  hall_json_leave (json);
  hall_json_leave (json);
}

static void
strings_of_mixed_list (HallJson *json)
{
  g_auto (GStrv) texts = hall_json_optional_strings (json, "list");

  g_assert_cmpuint (g_strv_length (texts), ==, 1);
}

static void
strings_of_text (HallJson *json)
{
  g_auto (GStrv) texts = hall_json_optional_strings (json, "text");

  g_assert_cmpuint (g_strv_length (texts), ==, 0);
}

static void
expect_less (HallJson *json)
{
  hall_json_expect (json, known);
}

static void
deep_place (HallJson *json)
{
  g_assert_true (hall_json_enter (json, "inner"));
  g_assert_true (hall_json_enter (json, "deep"));
  hall_json_string (json, "a");
  hall_json_leave (json);
  hall_json_leave (json);
}

static void
own_words (HallJson *json)
{
  g_assert_true (hall_json_enter (json, "list"));
  g_assert_true (hall_json_enter_element (json, 2));
  hall_json_fail (json, NULL, "%d is %s", 3, "odd");
  hall_json_fail (json, "x", "a second error is not kept");
  hall_json_leave (json);
  hall_json_leave (json);
}

static void
element_outside (HallJson *json)
{
  g_assert_true (hall_json_enter (json, "list"));
  g_assert_false (hall_json_enter_element (json, 3));
  g_assert_cmpstr (hall_json_element_string (json, 3), ==, NULL);
  g_assert_false (hall_json_failed (json));
  hall_json_leave (json);
  hall_json_fail (json, "list", "nothing was wrong");
}

static const struct
{
  const char *name;
  void (*read) (HallJson *json);
  const char *message;
} mistakes[] = {
  { "text-of-number", read_text_of_number, "d.json: $.number: a text is needed here" },
  { "text-missing", read_text_missing, "d.json: $.gone: missing" },
  { "text-empty", read_text_empty, "d.json: $.empty: must not be empty" },
  { "text-null", read_text_null, "d.json: $.nothing: a text is needed here" },
  { "text-of-object", read_text_of_object, "d.json: $.inner: a text is needed here" },
  { "number-of-text", read_number_of_text, "d.json: $.text: a whole number is needed here" },
  { "number-of-fraction", read_number_of_fraction,
    "d.json: $.real: a whole number is needed here" },
  { "number-too-large", read_number_too_large, "d.json: $.number: must be from 0 to 4" },
  { "number-too-small", read_number_too_small, "d.json: $.number: must be from 6 to 9" },
  { "number-missing", read_number_missing, "d.json: $.gone: missing" },
  { "bool-of-number", read_bool_of_number, "d.json: $.number: true or false is needed here" },
  { "bool-of-text", read_bool_of_text, "d.json: $.text: true or false is needed here" },
  { "enter-missing", enter_missing, "d.json: $.gone: missing" },
  { "count-object", count_object, "d.json: $: a list is needed here" },
  { "has-in-list", has_in_list, "d.json: $.list: an object is needed here" },
  { "has-in-number", has_in_text, "d.json: $.list[1]: an object is needed here" },
  { "strings-of-mixed-list", strings_of_mixed_list,
    "d.json: $.list: element 1: a text is needed here" },
  { "strings-of-text", strings_of_text, "d.json: $.text: a list is needed here" },
  { "unknown-key", expect_less,
    "d.json: $.empty: unknown key; known here: text, number, yes, list, inner" },
  { "deep-place", deep_place, "d.json: $.inner.deep.a: a text is needed here" },
  { "own-words", own_words, "d.json: $.list[2]: 3 is odd" },
  { "element-outside", element_outside, "d.json: $.list: nothing was wrong" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (JsonNode) root = parse (document);
      g_autoptr (HallJson) json = hall_json_new ("d.json", root);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", mistakes[i].name);
      mistakes[i].read (json);
      g_assert_true (hall_json_failed (json));
      g_assert_false (hall_json_finish (json, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, mistakes[i].message);
    }
}

/* After the first error every reading answers nothing and keeps that error. */
static void
test_nothing_after_an_error (void)
{
  g_autoptr (JsonNode) root = parse (document);
  g_autoptr (HallJson) json = hall_json_new ("d.json", root);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) texts = NULL;

  hall_json_string (json, "gone");
  g_assert_cmpstr (hall_json_string (json, "text"), ==, NULL);
  g_assert_cmpint (hall_json_int (json, "number", 0, 9), ==, 0);
  g_assert_cmpint (hall_json_optional_int (json, "number", 0, 9, 4), ==, 4);
  g_assert_false (hall_json_bool (json, "yes"));
  g_assert_false (hall_json_has (json, "text"));
  g_assert_false (hall_json_enter (json, "inner"));
  g_assert_false (hall_json_enter_element (json, 0));
  g_assert_cmpuint (hall_json_count (json), ==, 0);
  g_assert_null (hall_json_members (json));
  g_assert_cmpstr (hall_json_element_string (json, 0), ==, NULL);
  texts = hall_json_optional_strings (json, "list");
  g_assert_cmpuint (g_strv_length (texts), ==, 0);
  hall_json_expect (json, known);
  g_assert_false (hall_json_finish (json, &error));
  g_assert_cmpstr (error->message, ==, "d.json: $.gone: missing");
}

static const struct
{
  const char *text;
  gssize length;
  const char *message;
} broken[] = {
  { "", -1, "x.json: line 1: the document is empty" },
  { "{\n\"a\": 1,\n}", -1, "x.json: line 3: a text in double quotes is needed here" },
  { "{\"a\":1}{}", -1, "x.json: line 1: something follows the end of the document" },
  { "[\"\xFF\"]", -1, "x.json: $: the text is not UTF-8" },
  { "[\"\xC3\"]", -1, "x.json: $: the text is not UTF-8" },
  { "[\"\xED\xA0\x80\"]", -1, "x.json: $: the text is not UTF-8" },
  { "[\"a\0b\"]", 7, "x.json: $: the text is not UTF-8" },
  { "{}\0", 3, "x.json: $: the text is not UTF-8" },
  { "{}trailing", 2, NULL },
  { "[1e400]", -1, "x.json: line 1: the number is too large" },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root =
          hall_json_parse ("x.json", broken[i].text, broken[i].length, &error);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (root != NULL, ==, broken[i].message == NULL);
      if (broken[i].message == NULL)
        continue;
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

/* A comment with a quote in it must not hide a file of brackets from the limit of depth. */
static void
test_deep_behind_a_comment (void)
{
  GString *text = g_string_new ("/* \" */");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append_c (text, '[');
  root = hall_json_parse ("x.json", text->str, -1, &error);
  g_assert_null (root);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/missing-is-allowed", test_missing_is_allowed);
  g_test_add_func ("/json/members-keep-their-order", test_members_keep_their_order);
  g_test_add_func ("/json/mistakes", test_mistakes);
  g_test_add_func ("/json/nothing-after-an-error", test_nothing_after_an_error);
  g_test_add_func ("/json/broken", test_broken);
  g_test_add_func ("/json/deep-behind-a-comment", test_deep_behind_a_comment);
  return g_test_run ();
}
