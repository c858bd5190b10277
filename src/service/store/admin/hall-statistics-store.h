/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statistics, read off counts that triggers keep beside the orders. What a look costs depends on
 * the days it spans, never on how many orders there are.
 */
#pragma once

#include "hall-db.h"
#include "hall-wire-statistics.h"

/* The days a look may span. */
#define HALL_STATISTICS_MAX_DAYS 366

/* Returns: (transfer full): of the days from @from_day to @to_day inclusive; what is overdue is
 * so at @now_s */
HallStatistics *hall_statistics_store_get (
    HallDb *db, gint64 from_day, gint64 to_day, gint64 now_s, GError **error);
