/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading is strict: the shipped catalogue with one thing changed is refused, and the error
 * names file, place and reason.
 */
#include "hall-catalog-load.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "hall-error.h"
#include "hall-test.h"

typedef enum
{
  SET,  /* puts @value (JSON) at @path; creates the member if it is not there */
  DROP, /* takes the member or element at @path away */
  TWICE /* puts a copy of the element at @path behind the last of its list */
} Change;

typedef struct
{
  Change change;
  const char *path; /* "sections[0].fields[1].kind" */
  const char *value;
  const char *message; /* without the file's name; NULL: it loads */
} Row;

static const Row rows[] = {
#include "catalog-change-list.h"
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static JsonNode *
copy (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return parse (text);
}

/* Splits "sections[0].kind" into "sections", "0", "kind". */
static char **
split_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, ".[]", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static JsonNode *
step (JsonNode *node, const char *part)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_element (json_node_get_array (node), (guint) atoi (part));
  return json_object_get_member (json_node_get_object (node), part);
}

static void
change_array (JsonArray *array, const Row *row, guint index)
{
  g_assert_cmpuint (index, <, json_array_get_length (array));
  if (row->change == TWICE)
    json_array_add_element (array, copy (json_array_get_element (array, index)));
  else
    json_array_remove_element (array, index);
  if (row->change == SET)
    {
      /* what came behind is put behind again */
      g_autoptr (JsonArray) rest = json_array_new ();

      while (json_array_get_length (array) > index)
        {
          json_array_add_element (rest, copy (json_array_get_element (array, index)));
          json_array_remove_element (array, index);
        }
      json_array_add_element (array, parse (row->value));
      for (guint i = 0; i < json_array_get_length (rest); i++)
        json_array_add_element (array, copy (json_array_get_element (rest, i)));
    }
}

static void
change_object (JsonObject *object, const Row *row, const char *member)
{
  if (row->change == DROP)
    {
      g_assert_true (json_object_has_member (object, member));
      json_object_remove_member (object, member);
    }
  else
    json_object_set_member (object, member, parse (row->value));
}

static char *
shipped_text (void)
{
  g_autofree char *path = hall_test_shipped_path ("catalog/yinuo-bidding.json");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
change_text (const char *text, const Row *row)
{
  g_autoptr (JsonNode) root = parse (text);
  g_auto (GStrv) parts = split_path (row->path);
  guint last = g_strv_length (parts) - 1;
  JsonNode *node = root;

  for (guint i = 0; i < last; i++)
    node = step (node, parts[i]);
  if (JSON_NODE_HOLDS_ARRAY (node))
    change_array (json_node_get_array (node), row, (guint) atoi (parts[last]));
  else
    change_object (json_node_get_object (node), row, parts[last]);
  return json_to_string (root, FALSE);
}

/* The reason, behind file and place, has Chinese characters. */
static void
assert_chinese (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gboolean chinese = FALSE;

  g_assert_null (hall_catalog_load_bytes_in ("bad.json", bytes, HALL_LANG_ZH_CN, &error));
  for (const char *p = error->message; *p != '\0'; p = g_utf8_next_char (p))
    chinese = chinese || g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;
  g_test_message ("%s", error->message);
  g_assert_true (chinese);
}

/* Whatever is refused is refused in both languages. */
static HallCatalog *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  HallCatalog *catalog = hall_catalog_load_bytes ("bad.json", bytes, error);

  if (catalog == NULL)
    assert_chinese (bytes);
  return catalog;
}

