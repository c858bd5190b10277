/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-check.h"

/* The certificate types of @types that exist, as bits. */
static guint
existing_types (const HallCatalog *catalog, guint types)
{
  return types & (G_MAXUINT >> (32 - catalog->types->len));
}

/* Whether @other is in every certificate type that @field is in. */
static gboolean
covers (const HallCatalog *catalog, const HallField *other, const HallField *field)
{
  return (existing_types (catalog, field->section->types) & ~other->section->types) == 0;
}

/* An error unless @id is NULL, or another field that is there whenever @field is. */
static void
check_reference (HallJson *json,
                 const HallCatalog *catalog,
                 const HallField *field,
                 const char *member,
                 const char *id)
{
  const HallField *other = hall_catalog_find_field (catalog, id);

  if (id == NULL)
    return;
  if (other == NULL)
    hall_json_fail (json, member, "there is no field “%s”", id);
  else if (other == field)
    hall_json_fail (json, member, "a field cannot point at itself");
  else if (!covers (catalog, other, field))
    hall_json_fail (json, member, "“%s” is missing in a certificate type that has this field", id);
}

static void
check_condition (HallJson *json, const HallCatalog *catalog, const HallField *field)
{
  const HallField *on = hall_catalog_find_field (catalog, field->depends_on);
  GHashTableIter iter;
  gpointer choice;

  if (on == NULL)
    return;
  for (guint i = 0; field->required_when != NULL && field->required_when[i] != NULL; i++)
    if (hall_field_find_choice (on, field->required_when[i]) == NULL)
      hall_json_fail (json, "required_when", "%s has no choice “%s”", on->id,
                      field->required_when[i]);
  if (field->kind_when == NULL)
    return;
  g_hash_table_iter_init (&iter, field->kind_when);
  while (g_hash_table_iter_next (&iter, &choice, NULL))
    if (hall_field_find_choice (on, choice) == NULL)
      hall_json_fail (json, "kind_when", "%s has no choice “%s”", on->id, (char *) choice);
}

static void
check_choices (HallJson *json, const HallField *field)
{
  gboolean is_choice = field->kind->input == HALL_INPUT_CHOICE;

  if (is_choice != (field->choices->len > 0))
    hall_json_fail (json, "choices", "choices go with the kind “choice”, and it with them");
  if (is_choice && field->default_value != NULL
      && hall_field_find_choice (field, field->default_value) == NULL)
    hall_json_fail (json, "default", "“%s” is not one of the choices", field->default_value);
}

static void
check_field (HallJson *json, const HallCatalog *catalog, const HallField *field)
{
  check_reference (json, catalog, field, "default_from", field->default_from);
  check_reference (json, catalog, field, "equals", field->equals);
  check_reference (json, catalog, field, "depends_on", field->depends_on);
  check_condition (json, catalog, field);
  check_choices (json, field);
  if (field->evidence != NULL && !g_str_equal (field->evidence, HALL_PROOF_HANDLER_AUTH)
      && hall_catalog_find_requirement (catalog, field->evidence) == NULL)
    hall_json_fail (json, "evidence", "there is no document “%s”", field->evidence);
  if (field->print != HALL_PRINT_NOT && field->print != HALL_PRINT_DECLARATION
      && *hall_label_get (&field->section->form_label, HALL_LANG_ZH_CN) == '\0')
    hall_json_fail (json, "form", "the section has no form_label, so it is not printed");
}

/* A copy fills fields of its own section from fields that are there whenever these are. */
static void
check_copies (HallJson *json, const HallCatalog *catalog, const HallSection *section)
{
  for (guint i = 0; i < section->copies->len; i++)
    {
      const HallCopy *copy = g_ptr_array_index (section->copies, i);
      GHashTableIter iter;
      gpointer to, from;

      g_hash_table_iter_init (&iter, copy->fields);
      while (g_hash_table_iter_next (&iter, &to, &from))
        {
          const HallField *target = hall_catalog_find_field (catalog, to);

          if (target == NULL)
            hall_json_fail (json, "copies", "there is no field “%s”", (char *) to);
          else if (target->section != section)
            hall_json_fail (json, "copies", "“%s” is in another section", target->id);
          else
            check_reference (json, catalog, target, "copies", from);
        }
    }
}

