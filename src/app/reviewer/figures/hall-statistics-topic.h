/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a hall's statistics is looked at: each topic draws a chart and fills a table from the
 * same numbers.
 */
#pragma once

#include "hall-admin-table.h"
#include "hall-chart.h"
#include "hall-wire-statistics.h"

typedef enum
{
  HALL_TOPIC_NOW,       /* orders by state */
  HALL_TOPIC_DAYS,      /* orders that came into a state, by day */
  HALL_TOPIC_DECISIONS, /* time to decision, by day */
  HALL_TOPIC_REASONS,   /* of returns */
  HALL_N_TOPICS
} HallStatisticsTopic;

/* Translated. */
const char *hall_statistics_topic_get_title (HallStatisticsTopic topic);

/* @state: which one, for %HALL_TOPIC_DAYS */
void hall_statistics_topic_draw (HallStatisticsTopic topic,
                                 const HallStatistics *statistics,
                                 HallState state,
                                 HallChart *chart);
void hall_statistics_topic_fill (HallStatisticsTopic topic,
                                 const HallStatistics *statistics,
                                 HallAdminTable *table);

/* "3.5 h", "2.1 days"; "–" for 0. Returns: (transfer full) */
char *hall_statistics_format_span (gint64 span_s);
