/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions of staff in tests, as the hall takes them: judged, held, and in effect later.
 */
#pragma once

#include "hall-order-fixture.h"

/**
 * hall_order_decide_judge:
 * @returns: (nullable) (element-type HallReturn): what goes back; everything else is accepted
 *
 * Keeps verdicts on every part of the order, in the caller's transaction.
 */
gboolean hall_order_decide_judge (HallContext *context,
                                  const HallCase *order,
                                  GPtrArray *returns,
                                  GError **error);

/* Judges by @body, JSON of the event, if it is a review, and decides: one transaction. */
gboolean hall_order_decide_hold (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, GError **error);

gboolean hall_order_decide_undo (HallOrderFixture *self, const char *who, GError **error);

typedef enum
{
  HALL_DECIDED_NOTHING,
  HALL_DECIDED_MOVED,
  HALL_DECIDED_VOID
} HallDecided;

/* What the thread of the jobs does at this second, with at most one decision. */
HallDecided hall_order_decide_run_jobs (HallOrderFixture *self);
