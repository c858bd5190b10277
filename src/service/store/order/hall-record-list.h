/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of orders and how many there are.
 */
#pragma once

#include "hall-record.h"

#define HALL_RECORD_LIST_MAX_STATES 8

/* A page of orders: what a list shows, without what is sealed. */
typedef struct
{
  const char *account;     /* (nullable): of this handler only, newest first */
  const HallState *states; /* (nullable): in these states only, nearest deadline first */
  gsize n_states;
  const char *auth;   /* (nullable): with this handler_auth only */
  const char *cursor; /* (nullable): of the page before */
  guint limit;
} HallRecordQuery;

/**
 * hall_record_list:
 * @next: (out) (transfer full) (nullable): cursor of the next page; NULL on the last
 * @error: %HALL_ERROR_INVALID if the cursor is none of ours
 *
 * Returns: (transfer container) (element-type HallRecord): without their applications
 */
GPtrArray *hall_record_list (HallDb *db, const HallRecordQuery *query, char **next, GError **error);

/* How many orders are in @states, with that handler_auth if @auth is not NULL; -1 with @error. */
gint64 hall_record_count (
    HallDb *db, const HallState *states, gsize n_states, const char *auth, GError **error);

/**
 * hall_record_list_idle:
 *
 * Numbers of at most @limit orders in @state that have not changed since @before_s.
 */
GPtrArray *
hall_record_list_idle (HallDb *db, HallState state, gint64 before_s, guint limit, GError **error);
