/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-field.h"

#include <string.h>

#define FIELD_ID  "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"
#define CHOICE_ID "^[a-z0-9]+(-[a-z0-9]+)*$"

static void
choice_free (gpointer data)
{
  HallChoice *choice = data;

  g_free (choice->id);
  hall_label_clear (&choice->label);
  g_free (choice);
}

static void
copy_free (gpointer data)
{
  HallCopy *copy = data;

  g_free (copy->id);
  hall_label_clear (&copy->label);
  g_hash_table_unref (copy->fields);
  g_free (copy);
}

static void
field_free (gpointer data)
{
  HallField *field = data;

  g_free (field->id);
  hall_label_clear (&field->label);
  hall_label_clear (&field->hint);
  g_free (field->example);
  g_free (field->evidence);
  g_ptr_array_unref (field->choices);
  g_strfreev (field->choice_ids);
  g_free (field->default_value);
  g_free (field->default_from);
  g_free (field->equals);
  g_free (field->depends_on);
  g_clear_pointer (&field->kind_when, g_hash_table_unref);
  g_strfreev (field->required_when);
  g_free (field);
}

void
hall_catalog_section_free (gpointer data)
{
  HallSection *section = data;

  g_free (section->id);
  hall_label_clear (&section->label);
  hall_label_clear (&section->form_label);
  hall_label_clear (&section->why);
  g_ptr_array_unref (section->fields);
  g_ptr_array_unref (section->copies);
  g_free (section);
}

static const char *const langs[] = { "zh_CN", "en", NULL };

void
hall_catalog_read_label (HallJson *json, const char *member, gboolean required, HallLabel *label)
{
  if ((!required && !hall_json_has (json, member)) || !hall_json_enter (json, member))
    return;
  hall_json_expect (json, langs);
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    label->text[lang] = g_strdup (hall_json_string (json, hall_lang_get_name (lang)));
  hall_json_leave (json);
}

void
hall_catalog_read_paragraphs (HallJson *json, const char *member, HallLabel *label)
{
  if (!hall_json_enter (json, member))
    return;
  hall_json_expect (json, langs);
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    {
      const char *name = hall_lang_get_name (lang);
      g_auto (GStrv) paragraphs = NULL;

      if (!hall_json_has (json, name))
        hall_json_fail (json, name, "missing");
      paragraphs = hall_json_optional_strings (json, name);
      if (g_strv_length (paragraphs) == 0)
        hall_json_fail (json, name, "must not be empty");
      label->text[lang] = g_strjoinv ("\n\n", paragraphs);
    }
  hall_json_leave (json);
}

guint
hall_catalog_read_name (HallJson *json, const char *member, guint n, HallNameFunc name_of)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const char *name = hall_json_string (json, member);

  for (guint i = 0; name != NULL && i < n; i++)
    {
      if (g_str_equal (name, name_of (i)))
        return i;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", name_of (i));
    }
  if (name != NULL)
    hall_json_fail (json, member, "unknown name “%s”; known: %s", name, known->str);
  return 0;
}

guint
hall_catalog_read_types (HallJson *json, const HallCatalog *catalog)
{
  g_auto (GStrv) ids = NULL;
  guint bits = 0;

  if (!hall_json_has (json, "certificate_types"))
    return G_MAXUINT;
  ids = hall_json_optional_strings (json, "certificate_types");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const HallCertificateType *type = hall_catalog_find_type (catalog, ids[i]);

      if (type == NULL)
        hall_json_fail (json, "certificate_types", "there is no certificate type “%s”", ids[i]);
      else
        bits |= 1u << type->index;
    }
  if (bits == 0)
    hall_json_fail (json, "certificate_types", "must name at least one certificate type");
  return bits;
}

static const HallKind *
find_kind (HallJson *json, const char *member, const char *name)
{
  const HallKind *kind = name != NULL ? hall_kind_find (name) : NULL;

  if (name != NULL && kind == NULL)
    hall_json_fail (json, member, "unknown kind “%s”", name);
  return kind;
}

static void
read_choice (HallJson *json, HallField *field)
{
  static const char *const members[] = { "id", "label", NULL };
  HallChoice *choice = g_new0 (HallChoice, 1);
  const char *id;

  hall_json_expect (json, members);
  id = hall_json_string (json, "id");
  if (id != NULL && hall_field_find_choice (field, id) != NULL)
    hall_json_fail (json, "id", "duplicate id “%s”", id);
  if (id != NULL && !g_regex_match_simple (CHOICE_ID, id, G_REGEX_DOLLAR_ENDONLY, 0))
    hall_json_fail (json, "id", "“%s” is not made of small letters, digits and hyphens", id);
  choice->id = g_strdup (id);
  g_ptr_array_add (field->choices, choice);
  hall_catalog_read_label (json, "label", TRUE, &choice->label);
}

