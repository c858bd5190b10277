/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ends a helper that does not answer in time, by a clock on the wall: its own limits do not see
 * one that sleeps.
 */
#pragma once

#include <gio/gio.h>

typedef struct _HallChildWatch HallChildWatch;

HallChildWatch *hall_child_watch_new (void);
void hall_child_watch_free (HallChildWatch *self);

/* From now on @child has so long. One child at a time. Any thread. */
void hall_child_watch_begin (HallChildWatch *self, GSubprocess *child, guint max_seconds);

/* The answer has come. */
void hall_child_watch_end (HallChildWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallChildWatch, hall_child_watch_free)
