/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an order stands on the handler's way through it. Pure functions of the order.
 */
#pragma once

#include "hall-order.h"

#define STEP(id, ...) HALL_STEP_##id,
typedef enum
{
#include "hall-step-list.h"
  HALL_N_STEPS
} HallStep;
#undef STEP

/**
 * hall_step_next:
 * @verdict: the worst finding about the fields that still needs something
 *
 * Returns: the step where the handler has something to do; %HALL_STEP_RESULT when an order
 *   waits for others, or was returned, is mended, and can be handed in again
 */
HallStep hall_step_next (const HallOrder *order, const HallCatalog *catalog, HallVerdict verdict);

/* Whether the handler can look at @step: at all up to the next before payment and after a
 * return, otherwise at the result only. */
gboolean hall_step_is_open (const HallOrder *order, HallStep step, HallStep next);

/* Whether a document still has to be uploaded: there is none, the form was printed anew since,
 * or it was returned. */
gboolean hall_step_wants_document (const HallOrder *order, const HallRequirement *requirement);

/* "documents" */
const char *hall_step_get_name (HallStep step);
const char *hall_step_get_label (HallStep step, HallLang lang);
