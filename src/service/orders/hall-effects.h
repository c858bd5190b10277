/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each event needs and does: one row for each, read by hall-move.c.
 */
#pragma once

#include "hall-move.h"

/* Reads the event's body; adds facts and findings. FALSE with @error, or with findings. */
gboolean hall_effects_read (HallMove *move, GError **error);

/* Whether the two-person rule lets the caller approve: who changed the data last may not.
 * HALL_ERROR_DENIED */
gboolean hall_effects_may_approve (HallContext *context, const HallRecord *record, GError **error);

/* Changes the order as the event wants it; the state follows after this. */
gboolean hall_effects_apply (HallMove *move, GError **error);
