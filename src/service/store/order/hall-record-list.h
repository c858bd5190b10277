/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a handler's orders, and orders that nobody has touched for long.
 */
#pragma once

#include "hall-record.h"

/* A page of orders: what a list shows, without what is sealed. */
typedef struct
{
  const char *account; /* of this handler, newest first */
  const char *cursor;  /* (nullable): of the page before */
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

/**
 * hall_record_list_idle:
 *
 * Numbers of at most @limit orders in @state that have not changed since @before_s.
 */
GPtrArray *
hall_record_list_idle (HallDb *db, HallState state, gint64 before_s, guint limit, GError **error);
