/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the guide demands of the shipped catalogue, and finding things in it.
 */
#include "hall-catalog.h"

#include <string.h>

#include "hall-test.h"

/* The fields that an application cannot do without. */
static void
test_mandatory_fields (void)
{
  /* clang-format off */
  static const char *const mandatory[] = {
    "organisation.name", "organisation.id_type", "organisation.uscc", "organisation.address",
    "handler.name", "handler.id_number", "handler.mobile", "legal_rep.name", "legal_rep.id_type",
    "legal_rep.id_number", "subject_person.name", "subject_person.mobile",
    "subject_person.id_number", "basic_account.account_name", "basic_account.bank_name",
    "basic_account.bank_province", "basic_account.bank_city", "basic_account.branch_name",
    "basic_account.account_no", "delivery.recipient", "delivery.recipient_phone",
    "delivery.province", "delivery.city", "delivery.district", "delivery.detail_address",
    "invoice.invoice_type", "invoice.title", "invoice.tax_no", "invoice.email", NULL
  };
  /* clang-format on */
  const HallCatalog *catalog = hall_test_catalog ();
  GHashTableIter iter;
  gpointer id, field;
  guint required = 0;

  g_hash_table_iter_init (&iter, catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &field))
    {
      g_test_message ("%s", (char *) id);
      g_assert_cmpint (((const HallField *) field)->required, ==, g_strv_contains (mandatory, id));
      required += ((const HallField *) field)->required;
    }
  g_assert_cmpuint (required, ==, G_N_ELEMENTS (mandatory) - 1);
}

/* Whoever reviews a field that stands on the form is led to what proves it, in every type. */
static void
test_evidence (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  GHashTableIter iter;
  gpointer id, value;
  guint printed = 0;

  g_hash_table_iter_init (&iter, catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallField *field = value;
      const HallRequirement *document;

      g_test_message ("%s", (char *) id);
      printed += field->print != HALL_PRINT_NOT;
      g_assert_true (field->print == HALL_PRINT_NOT || field->evidence != NULL);
      if (field->evidence == NULL || g_str_equal (field->evidence, HALL_PROOF_HANDLER_AUTH))
        continue;
      document = hall_catalog_find_requirement (catalog, field->evidence);
      g_assert_nonnull (document);
      for (guint i = 0; i < catalog->types->len; i++)
        {
          const HallCertificateType *type = g_ptr_array_index (catalog->types, i);

          g_assert_true (!hall_section_is_in_type (field->section, type)
                         || hall_requirement_is_in_type (document, type));
        }
    }
  g_assert_cmpuint (printed, >, 10);
}

/* Documents of 2.2: which type needs which slot. */
static void
test_documents (void)
{
  static const struct
  {
    const char *slot;
    HallDocumentKind kind;
    gboolean organisation, person, at_payment, form_code;
  } rows[] = {
    { "application_form", HALL_DOCUMENT_APPLICATION_FORM, TRUE, TRUE, FALSE, TRUE },
    { "business_licence", HALL_DOCUMENT_BUSINESS_LICENCE, TRUE, TRUE, FALSE, FALSE },
    { "seal_capture_sheet", HALL_DOCUMENT_SEAL_SHEET, TRUE, TRUE, FALSE, TRUE },
    { "subject_id_copy", HALL_DOCUMENT_SUBJECT_ID, FALSE, TRUE, FALSE, FALSE },
    { "payment_voucher", HALL_DOCUMENT_VOUCHER, TRUE, TRUE, TRUE, FALSE },
  };
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *organisation = hall_catalog_find_type (catalog, "organisation");
  const HallCertificateType *person = hall_catalog_find_type (catalog, "organisation-person");

  g_assert_cmpuint (catalog->requirements->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const HallRequirement *found = hall_catalog_find_requirement (catalog, rows[i].slot);

      g_test_message ("%s", rows[i].slot);
      g_assert_true (hall_catalog_find_document (catalog, rows[i].kind) == found);
      g_assert_cmpint (found->kind, ==, rows[i].kind);
      g_assert_cmpint (hall_requirement_is_in_type (found, organisation), ==, rows[i].organisation);
      g_assert_cmpint (hall_requirement_is_in_type (found, person), ==, rows[i].person);
      g_assert_cmpint (found->at_payment, ==, rows[i].at_payment);
      g_assert_cmpint (found->form_code, ==, rows[i].form_code);
      g_assert_cmpuint (found->max_bytes, ==, 2 * 1024 * 1024);
    }
}

