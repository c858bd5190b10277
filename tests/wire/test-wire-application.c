/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interchange file of an application: the examples, there and back again, and what is none.
 */
#include "hall-wire-application.h"

#include <string.h>

#include "hall-error.h"
#include "hall-test.h"

static const char *const examples[] = { "organisation", "organisation-person" };

/* The examples of tests/data, or those in the folder HALL_EXAMPLES_DIR. */
static char *
read_example (const char *name)
{
  const char *folder = g_getenv ("HALL_EXAMPLES_DIR");
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path =
      folder != NULL ? g_build_filename (folder, file, NULL)
                     : g_test_build_filename (G_TEST_DIST, "data", "applications", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static HallApplication *
parse (const char *text, GError **error)
{
  return hall_wire_parse_application ("a.json", text, -1, error);
}

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = read_example (examples[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (HallApplication) application = parse (text, &error);
      g_autoptr (HallApplication) tidy = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      HallCheckContext context;

      g_assert_no_error (error);
      g_assert_cmpstr (application->project, ==, "yinuo-bidding");
      g_assert_cmpstr (application->certificate_type, ==, examples[i]);
      hall_test_context (&context);
      findings = hall_application_check (application, hall_test_catalog (), &context);
      g_assert_cmpuint (findings->len, ==, 0);
      /* and nothing in them needs tidying or a default */
      tidy = hall_application_copy (application);
      hall_application_tidy (tidy, hall_test_catalog ());
      hall_application_fill_defaults (tidy, hall_test_catalog ());
      g_assert_true (hall_application_equal (tidy, application));
    }
}

static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = read_example (examples[i]);
      g_autoptr (HallApplication) application = parse (text, NULL);
      g_autofree char *printed = NULL;
      g_autofree char *again = NULL;
      g_autoptr (HallApplication) back = NULL;

      hall_application_set_confirmed (application, "organisation.uscc", TRUE);
      hall_application_set_confirmed (application, "basic_account.cnaps_code", TRUE);
      hall_application_set (application, "handler.email", "\"\\\b\f\n\r\t\x01/<>&'😀");
      printed = hall_wire_print_application (application);
      back = parse (printed, NULL);
      g_assert_true (hall_application_equal (back, application));
      again = hall_wire_print_application (back);
      g_assert_cmpstr (again, ==, printed);
    }
}

/* Printed for people: a line for each value, sorted, and no confirmations where there are none. */
static void
test_print (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("p", "t");
  g_autofree char *bare = NULL;
  g_autofree char *confirmed = NULL;

  hall_application_set (application, "b.b", "2");
  hall_application_set (application, "a.a", "1");
  bare = hall_wire_print_application (application);
  g_assert_true (g_regex_match_simple ("^\\{\n *\"project\" ?: \"p\",\n"
                                       " *\"certificate_type\" ?: \"t\",\n"
                                       " *\"fields\" ?: \\{\n"
                                       " *\"a.a\" ?: \"1\",\n *\"b.b\" ?: \"2\"\n *\\}\n\\}$",
                                       bare, 0, 0));
  hall_application_set_confirmed (application, "b.b", TRUE);
  hall_application_set_confirmed (application, "a.a", TRUE);
  confirmed = hall_wire_print_application (application);
  g_assert_true (g_regex_match_simple ("\"confirmed\" ?: \\[\n *\"a.a\",\n *\"b.b\"\n *\\]\n\\}$",
                                       confirmed, 0, 0));
}

/* Values come in as they are: tidying is the next step, and somebody else's. */
static void
test_values_are_not_tidied (void)
{
  g_autoptr (HallApplication) application = parse (
      "{\"project\":\"p\",\"certificate_type\":\"t\",\"fields\":{\"a.b\":\" x \",\"c.d\":\"\"},"
      "\"confirmed\":[\"e.f\"]}",
      NULL);

  g_assert_cmpstr (hall_application_get (application, "a.b"), ==, " x ");
  g_assert_cmpuint (g_hash_table_size (application->values), ==, 1);
  g_assert_true (hall_application_is_confirmed (application, "e.f"));
}

#define HEAD "{\"project\":\"p\",\"certificate_type\":\"t\","

