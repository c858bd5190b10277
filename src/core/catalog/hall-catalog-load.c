/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-load.h"

#include <string.h>

#include "hall-catalog-check.h"
#include "hall-catalog-field.h"
#include "hall-error.h"
#include "hall-json.h"

#define FORMAT    1
#define MAX_FEN   G_GINT64_CONSTANT (100000000)
#define MAX_BYTES (64 * 1024 * 1024)

static void
price_item_free (gpointer data)
{
  HallPriceItem *item = data;

  g_free (item->id);
  hall_label_clear (&item->label);
  g_free (item);
}

static void
certificate_type_free (gpointer data)
{
  HallCertificateType *type = data;

  g_free (type->id);
  hall_label_clear (&type->label);
  hall_label_clear (&type->summary);
  hall_label_clear (&type->form_title);
  hall_label_clear (&type->medium);
  g_ptr_array_unref (type->prices);
  g_free (type);
}

static void
consent_free (gpointer data)
{
  HallConsent *consent = data;

  g_free (consent->id);
  g_free (consent->version);
  hall_label_clear (&consent->label);
  hall_label_clear (&consent->text);
  g_free (consent->sha256);
  g_free (consent);
}

static void
requirement_free (gpointer data)
{
  HallRequirement *requirement = data;

  g_free (requirement->slot);
  hall_label_clear (&requirement->label);
  hall_label_clear (&requirement->hint);
  g_free (requirement);
}

static void
limit_free (gpointer data)
{
  HallLimit *limit = data;

  g_strfreev (limit->fields);
  g_free (limit);
}

static void
faq_free (gpointer data)
{
  HallFaq *faq = data;

  hall_label_clear (&faq->question);
  hall_label_clear (&faq->answer);
  g_free (faq);
}

/* Runs @read on each element of the list @member, which must not be empty. */
static void
read_list (HallJson *json,
           HallCatalog *self,
           const char *member,
           void (*read) (HallJson *, HallCatalog *))
{
  if (!hall_json_enter (json, member))
    return;
  if (hall_json_count (json) == 0)
    hall_json_fail (json, NULL, "the list must not be empty");
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read (json, self);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_price_item (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "id", "label", "amount_fen", NULL };
  HallCertificateType *type = g_ptr_array_index (self->types, self->types->len - 1);
  HallPriceItem *item = g_new0 (HallPriceItem, 1);

  hall_json_expect (json, members);
  item->id = g_strdup (hall_json_string (json, "id"));
  for (guint i = 0; i < type->prices->len; i++)
    if (g_strcmp0 (((HallPriceItem *) g_ptr_array_index (type->prices, i))->id, item->id) == 0)
      hall_json_fail (json, "id", "duplicate id “%s”", item->id);
  g_ptr_array_add (type->prices, item);
  hall_catalog_read_label (json, "label", TRUE, &item->label);
  item->amount_fen = hall_json_int (json, "amount_fen", 0, MAX_FEN);
  type->amount_fen += item->amount_fen;
}

static void
read_type (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "id",         "label",  "summary",        "form_title",
                                         "for_person", "medium", "validity_years", "prices",
                                         NULL };
  HallCertificateType *type = g_new0 (HallCertificateType, 1);
  const char *id;

  type->prices = g_ptr_array_new_with_free_func (price_item_free);
  type->index = self->types->len;
  hall_json_expect (json, members);
  id = hall_json_string (json, "id");
  if (id != NULL && hall_catalog_find_type (self, id) != NULL)
    hall_json_fail (json, "id", "duplicate id “%s”", id);
  if (self->types->len >= 32)
    hall_json_fail (json, NULL, "more than 32 certificate types");
  type->id = g_strdup (id);
  g_ptr_array_add (self->types, type);
  hall_catalog_read_label (json, "label", TRUE, &type->label);
  hall_catalog_read_label (json, "summary", TRUE, &type->summary);
  hall_catalog_read_label (json, "form_title", TRUE, &type->form_title);
  hall_catalog_read_label (json, "medium", TRUE, &type->medium);
  type->for_person = hall_json_bool (json, "for_person");
  type->validity_years = (guint) hall_json_int (json, "validity_years", 1, 5);
  read_list (json, self, "prices", read_price_item);
}