static void
read_choices (HallJson *json, HallField *field)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (!hall_json_has (json, "choices") || !hall_json_enter (json, "choices"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_choice (json, field);
        hall_json_leave (json);
      }
  hall_json_leave (json);
  for (guint i = 0; i < field->choices->len && !hall_json_failed (json); i++)
    g_strv_builder_add (ids, ((HallChoice *) g_ptr_array_index (field->choices, i))->id);
  field->choice_ids = g_strv_builder_end (ids);
}

static void
read_suggestions (HallJson *json, HallField *field)
{
  if (!hall_json_has (json, "suggestions"))
    return;
  if (field->choice_ids != NULL)
    hall_json_fail (json, "suggestions", "a field has choices or suggestions, not both");
  g_strfreev (field->choice_ids);
  field->choice_ids = hall_json_optional_strings (json, "suggestions");
}

static void
read_kind_when (HallJson *json, HallField *field)
{
  g_autoptr (GList) names = NULL;

  if (!hall_json_has (json, "kind_when") || !hall_json_enter (json, "kind_when"))
    return;
  field->kind_when = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names = hall_json_members (json);
  if (names == NULL)
    hall_json_fail (json, NULL, "must name at least one choice");
  for (GList *l = names; l != NULL; l = l->next)
    {
      const HallKind *kind = find_kind (json, l->data, hall_json_string (json, l->data));

      if (kind != NULL)
        g_hash_table_insert (field->kind_when, g_strdup (l->data), (gpointer) kind);
    }
  hall_json_leave (json);
}

static void
read_conditions (HallJson *json, HallField *field)
{
  field->depends_on = g_strdup (hall_json_optional_string (json, "depends_on"));
  read_kind_when (json, field);
  if (hall_json_has (json, "required_when"))
    {
      field->required_when = hall_json_optional_strings (json, "required_when");
      if (g_strv_length (field->required_when) == 0)
        hall_json_fail (json, "required_when", "must name at least one choice");
    }
  if ((field->kind_when != NULL || field->required_when != NULL) != (field->depends_on != NULL))
    hall_json_fail (json, "depends_on", "goes with kind_when or required_when, and they with it");
}

static void
read_role (HallJson *json, HallCatalog *catalog, HallField *field)
{
  field->role = -1;
  if (!hall_json_has (json, "role"))
    return;
  field->role = (int) hall_catalog_read_name (json, "role", HALL_N_FIELD_ROLES,
                                              (HallNameFunc) hall_field_role_get_name);
  if (catalog->roles[field->role] != NULL)
    hall_json_fail (json, "role", "“%s” is already the role of %s",
                    hall_field_role_get_name ((HallFieldRole) field->role),
                    catalog->roles[field->role]->id);
  catalog->roles[field->role] = field;
}

static void
read_bounds (HallJson *json, HallField *field)
{
  field->min_chars = (guint) hall_json_optional_int (json, "min_chars", 1, 1000, 0);
  field->max_chars = (guint) hall_json_optional_int (json, "max_chars", 1, 1000, 0);
  field->min_age = (guint) hall_json_optional_int (json, "min_age", 1, 200, 0);
  field->max_age = (guint) hall_json_optional_int (json, "max_age", 1, 200, 0);
  field->not_past = hall_json_optional_bool (json, "not_past", FALSE);
  if (field->max_chars > 0 && field->min_chars > field->max_chars)
    hall_json_fail (json, "min_chars", "is larger than max_chars");
  if (field->max_age > 0 && field->min_age > field->max_age)
    hall_json_fail (json, "min_age", "is larger than max_age");
}

static void
add_field (HallJson *json, HallCatalog *catalog, HallField *field, const char *id)
{
  const HallSection *section = field->section;

  field->id = g_strdup (id);
  if (id == NULL)
    return;
  if (!g_regex_match_simple (FIELD_ID, id, G_REGEX_DOLLAR_ENDONLY, 0))
    hall_json_fail (json, "id", "“%s” is not of the form section.field", id);
  if (section->id != NULL
      && (!g_str_has_prefix (id, section->id) || id[strlen (section->id)] != '.'))
    hall_json_fail (json, "id", "“%s” does not begin with the section's id, “%s.”", id,
                    section->id);
  if (!g_hash_table_insert (catalog->fields, field->id, field))
    hall_json_fail (json, "id", "duplicate id “%s”", id);
}

