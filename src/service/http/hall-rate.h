/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Token buckets by client address, for the routes that guess at secrets or send SMS.
 * Owned by the engine's thread.
 */
#pragma once

#include <glib.h>

typedef struct _HallRate HallRate;

/* @burst requests at once, @per_minute after that. */
HallRate *hall_rate_new (guint burst, guint per_minute);
void hall_rate_free (HallRate *self);

/**
 * hall_rate_take:
 * @now_us: monotonic
 *
 * Returns: 0 if the request may go on, else the seconds to wait
 */
guint hall_rate_take (HallRate *self, const char *address, gint64 now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRate, hall_rate_free)
