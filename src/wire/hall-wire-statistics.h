/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The statistics of a hall over some days, and how they are put on the wire. Days are days in
 * China, counted from 1970.
 */
#pragma once

#include "hall-json.h"
#include "hall-reason.h"
#include "hall-state.h"

/* How many orders came into a state on a day. */
typedef struct
{
  gint64 day;
  HallState state;
  gint64 orders;
} HallDayCount;

/* The decisions of a day. */
typedef struct
{
  gint64 day;
  gint64 approved;
  gint64 returned;
  gint64 late;
  gint64 p50_s; /* from handing in to the decision: half were faster */
  gint64 p90_s;
} HallDayDecisions;

typedef struct
{
  HallReason reason;
  gint64 orders;
} HallReasonCount;

typedef struct
{
  gint64 from_day;
  gint64 to_day;        /* inclusive */
  GArray *counts;       /* (element-type HallDayCount), by day and state */
  GArray *decisions;    /* (element-type HallDayDecisions), by day; days without are left out */
  GArray *reasons;      /* (element-type HallReasonCount), most used first */
  HallDayDecisions all; /* of all days together; its day is 0 */
  gint64 now[HALL_N_STATES]; /* orders that are in a state now */
  gint64 waiting;            /* for a decision, now */
  gint64 overdue;            /* of these */
} HallStatistics;

HallStatistics *hall_statistics_new (gint64 from_day, gint64 to_day);
void hall_statistics_free (HallStatistics *self);

/* Orders that came into @state on @day. */
gint64 hall_statistics_get (const HallStatistics *self, gint64 day, HallState state);

/* "2026-11-22" and back; -1 if it is no day. */
char *hall_statistics_format_day (gint64 day);
gint64 hall_statistics_parse_day (const char *text);

/* The day it is in China. */
gint64 hall_statistics_day_of (gint64 time_s);

void hall_wire_add_statistics (JsonBuilder *builder, const HallStatistics *statistics);
HallStatistics *hall_wire_read_statistics (HallJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStatistics, hall_statistics_free)
