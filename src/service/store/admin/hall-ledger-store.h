/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's own audit trail, of what belongs to no order: an append-only chain in which every
 * entry carries the hash of the one before, like that of an order.
 */
#pragma once

#include "hall-db.h"
#include "hall-deed.h"

/* One entry. Texts are borrowed. */
typedef struct
{
  gint64 position; /* from 1 */
  gint64 at_s;
  const char *who;     /* name of staff; "" for the operator at the machine itself */
  const char *deed;    /* a HallDeed's name */
  const char *subject; /* login, project, year or order */
  const char *note;    /* roles, version; nothing personal */
  const char *previous;
  const char *hash;
} HallLedgerEntry;

/* @who: "" for the operator at the machine itself. @note: (nullable) */
gboolean hall_ledger_append (HallDb *db,
                             HallDeed deed,
                             const char *who,
                             const char *subject,
                             const char *note,
                             gint64 now_s,
                             GError **error);

typedef void (*HallLedgerFunc) (const HallLedgerEntry *entry, gpointer data);

/* Calls @each for at most @limit entries before position @before, newest first. 0: from the end. */
gboolean hall_ledger_list (
    HallDb *db, gint64 before, guint limit, HallLedgerFunc each, gpointer data, GError **error);

/**
 * hall_ledger_verify:
 * @trouble: (out) (transfer full) (nullable): the first thing wrong
 *
 * Recomputes every hash. Returns: the number of entries; -1 with @error
 */
gint64 hall_ledger_verify (HallDb *db, char **trouble, GError **error);
