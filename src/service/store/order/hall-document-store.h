/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was uploaded: documents by slot, confirmed revisions, the pictures of the
 * handler's authentication. Earlier files stay in the table; one per slot is live.
 */
#pragma once

#include "hall-db.h"
#include "hall-order.h"
#include "hall-vault.h"

/* A document with the name of its blob. */
typedef struct
{
  HallDocument *document;
  char *blob;
} HallStoredDocument;

void hall_stored_document_free (HallStoredDocument *self);

/* Puts a document into its slot in place of the one before. */
gboolean hall_document_store_put (
    HallDb *db, const char *order, const HallDocument *document, const char *blob, GError **error);

/* Empties a slot. Returns: FALSE without @error if it was empty */
gboolean
hall_document_store_remove (HallDb *db, const char *order, const char *slot, GError **error);

/* The live documents of an order. Returns: (element-type HallStoredDocument) */
GPtrArray *hall_document_store_list (HallDb *db, const char *order, GError **error);

/* Marks the live document of a slot as belonging to older data. */
gboolean
hall_document_store_set_stale (HallDb *db, const char *order, const char *slot, GError **error);

/* Names of all blobs an order ever had; for forgetting them. Returns: (element-type utf8) */
GPtrArray *hall_document_store_list_blobs (HallDb *db, const char *order, GError **error);

/* Forgets every document and picture of an order that will never be issued. */
gboolean hall_document_store_forget (HallDb *db, const char *order, GError **error);

typedef struct
{
  guint number;
  const char *printed_hash;
  gint64 confirmed_s;
} HallRevision;

/* Freezes what was confirmed. */
gboolean hall_revision_add (HallDb *db,
                            const HallVault *vault,
                            const char *order,
                            const HallRevision *revision,
                            const HallApplication *application,
                            GError **error);

/* @confirmed_s: (out): when. NULL without @error if there is no such revision. */
HallApplication *hall_revision_get (HallDb *db,
                                    const HallVault *vault,
                                    const char *order,
                                    guint revision,
                                    gint64 *confirmed_s,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStoredDocument, hall_stored_document_free)
