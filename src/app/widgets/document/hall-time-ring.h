/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring that empties while time runs out, with what is left beside it in figures. Counts by
 * itself, on a clock that nobody sets.
 *
 * Signal "ended": no time is left.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_TIME_RING (hall_time_ring_get_type ())
G_DECLARE_FINAL_TYPE (HallTimeRing, hall_time_ring, HALL, TIME_RING, GtkBox)

GtkWidget *hall_time_ring_new (void);

/**
 * hall_time_ring_start:
 * @left_s: from now
 * @whole_s: what a full ring stands for; at least @left_s
 */
void hall_time_ring_start (HallTimeRing *self, guint left_s, guint whole_s);

/* Without "ended". */
void hall_time_ring_stop (HallTimeRing *self);

guint hall_time_ring_get_left_s (HallTimeRing *self);
