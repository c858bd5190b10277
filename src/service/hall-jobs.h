/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread that works by itself: it empties the outbox and watches the clock.
 */
#pragma once

#include "hall-writer.h"

typedef struct _HallJobs HallJobs;

/* Told after each commit of the thread's own what changed. */
typedef void (*HallJobsChanged) (GPtrArray *topics, gpointer data);

HallJobs *hall_jobs_new (const HallSetup *setup,
                         HallWriter *writer,
                         HallJobsChanged changed,
                         gpointer data,
                         GError **error);

/* Any thread: there is something in the outbox. */
void hall_jobs_wake (HallJobs *self);

/* Finishes the item under way, ends the thread. The writer must still run. */
void hall_jobs_free (HallJobs *self);