static void
read_field (HallJson *json, HallCatalog *catalog, HallSection *section)
{
  static const char *const members[] = {
    "id",          "kind",      "label",         "hint",     "example", "required",     "advanced",
    "enter_twice", "form",      "role",          "evidence", "choices", "suggestions",  "min_chars",
    "max_chars",   "min_age",   "max_age",       "not_past", "default", "default_from", "equals",
    "depends_on",  "kind_when", "required_when", NULL
  };
  HallField *field = g_new0 (HallField, 1);

  field->choices = g_ptr_array_new_with_free_func (choice_free);
  field->section = section;
  g_ptr_array_add (section->fields, field);
  hall_json_expect (json, members);
  add_field (json, catalog, field, hall_json_string (json, "id"));
  field->kind = find_kind (json, "kind", hall_json_string (json, "kind"));
  hall_catalog_read_label (json, "label", TRUE, &field->label);
  hall_catalog_read_label (json, "hint", FALSE, &field->hint);
  field->example = g_strdup (hall_json_optional_string (json, "example"));
  field->required = hall_json_bool (json, "required");
  field->advanced = hall_json_optional_bool (json, "advanced", FALSE);
  field->enter_twice = hall_json_optional_bool (json, "enter_twice", FALSE);
  if (hall_json_has (json, "form"))
    field->print = (HallPrint) hall_catalog_read_name (json, "form", HALL_N_PRINTS,
                                                       (HallNameFunc) hall_print_get_name);
  read_role (json, catalog, field);
  field->evidence = g_strdup (hall_json_optional_string (json, "evidence"));
  read_choices (json, field);
  read_suggestions (json, field);
  read_bounds (json, field);
  field->default_value = g_strdup (hall_json_optional_string (json, "default"));
  field->default_from = g_strdup (hall_json_optional_string (json, "default_from"));
  field->equals = g_strdup (hall_json_optional_string (json, "equals"));
  read_conditions (json, field);
}

static void
read_copy (HallJson *json, HallSection *section)
{
  static const char *const members[] = { "id", "label", "fields", NULL };
  HallCopy *copy = g_new0 (HallCopy, 1);
  g_autoptr (GList) names = NULL;

  copy->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  hall_json_expect (json, members);
  copy->id = g_strdup (hall_json_string (json, "id"));
  for (guint i = 0; i < section->copies->len; i++)
    if (g_strcmp0 (((HallCopy *) g_ptr_array_index (section->copies, i))->id, copy->id) == 0)
      hall_json_fail (json, "id", "duplicate id “%s”", copy->id);
  g_ptr_array_add (section->copies, copy);
  hall_catalog_read_label (json, "label", TRUE, &copy->label);
  if (!hall_json_enter (json, "fields"))
    return;
  names = hall_json_members (json);
  if (names == NULL)
    hall_json_fail (json, NULL, "must name at least one field");
  for (GList *l = names; l != NULL; l = l->next)
    g_hash_table_insert (copy->fields, g_strdup (l->data),
                         g_strdup (hall_json_string (json, l->data)));
  hall_json_leave (json);
}

/* The last section of the catalogue is @section itself. */
static void
check_section_id (HallJson *json, const HallCatalog *catalog, const HallSection *section)
{
  for (guint i = 0; i + 1 < catalog->sections->len; i++)
    {
      const HallSection *other = g_ptr_array_index (catalog->sections, i);

      if (g_strcmp0 (other->id, section->id) == 0)
        hall_json_fail (json, "id", "duplicate id “%s”", section->id);
    }
}

static void
read_fields (HallJson *json, HallCatalog *catalog, HallSection *section)
{
  if (!hall_json_enter (json, "fields"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_field (json, catalog, section);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_copies (HallJson *json, HallSection *section)
{
  if (!hall_json_has (json, "copies") || !hall_json_enter (json, "copies"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_copy (json, section);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

void
hall_catalog_read_section (HallJson *json, HallCatalog *catalog)
{
  static const char *const members[] = { "id",         "subject", "label",
                                         "form_label", "why",     "certificate_types",
                                         "fields",     "copies",  "editable_after_acceptance",
                                         NULL };
  HallSection *section = g_new0 (HallSection, 1);

  section->fields = g_ptr_array_new_with_free_func (field_free);
  section->copies = g_ptr_array_new_with_free_func (copy_free);
  g_ptr_array_add (catalog->sections, section);
  hall_json_expect (json, members);
  section->id = g_strdup (hall_json_string (json, "id"));
  check_section_id (json, catalog, section);
  section->subject =
      (HallSectionSubject) hall_catalog_read_name (json, "subject", HALL_N_SECTIONS,
                                                   (HallNameFunc) hall_section_subject_get_name);
  hall_catalog_read_label (json, "label", TRUE, &section->label);
  hall_catalog_read_label (json, "form_label", FALSE, &section->form_label);
  hall_catalog_read_label (json, "why", TRUE, &section->why);
  section->types = hall_catalog_read_types (json, catalog);
  section->editable_after_acceptance =
      hall_json_optional_bool (json, "editable_after_acceptance", FALSE);
  read_fields (json, catalog, section);
  read_copies (json, section);
}
