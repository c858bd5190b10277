/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an enterprise applies for: a project, a certificate type and a value for
 * each field. Plain data owned by one thread; what is wrong with it is found
 * against a catalogue.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-place.h"

typedef struct
{
  char *project;
  char *certificate_type;
  GHashTable *values;    /* field id -> tidy value, never empty */
  GHashTable *confirmed; /* set of field ids whose warning the handler confirmed */
} HallApplication;

/* One thing to say about a field, a slot or the whole ("project"). */
typedef struct
{
  char *where;
  HallVerdict severity;
  HallIssue issue;
  gboolean confirmed; /* a warning the handler has answered for */
  HallPlace place;    /* of a document: where on it; else page 0 */
} HallFinding;

HallApplication *hall_application_new (const char *project, const char *certificate_type);
HallApplication *hall_application_copy (const HallApplication *self);
void hall_application_free (HallApplication *self);
gboolean hall_application_equal (const HallApplication *a, const HallApplication *b);

/* "" if there is no value. */
const char *hall_application_get (const HallApplication *self, const char *field_id);

/* The value of the field that has @role; "" if there is none. */
const char *hall_application_get_role (const HallApplication *self,
                                       const HallCatalog *catalog,
                                       HallFieldRole role);

/* A changed value takes its confirmation away. NULL and "" remove the value. */
void hall_application_set (HallApplication *self, const char *field_id, const char *value);

void
hall_application_set_confirmed (HallApplication *self, const char *field_id, gboolean confirmed);
gboolean hall_application_is_confirmed (const HallApplication *self, const char *field_id);

/**
 * hall_application_fill_defaults:
 *
 * Gives empty fields the default the catalogue has for them, and fields that must equal
 * another the value of that other, as far as the certificate type has these fields.
 */
void hall_application_fill_defaults (HallApplication *self, const HallCatalog *catalog);

/* Tidies every value by its field's kind. Values of unknown fields stay as they are. */
void hall_application_tidy (HallApplication *self, const HallCatalog *catalog);

/* The kind of a field, given the choice it depends on. */
const HallKind *hall_application_get_kind (const HallApplication *self, const HallField *field);
gboolean hall_application_is_required (const HallApplication *self, const HallField *field);

/**
 * hall_application_check_field:
 * @issue: (out caller-allocates): what is wrong
 *
 * Everything about one field: required, its kind, equal to another. Only the day and
 * whether fixture numbers are allowed are taken from @context.
 *
 * Returns: the worst that was found, hints included
 */
HallVerdict hall_application_check_field (const HallApplication *self,
                                          const HallCatalog *catalog,
                                          const HallField *field,
                                          const HallCheckContext *context,
                                          HallIssue *issue);

/**
 * hall_application_check:
 * @context: the day and whether fixture numbers are allowed; bounds come from the catalogue
 *
 * Returns: (transfer container) (element-type HallFinding): errors and warnings in
 *   the catalogue's order; empty when all is well
 */
GPtrArray *hall_application_check (const HallApplication *self,
                                   const HallCatalog *catalog,
                                   const HallCheckContext *context);

/* The worst severity of @findings that still needs something: confirmed warnings do not. */
HallVerdict hall_findings_get_verdict (GPtrArray *findings);

/**
 * hall_application_hash_printed:
 *
 * Returns: (transfer full): SHA-256, hexadecimal, of the canonical JSON of all that
 *   stands on the printed form: project, certificate type, price and printed fields
 */
char *hall_application_hash_printed (const HallApplication *self, const HallCatalog *catalog);

/* The same over every field: what an approval is bound to. */
char *hall_application_hash_all (const HallApplication *self);

HallFinding *hall_finding_new (const char *where, const HallIssue *issue);
void hall_finding_free (HallFinding *self);
GPtrArray *hall_findings_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallApplication, hall_application_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFinding, hall_finding_free)