/* Bank, delivery and invoice stay off the paper; of the legal representative only the name. */
static void
test_printed_sections (void)
{
  static const char *const printed[] = { "organisation", "handler", "legal_rep", "subject_person",
                                         NULL };
  const HallCatalog *catalog = hall_test_catalog ();

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);
      guint fields = 0;

      for (guint j = 0; j < section->fields->len; j++)
        fields += ((HallField *) g_ptr_array_index (section->fields, j))->print != HALL_PRINT_NOT;
      g_test_message ("%s", section->id);
      g_assert_cmpint (fields > 0, ==, g_strv_contains (printed, section->id));
    }
}

/* A left field is followed by a right one, or the pair on paper has a hole. */
static void
test_printed_pairs (void)
{
  const HallCatalog *catalog = hall_test_catalog ();

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);
      gboolean open = FALSE;

      for (guint j = 0; j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          if (field->print == HALL_PRINT_NOT)
            continue;
          g_assert_cmpint (field->print == HALL_PRINT_RIGHT, ==, open);
          open = field->print == HALL_PRINT_LEFT;
        }
      g_assert_false (open);
    }
}

/* Consents: four before the order, and face and bank data apart from them. */
static void
test_consents (void)
{
  static const struct
  {
    const char *id;
    HallConsentScope scope;
  } rows[] = {
    { "service-agreement", HALL_CONSENT_ORDER },
    { "privacy-policy", HALL_CONSENT_ORDER },
    { "information-authorisation", HALL_CONSENT_ORDER },
    { "certification-agreement", HALL_CONSENT_ORDER },
    { "bank-data", HALL_CONSENT_BANK },
    { "face-data", HALL_CONSENT_FACE },
  };
  const HallCatalog *catalog = hall_test_catalog ();

  g_assert_cmpuint (catalog->consents->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const HallConsent *consent = hall_catalog_find_consent (catalog, rows[i].id);

      g_assert_nonnull (consent);
      g_assert_cmpint (consent->scope, ==, rows[i].scope);
      g_assert_cmpuint (strlen (consent->sha256), ==, 64);
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (consent->sha256, !=,
                         hall_catalog_find_consent (catalog, rows[j].id)->sha256);
    }
}

/* What is given as an example must itself be good, and of the person it is of. */
static void
test_examples (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, catalog->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HallField *field = value;
      g_autofree char *tidy = NULL;
      HallCheckContext context;

      hall_test_context (&context);
      context.min_chars = field->min_chars;
      context.max_chars = field->max_chars;
      context.min_age = field->min_age;
      context.max_age = field->max_age;
      context.not_past = field->not_past;
      context.choices = (const char *const *) field->choice_ids;
      g_test_message ("%s: %s", field->id, field->example);
      if (field->choices->len > 0)
        continue;
      g_assert_nonnull (field->example);
      g_assert_cmpint (hall_kind_check (field->kind, field->example, &context, &tidy, NULL), ==,
                       HALL_GOOD);
      g_assert_cmpstr (tidy, ==, field->example);
    }
}

/* The bank names offered are good values of their own field. */
static void
test_suggestions (void)
{
  const HallField *field =
      hall_catalog_find_field (hall_test_catalog (), "basic_account.bank_name");
  HallCheckContext context;

  hall_test_context (&context);
  context.choices = (const char *const *) field->choice_ids;
  for (guint i = 0; field->choice_ids[i] != NULL; i++)
    {
      g_autofree char *tidy = NULL;

      g_test_message ("%s", field->choice_ids[i]);
      g_assert_cmpint (hall_kind_check (field->kind, field->choice_ids[i], &context, &tidy, NULL),
                       ==, HALL_GOOD);
      g_assert_cmpstr (tidy, ==, field->choice_ids[i]);
    }
}

