/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is to look at in an order: its documents, the pictures of the handler's
 * authentication, and the form as the hall would print it, to compare.
 */
#pragma once

#include "hall-order.h"
#include "hall-session.h"

typedef enum
{
  HALL_EVIDENCE_DOCUMENT,
  HALL_EVIDENCE_CAPTURE,
  HALL_EVIDENCE_FORM, /* generated */
} HallEvidenceKind;

typedef struct
{
  HallEvidenceKind kind;
  char *id; /* slot, or name of the capture */
  char *label;
  char *version;    /* another one is another file */
  gboolean present; /* FALSE: a document that has not been uploaded */
} HallEvidence;

/* Returns: (transfer full) (element-type HallEvidence): documents, captures, form */
GPtrArray *hall_evidence_list (const HallOrder *order, const HallCatalog *catalog, HallLang lang);

/* The same of every order of the catalogue together: whatever an order has stands there in this
 * order. */
GPtrArray *hall_evidence_list_possible (const HallCatalog *catalog, HallLang lang);

/* (nullable): of a list. */
const HallEvidence *hall_evidence_find (GPtrArray *list, HallEvidenceKind kind, const char *id);

/* (nullable): what proves a field: as the catalogue says; where that is not there and the field is
 * printed, the scan of the form */
const HallEvidence *
hall_evidence_find_proof (GPtrArray *list, const HallCatalog *catalog, const HallField *field);

/* (nullable): the first picture of the handler's authentication */
const HallEvidence *hall_evidence_find_capture (GPtrArray *list);

/* (nullable): what to look at first: the money, for who has only that to judge; NULL: nothing. */
const HallEvidence *
hall_evidence_choose_first (GPtrArray *list, const HallOrder *order, const HallCatalog *catalog);

/* (transfer full) (nullable): the form as the hall prints it; NULL before it was confirmed */
HallEvidence *hall_evidence_new_form (const HallOrder *order);

HallEvidence *hall_evidence_copy (const HallEvidence *self);
void hall_evidence_free (HallEvidence *self);

/* Whether both show the same file. Both (nullable) */
gboolean hall_evidence_equal (const HallEvidence *a, const HallEvidence *b);

/* @self: copied */
void hall_evidence_load_async (const HallEvidence *self,
                               HallSession *session,
                               const char *number,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) */
GBytes *hall_evidence_load_finish (HallSession *session, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallEvidence, hall_evidence_free)
