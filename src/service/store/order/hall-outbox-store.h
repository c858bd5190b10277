/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must leave the house: written in the transaction that makes it necessary, sent
 * by a worker afterwards. A crash between the two loses nothing; sending twice is
 * recognised by the other side, because the id is the idempotency key.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

typedef enum
{
  HALL_OUTBOX_SMS,
  HALL_OUTBOX_TRANSFER, /* 0.01 yuan with a remark */
  HALL_N_OUTBOX_KINDS
} HallOutboxKind;

typedef struct
{
  gint64 id;
  HallOutboxKind kind;
  char *order;   /* (nullable) */
  char *payload; /* JSON, opened; "" once done */
  gboolean sent; /* accepted by the provider, its result is awaited */
  guint attempts;
} HallOutboxItem;

void hall_outbox_item_free (HallOutboxItem *self);

/* @order: (nullable); @payload: JSON */
gboolean hall_outbox_add (HallDb *db,
                          const HallVault *vault,
                          HallOutboxKind kind,
                          const char *order,
                          const char *payload,
                          gint64 due_s,
                          GError **error);

/* The item that has waited longest and is due; NULL without @error if there is none. */
HallOutboxItem *hall_outbox_next (HallDb *db, const HallVault *vault, gint64 now_s, GError **error);

/* When the next item is due; G_MAXINT64 if nothing waits; -1 with @error. */
gint64 hall_outbox_next_due (HallDb *db, GError **error);

/* Accepted; look for the result at @due_s. */
gboolean hall_outbox_set_sent (HallDb *db, gint64 id, gint64 due_s, GError **error);

/* Delivered or given up for good: the payload is erased. */
gboolean
hall_outbox_finish (HallDb *db, const HallVault *vault, gint64 id, gboolean done, GError **error);

/* Not now: once more at @due_s. */
gboolean
hall_outbox_retry (HallDb *db, gint64 id, gint64 due_s, const char *reason, GError **error);

/* Takes back what has not been sent yet, as when a new PIN makes an older one void. */
gboolean hall_outbox_drop (
    HallDb *db, const HallVault *vault, HallOutboxKind kind, const char *order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOutboxItem, hall_outbox_item_free)
