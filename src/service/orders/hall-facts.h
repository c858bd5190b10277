/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is true of an order now: the facts the state machine asks for, and the
 * comparisons behind them.
 */
#pragma once

#include "hall-context.h"
#include "hall-document-store.h"
#include "hall-return-store.h"

/* Everything about one order that its facts, its view and its moves look at. */
typedef struct
{
  HallRecord *record;
  HallCatalog *catalog;            /* borrowed */
  const HallCertificateType *type; /* borrowed */
  GPtrArray *documents;            /* (element-type HallStoredDocument) */
  GPtrArray *returns;              /* (element-type HallStoredReturn): in force */
  GPtrArray *findings;             /* (element-type HallFinding): of the fields */
  gint64 account_tries;            /* bank proofs handed in again so far */
  gint64 account_tries_today;      /* in the last 24 hours */
} HallCase;

/* Loads it, if the caller may see it. */
HallCase *hall_case_load (HallContext *context, const char *number, GError **error);

/* The same for a record that is already there. @record: (transfer full), also on failure */
HallCase *hall_case_open (HallContext *context, HallRecord *record, GError **error);
void hall_case_free (HallCase *self);

/* What the application lacks now, after it has changed. */
void hall_case_check_fields (HallCase *self, const HallContext *context);

/* Sets in the record what follows from application and documents: what the order is found by,
 * and the hash of its content. An approval of other content is void, and who acts has edited. */
void hall_case_derive (HallCase *self, const HallContext *context);

/* (nullable) */
const HallStoredDocument *hall_case_find_document (const HallCase *self, const char *slot);

/* HALL_FACT_… bits; those that belong to one event (a given amount, a code) are added by it. */
guint hall_case_get_facts (const HallCase *self, const HallContext *context);

guint hall_case_get_tries_left (const HallCase *self);

/* Which fields and slots stop the facts "slots-complete" and "flagged-changed". */
GPtrArray *hall_case_list_missing (const HallCase *self, const HallContext *context);

/**
 * hall_case_key_at:
 * @place: a field id, a slot, or one of the other places of a return
 *
 * Returns: (transfer full): a keyed hash of what stands there now; it differs when the
 *   handler has changed the value, ticked that it is right, or uploaded another file
 */
char *hall_case_key_at (const HallCase *self, const HallContext *context, const char *place);

/* A keyed hash of the handler's name and number: who was verified. Returns: (transfer full) */
char *hall_case_identity_key (const HallCase *self, const HallContext *context);

/* SHA-256 over every field and every document but the voucher: what lies before a reviewer. */
char *hall_case_hash_shown (const HallCase *self);

/* The same without what the handler may change after an approval: where it is sent, and for who
 * paid online the account, which the bank proves. What an approval is bound to. */
char *hall_case_hash_content (const HallCase *self);

/* Whether what would be printed now differs from what was confirmed. */
gboolean hall_case_is_print_outdated (const HallCase *self);

/* Whether the handler may change @field in the order's state. */
gboolean hall_case_is_field_open (const HallCase *self, const HallField *field);
/* Whether the handler may upload to @slot in the order's state. */
gboolean hall_case_is_slot_open (const HallCase *self, const HallRequirement *requirement);

/* Whether the slot may be emptied: later on a file can only be replaced. */
gboolean hall_case_is_slot_removable (const HallCase *self, const HallRequirement *requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCase, hall_case_free)
