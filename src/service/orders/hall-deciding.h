/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reviewer's decision follows from the verdicts. It, and every other decision of staff that the
 * handler is told of (hall_event_waits()), waits ten seconds before it takes effect: until then the
 * order is where it was, nobody but staff knows of it, and who made it can undo it.
 */
#pragma once

#include "hall-decision-store.h"
#include "hall-judging.h"
#include "hall-letter.h"

#define HALL_DECISION_HOLD_S 10

/* The letter as it would leave now. NULL with HALL_ERROR_CONFLICT if nothing is returned. */
HallLetter *hall_deciding_compose (HallContext *context,
                                   const HallCase *order,
                                   const char *text,
                                   GError **error);

/**
 * hall_deciding_hold:
 * @event: what the verdicts come to; another is refused
 * @text: (nullable): the reasons in the reviewer's words; kept with a return
 *
 * Everything that the move will ask is asked now: it is made and taken back.
 */
gboolean hall_deciding_hold (
    HallContext *context, HallCase *order, HallEvent event, const char *text, GError **error);

/* The same for a decision that is no review: @body is the event's. */
gboolean hall_deciding_hold_event (
    HallContext *context, HallCase *order, HallEvent event, JsonNode *body, GError **error);

/* HALL_ERROR_CONFLICT if nothing waits any more, HALL_ERROR_DENIED for who did not decide. */
gboolean hall_deciding_undo (HallContext *context, HallCase *order, GError **error);

/* Makes the move of @decision. FALSE with @error if it is not possible any more. */
gboolean
hall_deciding_take_effect (HallContext *context, const HallDecision *decision, GError **error);

/* Gives up a decision that could not take effect: the order stays where it is. */
gboolean hall_deciding_void (HallContext *context, const char *number, GError **error);