static void
hash_consent (HallConsent *consent)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    {
      const char *text = hall_label_get (&consent->text, lang);

      g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
    }
  consent->sha256 = g_strdup (g_checksum_get_string (checksum));
}

static void
read_consent (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "id", "version", "scope", "label", "text", NULL };
  HallConsent *consent = g_new0 (HallConsent, 1);
  const char *id;

  hall_json_expect (json, members);
  id = hall_json_string (json, "id");
  if (id != NULL && hall_catalog_find_consent (self, id) != NULL)
    hall_json_fail (json, "id", "duplicate id “%s”", id);
  consent->id = g_strdup (id);
  g_ptr_array_add (self->consents, consent);
  consent->version = g_strdup (hall_json_string (json, "version"));
  consent->scope =
      (HallConsentScope) hall_catalog_read_name (json, "scope", HALL_N_CONSENT_SCOPES,
                                                 (HallNameFunc) hall_consent_scope_get_name);
  hall_catalog_read_label (json, "label", TRUE, &consent->label);
  hall_catalog_read_paragraphs (json, "text", &consent->text);
  hash_consent (consent);
}

static void
read_requirement (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = {
    "slot",      "kind",      "label",     "hint",       "certificate_types",
    "max_bytes", "max_pages", "form_code", "at_payment", NULL
  };
  HallRequirement *requirement = g_new0 (HallRequirement, 1);
  const char *slot;

  hall_json_expect (json, members);
  slot = hall_json_string (json, "slot");
  if (slot != NULL && hall_catalog_find_requirement (self, slot) != NULL)
    hall_json_fail (json, "slot", "duplicate id “%s”", slot);
  requirement->slot = g_strdup (slot);
  g_ptr_array_add (self->requirements, requirement);
  requirement->kind =
      (HallDocumentKind) hall_catalog_read_name (json, "kind", HALL_N_DOCUMENTS,
                                                 (HallNameFunc) hall_document_kind_get_name);
  hall_catalog_read_label (json, "label", TRUE, &requirement->label);
  hall_catalog_read_label (json, "hint", TRUE, &requirement->hint);
  requirement->types = hall_catalog_read_types (json, self);
  requirement->max_bytes = (gsize) hall_json_int (json, "max_bytes", 1024, MAX_BYTES);
  requirement->max_pages = (guint) hall_json_int (json, "max_pages", 1, 100);
  requirement->form_code = hall_json_optional_bool (json, "form_code", FALSE);
  requirement->at_payment = hall_json_optional_bool (json, "at_payment", FALSE);
}

static void
read_limit (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "fields", "max_gbk_bytes", NULL };
  HallLimit *limit = g_new0 (HallLimit, 1);

  g_ptr_array_add (self->limits, limit);
  hall_json_expect (json, members);
  limit->fields = hall_json_optional_strings (json, "fields");
  if (g_strv_length (limit->fields) < 2)
    hall_json_fail (json, "fields", "at least two fields share a limit");
  for (guint i = 0; limit->fields[i] != NULL; i++)
    if (hall_catalog_find_field (self, limit->fields[i]) == NULL)
      hall_json_fail (json, "fields", "there is no field “%s”", limit->fields[i]);
  limit->max_gbk_bytes = (guint) hall_json_int (json, "max_gbk_bytes", 1, 10000);
}

static void
read_faq (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "question", "answer", NULL };
  HallFaq *faq = g_new0 (HallFaq, 1);

  g_ptr_array_add (self->faq, faq);
  hall_json_expect (json, members);
  hall_catalog_read_label (json, "question", TRUE, &faq->question);
  hall_catalog_read_paragraphs (json, "answer", &faq->answer);
}