static const struct
{
  const char *text;
  const char *message;
} hostile[] = {
  { "", "a.json: line 1: the document is empty" },
  { "{", "a.json: line 1: a text in double quotes is needed here" },
  { "null", "a.json: $: an object is needed here" },
  { "[]", "a.json: $: an object is needed here" },
  { "{}", "a.json: $.project: missing" },
  { "{\"project\":null}", "a.json: $.project: a text is needed here" },
  { "{\"project\":\"\"}", "a.json: $.project: must not be empty" },
  { "{\"project\":\"p\"}", "a.json: $.certificate_type: missing" },
  { HEAD "\"fields\":{}", "a.json: line 1: “,” or “}” is needed here" },
  { "{\"project\":\"p\",\"certificate_type\":\"t\"}", "a.json: $.fields: missing" },
  { HEAD "\"fields\":[]}", "a.json: $.fields: an object is needed here" },
  { HEAD "\"fields\":{\"a.b\":1}}", "a.json: $.fields.a.b: a text is needed here" },
  { HEAD "\"fields\":{\"a.b\":null}}", "a.json: $.fields.a.b: a text is needed here" },
  { HEAD "\"fields\":{\"a.b\":[\"x\"]}}", "a.json: $.fields.a.b: a text is needed here" },
  { HEAD "\"fields\":{\"a.b\":\"1\",\"a.b\":\"2\"}}",
    "a.json: line 1: the member “a.b” stands twice" },
  { HEAD "\"fields\":{\"a.b\":\"1\",\"a\\u002eb\":\"2\"}}",
    "a.json: line 1: the member “a.b” stands twice" },
  { HEAD "\"fields\":{},\"confirmed\":{}}", "a.json: $.confirmed: a list is needed here" },
  { HEAD "\"fields\":{},\"confirmed\":[1]}",
    "a.json: $.confirmed: element 0: a text is needed here" },
  { HEAD "\"fields\":{},\"signature\":\"x\"}",
    "a.json: $.signature: unknown key; known here: project, certificate_type, fields, confirmed" },
  { HEAD "\"fields\":{\"a.b\":\"\xFF\"}}", "a.json: $: the text is not UTF-8" },
  { HEAD "\"fields\":{\"a.b\":\"\\ud800\"}}",
    "a.json: line 1: half of a surrogate pair is missing" },
  { HEAD "\"fields\":{\"a.b\":\"\\u0000\"}}",
    "a.json: line 1: a text cannot hold the character U+0000" },
  { HEAD "\"fields\":{}} {}", "a.json: line 1: something follows the end of the document" },
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallApplication) application = parse (hostile[i].text, &error);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (application);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, hostile[i].message);
    }
}

/* As many fields and as long values as are taken, and one more. */
static void
test_limits (void)
{
  static const struct
  {
    guint fields;
    guint bytes;
    const char *message;
  } rows[] = {
    { 200, 1, NULL },
    { 201, 1, "a.json: $.fields: more than 200 fields" },
    { 1, 4096, NULL },
    { 1, 4097, "a.json: $.fields.a.f0: more than 4096 bytes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD "\"fields\":{");
      g_autofree char *value = g_strnfill (rows[i].bytes, 'x');
      g_autoptr (HallApplication) application = NULL;
      g_autoptr (GError) error = NULL;

      for (guint f = 0; f < rows[i].fields; f++)
        g_string_append_printf (text, "%s\"a.f%u\":\"%s\"", f > 0 ? "," : "", f, value);
      g_string_append (text, "}}");
      application = parse (text->str, &error);
      g_assert_cmpint (application != NULL, ==, rows[i].message == NULL);
      if (rows[i].message != NULL)
        g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* The length is the length: what stands behind it is not read. */
static void
test_length (void)
{
  static const char text[] = HEAD "\"fields\":{}}garbage";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallApplication) application =
      hall_wire_parse_application ("a.json", text, (gssize) strlen (text) - 7, &error);

  g_assert_no_error (error);
  g_assert_nonnull (application);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire-application/examples", test_examples);
  g_test_add_func ("/wire-application/round-trip", test_round_trip);
  g_test_add_func ("/wire-application/print", test_print);
  g_test_add_func ("/wire-application/values-are-not-tidied", test_values_are_not_tidied);
  g_test_add_func ("/wire-application/hostile", test_hostile);
  g_test_add_func ("/wire-application/limits", test_limits);
  g_test_add_func ("/wire-application/length", test_length);
  return g_test_run ();
}
