/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One certificate project: its certificate types, prices, consents, fields and
 * documents. Loaded once, never changed, shared between threads by reference.
 * Everything else (form page, validation, paper, review) is a loop over this.
 */
#pragma once

#include "hall-kind.h"

#define FIELD_ROLE(id, name) HALL_FIELD_ROLE_##id,
typedef enum
{
#include "hall-role-list.h"
  HALL_N_FIELD_ROLES
} HallFieldRole;
#undef FIELD_ROLE

/* Where a field stands on the printed form. */
typedef enum
{
  HALL_PRINT_NOT,
  HALL_PRINT_WIDE,
  HALL_PRINT_LEFT,
  HALL_PRINT_RIGHT,
  HALL_PRINT_DECLARATION, /* beside the signatures, not in its section's table */
  HALL_N_PRINTS
} HallPrint;

/* What a document is; reasons and checks are bound to this, not to the slot's id. */
typedef enum
{
  HALL_DOCUMENT_APPLICATION_FORM,
  HALL_DOCUMENT_BUSINESS_LICENCE,
  HALL_DOCUMENT_SEAL_SHEET,
  HALL_DOCUMENT_SUBJECT_ID,
  HALL_DOCUMENT_VOUCHER,
  HALL_N_DOCUMENTS
} HallDocumentKind;

/* When a consent is asked: before the order, or when the sensitive data is taken. */
typedef enum
{
  HALL_CONSENT_ORDER,
  HALL_CONSENT_BANK,
  HALL_CONSENT_FACE,
  HALL_N_CONSENT_SCOPES
} HallConsentScope;

/* What a section's data is about; reasons are bound to this. */
typedef enum
{
  HALL_SECTION_ORGANISATION,
  HALL_SECTION_HANDLER,
  HALL_SECTION_LEGAL_REP,
  HALL_SECTION_SUBJECT,
  HALL_SECTION_ACCOUNT,
  HALL_SECTION_DELIVERY,
  HALL_SECTION_INVOICE,
  HALL_N_SECTIONS
} HallSectionSubject;

/* How the bank proof ends: the remark of the transfer brings the PIN, or a code to type in. */
typedef enum
{
  HALL_FIN_AUTH_REMARK_IS_PIN,
  HALL_FIN_AUTH_REMARK_IS_CODE,
  HALL_N_FIN_AUTH_MODES
} HallFinAuthMode;

typedef struct
{
  char *id;
  HallLabel label;
} HallChoice;

/* What proves a field is no document, but the pictures of the handler's authentication. */
#define HALL_PROOF_HANDLER_AUTH "handler_auth"

typedef struct _HallField HallField;
typedef struct _HallSection HallSection;

struct _HallField
{
  char *id; /* "organisation.name" */
  const HallSection *section;
  const HallKind *kind;
  HallLabel label;
  HallLabel hint; /* may be empty */
  char *example;  /* (nullable) */
  gboolean required;
  gboolean advanced;    /* shown folded away */
  gboolean enter_twice; /* typed again for safety, kept once */
  HallPrint print;
  int role;       /* HallFieldRole or -1 */
  char *evidence; /* (nullable): the slot that proves it, or HALL_PROOF_HANDLER_AUTH */
  guint min_chars, max_chars, min_age, max_age;
  gboolean not_past;
  GPtrArray *choices;    /* (element-type HallChoice), empty unless a choice */
  char **choice_ids;     /* (nullable): the ids, or the suggested texts */
  char *default_value;   /* (nullable) */
  char *default_from;    /* (nullable): field to copy while this one is empty */
  char *equals;          /* (nullable): field that must hold the same text */
  char *depends_on;      /* (nullable): the choice field that the two below look at */
  GHashTable *kind_when; /* (nullable): choice id -> HallKind */
  char **required_when;  /* (nullable): choice ids */
};

/* "Same as the handler": fills several fields from others. */
typedef struct
{
  char *id;
  HallLabel label;
  GHashTable *fields; /* target field id -> source field id */
} HallCopy;

