/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Canonical JSON: equal data gives equal bytes.
 */
#include "hall-json.h"

static const struct
{
  const char *text;
  const char *canonical;
} cases[] = {
  { "null", "null" },
  { " true ", "true" },
  { "[ 1 , -2 , 0 ]", "[1,-2,0]" },
  { "-9223372036854775808", "-9223372036854775808" },
  { "{ }", "{}" },
  { "[[],{},\"\"]", "[[],{},\"\"]" },
  /* members are sorted, in objects inside as well; lists are not */
  { "{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}" },
  { "{\"a\":{\"z\":1,\"y\":[3,1,2]}}", "{\"a\":{\"y\":[3,1,2],\"z\":1}}" },
  { "{\"a\":1,\"A\":2,\"aa\":3,\"\":4}", "{\"\":4,\"A\":2,\"a\":1,\"aa\":3}" },
  { "{\"10\":1,\"1\":2,\"2\":3}", "{\"1\":2,\"10\":1,\"2\":3}" },
  { "{\"机构\":1,\"经办人\":2}", "{\"机构\":1,\"经办人\":2}" },
  /* the sorting example of RFC 8785, 3.2.3: by UTF-16 units, not by bytes */
  { "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
    "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\xEF\xAC\xB3\":3}" },
  /* only what must be escaped is, in its shortest form */
  { "\"\\u0008\\u0009\\u000a\\u000c\\u000d\"", "\"\\b\\t\\n\\f\\r\"" },
  { "\"\\u0001\\u001F\"", "\"\\u0001\\u001f\"" },
  { "\"\\u0022\\u005c\\/\"", "\"\\\"\\\\/\"" },
  { "\"\\u5f20\\u4E09\\u007f\"", "\"张三\x7F\"" },
  { "\"<&>'\"", "\"<&>'\"" },
  { "{\"a\\\"b\":1}", "{\"a\\\"b\":1}" },
  /* fractions, which hall data has not */
  { "[0.5,1.0,0.1,1e21,-2.5e-7]", "[0.5,1,0.1,1e+21,-2.5e-07]" },
  { "[0.30000000000000004]", "[0.30000000000000004]" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = hall_json_parse ("row", cases[i].text, -1, &error);
      g_autoptr (JsonNode) again = NULL;
      g_autofree char *canonical = NULL;
      g_autofree char *twice = NULL;

      g_assert_no_error (error);
      canonical = hall_json_canonical (root);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      again = hall_json_parse ("row", canonical, -1, &error);
      g_assert_no_error (error);
      twice = hall_json_canonical (again);
      g_assert_cmpstr (twice, ==, canonical);
    }
}

/* However the members came in, the bytes are the same. */
static void
test_order_does_not_matter (void)
{
  static const char *const names[] = { "a", "b.c", "b_d", "é", "张", "zz" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *first = NULL;

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *canonical = NULL;
      guint left = (1u << G_N_ELEMENTS (names)) - 1;

      json_node_take_object (root, json_object_new ());
      while (left != 0)
        {
          int i = g_rand_int_range (random, 0, G_N_ELEMENTS (names));

          if ((left & (1u << i)) != 0)
            json_object_set_int_member (json_node_get_object (root), names[i], i);
          left &= ~(1u << i);
        }
      canonical = hall_json_canonical (root);
      if (first == NULL)
        first = g_strdup (canonical);
      g_assert_cmpstr (canonical, ==, first);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-canonical/cases", test_cases);
  g_test_add_func ("/json-canonical/order-does-not-matter", test_order_does_not_matter);
  return g_test_run ();
}
