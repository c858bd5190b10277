/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog.h"

static const char *const document_names[HALL_N_DOCUMENTS] = {
  [HALL_DOCUMENT_APPLICATION_FORM] = "application-form",
  [HALL_DOCUMENT_BUSINESS_LICENCE] = "business-licence",
  [HALL_DOCUMENT_SEAL_SHEET] = "seal-sheet",
  [HALL_DOCUMENT_SUBJECT_ID] = "subject-id",
  [HALL_DOCUMENT_VOUCHER] = "voucher",
};

static const char *const scope_names[HALL_N_CONSENT_SCOPES] = {
  [HALL_CONSENT_ORDER] = "order",
  [HALL_CONSENT_BANK] = "bank",
  [HALL_CONSENT_FACE] = "face",
};

static const char *const subject_names[HALL_N_SECTIONS] = {
  [HALL_SECTION_ORGANISATION] = "organisation", [HALL_SECTION_HANDLER] = "handler",
  [HALL_SECTION_LEGAL_REP] = "legal-rep",       [HALL_SECTION_SUBJECT] = "subject-person",
  [HALL_SECTION_ACCOUNT] = "account",           [HALL_SECTION_DELIVERY] = "delivery",
  [HALL_SECTION_INVOICE] = "invoice",
};

static const char *const mode_names[HALL_N_FIN_AUTH_MODES] = {
  [HALL_FIN_AUTH_REMARK_IS_PIN] = "remark-is-pin",
  [HALL_FIN_AUTH_REMARK_IS_CODE] = "remark-is-code",
};

static const char *const print_names[HALL_N_PRINTS] = {
  [HALL_PRINT_NOT] = "no",
  [HALL_PRINT_WIDE] = "wide",
  [HALL_PRINT_LEFT] = "left",
  [HALL_PRINT_RIGHT] = "right",
  [HALL_PRINT_DECLARATION] = "declaration",
};

#define FIELD_ROLE(id, name) [HALL_FIELD_ROLE_##id] = name,
static const char *const role_names[HALL_N_FIELD_ROLES] = {
#include "hall-role-list.h"
};
#undef FIELD_ROLE

HallCatalog *
hall_catalog_ref (HallCatalog *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hall_catalog_unref (HallCatalog *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->code);
  hall_label_clear (&self->label);
  hall_label_clear (&self->summary);
  hall_label_clear (&self->declaration);
  hall_label_clear (&self->support);
  g_free (self->hotline);
  g_free (self->support_url);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_clear_pointer (&self->faq, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_bytes_unref);
  g_free (self->sha256);
  g_free (self);
}

const HallCertificateType *
hall_catalog_find_type (const HallCatalog *self, const char *id)
{
  for (guint i = 0; i < self->types->len; i++)
    {
      const HallCertificateType *type = g_ptr_array_index (self->types, i);

      if (g_strcmp0 (type->id, id) == 0)
        return type;
    }
  return NULL;
}

const HallField *
hall_catalog_find_field (const HallCatalog *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->fields, id) : NULL;
}

const HallRequirement *
hall_catalog_find_requirement (const HallCatalog *self, const char *slot)
{
  for (guint i = 0; i < self->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (g_strcmp0 (requirement->slot, slot) == 0)
        return requirement;
    }
  return NULL;
}

const HallRequirement *
hall_catalog_find_document (const HallCatalog *self, HallDocumentKind kind)
{
  for (guint i = 0; i < self->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (requirement->kind == kind)
        return requirement;
    }
  return NULL;
}

const HallConsent *
hall_catalog_find_consent (const HallCatalog *self, const char *id)
{
  for (guint i = 0; i < self->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (self->consents, i);

      if (g_strcmp0 (consent->id, id) == 0)
        return consent;
    }
  return NULL;
}

gboolean
hall_section_is_in_type (const HallSection *self, const HallCertificateType *type)
{
  return (self->types & (1u << type->index)) != 0;
}

gboolean
hall_requirement_is_in_type (const HallRequirement *self, const HallCertificateType *type)
{
  return (self->types & (1u << type->index)) != 0;
}

const HallChoice *
hall_field_find_choice (const HallField *self, const char *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const HallChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (choice->id, id) == 0)
        return choice;
    }
  return NULL;
}

const char *
hall_document_kind_get_name (HallDocumentKind kind)
{
  g_return_val_if_fail (kind < HALL_N_DOCUMENTS, NULL);
  return document_names[kind];
}

const char *
hall_consent_scope_get_name (HallConsentScope scope)
{
  g_return_val_if_fail (scope < HALL_N_CONSENT_SCOPES, NULL);
  return scope_names[scope];
}

const char *
hall_section_subject_get_name (HallSectionSubject subject)
{
  g_return_val_if_fail (subject < HALL_N_SECTIONS, NULL);
  return subject_names[subject];
}

const char *
hall_fin_auth_mode_get_name (HallFinAuthMode mode)
{
  g_return_val_if_fail (mode < HALL_N_FIN_AUTH_MODES, NULL);
  return mode_names[mode];
}

const char *
hall_print_get_name (HallPrint print)
{
  g_return_val_if_fail (print < HALL_N_PRINTS, NULL);
  return print_names[print];
}

const char *
hall_field_role_get_name (HallFieldRole role)
{
  g_return_val_if_fail (role < HALL_N_FIELD_ROLES, NULL);
  return role_names[role];
}