static void
test_roles (void)
{
  static const char *const ids[HALL_N_FIELD_ROLES] = {
    [HALL_FIELD_ROLE_ORGANISATION_NAME] = "organisation.name",
    [HALL_FIELD_ROLE_ORGANISATION_CODE] = "organisation.uscc",
    [HALL_FIELD_ROLE_LEGAL_REP_NAME] = "legal_rep.name",
    [HALL_FIELD_ROLE_LICENCE_VALID_UNTIL] = "organisation.licence_valid_to",
    [HALL_FIELD_ROLE_HANDLER_NAME] = "handler.name",
    [HALL_FIELD_ROLE_HANDLER_ID] = "handler.id_number",
    [HALL_FIELD_ROLE_HANDLER_MOBILE] = "handler.mobile",
    [HALL_FIELD_ROLE_SUBJECT_NAME] = "subject_person.name",
    [HALL_FIELD_ROLE_SUBJECT_ID] = "subject_person.id_number",
    [HALL_FIELD_ROLE_SUBJECT_MOBILE] = "subject_person.mobile",
    [HALL_FIELD_ROLE_ACCOUNT_NAME] = "basic_account.account_name",
    [HALL_FIELD_ROLE_ACCOUNT_BANK] = "basic_account.bank_name",
    [HALL_FIELD_ROLE_ACCOUNT_BRANCH] = "basic_account.branch_name",
    [HALL_FIELD_ROLE_ACCOUNT_NUMBER] = "basic_account.account_no",
    [HALL_FIELD_ROLE_ACCOUNT_CNAPS] = "basic_account.cnaps_code",
    [HALL_FIELD_ROLE_DELIVERY_RECIPIENT] = "delivery.recipient",
    [HALL_FIELD_ROLE_DELIVERY_PHONE] = "delivery.recipient_phone",
    [HALL_FIELD_ROLE_DELIVERY_PROVINCE] = "delivery.province",
    [HALL_FIELD_ROLE_DELIVERY_CITY] = "delivery.city",
    [HALL_FIELD_ROLE_DELIVERY_DISTRICT] = "delivery.district",
    [HALL_FIELD_ROLE_DELIVERY_ADDRESS] = "delivery.detail_address",
    [HALL_FIELD_ROLE_DELIVERY_POSTCODE] = "delivery.postcode",
    [HALL_FIELD_ROLE_INVOICE_TYPE] = "invoice.invoice_type",
  };
  const HallCatalog *catalog = hall_test_catalog ();

  for (guint role = 0; role < HALL_N_FIELD_ROLES; role++)
    {
      g_assert_cmpstr (catalog->roles[role]->id, ==, ids[role]);
      g_assert_cmpint (catalog->roles[role]->role, ==, (int) role);
    }
}

/* The three shortest answers to "how much": what the guide shows. */
static void
test_prices (void)
{
  const HallCatalog *catalog = hall_test_catalog ();

  g_assert_cmpint (hall_catalog_find_type (catalog, "organisation")->amount_fen, ==, 90000);
  g_assert_cmpint (hall_catalog_find_type (catalog, "organisation-person")->amount_fen, ==, 90000);
  g_assert_cmpuint (catalog->review_workdays, ==, 3);
}

/* Chinese is written with the marks of Chinese. */
static void
assert_chinese (const char *what, const HallLabel *label)
{
  const char *text = hall_label_get (label, HALL_LANG_ZH_CN);

  g_test_message ("%s: %s", what, text);
  g_assert_false (g_regex_match_simple ("[\\x{4E00}-\\x{9FFF}][,;:?!()]", text, 0, 0));
  g_assert_false (g_regex_match_simple ("[,;?!][\\x{4E00}-\\x{9FFF}]", text, 0, 0));
  g_assert_cmpint (*text != '\0', ==, *hall_label_get (label, HALL_LANG_EN) != '\0');
}

static void
test_punctuation (void)
{
  const HallCatalog *catalog = hall_test_catalog ();

  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      assert_chinese (consent->id, &consent->label);
      assert_chinese (consent->id, &consent->text);
    }
  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      assert_chinese (section->id, &section->label);
      assert_chinese (section->id, &section->why);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          assert_chinese (field->id, &field->label);
          assert_chinese (field->id, &field->hint);
        }
    }
  for (guint i = 0; i < catalog->faq->len; i++)
    {
      assert_chinese ("question", &((HallFaq *) g_ptr_array_index (catalog->faq, i))->question);
      assert_chinese ("answer", &((HallFaq *) g_ptr_array_index (catalog->faq, i))->answer);
    }
  assert_chinese ("declaration", &catalog->declaration);
}

