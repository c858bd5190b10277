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

/* clang-format off */
static const Row rows[] = {
  /* nothing changed, or nothing that matters */
  { SET, "format", "1", NULL },
  { SET, "sections[0].why.en", "\"Another reason\"", NULL },
  { DROP, "limits", NULL, NULL },
  { DROP, "sections[0].fields[0].hint", NULL, NULL },
  { DROP, "sections[3].copies", NULL, NULL },

  /* unknown keys, at every level */
  { SET, "colour", "1", "$.colour: unknown key; known here: format, project, certificate_types, consents, declaration, sections, limits, documents, support, faq" },
  { SET, "project.owner", "\"x\"", "$.project.owner: unknown key; known here: id, code, label, summary, review_workdays, fin_auth_mode" },
  { SET, "project.label.de", "\"x\"", "$.project.label.de: unknown key; known here: zh_CN, en" },
  { SET, "certificate_types[1].price", "1", "$.certificate_types[1].price: unknown key; known here: id, label, summary, form_title, for_person, medium, validity_years, prices" },
  { SET, "certificate_types[0].prices[0].currency", "\"CNY\"", "$.certificate_types[0].prices[0].currency: unknown key; known here: id, label, amount_fen" },
  { SET, "consents[2].url", "\"x\"", "$.consents[2].url: unknown key; known here: id, version, scope, label, text" },
  { SET, "sections[4].color", "1", "$.sections[4].color: unknown key; known here: id, subject, label, form_label, why, certificate_types, fields, copies, editable_after_acceptance" },
  { SET, "sections[0].fields[0].max_len", "5", "$.sections[0].fields[0].max_len: unknown key; known here: id, kind, label, hint, example, required, advanced, enter_twice, form, role, evidence, choices, suggestions, min_chars, max_chars, min_age, max_age, not_past, default, default_from, equals, depends_on, kind_when, required_when" },
  { SET, "sections[0].fields[1].choices[0].hint", "\"x\"", "$.sections[0].fields[1].choices[0].hint: unknown key; known here: id, label" },
  { SET, "sections[3].copies[0].when", "\"x\"", "$.sections[3].copies[0].when: unknown key; known here: id, label, fields" },
  { SET, "limits[0].max_chars", "1", "$.limits[0].max_chars: unknown key; known here: fields, max_gbk_bytes" },
  { SET, "documents[0].min_bytes", "1", "$.documents[0].min_bytes: unknown key; known here: slot, kind, label, hint, certificate_types, max_bytes, max_pages, form_code, at_payment" },
  { SET, "support.mail", "\"x\"", "$.support.mail: unknown key; known here: hotline, url, text" },
  { SET, "faq[0].order", "1", "$.faq[0].order: unknown key; known here: question, answer" },

  /* missing */
  { DROP, "format", NULL, "$.format: missing" },
  { DROP, "project", NULL, "$.project: missing" },
  { DROP, "project.id", NULL, "$.project.id: missing" },
  { DROP, "project.label", NULL, "$.project.label: missing" },
  { DROP, "project.label.en", NULL, "$.project.label.en: missing" },
  { DROP, "project.review_workdays", NULL, "$.project.review_workdays: missing" },
  { DROP, "certificate_types[0].form_title.zh_CN", NULL, "$.certificate_types[0].form_title.zh_CN: missing" },
  { DROP, "certificate_types[0].for_person", NULL, "$.certificate_types[0].for_person: missing" },
  { DROP, "certificate_types[0].prices", NULL, "$.certificate_types[0].prices: missing" },
  { DROP, "consents", NULL, "$.consents: missing" },
  { DROP, "consents[0].version", NULL, "$.consents[0].version: missing" },
  { DROP, "consents[0].text.zh_CN", NULL, "$.consents[0].text.zh_CN: missing" },
  { DROP, "declaration", NULL, "$.declaration: missing" },
  { DROP, "sections", NULL, "$.sections: missing" },
  { DROP, "sections[1].label", NULL, "$.sections[1].label: missing" },
  { DROP, "sections[1].why.en", NULL, "$.sections[1].why.en: missing" },
  { DROP, "sections[1].fields", NULL, "$.sections[1].fields: missing" },
  { DROP, "sections[0].fields[0].label", NULL, "$.sections[0].fields[0].label: missing" },
  { DROP, "sections[0].fields[0].label.zh_CN", NULL, "$.sections[0].fields[0].label.zh_CN: missing" },
  { DROP, "sections[0].fields[0].hint.en", NULL, "$.sections[0].fields[0].hint.en: missing" },
  { DROP, "sections[0].fields[0].kind", NULL, "$.sections[0].fields[0].kind: missing" },
  { DROP, "sections[0].fields[0].required", NULL, "$.sections[0].fields[0].required: missing" },
  { DROP, "sections[0].fields[1].choices[2].label", NULL, "$.sections[0].fields[1].choices[2].label: missing" },
  { DROP, "documents[3].slot", NULL, "$.documents[3].slot: missing" },
  { DROP, "documents[3].max_bytes", NULL, "$.documents[3].max_bytes: missing" },
  { DROP, "limits[0].fields", NULL, "$.limits[0].fields: at least two fields share a limit" },
  { DROP, "support.hotline", NULL, "$.support.hotline: missing" },
  { DROP, "faq[1].answer", NULL, "$.faq[1].answer: missing" },

  /* empty */
  { SET, "project.code", "\"\"", "$.project.code: must not be empty" },
  { SET, "project.label.zh_CN", "\"\"", "$.project.label.zh_CN: must not be empty" },
  { SET, "certificate_types", "[]", "$.certificate_types: the list must not be empty" },
  { SET, "certificate_types[0].prices", "[]", "$.certificate_types[0].prices: the list must not be empty" },
  { SET, "consents[0].text.en", "[]", "$.consents[0].text.en: must not be empty" },
  { SET, "documents", "[]", "$.documents: the list must not be empty" },
  { SET, "sections", "[]", "$.sections: the list must not be empty" },
  { SET, "limits", "[]", "$.limits: the list must not be empty" },
  { SET, "faq", "[]", "$.faq: the list must not be empty" },
  { SET, "sections[3].certificate_types", "[]", "$.sections[3].certificate_types: must name at least one certificate type" },
  { SET, "sections[0].fields[2].kind_when", "{}", "$.sections[0].fields[2].kind_when: must name at least one choice" },
  { SET, "sections[3].copies[1].fields", "{}", "$.sections[3].copies[1].fields: must name at least one field" },
  { SET, "sections[6].fields[1].required_when", "[]", "$.sections[6].fields[1].required_when: must name at least one choice" },

  /* wrong types */
  { SET, "format", "\"1\"", "$.format: a whole number is needed here" },
  { SET, "format", "1.0", "$.format: a whole number is needed here" },
  { SET, "format", "2", "$.format: must be from 1 to 1" },
  { SET, "project", "[]", "$.project: an object is needed here" },
  { SET, "project.id", "7", "$.project.id: a text is needed here" },
  { SET, "project.label", "\"x\"", "$.project.label: an object is needed here" },
  { SET, "project.label.en", "null", "$.project.label.en: a text is needed here" },
  { SET, "project.review_workdays", "\"3\"", "$.project.review_workdays: a whole number is needed here" },
  { SET, "certificate_types", "{}", "$.certificate_types: a list is needed here" },
  { SET, "certificate_types[0]", "\"organisation\"", "$.certificate_types[0]: an object is needed here" },
  { SET, "certificate_types[0].for_person", "0", "$.certificate_types[0].for_person: true or false is needed here" },
  { SET, "certificate_types[0].prices[0].amount_fen", "900.5", "$.certificate_types[0].prices[0].amount_fen: a whole number is needed here" },
  { SET, "consents[0].text.zh_CN", "\"x\"", "$.consents[0].text.zh_CN: a list is needed here" },
  { SET, "consents[0].text.zh_CN", "[1]", "$.consents[0].text.zh_CN: element 0: a text is needed here" },
  { SET, "sections[0].fields[0].required", "\"true\"", "$.sections[0].fields[0].required: true or false is needed here" },
  { SET, "sections[0].fields[0].example", "5", "$.sections[0].fields[0].example: a text is needed here" },
  { SET, "sections[0].fields[1].choices", "{}", "$.sections[0].fields[1].choices: a list is needed here" },
  { SET, "sections[0].fields[2].kind_when", "[]", "$.sections[0].fields[2].kind_when: an object is needed here" },
  { SET, "sections[3].copies[0].fields", "[]", "$.sections[3].copies[0].fields: an object is needed here" },
  { SET, "documents[0].form_code", "1", "$.documents[0].form_code: true or false is needed here" },

  /* out of range */
  { SET, "project.review_workdays", "0", "$.project.review_workdays: must be from 1 to 60" },
  { SET, "certificate_types[0].validity_years", "0", "$.certificate_types[0].validity_years: must be from 1 to 5" },
  { SET, "certificate_types[0].validity_years", "6", "$.certificate_types[0].validity_years: must be from 1 to 5" },
  { SET, "certificate_types[0].prices[0].amount_fen", "-1", "$.certificate_types[0].prices[0].amount_fen: must be from 0 to 100000000" },
  { SET, "documents[0].max_bytes", "9223372036854775807", "$.documents[0].max_bytes: must be from 1024 to 67108864" },
  { SET, "documents[0].max_pages", "0", "$.documents[0].max_pages: must be from 1 to 100" },
  { SET, "sections[4].fields[4].min_chars", "61", "$.sections[4].fields[4].min_chars: is larger than max_chars" },
  { SET, "sections[1].fields[2].min_age", "121", "$.sections[1].fields[2].min_age: is larger than max_age" },

  /* unknown names */
  { SET, "project.fin_auth_mode", "\"code\"", "$.project.fin_auth_mode: unknown name “code”; known: remark-is-pin, remark-is-code" },
  { SET, "consents[0].scope", "\"all\"", "$.consents[0].scope: unknown name “all”; known: order, bank, face" },
  { SET, "sections[0].subject", "\"company\"", "$.sections[0].subject: unknown name “company”; known: organisation, handler, legal-rep, subject-person, account, delivery, invoice" },
  { SET, "sections[0].fields[0].kind", "\"company\"", "$.sections[0].fields[0].kind: unknown kind “company”" },
  { SET, "sections[0].fields[2].kind_when.other", "\"passport\"", "$.sections[0].fields[2].kind_when.other: unknown kind “passport”" },
  { SET, "sections[0].fields[0].form", "\"middle\"", "$.sections[0].fields[0].form: unknown name “middle”; known: no, wide, left, right" },
  { SET, "documents[0].kind", "\"letter\"", "$.documents[0].kind: unknown name “letter”; known: application-form, business-licence, seal-sheet, subject-id, voucher" },
  { SET, "sections[3].certificate_types", "[\"person\"]", "$.sections[3].certificate_types: there is no certificate type “person”" },
  { SET, "documents[3].certificate_types[0]", "\"person\"", "$.documents[3].certificate_types: there is no certificate type “person”" },

  /* names of a wrong form */
  { SET, "sections[0].fields[5].id", "\"phone\"", "$.sections[0].fields[5].id: “phone” is not of the form section.field" },
  { SET, "sections[0].fields[5].id", "\"organisation.Phone\"", "$.sections[0].fields[5].id: “organisation.Phone” is not of the form section.field" },
  { SET, "sections[0].fields[5].id", "\"organisation.phone\\n\"", "$.sections[0].fields[5].id: “organisation.phone\n” is not of the form section.field" },
  { SET, "sections[0].fields[5].id", "\"handler.phone\"", "$.sections[0].fields[5].id: “handler.phone” does not begin with the section's id, “organisation.”" },
  { SET, "sections[0].fields[1].choices[1].id", "\"Other one\"", "$.sections[0].fields[1].choices[1].id: “Other one” is not made of small letters, digits and hyphens" },

  /* twice */
  { SET, "certificate_types[1].id", "\"organisation\"", "$.certificate_types[1].id: duplicate id “organisation”" },
  { TWICE, "certificate_types[0].prices[0]", NULL, "$.certificate_types[0].prices[1].id: duplicate id “certificate”" },
  { TWICE, "consents[1]", NULL, "$.consents[6].id: duplicate id “privacy-policy”" },
  { TWICE, "documents[1]", NULL, "$.documents[5].slot: duplicate id “business_licence”" },
  { SET, "documents[1].kind", "\"application-form\"", "$.documents: two slots are of the kind “application-form”" },
  { TWICE, "sections[5]", NULL, "$.sections[7].id: duplicate id “delivery”" },
  { TWICE, "sections[0].fields[5]", NULL, "$.sections[0].fields[6].id: duplicate id “organisation.phone”" },
  { TWICE, "sections[0].fields[1].choices[0]", NULL, "$.sections[0].fields[1].choices[4].id: duplicate id “uscc”" },
  { TWICE, "sections[3].copies[0]", NULL, "$.sections[3].copies[2].id: duplicate id “same-as-handler”" },
  { SET, "sections[0].fields[5].role", "\"handler-name\"", "$.sections[1].fields[0].role: “handler-name” is already the role of organisation.phone" },

  /* references */
  { SET, "sections[4].fields[0].equals", "\"organisation.title\"", "$.sections[4].fields[0].equals: there is no field “organisation.title”" },
  { SET, "sections[4].fields[0].equals", "\"basic_account.account_name\"", "$.sections[4].fields[0].equals: a field cannot point at itself" },
  { SET, "sections[4].fields[0].equals", "\"subject_person.name\"", "$.sections[4].fields[0].equals: “subject_person.name” is missing in a certificate type that has this field" },
  { SET, "sections[5].fields[0].default_from", "\"handler.nome\"", "$.sections[5].fields[0].default_from: there is no field “handler.nome”" },
  { SET, "sections[5].fields[0].default_from", "\"subject_person.name\"", "$.sections[5].fields[0].default_from: “subject_person.name” is missing in a certificate type that has this field" },
  { SET, "sections[6].fields[1].depends_on", "\"invoice.kind\"", "$.sections[6].fields[1].depends_on: there is no field “invoice.kind”" },
  { SET, "sections[6].fields[1].depends_on", "\"organisation.name\"", "$.sections[6].fields[1].required_when: organisation.name has no choice “normal”" },
  { SET, "sections[6].fields[1].required_when[0]", "\"ordinary\"", "$.sections[6].fields[1].required_when: invoice.invoice_type has no choice “ordinary”" },
  { SET, "sections[0].fields[2].kind_when", "{\"else\":\"text\"}", "$.sections[0].fields[2].kind_when: organisation.id_type has no choice “else”" },
  { DROP, "sections[0].fields[2].kind_when", NULL, "$.sections[0].fields[2].depends_on: goes with kind_when or required_when, and they with it" },
  { DROP, "sections[0].fields[2].depends_on", NULL, "$.sections[0].fields[2].depends_on: goes with kind_when or required_when, and they with it" },
  { SET, "sections[0].fields[0].evidence", "\"licence\"", "$.sections[0].fields[0].evidence: there is no document “licence”" },
  { SET, "sections[3].copies[0].fields", "{\"subject_person.nam\":\"handler.name\"}", "$.sections[3].copies: there is no field “subject_person.nam”" },
  { SET, "sections[3].copies[0].fields", "{\"subject_person.name\":\"handler.nam\"}", "$.sections[3].copies: there is no field “handler.nam”" },
  { SET, "sections[3].copies[0].fields", "{\"handler.name\":\"legal_rep.name\"}", "$.sections[3].copies: “handler.name” is in another section" },
  { SET, "sections[2].copies[0].fields", "{\"legal_rep.name\":\"subject_person.name\"}", "$.sections[2].copies: “subject_person.name” is missing in a certificate type that has this field" },
  { SET, "limits[1].fields[0]", "\"invoice.bunk\"", "$.limits[1].fields: there is no field “invoice.bunk”" },
  { SET, "limits[1].fields", "[\"invoice.bank\"]", "$.limits[1].fields: at least two fields share a limit" },

  /* choices, suggestions, defaults */
  { DROP, "sections[0].fields[1].choices", NULL, "$.sections[0].fields[1].choices: choices go with the kind “choice”, and it with them" },
  { SET, "sections[0].fields[1].choices", "[]", "$.sections[0].fields[1].choices: choices go with the kind “choice”, and it with them" },
  { SET, "sections[0].fields[1].kind", "\"text\"", "$.sections[0].fields[1].choices: choices go with the kind “choice”, and it with them" },
  { SET, "sections[0].fields[1].default", "\"licence\"", "$.sections[0].fields[1].default: “licence” is not one of the choices" },
  { SET, "sections[0].fields[1].suggestions", "[\"a\"]", "$.sections[0].fields[1].suggestions: a field has choices or suggestions, not both" },
  { SET, "sections[4].fields[1].form", "\"wide\"", "$.sections[4].fields[1].form: the section has no form_label, so it is not printed" },

  /* what rules cannot do without */
  { DROP, "sections[1].fields[1].role", NULL, "$.sections: no field has the role “handler-mobile”" },
  { SET, "sections[1].fields[1].required", "false", "$.sections: handler.mobile has the role “handler-mobile”, so it must be required" },
  { DROP, "sections[3].fields[1].role", NULL, "$.sections: no field has the role “subject-mobile”" },
  { SET, "sections[3].certificate_types", "[\"organisation\"]", "$.sections: a certificate type has no field with the role “subject-name”" },
  { SET, "sections[0].certificate_types", "[\"organisation-person\"]", "$.sections[4].fields[0].default_from: “organisation.name” is missing in a certificate type that has this field" },
  { SET, "documents[0].kind", "\"voucher\"", "$.documents: two slots are of the kind “voucher”" },
  { DROP, "consents[5]", NULL, "$.consents: no consent has the scope “face”" },
  { DROP, "consents[4]", NULL, "$.consents: no consent has the scope “bank”" },
  { SET, "declaration.zh_CN", "[\"{handler}\",\"{agent}\"]", "$.declaration: unknown name in braces “{agent}”" },
  { SET, "declaration.en", "[\"{handler\"]", "$.declaration: a brace is missing" },
};
/* clang-format on */

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

static HallCatalog *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hall_catalog_load_bytes ("bad.json", bytes, error);
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
static const char *const optional[] = { "advanced",
                                        "at_payment",
                                        "certificate_types",
                                        "copies",
                                        "default",
                                        "default_from",
                                        "editable_after_acceptance",
                                        "enter_twice",
                                        "equals",
                                        "evidence",
                                        "example",
                                        "form",
                                        "form_code",
                                        "hint",
                                        "limits",
                                        "max_age",
                                        "max_chars",
                                        "min_age",
                                        "min_chars",
                                        "not_past",
                                        "role",
                                        "suggestions",
                                        NULL };

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
  g_test_add_func ("/catalog-load/no-file", test_no_file);
  g_test_add_func ("/catalog-load/file-name", test_file_name);
  g_test_add_func ("/catalog-load/cut", test_cut);
  return g_test_run ();
}
