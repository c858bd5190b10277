/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reviewers say of the parts of an order: kept while it is reviewed, and through a return for
 * as long as what was accepted stays as it is.
 */
#pragma once

#include "hall-facts.h"
#include "hall-judgement.h"

/* What there is to judge and what has been said of it. */
typedef struct
{
  GPtrArray *judgements; /* (element-type HallJudgement): about what stands there now */
  GPtrArray *places;     /* (element-type utf8): all that has to be judged */
} HallJudging;

HallJudging *hall_judging_load (HallContext *context, const HallCase *order, GError **error);
void hall_judging_free (HallJudging *self);

/* %HALL_N_EVENTS while something is open. */
HallEvent hall_judging_decide (const HallJudging *self);

/* Keeps @judgements (element-type HallJudgement) (transfer full) in the place of all earlier ones.
 * HALL_ERROR_INVALID with findings if a reason does not fit its place. */
gboolean hall_judging_keep (HallContext *context,
                            const HallCase *order,
                            GPtrArray *judgements,
                            GError **error);

/* Adds what is wrong with a reason for @event to @findings. */
void hall_judging_check_return (const HallCase *order,
                                HallEvent event,
                                const HallReturn *item,
                                GPtrArray *findings);

/* Adds what is still to be said to @findings: places without a verdict, reasons without words. */
void hall_judging_list_open (const HallJudging *self, GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallJudging, hall_judging_free)