struct _HallSection
{
  char *id;
  HallSectionSubject subject;
  HallLabel label;
  HallLabel form_label; /* may be empty: the section does not stand on paper */
  HallLabel why;
  guint types; /* bit i: belongs to certificate type i */
  gboolean editable_after_acceptance;
  GPtrArray *fields; /* (element-type HallField) */
  GPtrArray *copies; /* (element-type HallCopy) */
};

/* Fields that must fit a common limit. */
typedef struct
{
  char **fields;
  guint max_gbk_bytes;
} HallLimit;

typedef struct
{
  char *id;
  HallLabel label;
  gint64 amount_fen;
} HallPriceItem;

typedef struct
{
  char *id;
  guint index;
  HallLabel label;
  HallLabel summary;
  HallLabel form_title;
  gboolean for_person; /* a person of the organisation, not the organisation itself */
  guint validity_years;
  HallLabel medium;
  GPtrArray *prices; /* (element-type HallPriceItem) */
  gint64 amount_fen; /* their sum */
} HallCertificateType;

typedef struct
{
  char *id;
  char *version;
  HallConsentScope scope;
  HallLabel label;
  HallLabel text;
  char *sha256; /* of the texts, hexadecimal: what is recorded when it is given */
} HallConsent;

typedef struct
{
  char *slot;
  HallDocumentKind kind;
  HallLabel label;
  HallLabel hint;
  guint types; /* bit i: needed for certificate type i */
  gsize max_bytes;
  guint max_pages;
  gboolean form_code;  /* carries the hall's own code */
  gboolean at_payment; /* needed only when paid by transfer */
} HallRequirement;

typedef struct
{
  HallLabel question;
  HallLabel answer;
} HallFaq;

typedef struct
{
  gint ref_count;
  char *id;
  char *code;
  HallLabel label;
  HallLabel summary;
  guint review_workdays;
  HallFinAuthMode fin_auth_mode;
  HallLabel declaration;   /* printed; {organisation}, {handler}, {legal_rep}, {agreement} */
  GPtrArray *types;        /* (element-type HallCertificateType) */
  GPtrArray *consents;     /* (element-type HallConsent) */
  GPtrArray *sections;     /* (element-type HallSection) */
  GPtrArray *requirements; /* (element-type HallRequirement) */
  GPtrArray *limits;       /* (element-type HallLimit) */
  GPtrArray *faq;          /* (element-type HallFaq) */
  HallLabel support;       /* hotline and hours, several lines */
  char *hotline;
  char *support_url;
  GHashTable *fields; /* id -> HallField, owned by their sections */
  const HallField *roles[HALL_N_FIELD_ROLES];
  GBytes *source; /* the file as it was: what the service hands out */
  char *sha256;   /* of @source, hexadecimal */
} HallCatalog;

HallCatalog *hall_catalog_ref (HallCatalog *self);
void hall_catalog_unref (HallCatalog *self);

/* NULL if there is no such thing. */
const HallCertificateType *hall_catalog_find_type (const HallCatalog *self, const char *id);
const HallField *hall_catalog_find_field (const HallCatalog *self, const char *id);
const HallRequirement *hall_catalog_find_requirement (const HallCatalog *self, const char *slot);
const HallConsent *hall_catalog_find_consent (const HallCatalog *self, const char *id);

/* The slot of that kind of document; NULL if the project has none. */
const HallRequirement *hall_catalog_find_document (const HallCatalog *self, HallDocumentKind kind);

gboolean hall_section_is_in_type (const HallSection *self, const HallCertificateType *type);
gboolean hall_requirement_is_in_type (const HallRequirement *self, const HallCertificateType *type);

/* (nullable) */
const HallChoice *hall_field_find_choice (const HallField *self, const char *id);

/* The names used in JSON. */
const char *hall_document_kind_get_name (HallDocumentKind kind);
const char *hall_consent_scope_get_name (HallConsentScope scope);
const char *hall_section_subject_get_name (HallSectionSubject subject);
const char *hall_fin_auth_mode_get_name (HallFinAuthMode mode);
const char *hall_print_get_name (HallPrint print);
const char *hall_field_role_get_name (HallFieldRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCatalog, hall_catalog_unref)
