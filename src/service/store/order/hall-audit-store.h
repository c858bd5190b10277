/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The audit trail: for each order an append-only chain in which every entry carries the
 * hash of the one before. It holds ids, codes and hashes, never personal data.
 */
#pragma once

#include "hall-record.h"

/* One entry. Borrowed texts when written, owned when read. */
typedef struct
{
  gint64 position; /* from 1 */
  gint64 at_s;
  const char *actor;
  const char *who;   /* staff name, account id, or "" */
  const char *event; /* a HallEvent's name, or what else happened ("upload", "view-capture") */
  const char *state; /* after it */
  gint64 version;
  gint64 revision;
  const char *note;      /* codes, courier numbers; nothing personal */
  const char *data_hash; /* of the application as it stood */
  const char *previous;
  const char *hash;
} HallAuditEntry;

/**
 * hall_audit_append:
 * @record: its audit_count and audit_head move on; the caller saves it in the same transaction
 * @entry: at_s, actor, who, event, version and note are taken from here, the rest is filled in
 */
gboolean hall_audit_append (HallDb *db, HallRecord *record, HallAuditEntry *entry, GError **error);

typedef void (*HallAuditFunc) (const HallAuditEntry *entry, gpointer data);

/* Calls @each for the entries of an order, oldest first. */
gboolean
hall_audit_each (HallDb *db, const char *order, HallAuditFunc each, gpointer data, GError **error);

/* What a check of every chain found. */
typedef struct
{
  guint orders;
  guint entries;
  guint broken;     /* orders whose chain does not hold */
  GPtrArray *lines; /* (element-type utf8): one for each of them, with the place */
} HallAuditReport;

/**
 * hall_audit_verify:
 *
 * Recomputes every hash: an entry changed, removed, inserted or cut off at the end is found,
 * the last because each order keeps the count and the head of its chain.
 */
gboolean hall_audit_verify (HallDb *db, HallAuditReport *report, GError **error);
void hall_audit_report_clear (HallAuditReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallAuditReport, hall_audit_report_clear)