static void
read_project (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = {
    "id", "code", "label", "summary", "review_workdays", "fin_auth_mode", NULL
  };

  if (!hall_json_enter (json, "project"))
    return;
  hall_json_expect (json, members);
  self->id = g_strdup (hall_json_string (json, "id"));
  self->code = g_strdup (hall_json_string (json, "code"));
  hall_catalog_read_label (json, "label", TRUE, &self->label);
  hall_catalog_read_label (json, "summary", TRUE, &self->summary);
  self->review_workdays = (guint) hall_json_int (json, "review_workdays", 1, 60);
  self->fin_auth_mode =
      (HallFinAuthMode) hall_catalog_read_name (json, "fin_auth_mode", HALL_N_FIN_AUTH_MODES,
                                                (HallNameFunc) hall_fin_auth_mode_get_name);
  hall_json_leave (json);
}

static void
read_support (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "hotline", "url", "text", NULL };

  if (!hall_json_enter (json, "support"))
    return;
  hall_json_expect (json, members);
  self->hotline = g_strdup (hall_json_string (json, "hotline"));
  self->support_url = g_strdup (hall_json_string (json, "url"));
  hall_catalog_read_paragraphs (json, "text", &self->support);
  hall_json_leave (json);
}

static void
read_catalog (HallJson *json, HallCatalog *self)
{
  static const char *const members[] = { "format",   "project",     "certificate_types",
                                         "consents", "declaration", "sections",
                                         "limits",   "documents",   "support",
                                         "faq",      NULL };

  hall_json_expect (json, members);
  hall_json_int (json, "format", FORMAT, FORMAT);
  read_project (json, self);
  read_list (json, self, "certificate_types", read_type);
  read_list (json, self, "consents", read_consent);
  hall_catalog_read_paragraphs (json, "declaration", &self->declaration);
  read_list (json, self, "documents", read_requirement);
  read_list (json, self, "sections", hall_catalog_read_section);
  if (hall_json_has (json, "limits"))
    read_list (json, self, "limits", read_limit);
  read_support (json, self);
  read_list (json, self, "faq", read_faq);
  if (!hall_json_failed (json))
    hall_catalog_check (json, self);
}

static HallCatalog *
catalog_new (GBytes *source)
{
  HallCatalog *self = g_new0 (HallCatalog, 1);

  self->ref_count = 1;
  self->types = g_ptr_array_new_with_free_func (certificate_type_free);
  self->consents = g_ptr_array_new_with_free_func (consent_free);
  self->sections = g_ptr_array_new_with_free_func (hall_catalog_section_free);
  self->requirements = g_ptr_array_new_with_free_func (requirement_free);
  self->limits = g_ptr_array_new_with_free_func (limit_free);
  self->faq = g_ptr_array_new_with_free_func (faq_free);
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  self->source = g_bytes_ref (source);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  return self;
}

HallCatalog *
hall_catalog_load_bytes_in (const char *name, GBytes *source, HallLang lang, GError **error)
{
  g_autoptr (HallCatalog) self = NULL;
  g_autoptr (HallJson) json = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize length;
  const char *text = g_bytes_get_data (source, &length);

  root = hall_json_parse_in (name, text != NULL ? text : "", (gssize) length, lang, error);
  if (root == NULL)
    return NULL;
  self = catalog_new (source);
  json = hall_json_new (name, root);
  hall_json_set_lang (json, lang);
  read_catalog (json, self);
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

HallCatalog *
hall_catalog_load_bytes (const char *name, GBytes *source, GError **error)
{
  return hall_catalog_load_bytes_in (name, source, HALL_LANG_EN, error);
}

HallCatalog *
hall_catalog_load_file (const char *path, GError **error)
{
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &read_error))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, read_error->message);
      return NULL;
    }
  source = g_bytes_new_take (text, length);
  return hall_catalog_load_bytes (name, source, error);
}
