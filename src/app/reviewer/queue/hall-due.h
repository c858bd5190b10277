/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long an order may still wait, in working days and then in hours, and how urgent that is. The
 * working days are counted by the hall, which knows its calendar.
 */
#pragma once

#include "hall-issue.h"
#include "hall-order.h"

/**
 * hall_due_format:
 * @now_s: the hall's clock
 * @text: (out) (transfer full): what is left, or since when it waits if nothing is due
 *
 * Main thread only.
 *
 * Returns: %HALL_WRONG once it is overdue, %HALL_DOUBTFUL on the last working day, else %HALL_HINT
 */
HallVerdict hall_due_format (const HallOrder *order, gint64 now_s, char **text);
