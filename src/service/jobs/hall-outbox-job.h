/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sending what waits in the outbox, and looking for the bank's results. Every step is
 * written down by the caller's writer; a failed one is tried again later, ever more rarely.
 */
#pragma once

#include "hall-context.h"

/* What is to be written after one item was tried. */
typedef struct _HallOutboxResult HallOutboxResult;

/**
 * hall_outbox_job_try:
 * @context: reading; @sandbox: (nullable): the sandbox world's writing connection
 *
 * Sends the item that is due, outside any transaction.
 *
 * Returns: (transfer full) (nullable): what to write; NULL without @error if nothing is due
 */
HallOutboxResult *hall_outbox_job_try (HallContext *context, HallDb *sandbox, GError **error);

/* Writes the result; a HallWriteFunc. */
gboolean hall_outbox_job_write (HallContext *context, gpointer result);

/* Puts an item off whose result could not be written. A HallWriteFunc. */
gboolean hall_outbox_job_postpone (HallContext *context, gpointer result);

void hall_outbox_result_free (HallOutboxResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOutboxResult, hall_outbox_result_free)
