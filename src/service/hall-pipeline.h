/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a request to its answer: who asks, may they, the slow part on a worker, the
 * change on the writer, waiting in the hub. Nothing here knows a route.
 */
#pragma once

#include "hall-call.h"
#include "hall-setup.h"
#include "hall-writer.h"

typedef struct _HallPipeline HallPipeline;

/* Told after each commit what changed; on the writer's thread. */
typedef void (*HallCommitted) (GPtrArray *topics, gpointer data);

/**
 * hall_pipeline_new:
 * @writer: (transfer none): outlives the pipeline
 * @n_workers: threads that read; each has its own connection
 */
HallPipeline *hall_pipeline_new (const HallSetup *setup,
                                 HallWriter *writer,
                                 guint n_workers,
                                 HallCommitted committed,
                                 gpointer data,
                                 GError **error);

/* Answers what is under way, ends the workers; what comes later is refused. The writer still runs.
 */
void hall_pipeline_stop (HallPipeline *self);

/* After the writer has ended: nothing is left to answer. */
void hall_pipeline_free (HallPipeline *self);

/* A HallDispatch. @call: (transfer full) */
void hall_pipeline_dispatch (HallCall *call, gpointer pipeline);

/* Any thread: something changed that is no request's doing. @topics: (transfer none) */
void hall_pipeline_announce (HallPipeline *self, GPtrArray *topics);