static void
check_section (HallJson *json, const HallCatalog *catalog, const HallSection *section)
{
  if (hall_json_enter (json, "fields"))
    {
      for (guint i = 0; i < section->fields->len; i++)
        if (hall_json_enter_element (json, i))
          {
            check_field (json, catalog, g_ptr_array_index (section->fields, i));
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  check_copies (json, catalog, section);
}

static void
check_sections (HallJson *json, const HallCatalog *catalog)
{
  if (!hall_json_enter (json, "sections"))
    return;
  for (guint i = 0; i < catalog->sections->len; i++)
    if (hall_json_enter_element (json, i))
      {
        check_section (json, catalog, g_ptr_array_index (catalog->sections, i));
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static guint
count_documents (const HallCatalog *catalog, HallDocumentKind kind)
{
  guint found = 0;

  for (guint i = 0; i < catalog->requirements->len; i++)
    found += ((HallRequirement *) g_ptr_array_index (catalog->requirements, i))->kind == kind;
  return found;
}

static void
check_documents (HallJson *json, const HallCatalog *catalog)
{
  for (guint kind = 0; kind < HALL_N_DOCUMENTS; kind++)
    if (count_documents (catalog, kind) > 1)
      hall_json_fail (json, "documents", "two slots are of the kind “%s”",
                      hall_document_kind_get_name (kind));
  if (count_documents (catalog, HALL_DOCUMENT_APPLICATION_FORM) == 0)
    hall_json_fail (json, "documents", "no slot is of the kind “%s”",
                    hall_document_kind_get_name (HALL_DOCUMENT_APPLICATION_FORM));
}

/* Sensitive data has a consent of its own (PIPL art. 29), so no scope may be without one. */
static void
check_consents (HallJson *json, const HallCatalog *catalog)
{
  guint scopes = 0;

  for (guint i = 0; i < catalog->consents->len; i++)
    scopes |= 1u << ((HallConsent *) g_ptr_array_index (catalog->consents, i))->scope;
  for (guint scope = 0; scope < HALL_N_CONSENT_SCOPES; scope++)
    if ((scopes & (1u << scope)) == 0)
      hall_json_fail (json, "consents", "no consent has the scope “%s”",
                      hall_consent_scope_get_name (scope));
}

/* The certificate types for persons, as bits. */
static guint
person_types (const HallCatalog *catalog)
{
  guint bits = 0;

  for (guint i = 0; i < catalog->types->len; i++)
    if (((const HallCertificateType *) g_ptr_array_index (catalog->types, i))->for_person)
      bits |= 1u << i;
  return bits;
}

static void
check_role (HallJson *json, const HallCatalog *catalog, HallFieldRole role, guint types)
{
  const HallField *field = catalog->roles[role];
  const char *name = hall_field_role_get_name (role);

  if (types == 0)
    return;
  if (field == NULL)
    hall_json_fail (json, "sections", "no field has the role “%s”", name);
  else if ((types & ~field->section->types) != 0)
    hall_json_fail (json, "sections", "a certificate type has no field with the role “%s”", name);
  else if (!field->required)
    hall_json_fail (json, "sections", "%s has the role “%s”, so it must be required", field->id,
                    name);
}

/* The roles that rules cannot do without. */
static void
check_roles (HallJson *json, const HallCatalog *catalog)
{
  static const HallFieldRole always[] = {
    HALL_FIELD_ROLE_ORGANISATION_NAME, HALL_FIELD_ROLE_ORGANISATION_CODE,
    HALL_FIELD_ROLE_LEGAL_REP_NAME,    HALL_FIELD_ROLE_HANDLER_NAME,
    HALL_FIELD_ROLE_HANDLER_ID,        HALL_FIELD_ROLE_HANDLER_MOBILE,
    HALL_FIELD_ROLE_ACCOUNT_NAME,      HALL_FIELD_ROLE_ACCOUNT_BANK,
    HALL_FIELD_ROLE_ACCOUNT_NUMBER
  };
  static const HallFieldRole for_person[] = { HALL_FIELD_ROLE_SUBJECT_NAME,
                                              HALL_FIELD_ROLE_SUBJECT_ID,
                                              HALL_FIELD_ROLE_SUBJECT_MOBILE };

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    check_role (json, catalog, always[i], existing_types (catalog, G_MAXUINT));
  for (gsize i = 0; i < G_N_ELEMENTS (for_person); i++)
    check_role (json, catalog, for_person[i], person_types (catalog));
}

/* Names in braces that paper fills in; any other would be printed as it stands. */
static void
check_declaration (HallJson *json, const HallCatalog *catalog)
{
  static const char *const known[] = { "organisation", "handler", "legal_rep", "agreement", NULL };

  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    {
      const char *text = hall_label_get (&catalog->declaration, lang);
      g_auto (GStrv) parts = g_strsplit_set (text, "{}", -1);

      /* text, name, text, name, … text */
      if (g_strv_length (parts) % 2 == 0)
        hall_json_fail (json, "declaration", "a brace is missing");
      for (guint i = 1; i < g_strv_length (parts); i += 2)
        if (!g_strv_contains (known, parts[i]))
          hall_json_fail (json, "declaration", "unknown name in braces “{%s}”", parts[i]);
    }
}

void
hall_catalog_check (HallJson *json, const HallCatalog *catalog)
{
  check_sections (json, catalog);
  check_documents (json, catalog);
  check_consents (json, catalog);
  check_roles (json, catalog);
  check_declaration (json, catalog);
}