static void
test_rows (void)
{
  g_autofree char *shipped = shipped_text ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = change_text (shipped, &rows[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (HallCatalog) catalog = load (text, &error);
      g_autofree char *message = NULL;

      g_test_message ("%s", rows[i].path);
      if (rows[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (catalog);
          continue;
        }
      g_assert_null (catalog);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      message = g_strconcat ("bad.json: ", rows[i].message, NULL);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Every member of every object is either optional or missed: the file is taken apart one
 * member at a time, and whatever loads then must be in the list of what may be left out. */
/* clang-format off */
static const char *const optional[] = {
  "advanced", "at_payment", "certificate_types", "copies", "default", "default_from",
  "editable_after_acceptance", "enter_twice", "equals", "evidence", "example", "form", "form_code",
  "hint", "limits", "max_age", "max_chars", "min_age", "min_chars", "not_past", "role",
  "suggestions", NULL
};
/* clang-format on */

static guint
drop_each (JsonNode *root, JsonNode *node)
{
  guint dropped = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      dropped += drop_each (root, json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        {
          g_autoptr (JsonNode) member = json_node_ref (json_object_get_member (object, l->data));
          g_autofree char *name = g_strdup (l->data);
          g_autoptr (HallCatalog) catalog = NULL;
          g_autofree char *text = NULL;

          /* what these hold are names of fields and choices, not members */
          if (!g_str_equal (name, "kind_when")
              && !(g_str_equal (name, "fields") && JSON_NODE_HOLDS_OBJECT (member)))
            dropped += drop_each (root, member);
          dropped++;
          json_object_remove_member (object, name);
          text = json_to_string (root, FALSE);
          catalog = load (text, NULL);
          if (catalog != NULL && !g_strv_contains (optional, name))
            g_error ("the catalogue loads without “%s”", name);
          json_object_set_member (object, name, json_node_ref (member));
        }
    }
  return dropped;
}

static void
test_nothing_else_is_optional (void)
{
  g_autofree char *shipped = shipped_text ();
  g_autoptr (JsonNode) root = parse (shipped);

  g_assert_cmpuint (drop_each (root, root), >, 400);
}

static const struct
{
  const char *text;
  const char *message;
} broken[] = {
  { "", "bad.json: line 1: the document is empty" },
  { "[]", "bad.json: $: an object is needed here" },
  { "{}", "bad.json: $.format: missing" },
  { "null", "bad.json: $: an object is needed here" },
  { "{\"format\":1,}", "bad.json: line 1: a text in double quotes is needed here" },
  { "{\"format\":1,\n\"format\":1}", "bad.json: line 2: the member “format” stands twice" },
  { "// a comment\n{\"format\":1}", "bad.json: line 1: a value is needed here" },
  { "{\"format\":\xFF}", "bad.json: $: the text is not UTF-8" },
  { "{\"format\":1} {}", "bad.json: line 1: something follows the end of the document" },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (broken[i].text, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

static void
test_deep (void)
{
  GString *text = g_string_new ("{\"format\":");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (load (text->str, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "bad.json: line 1: nested too deeply");
  g_string_free (text, TRUE);
}

/* The types of a field are bits of one number: there is an end to them. */
static void
test_many_types (void)
{
  g_autofree char *shipped = shipped_text ();
  g_autoptr (JsonNode) root = parse (shipped);
  JsonArray *types =
      json_object_get_array_member (json_node_get_object (root), "certificate_types");

  for (guint n = 3; n <= 33; n++)
    {
      JsonNode *type = copy (json_array_get_element (types, 0));
      g_autofree char *id = g_strdup_printf ("type-%u", n);
      g_autoptr (HallCatalog) catalog = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      json_object_set_string_member (json_node_get_object (type), "id", id);
      json_array_add_element (types, type);
      text = json_to_string (root, FALSE);
      catalog = load (text, &error);
      g_assert_cmpint (catalog != NULL, ==, n <= 32);
      if (catalog == NULL)
        g_assert_cmpstr (error->message, ==,
                         "bad.json: $.certificate_types[32]: more than 32 certificate types");
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_catalog_load_file ("/nonexistent/x.json", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nonexistent/x.json"));
}

/* The message names the file without its folder: it is shown to people. */
static void
test_file_name (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "half.json", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "{", -1, &error);
  g_assert_no_error (error);
  g_assert_null (hall_catalog_load_file (path, &error));
  g_assert_cmpstr (error->message, ==, "half.json: line 1: a text in double quotes is needed here");
  g_remove (path);
  g_rmdir (folder);
}

/* Cut off anywhere, it is refused and nothing leaks. */
static void
test_cut (void)
{
  g_autofree char *text = shipped_text ();
  gsize length = strlen (g_strchomp (text));

  for (gsize cut = 0; cut < length; cut += 97)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (hall_catalog_load_bytes ("cut.json", bytes, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-load/rows", test_rows);
  g_test_add_func ("/catalog-load/nothing-else-is-optional", test_nothing_else_is_optional);
  g_test_add_func ("/catalog-load/broken", test_broken);
  g_test_add_func ("/catalog-load/deep", test_deep);
  g_test_add_func ("/catalog-load/many-types", test_many_types);
  g_test_add_func ("/catalog-load/no-file", test_no_file);
  g_test_add_func ("/catalog-load/file-name", test_file_name);
  g_test_add_func ("/catalog-load/cut", test_cut);
  return g_test_run ();
}
