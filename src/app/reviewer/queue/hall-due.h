/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long an order may still wait, in words and in how urgent that is.
 */
#pragma once

#include "hall-issue.h"
#include "hall-order.h"

/**
 * hall_due_format:
 * @now_s: the hall's clock
 * @text: (out) (transfer full): until when, or since when it waits if nothing is due
 *
 * Returns: %HALL_WRONG once it is overdue, %HALL_DOUBTFUL on the last day, else %HALL_HINT
 */
HallVerdict hall_due_format (const HallOrder *order, gint64 now_s, char **text);
