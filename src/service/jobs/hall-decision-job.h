/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviewers' decisions take effect when their time to be undone is over.
 */
#pragma once

#include "hall-context.h"

/* Returns: (transfer full) (nullable): an order whose decision is due; NULL without @error: none */
char *hall_decision_job_next (HallContext *context, GError **error);

/* Makes the move, as who decided. A HallWriteFunc; @number: of the order. */
gboolean hall_decision_job_write (HallContext *context, gpointer number);

/* Gives up a decision that could not take effect. A HallWriteFunc. */
gboolean hall_decision_job_void (HallContext *context, gpointer number);
