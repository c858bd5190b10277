/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of a made-up order, and when: handed in, perhaps returned for a reason, decided; with
 * what cashiers and producers then have of it. Half a year of it shows in the statistics.
 */
#pragma once

#include "hall-record.h"
#include "hall-seed.h"

typedef struct
{
  gint64 submitted_s; /* 0: not handed in */
  gint64 returned_s;  /* 0: never */
  gint64 again_s;     /* handed in again; 0: not */
  gint64 decided_s;   /* approved; 0: not */
  guint cause;        /* which reason it was returned for */
  gboolean late;
} HallSeedHistory;

/* Sets the times of @record, the @i-th, by its state. */
void
hall_seed_history_make (HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i);

/* For an order that is in the database: trail, reason, counts, bank line, certificate. */
gboolean hall_seed_history_write (
    const HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i, GError **error);
