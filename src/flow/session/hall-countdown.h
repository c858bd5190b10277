/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seconds until a time at the hall: until another SMS code can be asked for, until a QR code
 * has had its day. Counts by the hall's clock, whatever this computer's says.
 *
 * Signals, both without parameters:
 *  - "tick": once a second, and when another time is set
 *  - "ended": no second is left
 */
#pragma once

#include "hall-session.h"

#define HALL_TYPE_COUNTDOWN (hall_countdown_get_type ())
G_DECLARE_FINAL_TYPE (HallCountdown, hall_countdown, HALL, COUNTDOWN, GObject)

HallCountdown *hall_countdown_new (HallSession *session);

/* @until_s: seconds since 1970 UTC; 0 stops, without "ended" */
void hall_countdown_set_until (HallCountdown *self, gint64 until_s);

/* 0 when it has ended or nothing is set. */
guint hall_countdown_get_left_s (HallCountdown *self);

/* From 1.0 when the time was set to 0.0. */
double hall_countdown_get_fraction (HallCountdown *self);
