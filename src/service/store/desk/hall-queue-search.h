/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one search box of the staff: what was typed says by itself what it is.
 */
#pragma once

#include "hall-db.h"
#include "hall-record.h"
#include "hall-vault.h"

typedef struct _HallQueueSearch HallQueueSearch;

/**
 * hall_queue_search_new:
 * @text: an order number or its beginning (at least eight digits), a mobile number, a credit
 *   code, else a part of an organisation's name, of two characters at least
 * @error: %HALL_ERROR_INVALID if it is too short
 */
HallQueueSearch *
hall_queue_search_new (HallDb *db, const HallVault *vault, const char *text, GError **error);
void hall_queue_search_free (HallQueueSearch *self);

/* What comes behind the columns: " FROM orders … LIMIT $3"; newest first. @backward: those that
 * are newer, nearest first. */
const char *hall_queue_search_get_sql (const HallQueueSearch *self, gboolean backward);

/* @number: of the row to go on from */
void hall_queue_search_bind (const HallQueueSearch *self,
                             HallStmt *stmt,
                             const char *number,
                             guint limit);

/* Sets what an order is found by. @mobile, @uscc: in clear, "" if there is none. */
void hall_queue_search_set_keys (HallRecord *record,
                                 const HallVault *vault,
                                 const char *mobile,
                                 const char *uscc);

/* A name as orders.organisation_folded has it. Returns: (transfer full) */
char *hall_queue_search_fold (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallQueueSearch, hall_queue_search_free)
