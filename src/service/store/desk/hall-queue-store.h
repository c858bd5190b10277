/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff: one list for each tab, counts that cost nothing, and searching.
 * Each list is read off an index in its order, however many orders there are.
 */
#pragma once

#include "hall-claim-store.h"
#include "hall-record.h"

typedef struct
{
  const char *tab;    /* a name of hall_queue_tab_names */
  const char *staff;  /* who looks: what was returned by them comes first */
  const char *search; /* (nullable): through all orders instead of the tab, newest first */
  const char *cursor; /* (nullable): of a row; the rows after it are wanted */
  gboolean backward;  /* those before it, nearest first */
  guint limit;
  gint64 now_s; /* claims that have lapsed are left out */
} HallQueueQuery;

/* One order of a list, without what is sealed. */
typedef struct
{
  HallRecord *record;
  char *cursor;     /* of this row in this list; it outlives the order's stay there */
  char *claimed_by; /* (nullable) */
  gint64 claim_seen_s;
} HallQueueRow;

/* NULL-terminated; "all" is the last. */
extern const char *const hall_queue_tab_names[];

/**
 * hall_queue_list:
 * @next: (out) (transfer full) (nullable): cursor for going on; NULL at the end
 * @error: %HALL_ERROR_INVALID for a tab or a cursor that is none, or a search of one character
 *
 * Returns: (transfer container) (element-type HallQueueRow)
 */
GPtrArray *hall_queue_list (
    HallDb *db, const HallVault *vault, const HallQueueQuery *query, char **next, GError **error);

/* How many orders a tab holds for @staff; -1 with @error. */
gint64 hall_queue_count (HallDb *db, const char *tab, const char *staff, GError **error);

/* How many kept counts differ from the orders; -1 with @error. Reads every order. */
gint64 hall_queue_verify (HallDb *db, GError **error);

void hall_queue_row_free (HallQueueRow *self);