/* finding things */

static void
test_find (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallField *field = hall_catalog_find_field (catalog, "organisation.id_type");

  g_assert_cmpstr (field->section->id, ==, "organisation");
  g_assert_cmpstr (hall_field_find_choice (field, "other")->id, ==, "other");
  g_assert_null (hall_field_find_choice (field, "none"));
  g_assert_null (hall_field_find_choice (field, NULL));
  g_assert_null (hall_catalog_find_field (catalog, "organisation"));
  g_assert_null (hall_catalog_find_field (catalog, NULL));
  g_assert_null (hall_catalog_find_type (catalog, "person"));
  g_assert_null (hall_catalog_find_type (catalog, NULL));
  g_assert_null (hall_catalog_find_requirement (catalog, "licence"));
  g_assert_null (hall_catalog_find_requirement (catalog, NULL));
  g_assert_null (hall_catalog_find_consent (catalog, "cookies"));
}

static void
test_types_of_sections (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *organisation = hall_catalog_find_type (catalog, "organisation");
  const HallCertificateType *person = hall_catalog_find_type (catalog, "organisation-person");

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      g_assert_true (hall_section_is_in_type (section, person));
      g_assert_cmpint (hall_section_is_in_type (section, organisation), ==,
                       !g_str_equal (section->id, "subject_person"));
    }
}

static void
test_source (void)
{
  HallCatalog *catalog = (HallCatalog *) hall_test_catalog ();
  g_autofree char *path = hall_test_shipped_path ("catalog/yinuo-bidding.json");
  g_autofree char *sha256 = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (catalog->source, NULL),
                   g_bytes_get_size (catalog->source));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_assert_cmpstr (catalog->sha256, ==, sha256);
  g_assert_true (hall_catalog_ref (catalog) == catalog);
  hall_catalog_unref (catalog);
}

typedef const char *(*NameFunc) (guint value);

static void
test_names (void)
{
  static const struct
  {
    const char *what;
    guint n;
    NameFunc name;
  } lists[] = {
    { "document kind", HALL_N_DOCUMENTS, (NameFunc) hall_document_kind_get_name },
    { "consent scope", HALL_N_CONSENT_SCOPES, (NameFunc) hall_consent_scope_get_name },
    { "section subject", HALL_N_SECTIONS, (NameFunc) hall_section_subject_get_name },
    { "bank proof mode", HALL_N_FIN_AUTH_MODES, (NameFunc) hall_fin_auth_mode_get_name },
    { "print", HALL_N_PRINTS, (NameFunc) hall_print_get_name },
    { "field role", HALL_N_FIELD_ROLES, (NameFunc) hall_field_role_get_name },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint value = 0; value < lists[i].n; value++)
      {
        g_test_message ("%s %u", lists[i].what, value);
        g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", lists[i].name (value), 0, 0));
        for (guint other = 0; other < value; other++)
          g_assert_cmpstr (lists[i].name (value), !=, lists[i].name (other));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/mandatory-fields", test_mandatory_fields);
  g_test_add_func ("/catalog/evidence", test_evidence);
  g_test_add_func ("/catalog/documents", test_documents);
  g_test_add_func ("/catalog/printed-sections", test_printed_sections);
  g_test_add_func ("/catalog/printed-pairs", test_printed_pairs);
  g_test_add_func ("/catalog/consents", test_consents);
  g_test_add_func ("/catalog/examples", test_examples);
  g_test_add_func ("/catalog/suggestions", test_suggestions);
  g_test_add_func ("/catalog/roles", test_roles);
  g_test_add_func ("/catalog/prices", test_prices);
  g_test_add_func ("/catalog/punctuation", test_punctuation);
  g_test_add_func ("/catalog/find", test_find);
  g_test_add_func ("/catalog/types-of-sections", test_types_of_sections);
  g_test_add_func ("/catalog/source", test_source);
  g_test_add_func ("/catalog/names", test_names);
  return g_test_run ();
}
