/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same step for many orders, one call after the other. A refusal of one order is written down
 * with its line and the others go on; a lost line ends the run, and what is left is named as well.
 */
#pragma once

#include "hall-batch-list.h"
#include "hall-session.h"

typedef enum
{
  HALL_BATCH_START,       /* begin production */
  HALL_BATCH_CERTIFICATE, /* enter the certificate of a line */
  HALL_BATCH_SHIP         /* enter the courier's number of a line */
} HallBatchStep;

typedef struct
{
  guint done;
  GPtrArray *problems; /* (element-type HallFinding): "where" is the line, or the order */
} HallBatchResult;

/**
 * HallBatchProgress:
 * @done: of @total orders
 */
typedef void (*HallBatchProgress) (guint done, guint total, gpointer user_data);

/* A run to be. Nothing is owned; @items and @lines are referenced while it runs. */
typedef struct
{
  HallBatchStep step;
  GPtrArray *items; /* (element-type HallBatchItem): the orders as they were seen */
  GPtrArray *lines; /* (element-type HallBatchLine): of the orders to be done; only the number is
                       looked at for %HALL_BATCH_START */
  HallBatchProgress progress; /* (nullable) */
  gpointer progress_data;     /* must live until the run has ended */
} HallBatchWish;

void hall_batch_run_async (HallSession *session,
                           const HallBatchWish *wish,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
HallBatchResult *hall_batch_run_finish (HallSession *session, GAsyncResult *result, GError **error);

void hall_batch_result_free (HallBatchResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBatchResult, hall_batch_result_free)
